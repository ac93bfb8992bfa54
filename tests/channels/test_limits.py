"""Everything that the content can lead to fits in both channels, and has the shape that they publish."""
import asyncio
import functools
import importlib.resources
import json
import pathlib

import pytest
from jsonschema import Draft6Validator, Draft202012Validator
from pydantic import SecretStr
from slack_sdk.models.blocks import Block

from api.channels.arranging import Arranged, Arranging
from api.channels.guests import Guest, Guests
from api.channels.turns import Reply
from api.conversations import Conversations
from api.keeping.memory import Memory
from api.slack.blocks import blocks_of, divided, text_of
from api.slack.home import home
from api.teams import cards
from bot import catalogue as catalogues
from tests.channels.conftest import KEY, PUBLIC
from tests.channels.every_turn import turns_around, turns_of

CATALOGUE = catalogues.shipped()
SHAPES = pathlib.Path(__file__).parent / "shapes"
BLOCK = Draft202012Validator(json.loads((SHAPES / "block-kit.json").read_text(encoding="utf-8")))
ADAPTIVE_CARD = Draft6Validator(json.loads(
    (importlib.resources.files("adaptive_cards") / "schemas" / "schema-1.5.json").read_text(encoding="utf-8")))
MOST_SIGNS_IN_BLOCKS, MOST_BYTES_IN_TEAMS = 12_000, 28_000
ARRANGING = Arranging(CATALOGUE, PUBLIC)


def guest_of(code: str, place: str) -> Guest:
    """Somebody new in this place, who still has to hear who can read along."""
    guest = asyncio.run(Guests(Conversations(Memory(), 60, 10), SecretStr(KEY)).guest(place, code, "T1", "U1"))
    guest.private = "https://slack.com/app_redirect?app=A0123456789&team=T0123456789"
    return guest


@functools.cache
def turns(code: str, dilemma: str | None) -> list:
    """The turns of a tree, or those around the trees of a code."""
    return list(turns_of(CATALOGUE, CATALOGUE.tree(code, dilemma)) if dilemma else turns_around(CATALOGUE, code))


@functools.cache
def check_block(block: str) -> None:
    """Check a block against its published shape and against the library of Slack itself."""
    BLOCK.validate(json.loads(block))
    for parsed in Block.parse_all([json.loads(block)]):
        parsed.validate_json()


@functools.cache
def check_card(card: str) -> None:
    """Check a card against its published shape."""
    ADAPTIVE_CARD.validate(json.loads(card))


def shape_of(card: dict) -> str:
    """The card with one word for every text: whether it has the right shape does not depend on its words."""
    return json.dumps(worded(card, "type", "id", "style", "version", "lang", "$schema"))


def worded(part: object, *names: str) -> object:
    """A part of a card with one word for every text, except for what has these names."""
    if isinstance(part, dict):
        return {name: value if name in names else worded(value, *names) for name, value in part.items()}
    return [worded(one, *names) for one in part] if isinstance(part, list) else "tekst" if isinstance(part, str) else part


PARTS = [*CATALOGUE.trees, *((code, None) for code in CATALOGUE.codes)]


@pytest.mark.parametrize(("code", "dilemma"), PARTS)
def test_every_turn_fits_in_slack(code, dilemma):
    guest = guest_of(code, "slack_kanaal")
    for beurt in turns(code, dilemma):
        arranged = ARRANGING.arrange(guest, Reply(CATALOGUE.phrases.say("kanaal_verouderd"), beurt))
        parts = divided(arranged)
        assert [piece for part in parts for piece in part.pieces] == list(arranged.pieces)
        assert (parts[-1].answers, parts[-1].more) == (arranged.answers, arranged.more)
        for part in parts:
            fits_in_slack(part)


