"""Refuse bodies that are too large, whether they say so or come in pieces."""
from collections.abc import Mapping

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import ProblemError, answer

TIMES_READ = 64


class Size:
    """Lets through a body when all of it has come and fits; the rest of the edge never waits for a slow sender."""

    def __init__(self, app: ASGIApp, most_bytes: int, most_below: Mapping[str, int] | None = None) -> None:
        self.app, self.most, self.most_below = app, most_bytes, most_below or {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        most = self.most_for(scope["path"])
        messages = await self.received(receive, most)
        if length_of(messages) <= most:
            await self.app(scope, replay(messages, receive), send)
            return
        problem = ProblemError(413, f"De aanvraag is te groot: hoogstens {most} bytes.")
        await answer(problem)(scope, receive, send)

    def most_for(self, path: str) -> int:
        """How large a body to this path may be."""
        return next((most for start, most in self.most_below.items() if path.startswith(start)), self.most)

    async def received(self, receive: Receive, most: int) -> list[Message]:
        """The whole body; of one that is too large enough to let the sender hear the answer."""
        messages = [await receive()]
        while messages[-1].get("more_body") and length_of(messages) <= most * TIMES_READ:
            messages.append(await receive())
        return messages


def length_of(messages: list[Message]) -> int:
    """How many bytes these messages hold."""
    return sum(len(message.get("body", b"")) for message in messages)


def replay(messages: list[Message], receive: Receive) -> Receive:
    """Gives these messages again, and then what comes after them."""
    waiting = iter(messages)

    async def again() -> Message:
        return next(waiting, None) or await receive()
    return again
