"""Run the custom actions in the engine's own process instead of over HTTP."""
from __future__ import annotations

import functools
from typing import Any

from jsonschema import Draft7Validator
from rasa.core.actions.action import RemoteAction
from rasa.utils.endpoints import EndpointConfig

from actions.running import executor, run
from bot.catalogue import shipped


class ActionsHere(EndpointConfig):
    """Takes the place of the address of an action server; the same action classes answer."""

    async def request(self, method: str = "post", subpath: str | None = None, content_type: str | None = None,
                      compress: bool = False, **kwargs: Any) -> Any:
        """What the action answers to the call that Rasa would have sent."""
        return await run(kwargs["json"])


@functools.cache
def validator() -> Draft7Validator:
    """The check on an action's answer, its schema read once."""
    return Draft7Validator(RemoteAction.action_response_format_spec())


def valid(_: RemoteAction, result: dict[str, Any]) -> bool:
    """True when the answer has the right form; raises ValidationError when not."""
    validator().validate(result)
    return True


def warm_up() -> None:
    """Read the content and register the actions now, so that the first person does not wait for it."""
    shipped()
    executor()
    validator()


def check_schema_once() -> None:
    """Stop Rasa from checking the schema itself anew on every call (25 of the 31 ms of a turn)."""
    RemoteAction._validate_action_result = valid
