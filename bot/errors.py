"""What can go wrong in the adviser.

AdviserError
├── ContentError        a content file is not as it should be
├── UnknownError             somebody named something that does not exist
├── WrongAnswerError         an answer does not fit the question it was given to
├── BrokenReceiptError       the id of an advice holds a slip or leads to no advice
└── OtherVersionError        an advice was given under other content than there is now
"""
from collections.abc import Iterable, Sequence


class AdviserError(Exception):
    """Something the adviser refuses, said so that the reader can mend it."""


class ContentError(AdviserError):
    """One or more faults in the content, each naming file, place and field."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


class UnknownError(AdviserError):
    """A code, dilemma, question or section that the content does not have."""

    def __init__(self, kind: str, given: str, offered: Iterable[str]) -> None:
        self.kind, self.given, self.offered = kind, given, tuple(offered)
        super().__init__(f"{kind} {given!r} bestaat niet; verwacht: {', '.join(self.offered)}")


class WrongAnswerError(AdviserError):
    """The given answer is not one of the answers to this question."""

    def __init__(self, question: str, given: str, offered: Iterable[str]) -> None:
        self.question, self.given, self.offered = question, given, tuple(offered)
        super().__init__(f"{question}: antwoord {given!r} bestaat niet; verwacht: {', '.join(self.offered)}")


class BrokenReceiptError(AdviserError):
    """The id of an advice holds a slip, or leads to no advice."""

    def __init__(self, given: str) -> None:
        self.given = given
        super().__init__(f"adviesId {given!r} klopt niet; verwacht: een adviesId zoals het bij een advies staat")


class OtherVersionError(AdviserError):
    """An advice was given under another edition, version or text than there is now; `part` says which of these."""

    def __init__(self, part: str, name: str, current: str) -> None:
        self.part, self.name, self.current = part, name, current
        super().__init__(f"dit advies is gegeven onder een andere {part} van {name}; nu geldt: {current}")
