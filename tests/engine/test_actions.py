"""The actions: the same answer in the engine's own process as over HTTP, and nothing kept but ids."""
import asyncio

import pytest
from jsonschema import ValidationError, validate
from rasa.core.actions.action import RemoteAction

from actions.running import run
from engine.acting import read_answers_quickly


def call(action, slots, text="", intent="keuze", entities=()):
    message = {"text": text, "intent": {"name": intent}, "entities": list(entities),
               "intent_ranking": [{"name": intent, "confidence": 0.9}]}
    return {"next_action": action, "sender_id": "a", "domain": {}, "tracker": {
        "sender_id": "a", "slots": slots, "latest_message": message, "events": [], "paused": False,
        "followup_action": None, "active_loop": {}, "latest_action_name": None}}


def test_a_message_starts_its_dilemma():
    answer = asyncio.run(run(call("action_bericht", {"code": "limburg"}, "mag dit?", "geschenk")))
    assert answer["responses"][0]["custom"]["dilemma"] == "geschenk"
    assert {event["name"]: event["value"] for event in answer["events"] if event["event"] == "slot"}["dilemma"] == "geschenk"


def test_a_choice_that_does_not_exist_changes_nothing():
    entities = [{"entity": "keuze", "value": "paars"}]
    answer = asyncio.run(run(call("action_keuze", {"code": "limburg", "dilemma": "geschenk"}, entities=entities)))
    assert answer["events"] == []
    assert answer["responses"][0]["custom"]["fout"]["gegeven"] == "paars"


def test_what_was_typed_is_not_kept():
    answer = asyncio.run(run(call("action_bericht", {"code": "limburg"}, "mijn geheim cadeau", "geschenk")))
    assert "geheim" not in repr(answer["events"])


@pytest.fixture
def checked():
    """Rasa with our check, and afterwards Rasa as it was."""
    before = RemoteAction._validate_action_result
    read_answers_quickly()
    yield RemoteAction("action_bericht", None)
    RemoteAction._validate_action_result = before


def test_an_answer_in_the_wrong_form_is_still_refused(checked):
    assert checked._validate_action_result({"events": [], "responses": []}) is True
    slot = {"event": "slot", "name": "code", "value": "limburg", "timestamp": None}
    assert checked._validate_action_result({"events": [slot], "responses": []}) is True


@pytest.mark.parametrize("events", ["geen lijst", ["geen gebeurtenis"], [{"name": "code"}], [{"event": "onbekend"}],
                                    [{"event": "slot", "name": "code"}], [{"event": "slot", "name": 3, "value": 1}]])
def test_events_in_the_wrong_form_are_refused_as_rasa_refuses_them(checked, events):
    with pytest.raises(ValidationError):
        validate({"events": events}, RemoteAction.action_response_format_spec())
    with pytest.raises(ValidationError):
        checked._validate_action_result({"events": events})


def test_only_what_changes_is_kept_anew():
    slots = {"code": "limburg", "dilemma": "geschenk", "beurten": 3}
    answer = asyncio.run(run(call("action_keuze", slots, entities=[{"entity": "keuze", "value": "opnieuw"}])))
    kept = {event["name"]: event["value"] for event in answer["events"] if event["event"] == "slot"}
    assert kept["dilemma"] is None
    assert kept["beurten"] == 4
    assert "code" not in kept