def fits_in_slack(part: Arranged) -> None:
    """Check that this is one message that Slack takes."""
    blocks = blocks_of(part, CATALOGUE.phrases.buttons["meer"], "1700000000.000001")
    for block in blocks:
        check_block(json.dumps(block))
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    assert len(ids) == len(set(ids))
    assert 1 <= len(blocks) <= 50
    assert len(json.dumps(blocks, ensure_ascii=False)) <= MOST_SIGNS_IN_BLOCKS
    assert 0 < len(text_of(part)) <= 4000


@pytest.mark.parametrize(("code", "dilemma"), PARTS)
def test_every_turn_fits_in_teams(code, dilemma):
    guest = guest_of(code, "teams_prive")
    for beurt in turns(code, dilemma):
        arranged = ARRANGING.arrange(guest, Reply(CATALOGUE.phrases.say("kanaal_verouderd"), beurt))
        text, card = cards.text_of(arranged.pieces), cards.card_of(arranged, CATALOGUE.phrases)
        assert text
        assert len(json.dumps([text, card]).encode()) <= MOST_BYTES_IN_TEAMS
        if card:
            check_card(shape_of(card))
            assert sum(len(block.get("actions", ())) for block in card["body"]) <= 6
            assert all(0 < len(choice["title"]) <= 200 for block in card["body"] for choice in block.get("choices", ()))


@pytest.mark.parametrize(("code", "dilemma"), PARTS)
def test_nothing_that_can_be_chosen_or_is_said_is_left_out(code, dilemma):
    guest = guest_of(code, "teams_prive")
    for beurt in turns(code, dilemma):
        arranged = ARRANGING.arrange(guest, Reply(beurt=beurt))
        offered = {button.value.rpartition("|")[2] for button in (*arranged.answers, *arranged.more)}
        assert {in_channel(choice.keuze_id) for choice in beurt.keuzes} <= offered
        assert set(beurt.berichten) <= said_in(arranged)


def in_channel(choice: str) -> str:
    """The id of a choice in a channel, where the card comes as a file."""
    return "kaart_bestand" if choice == "kaart" else choice


def said_in(arranged) -> set[str]:
    """Every sentence in a message; a channel numbers the steps itself."""
    steps = [piece.text for piece in arranged.pieces if piece.kind == "stap"]
    numbered = {f"{number}. {step}" for number, step in enumerate(steps, start=1)}
    return numbered | {piece.text for piece in arranged.pieces if piece.kind != "stap"}


@pytest.mark.parametrize(("code", "dilemma"), PARTS)
def test_every_passage_can_be_opened(code, dilemma):
    guest = guest_of(code, "teams_prive")
    for beurt in turns(code, dilemma):
        sources = [*(beurt.advies.bronnen if beurt.advies else ()), *(beurt.vraag.bronnen if beurt.vraag else ())]
        told = [piece for piece in ARRANGING.arrange(guest, Reply(beurt=beurt)).pieces if piece.text.startswith("“")]
        for piece in told:
            assert piece.kind == "citaat", piece
            assert piece.address.startswith(f"{PUBLIC}/codes/{code}#")
        if beurt.advies:
            assert 1 <= len(told) <= len(sources)


@pytest.mark.parametrize("code", [*CATALOGUE.codes, None])
def test_the_home_tab_fits(code):
    view = home(CATALOGUE, code)
    assert len(view["blocks"]) <= 100
    for block in view["blocks"]:
        check_block(json.dumps(block))


def test_answers_that_are_too_long_for_a_button_in_teams_are_a_list():
    beurt = next(one for one in turns("limburg", "nevenwerkzaamheden") if one.vraag and len(one.keuzes) == 6)
    card = cards.card_of(ARRANGING.arrange(guest_of("limburg", "teams_prive"), Reply(beurt=beurt)), CATALOGUE.phrases)
    answers, more = (block for block in card["body"] if block["type"] == "Input.ChoiceSet")
    assert (answers["style"], len(answers["choices"]), more["style"]) == ("expanded", 6, "compact")
