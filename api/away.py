"""What it is called when something that a turn needs does not answer."""


class EngineAwayError(Exception):
    """The engine gave no answer that can be used; `code` is the code of the conversation, if known."""

    def __init__(self, code: str | None = None) -> None:
        super().__init__("the engine gave no usable answer")
        self.code = code


class KeeperAwayError(EngineAwayError):
    """What edges share gives no answer; who asks hears the same as when the engine is away."""
