"""Where sentences and the first clause end in what somebody types."""
import re

from bot.words import folded_words

SENTENCES = re.compile(r"(?<!\b\w)(?<!\bca)(?<!\bbijv)(?<!\bdhr)(?<!\bmevr)[.!?]+\s+|\n+", re.IGNORECASE)
ECHO = re.compile(r"^(\W*\w+(?:\s\w+)?)\?+\s+")
CLAUSE = re.compile(r"(?<=\w)\s*[,;:.!?]+(?=\s|$)|(?<=\w)\s*\n+")


def sentences_of(text: str) -> list[list[str]]:
    """The words of each sentence; who first echoes a word of the question ("gevaar? nee") says it in one sentence."""
    return [folded_words(sentence) for sentence in SENTENCES.split(ECHO.sub(r"\1 ", text))]


def opening_of(text: str) -> int:
    """The number of words in the first clause; a question is none."""
    found = CLAUSE.search(text)
    return 0 if found is None or "?" in found.group() else len(folded_words(text[:found.start()]))
