"""Refuse bodies that are too large or too slow, whether they say so or come in pieces."""
import asyncio
from collections.abc import Mapping

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import ProblemError, answer

TIMES_READ = 64


class Size:
    """Lets through a body when all of it has come and fits; the rest of the edge never waits for a slow sender."""

    def __init__(self, app: ASGIApp, most_bytes: int, seconds: float, most_below: Mapping[str, int]) -> None:
        self.app, self.most, self.seconds, self.most_below = app, most_bytes, seconds, most_below

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        most = self.most_for(scope["path"])
        try:
            async with asyncio.timeout(self.seconds):
                messages = await self.received(receive, most)
        except TimeoutError:
            await answer(too_slow(self.seconds))(scope, receive, send)
            return
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


def too_slow(seconds: float) -> ProblemError:
    """The refusal of a body that does not come."""
    return ProblemError(408, f"De aanvraag kwam niet binnen {seconds:g} seconden helemaal aan.",
                        headers={"Connection": "close"})


def length_of(messages: list[Message]) -> int:
    """How many bytes these messages hold."""
    return sum(len(message.get("body", b"")) for message in messages)


def replay(messages: list[Message], receive: Receive) -> Receive:
    """Gives these messages again, and then what comes after them."""
    waiting = iter(messages)

    async def again() -> Message:
        return next(waiting, None) or await receive()
    return again
