"""Everything that the content can lead to fits in both channels, and has the shape that they publish."""
import asyncio
import functools
import json

import pytest
from jsonschema import ValidationError
from pydantic import SecretStr
from slack_sdk.errors import SlackObjectFormationError

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
from tests.channels.shapes import HOME_VIEW, check_block, check_card

CATALOGUE = catalogues.shipped()
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


PARTS = [*CATALOGUE.trees, *((code, None) for code in CATALOGUE.codes)]


@pytest.mark.parametrize(("code", "dilemma"), CATALOGUE.trees)
def test_the_turns_are_those_of_the_whole_tree(code, dilemma):
    found, tree = turns(code, dilemma), CATALOGUE.tree(code, dilemma)
    assert {beurt.vraag.vraag_id for beurt in found if beurt.vraag} == {ask.question.id for ask in tree.asks}
    assert {advice.title for advice in tree.advices} <= {beurt.advies.titel for beurt in found if beurt.advies}
    said = {line for beurt in found for line in beurt.berichten}
    assert {line for told in CATALOGUE.code(code).information.values() for line in told.text} <= said
    assert {ask.question.why for ask in tree.asks} <= {line.partition(": ")[2] for line in said}
    assert {ask.question.rephrased for ask in tree.asks} <= said


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
            check_card(card)
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
    HOME_VIEW.validate(view)
    assert len(view["blocks"]) <= 100
    for block in view["blocks"]:
        check_block(json.dumps(block))


def test_answers_that_are_too_long_for_a_button_in_teams_are_a_list():
    beurt = next(one for one in turns("limburg", "nevenwerkzaamheden") if one.vraag and len(one.keuzes) == 6)
    card = cards.card_of(ARRANGING.arrange(guest_of("limburg", "teams_prive"), Reply(beurt=beurt)), CATALOGUE.phrases)
    answers, more = (block for block in card["body"] if block["type"] == "Input.ChoiceSet")
    assert (answers["style"], len(answers["choices"]), more["style"]) == ("expanded", 6, "compact")


def actions(element: dict, **more: object) -> dict:
    """A row with one thing to choose."""
    return {"type": "actions", "elements": [element], **more}


def words(text: str, **more: object) -> dict:
    """A text that can be in a block."""
    return {"type": "plain_text", "text": text, **more}


BUTTON = {"type": "button", "action_id": "kies:0", "text": words("Ja"), "value": "gever|relatie"}
LIST = {"type": "static_select", "action_id": "kies:meer", "placeholder": words("Meer"), "options": [{"text": words("Ja"), "value": "v"}]}


@pytest.mark.parametrize("block", [
    {"type": "knoppen"}, {"type": "actions", "elements": []}, {"type": "actions", "elements": [BUTTON] * 26},
    actions(BUTTON | {"text": words("a" * 76)}), actions(BUTTON | {"text": words("")}), actions(BUTTON | {"kleur": "rood"}),
    actions(BUTTON | {"value": "v" * 2001}), actions(BUTTON, block_id="b" * 256), actions(LIST | {"options": []}),
    actions(LIST | {"options": LIST["options"] * 101}), actions(LIST | {"options": [{"text": words("a" * 76), "value": "v"}]}),
    actions(LIST | {"options": [{"text": words("Ja"), "value": "v" * 151}]}), {"type": "header", "text": words("a" * 151)},
    {"type": "header", "text": {"type": "mrkdwn", "text": "Kop"}}, {"type": "rich_text", "elements": [words("tekst")]},
    {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": ""}]}]},
])
def test_a_block_that_slack_does_not_take_is_refused(block):
    check_block(json.dumps(actions(BUTTON)))
    check_block(json.dumps(actions(LIST)))
    with pytest.raises((ValidationError, SlackObjectFormationError)):
        check_block(json.dumps(block))


@pytest.mark.parametrize("block", [
    {"type": "Knop"}, {"type": "ActionSet"}, {"type": "ActionSet", "actions": [{"type": "Action.Submit", "kleur": "rood"}]},
    {"type": "ActionSet", "actions": [{"type": "Action.OpenUrl"}]}, {"type": "Input.ChoiceSet", "choices": []},
    {"type": "Input.ChoiceSet", "id": "keuze", "choices": [{"title": "Ja"}]}, {"type": "Input.ChoiceSet", "id": "keuze", "style": "breed"},
])
def test_a_card_that_teams_does_not_take_is_refused(block):
    check_card(cards.card([cards.row(cards.submit("Ja", {}))]))
    with pytest.raises(ValidationError):
        check_card(cards.card([block]))
