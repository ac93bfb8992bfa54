"""The shapes that Slack and Microsoft publish, as checks."""
import functools
import importlib.resources
import json
import pathlib

from jsonschema import Draft4Validator, Draft6Validator, Draft7Validator, Draft202012Validator
from jsonschema.validators import extend
from slack_sdk.models.blocks import Block

HERE = pathlib.Path(__file__).parent


def schema(name: str) -> dict:
    """The schema in this file."""
    return json.loads((HERE / name).read_text(encoding="utf-8"))


BLOCK_KIT = schema("published/slack-block-kit.json")
HOME_VIEW = Draft7Validator(BLOCK_KIT)
BLOCK = Draft7Validator({**BLOCK_KIT, "$ref": "#/definitions/KnownBlock"})
LIMITS = Draft202012Validator(schema("slack-limits.json"))
SLACK_MANIFEST = Draft7Validator(schema("published/slack-manifest.json"))
ADAPTIVE_CARD = Draft6Validator(json.loads(
    (importlib.resources.files("adaptive_cards") / "schemas" / "schema-1.5.json").read_text(encoding="utf-8")))
# Microsoft's schema uses `const`, which is younger than the draft that it names.
TEAMS_MANIFEST = extend(Draft4Validator, {"const": Draft6Validator.VALIDATORS["const"]})(schema("published/teams-manifest.json"))


@functools.cache
def check_block(block: str) -> None:
    """Check a block of Slack: its published type, its lengths and counts, and what the library of Slack itself refuses."""
    given = json.loads(block)
    check_type(wordless(given, "type", "style"))
    LIMITS.validate(given)
    for parsed in Block.parse_all([given]):
        parsed.to_dict()


@functools.cache
def check_type(block: str) -> None:
    """Check a block against its published type."""
    BLOCK.validate(json.loads(block))


def check_card(card: dict) -> None:
    """Check an Adaptive Card against its published schema."""
    check_shape(wordless(card, "type", "id", "style", "version", "lang", "$schema"))


@functools.cache
def check_shape(card: str) -> None:
    """Check a card without its words."""
    ADAPTIVE_CARD.validate(json.loads(card))


def wordless(part: object, *names: str) -> str:
    """A part with one word for every text except what has these names: whether it has the right shape does not depend on its words."""
    return json.dumps(worded(part, *names))


def worded(part: object, *names: str) -> object:
    """A part of a message with one word for every text, except for what has these names."""
    if isinstance(part, dict):
        return {name: value if name in names and isinstance(value, str) else worded(value, *names) for name, value in part.items()}
    return [worded(one, *names) for one in part] if isinstance(part, list) else "tekst" if isinstance(part, str) else part
