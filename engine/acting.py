"""Run the custom actions in the engine's own process instead of over HTTP."""
from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

from jsonschema import Draft7Validator
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.events import Event
from rasa.utils.endpoints import EndpointConfig

from actions.running import executor, run
from bot.catalogue import shipped


class ActionsHere(EndpointConfig):
    """Takes the place of the address of an action server; the same action classes answer, which need no domain."""

    def __init__(self, url: str) -> None:
        super().__init__(url, selective_domain=True)

    async def request(self, method: str = "post", subpath: str | None = None, content_type: str | None = None,
                      compress: bool = False, **kwargs: Any) -> Any:
        """What the action answers to the call that Rasa would have sent."""
        return await run(kwargs["json"])


@functools.cache
def kinds() -> Mapping[str, Draft7Validator]:
    """The check on each kind of event, read once from Rasa's schema."""
    schemas = RemoteAction.action_response_format_spec()["properties"]["events"]["items"]["oneOf"]
    return {schema["properties"]["event"]["const"]: Draft7Validator(schema) for schema in schemas}


@functools.cache
def whole() -> Draft7Validator:
    """The check on an answer as a whole, in which every event says which kind it is."""
    spec = RemoteAction.action_response_format_spec()
    event = {"type": "object", "required": ["event"], "properties": {"event": {"enum": list(kinds())}}}
    return Draft7Validator({**spec, "properties": {**spec["properties"], "events": {"type": "array", "items": event}}})


def valid(_: RemoteAction, result: dict[str, Any]) -> bool:
    """True when the answer has the right form; raises ValidationError when not."""
    whole().validate(result)
    for event in result.get("events", ()):
        kinds()[event["event"]].validate(event)
    return True


def warm_up() -> None:
    """Read the content and register the actions now, so that the first person does not wait for it."""
    shipped()
    executor()
    whole()


def read_answers_quickly() -> None:
    """Stop Rasa from checking its schema anew on every call, each event against every kind, and seeking its class."""
    RemoteAction._validate_action_result = valid
    Event.resolve_by_type = staticmethod(functools.cache(Event.resolve_by_type))
