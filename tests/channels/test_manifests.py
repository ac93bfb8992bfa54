"""The manifests of both apps: their published shape, and what the code and the guides say about them."""
import json
import pathlib

import pytest
from jsonschema import Draft202012Validator
from PIL import Image
from ruamel.yaml import YAML

from api.channels.settings import ChannelSettings, SlackSettings, TeamsSettings
from api.slack.app import COMMAND

ROOT = pathlib.Path(__file__).parent.parent.parent
SHAPES = pathlib.Path(__file__).parent / "shapes"
TEAMS = json.loads((ROOT / "teams" / "manifest.json").read_text(encoding="utf-8"))
SLACK = YAML(typ="safe", pure=True).load((ROOT / "slack" / "manifest.yml").read_text(encoding="utf-8"))
SCOPE_OF = {"app_mention": "app_mentions:read", "message.im": "im:history", "app_home_opened": None}


@pytest.mark.parametrize(("manifest", "shape"), [(TEAMS, "teams-manifest.json"), (SLACK, "slack-manifest.json")])
def test_a_manifest_has_its_published_shape(manifest, shape):
    Draft202012Validator(json.loads((SHAPES / shape).read_text(encoding="utf-8"))).validate(manifest)


@pytest.mark.parametrize(("icon", "size"), [("color", 192), ("outline", 32)])
def test_an_icon_has_the_size_that_teams_wants(icon, size):
    assert Image.open(ROOT / "teams" / TEAMS["icons"][icon]).size == (size, size)


def test_the_outline_is_white_on_nothing():
    colours = Image.open(ROOT / "teams" / "outline.png").convert("RGBA").get_flattened_data()
    assert {colour[:3] for colour in colours if colour[3]} == {(255, 255, 255)}
    assert any(colour[3] == 0 for colour in colours)


def test_slack_delivers_everything_to_the_one_address_that_there_is():
    settings, command = SLACK["settings"], SLACK["features"]["slash_commands"][0]
    addresses = {settings["event_subscriptions"]["request_url"], settings["interactivity"]["request_url"], command["url"]}
    assert addresses == {"https://magikdit.voorbeeld.nl/slack/events"}
    assert command["command"] == COMMAND


def test_slack_gives_the_rights_that_its_events_need():
    events = SLACK["settings"]["event_subscriptions"]["bot_events"]
    assert {SCOPE_OF[event] for event in events} - {None} <= set(SLACK["oauth_config"]["scopes"]["bot"])


@pytest.mark.parametrize(("guide", "groups", "address"), [
    ("slack.md", (ChannelSettings, SlackSettings), "/slack/events"), ("teams.md", (ChannelSettings, TeamsSettings), "/teams/berichten"),
])
def test_a_guide_names_every_address_and_setting_that_has_to_be_filled_in(guide, groups, address):
    text = (ROOT / "docs" / guide).read_text(encoding="utf-8")
    needed = {f"{group.model_config['env_prefix']}{name.upper()}" for group in groups
              for name, field in group.model_fields.items() if field.default is None}
    assert {name for name in needed if name not in text} == set()
    assert address in text
