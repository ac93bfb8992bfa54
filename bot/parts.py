"""The parts of a phrase of the content, as the adviser looks for them in a message."""
import functools
from collections.abc import Iterator, Sequence

from bot.words import folded_words

OR, AND = "|", " & "
Part = frozenset[str]
ANYWHERE = GAP, FIRST, LAST = frozenset(("..",)), frozenset(("^",)), frozenset(("$",))


@functools.cache
def joined(phrase: str) -> tuple[str, ...]:
    """The phrases that a phrase joins with a sign: the first counts where the others are in the same sentence."""
    return tuple(phrase.split(AND))


@functools.cache
def parts_of(phrase: str) -> tuple[Part, ...]:
    """The parts of a phrase of the content, each as the set of its alternatives.

    A part is a plain word, a {concept}, either|or, a gap of up to three words (".."), or where a sentence begins
    ("^") or ends ("$").
    """
    return tuple(part for piece in phrase.split() for part in parts_in(piece))


@functools.cache
def clues_in(phrase: str) -> tuple[Part, ...]:
    """The parts of a phrase that not every message has: a message without one of them does not say the phrase."""
    return tuple(part for one in joined(phrase) for part in parts_of(one) if part not in ANYWHERE)


def parts_in(piece: str) -> Iterator[Part]:
    """The parts that one piece of a phrase stands for; a hyphen separates words."""
    tokens = [token for either in piece.split(OR) for token in tokens_in(either)]
    yield from (frozenset(tokens),) if OR in piece else (frozenset((token,)) for token in tokens)


def tokens_in(either: str) -> Sequence[str]:
    """The words in a piece; a sign or a concept stays as it is."""
    return (either,) if frozenset((either,)) in ANYWHERE or either.startswith("{") else folded_words(either)
