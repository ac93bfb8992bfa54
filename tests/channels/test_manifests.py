"""The manifests of both apps: their published shape, and what the code and the guides say about them."""
import copy
import functools
import json
import operator
import pathlib
import re

import pytest
from PIL import Image
from ruamel.yaml import YAML

from api.channels.settings import ChannelSettings, SlackSettings, TeamsSettings
from api.settings import Settings
from api.slack.app import COMMAND
from tests.channels.shapes import SLACK_MANIFEST, TEAMS_MANIFEST

ROOT = pathlib.Path(__file__).parent.parent.parent
TEAMS = json.loads((ROOT / "teams" / "manifest.json").read_text(encoding="utf-8"))
SLACK = YAML(typ="safe", pure=True).load((ROOT / "slack" / "manifest.yml").read_text(encoding="utf-8"))
SCOPE_OF = {"app_mention": "app_mentions:read", "message.im": "im:history", "app_home_opened": None}


@pytest.mark.parametrize(("manifest", "shape"), [(TEAMS, TEAMS_MANIFEST), (SLACK, SLACK_MANIFEST)], ids=["teams", "slack"])
def test_a_manifest_has_its_published_shape(manifest, shape):
    shape.validate(manifest)


@pytest.mark.parametrize(("manifest", "shape", "where", "wrong"), [
    (TEAMS, TEAMS_MANIFEST, ("manifestVersion",), "1.18"), (TEAMS, TEAMS_MANIFEST, ("name", "short"), "a" * 31),
    (TEAMS, TEAMS_MANIFEST, ("kleur",), "blauw"), (SLACK, SLACK_MANIFEST, ("oauth_config", "scopes", "bot"), ["alles"]),
    (SLACK, SLACK_MANIFEST, ("settings", "event_subscriptions", "bot_events"), ["message.alles"]),
    (SLACK, SLACK_MANIFEST, ("features", "kleur"), "blauw"),
])
def test_a_manifest_with_another_shape_is_refused(manifest, shape, where, wrong):
    changed = copy.deepcopy(manifest)
    *path, last = where
    functools.reduce(operator.getitem, path, changed)[last] = wrong
    assert not shape.is_valid(changed)


@pytest.mark.parametrize(("text", "most"), [
    (SLACK["display_information"]["name"], 35), (SLACK["display_information"]["description"], 140),
    (SLACK["features"]["bot_user"]["display_name"], 80), (SLACK["features"]["slash_commands"][0]["command"], 32),
    (SLACK["features"]["slash_commands"][0]["description"], 2000), (SLACK["features"]["slash_commands"][0]["usage_hint"], 1000),
])
def test_a_text_for_slack_is_as_short_as_slack_wants_it(text, most):
    assert 1 <= len(text) <= most


def test_the_names_in_the_manifest_of_slack_have_the_signs_that_slack_takes():
    assert re.fullmatch(r"[A-Za-z0-9._ -]+", SLACK["features"]["bot_user"]["display_name"])
    assert re.fullmatch(r"/[a-z0-9_-]+", COMMAND)
    assert re.fullmatch(r"#[0-9a-f]{6}", SLACK["display_information"]["background_color"])
    assert set(SLACK) <= set(SLACK_MANIFEST.schema["definitions"]["Manifest"]["properties"])


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


@pytest.mark.parametrize(("guide", "name"), [("slack.md", "slack"), ("teams.md", "teams")])
def test_the_settings_in_a_guide_are_all_that_a_channel_needs(monkeypatch, guide, name):
    text = (ROOT / "docs" / guide).read_text(encoding="utf-8")
    for variable, value in re.findall(r"^(MAGIKDIT_\w+)='(.*)'$", text, re.MULTILINE):
        monkeypatch.setenv(variable, value.ljust(40, "x") if value.startswith("<") else value)
    settings = Settings()
    assert getattr(settings.channels, name).is_on
    assert settings.channels.shared.public_url == "https://magikdit.voorbeeld.nl"
    assert "magikdit.voorbeeld.nl" in settings.trusted_hosts


def test_the_manifest_of_slack_can_be_changed_for_socket_mode_as_its_guide_says():
    lines = (ROOT / "slack" / "manifest.yml").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if "https://" not in line]
    manifest = YAML(typ="safe", pure=True).load("\n".join(kept).replace("socket_mode_enabled: false", "socket_mode_enabled: true"))
    assert len(lines) - len(kept) == 3
    SLACK_MANIFEST.validate(manifest)
    assert manifest["settings"]["socket_mode_enabled"] is True


def test_the_package_of_teams_holds_everything_that_its_manifest_names():
    command, = re.findall(r"zipfile -c \S+ (.+)$", (ROOT / "docs" / "teams.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(command.split()) == {"manifest.json", *TEAMS["icons"].values()}
    assert all((ROOT / "teams" / name).is_file() for name in command.split())
