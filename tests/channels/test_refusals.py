"""What does not come from who it should is refused, and the engine never hears of it."""
import json
import time

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.api.clock import wait_for
from tests.channels.slack_standin import PRIVATE, signed
from tests.channels.teams_standin import TENANT

FOREIGN_KEY = rsa.generate_private_key(65537, 2048)


@pytest.fixture(autouse=True)
def untouched(world):
    """Afterwards the engine has heard nothing."""
    yield
    assert world.received == []


def slack_body(slacker, **more: object) -> str:
    """A message in Slack."""
    return json.dumps(slacker.event(type="message", channel_type="im", channel=PRIVATE, text="ik kreeg een fles") | more)


@pytest.mark.parametrize("headers", [
    {"X-Slack-Signature": "v0=" + "0" * 64}, {"X-Slack-Signature": ""}, {"X-Slack-Request-Timestamp": ""},
    {"X-Slack-Request-Timestamp": "morgen"}, {"X-Slack-Request-Timestamp": str(int(time.time()) + 1)},
])
def test_slack_a_bad_signature(slacker, headers):
    assert slacker.post(slack_body(slacker), "application/json", headers).status_code == 401


def test_slack_a_signature_with_another_secret(slacker):
    body = slack_body(slacker)
    assert slacker.post(body, "application/json", signed(body, secret="anders")).status_code == 401


def test_slack_a_signature_for_another_body(slacker):
    body = slack_body(slacker)
    assert slacker.post(body + " ", "application/json", signed(body)).status_code == 401


@pytest.mark.parametrize("age", [301, 3600, -301])
def test_slack_an_old_timestamp(slacker, age):
    body = slack_body(slacker)
    assert slacker.post(body, "application/json", signed(body, age=age)).status_code == 401


def test_slack_no_signature_at_all(edge, slacker):
    assert edge.post("/slack/events", content=slack_body(slacker)).status_code == 401


@pytest.mark.parametrize("body", ["", "{", "[]", "\ud800", "null", '{"type": 1}', "payload=%7B", "a=b"])
def test_slack_what_cannot_be_read(edge, body):
    raw = body.encode("utf-8", "surrogatepass")
    headers = signed(body) if body.isascii() else signed("")
    answer = edge.post("/slack/events", content=raw, headers={"Content-Type": "application/json", **headers})
    assert 400 <= answer.status_code < 500, body


def test_slack_a_foreign_workspace(slacker):
    slacker.workspace = "T0ELDERS"
    assert slacker.types("ik kreeg een fles").status_code == 403
    assert slacker.commands("ik kreeg een fles").status_code == 403


def test_slack_somebody_of_another_workspace_in_a_shared_channel(slacker):
    assert slacker.mentions("ik kreeg een fles", user_team="T0ELDERS").status_code == 403


def test_slack_a_body_that_is_too_large(slacker):
    assert slacker.types("a" * 300_000).status_code == 413


def test_slack_the_challenge_is_answered(slacker):
    body = json.dumps({"type": "url_verification", "challenge": "kanarie", "token": "x"})
    assert slacker.post(body, "application/json").json() == {"challenge": "kanarie"}


@pytest.mark.parametrize("claims", [
    {"aud": "een-ander"}, {"iss": "https://sts.windows.net/anders/"}, {"iss": "https://elders.nl"},
    {"iss": f"https://login.microsoftonline.com/{TENANT}/v2.0", "tid": TENANT},
    {"exp": int(time.time()) - 4000}, {"nbf": int(time.time()) + 4000}, {"serviceurl": "https://elders.nl/"}, {"serviceurl": None},
], ids=["audience", "issuer", "issuer elsewhere", "issuer of people", "expired", "not valid yet", "service url", "no service url"])
def test_teams_a_token_that_is_not_right(teamer, claims):
    token = teamer.connector.token(**claims)
    assert teamer.deliver(teamer.activity(text="ik kreeg een fles"), token).status_code == 401


def test_teams_a_token_signed_with_another_key(teamer):
    token = teamer.connector.token(FOREIGN_KEY)
    assert teamer.deliver(teamer.activity(text="ik kreeg een fles"), token).status_code == 401


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer onzin", "Bearer a.b.c", "Basic YTpi"])
def test_teams_no_token(edge, teamer, header):
    answer = edge.post("/teams/berichten", json=teamer.activity(text="ik kreeg een fles"), headers={"Authorization": header})
    assert answer.status_code == 401


def test_teams_a_foreign_service_url_even_with_a_right_token(teamer):
    foreign = "https://elders.nl/emea/"
    activity = teamer.activity(text="ik kreeg een fles") | {"serviceUrl": foreign}
    assert teamer.deliver(activity, teamer.connector.token(serviceurl=foreign)).status_code == 403


def test_teams_a_foreign_tenant(teamer):
    teamer.tenant = "99999999-bbbb-cccc-dddd-eeeeeeeeeeee"
    assert teamer.types("ik kreeg een fles").status_code == 403


@pytest.mark.parametrize("change", [
    {"channelId": "webchat"}, {"channelData": {}, "conversation": {"id": "a:1", "conversationType": "personal"}},
])
def test_teams_not_from_our_teams(teamer, change):
    assert teamer.deliver(teamer.activity(text="ik kreeg een fles") | change).status_code == 403


@pytest.mark.parametrize("change", [{"from": None}, {"conversation": {}}, {"serviceUrl": 7}, {"from": {"id": 7}}, {"id": [1]}])
def test_teams_what_makes_no_sense(teamer, change):
    assert 400 <= teamer.deliver(teamer.activity(text="ik kreeg een fles") | change).status_code < 500


@pytest.mark.parametrize("body", ["", "{", "[]", "null", "7"])
def test_teams_what_cannot_be_read(edge, connector, body):
    headers = {"Authorization": f"Bearer {connector.token()}", "Content-Type": "application/json"}
    assert edge.post("/teams/berichten", content=body, headers=headers).status_code == 400


def test_teams_a_body_that_is_too_large(teamer):
    assert teamer.types("a" * 300_000).status_code == 413


class TestDeliveredTwice:
    """What is delivered again is answered once."""

    @pytest.fixture(autouse=True)
    def untouched(self, world):
        """Afterwards the engine has heard one message."""
        yield
        wait_for(lambda: len(world.received) >= 2)
        time.sleep(0.2)
        assert [message.get("tekst") for message in world.received] == [None, "ik kreeg een fles"]

    def test_slack_an_event_that_is_tried_again(self, slacker):
        event = slacker.event(type="message", channel_type="im", channel=PRIVATE, text="ik kreeg een fles")
        answers = [slacker.deliver(event, **again) for again in ({}, {"X-Slack-Retry-Num": "1"}, {"X-Slack-Retry-Num": "2"})]
        assert [answer.status_code for answer in answers] == [200, 200, 200]

    def test_slack_a_request_that_is_replayed(self, slacker):
        body = slack_body(slacker)
        answers = [slacker.post(body, "application/json", signed(body)) for _ in range(2)]
        assert [answer.status_code for answer in answers] == [200, 200]

    def test_teams_an_activity_that_is_tried_again(self, teamer):
        activity = teamer.activity(text="ik kreeg een fles")
        assert [teamer.deliver(activity).status_code for _ in range(3)] == [200, 200, 200]
