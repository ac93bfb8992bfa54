"""The page says the same with and without a script."""
import re

import pytest

from bot.catalogue import shipped
from tests.web.stub import WEB

WORDS = (WEB / "words.js").read_text(encoding="utf-8")
SAID = dict(re.findall(r'^  (\w+): "(.+)",$', WORDS, re.MULTILINE))
VERDICTS = dict(re.findall(r'^  (\w+): \{ badge: "([^"]+)"', WORDS, re.MULTILINE))
DUTIES = dict(re.findall(r'(\w+): "(Melden [^"]+)"', WORDS))
CONTROLS = dict(re.findall(r'\["(\w+)", "([^"]+)"\]', WORDS))
NAMES = {
    "assistant": "assistent", "label": "jouw_bericht", "send": "verstuur", "controls": "hulp", "choose": "kies",
    "changes": "klopt_niet", "additions": "ook_voor_jou", "steps": "stappen", "people": "mensen", "sources": "bronnen",
    "card": "gesprekskaart", "wholeText": "hele_tekst", "other": "andere_vraag", "call112": "bel_112", "call113": "bel_113",
    "erase": "wis_alles", "exit": "snel_weg", "kept": "wat_bewaren_jullie",
}
PAIRS = ([(VERDICTS, verdict, f"oordeel_{verdict}") for verdict in VERDICTS]
         + [(DUTIES, duty, f"melden_{duty}") for duty in DUTIES]
         + [(CONTROLS, control, control) for control in CONTROLS] + [(SAID, *names) for names in NAMES.items()])


@pytest.mark.parametrize(("said", "script", "content"), PAIRS, ids=[content for *_, content in PAIRS])
def test_the_words_of_the_script_are_those_of_the_content(said, script, content):
    assert said[script] == shipped().page_words[content]


def test_every_verdict_and_control_is_compared():
    assert (len(VERDICTS), len(DUTIES), len(CONTROLS)) == (5, 2, 7)
