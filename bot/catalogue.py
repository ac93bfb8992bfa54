"""Everything the adviser knows, looked up by name."""
import functools
import pathlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.code import Code
from bot.errors import UnknownError
from bot.lexicon import Lexicon
from bot.phrases import Phrases
from bot.question import Question
from bot.reading import (
    CONTENT,
    codes_in,
    lexicon_in,
    page_words_in,
    phrases_in,
    questions_in,
    refuse,
    topics_in,
    trees_in,
)
from bot.repeating import Said
from bot.topics import Topic
from bot.tree import Tree


@dataclass(frozen=True)
class Catalogue:
    """All codes, questions, topics and trees of one content folder."""

    codes: Mapping[str, Code]
    questions: Mapping[str, Question]
    topics: Mapping[str, Topic]
    phrases: Phrases
    trees: Mapping[tuple[str, str], Tree]
    lexicon: Lexicon
    page_words: Mapping[str, str]

    def in_turn(self, number: int, said: Sequence[str] = ()) -> "Catalogue":
        """The same content, with the assistant's sentences as they are said in this turn, after what was said last."""
        return replace(self, phrases=self.phrases.at(number, Said(frozenset(said))))

    def code(self, code_id: str) -> Code:
        """The code with this id, or UnknownError."""
        if code_id not in self.codes:
            raise UnknownError("code", code_id, self.codes)
        return self.codes[code_id]

    def tree(self, code_id: str, dilemma: str) -> Tree:
        """The tree of this dilemma under this code, or UnknownError."""
        self.code(code_id)
        if (code_id, dilemma) not in self.trees:
            raise UnknownError("dilemma", dilemma, self.dilemmas(code_id))
        return self.trees[code_id, dilemma]

    def dilemmas(self, code_id: str) -> tuple[str, ...]:
        """The dilemmas that this code has a tree for."""
        return tuple(dilemma for code, dilemma in self.trees if code == code_id)


def read(folder: pathlib.Path = CONTENT) -> Catalogue:
    """Read all content; raise ContentError with every fault of every file."""
    faults: list[str] = []
    codes, questions = codes_in(folder, faults), questions_in(folder, faults)
    topics, trees = topics_in(folder, faults), trees_in(folder, codes, questions, faults)
    phrases, lexicon = phrases_in(folder, faults), lexicon_in(folder, faults)
    lexicon = replace(lexicon, elsewhere=phrases.cues.get("ander_geval", ()))
    words = page_words_in(folder, faults)
    refuse(faults)
    return Catalogue(codes, questions, topics, phrases, trees, lexicon, words)


@functools.cache
def shipped() -> Catalogue:
    """The content that comes with the adviser, read once."""
    return read()
