"""Run an action in this process, the way the action server does."""
import functools
from collections.abc import Mapping
from typing import Any

from rasa_sdk.executor import ActionExecutor


@functools.cache
def executor() -> ActionExecutor:
    """All actions of this package, registered once."""
    made = ActionExecutor()
    made.register_package("actions")
    return made


async def run(call: Mapping[str, Any]) -> Mapping[str, Any]:
    """The answer of an action to Rasa's call: its events and responses."""
    return await executor().run(call) or {"events": [], "responses": []}
