"""A channel is off until it has everything it needs; half a configuration is refused by name."""
import httpx
import pytest
from pydantic import ValidationError

from api.__main__ import main
from api.app import create_app
from api.channels.settings import Channels, ChannelSettings, SlackSettings, TeamsSettings
from api.settings import Settings
from bot.errors import UnknownError
from tests.api.conftest import running
from tests.channels.conftest import KEY, PUBLIC

SHARED = {"key": KEY, "public_url": PUBLIC}
SLACK = {"bot_token": "xoxb-1", "workspace": "T1", "signing_secret": "geheim"}
TEAMS = {"client_id": "1", "client_secret": "geheim", "tenant": "2"}


def without(settings: dict, name: str) -> dict:
    """The settings without this one."""
    return {key: value for key, value in settings.items() if key != name}


@pytest.mark.parametrize("path", ["/slack/events", "/teams/berichten", "/verder/onzin"])
def test_both_are_off_by_default(engine_url, path):
    settings = Settings(engine_url=engine_url)
    with running(create_app(settings), settings) as url:
        assert httpx.post(f"{url}{path}").status_code == 404


@pytest.mark.parametrize(("kind", "given", "name"), [
    (SlackSettings, without(SLACK, "workspace"), "MAGIKDIT_SLACK_WORKSPACE"),
    (SlackSettings, without(SLACK, "signing_secret"), "MAGIKDIT_SLACK_SIGNING_SECRET"),
    (TeamsSettings, without(TEAMS, "tenant"), "MAGIKDIT_TEAMS_TENANT"),
    (TeamsSettings, without(TEAMS, "client_secret"), "MAGIKDIT_TEAMS_CLIENT_SECRET"),
    (ChannelSettings, SHARED | {"key": "te-kort"}, "key"), (ChannelSettings, SHARED | {"public_url": "magikdit.nl"}, "public_url"),
    (ChannelSettings, SHARED | {"public_url": "https://magikdit.nl/pad"}, "public_url"),
])
def test_half_a_configuration_is_refused_by_name(kind, given, name):
    with pytest.raises(ValidationError, match=name):
        kind(**given)


@pytest.mark.parametrize("missing", ["key", "public_url"])
def test_a_channel_without_what_all_channels_need_is_refused(missing):
    with pytest.raises(ValidationError, match="MAGIKDIT_CHANNEL"):
        Channels(shared=ChannelSettings(**without(SHARED, missing)), slack=SlackSettings(**SLACK))


@pytest.mark.parametrize(("given", "named"), [
    ({"CHANNEL_KEY": "te-kort"}, "MAGIKDIT_CHANNEL_KEY: "), ({"CHANNEL_PUBLIC_URL": "https://magikdit.nl/"}, "MAGIKDIT_CHANNEL_PUBLIC_URL: "),
    ({"TEAMS_SERVICE_URL": "smba"}, "MAGIKDIT_TEAMS_SERVICE_URL: "), ({"PORT": "zeven"}, "MAGIKDIT_PORT: "),
    ({"SLACK_BOT_TOKEN": "xoxb-1"}, "MAGIKDIT_SLACK_WORKSPACE ontbreekt"),
    ({f"SLACK_{name.upper()}": value for name, value in SLACK.items()}, "MAGIKDIT_CHANNEL_KEY of MAGIKDIT_CHANNEL_PUBLIC_URL ontbreekt"),
])
def test_who_starts_it_reads_which_variable_is_wrong(monkeypatch, capsys, given, named):
    for name, value in given.items():
        monkeypatch.setenv(f"MAGIKDIT_{name}", value)
    assert main([]) == 1
    assert capsys.readouterr().err.startswith(named)


def test_a_code_that_does_not_exist_is_refused():
    channels = Channels(shared=ChannelSettings(**SHARED), slack=SlackSettings(**SLACK, code="atlantis"))
    with pytest.raises(UnknownError, match="atlantis"):
        create_app(Settings(channels=channels))


def test_everything_can_be_set_from_the_environment(monkeypatch):
    for group, given in (("CHANNEL", SHARED), ("SLACK", SLACK), ("TEAMS", TEAMS)):
        for name, value in given.items():
            monkeypatch.setenv(f"MAGIKDIT_{group}_{name.upper()}", value)
    channels = Settings().channels
    assert (channels.slack.is_on, channels.teams.is_on, channels.shared.public_url) == (True, True, PUBLIC)
