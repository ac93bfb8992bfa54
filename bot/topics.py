"""What the assistant can be asked about, in words a person would use."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Topic:
    """A label of the assistant: `name` completes "het gaat over …", `choice` is its button.

    `first` is the human sentence that comes before anything else.
    """

    id: str
    name: str
    choice: str
    group: str
    first: str | None = None
