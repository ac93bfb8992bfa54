"""Nothing is said twice in a row: the sentences of the last turn are known by marks, and not said again."""
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

BETWEEN = re.compile(r"(?<=[.!?])\s+(?=[^a-zà-ÿ–(])")


def sentences_in(text: str) -> list[str]:
    """The sentences of a text."""
    return [sentence for sentence in BETWEEN.split(text.strip()) if sentence]


def marks_of(messages: Iterable[str]) -> Iterator[str]:
    """A mark for each sentence, and for what follows a colon in it."""
    for sentence in (sentence for text in messages for sentence in sentences_in(text)):
        yield mark(sentence)
        if ": " in sentence:
            yield mark(sentence.partition(": ")[2])


def mark(sentence: str) -> str:
    """A few letters by which a sentence is known again."""
    return f"{zlib.crc32(sentence.encode()):08x}"


@dataclass(frozen=True)
class Said:
    """What was said in the last turn, by its marks."""

    marks: frozenset[str] = frozenset()

    def also(self, messages: Iterable[str]) -> "Said":
        """This, and these messages."""
        return Said(self.marks.union(marks_of(messages)))

    def exactly(self, text: str) -> bool:
        """Whether this whole text was marked as one."""
        return mark(text) in self.marks

    def wholly(self, text: str) -> bool:
        """Whether every sentence of this text was said."""
        return all(mark(sentence) in self.marks for sentence in sentences_in(text))

    def partly(self, text: str) -> bool:
        """Whether a sentence of this text was said."""
        return any(mark(sentence) in self.marks for sentence in sentences_in(text))

    def new_in(self, text: str) -> str:
        """The sentences of this text that were not said."""
        return " ".join(sentence for sentence in sentences_in(text) if mark(sentence) not in self.marks)
