"""Whether words in a message state something, or are denied or only supposed there."""
from collections.abc import Mapping, Sequence
from itertools import pairwise

from bot.parts import Part

NEGATIONS = frozenset((
    "geen", "niet", "nooit", "zonder", "niks", "niets", "nergens", "niemand", "no", "not", "never", "don't", "didn't",
    "isn't", "wasn't", "without", "nie", "neet", "ni", "gein", "gin", "nix"))
PERSONS = frozenset((
    "ik", "je", "jij", "u", "hij", "ze", "zij", "we", "wij", "jullie", "het", "er", "die", "dat", "dit", "iemand",
    "mijn", "m'n", "mn", "onze", "ons", "daar", "hier"))
DOUBTS: Mapping[str, frozenset[str]] = {
    "mocht": frozenset(("er", "het", "'t", "t", "dat", "zich")),
    "stel": PERSONS | {"nou", "nu", "een", "de", "jezelf"}, "als": PERSONS | {"een", "de", "zo'n", "iedereen"},
    "wanneer": PERSONS | {"een", "de"}, "of": PERSONS, "indien": PERSONS | {"een", "de"}, "wat": frozenset(("als",)),
    "if": frozenset(("i", "he", "she", "they", "it", "a", "the", "my", "someone")),
    "whether": frozenset(("i", "he", "she", "they", "it", "a", "the", "my"))}
AFTERWARDS = frozenset(("niet", "nie", "neet"))
OBJECTS = frozenset((
    "hem", "'m", "m", "haar", "het", "'t", "t", "dat", "dit", "die", "ze", "hun", "me", "mij", "er", "ons"))
REACH, DOUBT_REACH = 3, 6
Span = tuple[int, int]


def stated(words: Sequence[str], sentence: Span, span: Span, own: Part, supposing: bool = False) -> bool:
    """Whether the words in the span, in this sentence, are neither denied nor supposed; their own words may do so.

    When somebody is supposing, what is supposed counts as stated.
    """
    denied = own.isdisjoint(NEGATIONS) and denied_around(words, sentence, span)
    supposed = not supposing and own.isdisjoint(DOUBTS) and supposed_before(words, sentence, span)
    return not denied and not supposed


def denied_around(words: Sequence[str], sentence: Span, span: Span) -> bool:
    """Whether a negation stands shortly before, inside, at the end of the sentence, or as "niet" behind it."""
    (begin, limit), (start, end) = sentence, span
    before_and_inside = words[max(begin, start - REACH):end]
    after = words[end:min(end + 2, limit)]
    behind = after[:2 if after and after[0] in OBJECTS else 1]
    return not (NEGATIONS.isdisjoint(before_and_inside) and AFTERWARDS.isdisjoint(behind)
                and (limit - end != 1 or NEGATIONS.isdisjoint(after)))


def supposed_before(words: Sequence[str], sentence: Span, span: Span) -> bool:
    """Whether a word such as "als" or "stel" with its subject stands before it."""
    before = pairwise(words[max(sentence[0], span[0] - DOUBT_REACH):span[0] + 1])
    return any(after in DOUBTS.get(word, ()) for word, after in before)
