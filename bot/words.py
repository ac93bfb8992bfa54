"""Words as the adviser compares them: lower case, without accents and punctuation, in all their forms."""
import re
import unicodedata
from collections.abc import Iterator

VOWELS = "aeiou"
ENDINGS = ("", "en", "s", "'s", "e", "n", "je", "jes", "tje", "tjes", "pje", "pjes", "etje", "etjes")
ENDINGS_BY_LETTER = {letter: tuple(ending for ending in ENDINGS if ending.endswith(letter) or not ending)
                     for letter in "ens"}
HARD = {"v": "f", "z": "s"}
SHORTEST = 2


def normal(text: str) -> str:
    """The text in lower case, without accents and punctuation, words separated by one space."""
    return " ".join(folded_words(text))


def folded_words(text: str) -> list[str]:
    """The words of a text in lower case, without accents and punctuation; a hyphen separates words."""
    bare = unicodedata.normalize("NFKD", text.lower().replace("’", "'")).encode("ascii", "ignore").decode()
    return re.findall(r"[a-z0-9']+", bare)


def bases(word: str) -> Iterator[str]:
    """What a word can be a form of, likeliest first: flesjes, fles; bomen, boom; brieven, brief."""
    for ending in ENDINGS_BY_LETTER.get(word[-1:], ("",)):
        stem = word.removesuffix(ending)
        if word.endswith(ending) and len(stem) >= SHORTEST:
            yield stem
            if ending:
                yield from respelled(stem)


def respelled(stem: str) -> Iterator[str]:
    """The ways a stem before an ending is written by itself: fless, fles; bom, boom; briev, brief; huiz, huis."""
    last = HARD.get(stem[-1], stem[-1])
    if stem[-1] in HARD:
        yield stem[:-1] + last
    if stem[-1] == stem[-2] and stem[-1] not in VOWELS:
        yield stem[:-1]
    if stem[-1] not in VOWELS and stem[-2] in VOWELS:
        yield stem[:-1] + stem[-2] + last
