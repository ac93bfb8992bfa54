"""The figures of a measurement as a page in Markdown."""
from typing import NamedTuple

from bench import scoring


class Measured(NamedTuple):
    """What was measured: the rows with their rankings, which were acute, facts, the learning curve and the time.

    `asked` tells for each row whether help comes or is offered; `elsewhere` holds the rows and rankings of the set of
    new hands; `veiled` tells both for each message that hides its danger; `replies` tells for each typed answer
    whether it was read as meant, and whether as another.
    """

    rows: list
    rankings: list
    acute: list
    asked: list
    elsewhere: tuple
    veiled: tuple
    facts: list
    replies: tuple
    points: list
    milliseconds: float


def report(found):
    """The page with all figures."""
    rows, rankings = found.rows, found.rankings
    blocks = ["# Hoe goed de assistent berichten verstaat", INTRODUCTION,
              overall(found),
              "## Nieuwe handen", NEW_HANDS, ranked(*found.elsewhere),
              "## Verhulde nood", VEILED, veiled_table(found.veiled), "## Feiten", fact_table(found.facts),
              "## Getypte antwoorden", REPLIES, reply_table(found.replies),
              "## Hoe het groeit met de trainingsregels", growth(found.points), "![Leercurve](meting/leercurve.png)",
              "## Per stijl", groups(scoring.by("stijl", rows, rankings)),
              "## Per onderwerp", groups(scoring.by("label", rows, rankings)),
              "## Vaakst verward", confused(rows, rankings),
              "![Verwarring](meting/verwarring.png)", "![Zekerheid](meting/zekerheid.png)", NOT_YET]
    return "\n\n".join(blocks) + "\n"


INTRODUCTION = """Gemeten met `make measure`, op berichten waar niets van is geleerd (`tests/nlu/`). Goed is: het eerste
label is het bedoelde, of een label dat ook goed is."""

NEW_HANDS = """Berichten met veel omstandigheden, van wie geen trainingsregel of meetset zag. Alleen om te meten."""

VEILED = """Berichten waarin het gevaar terloops of in een bijzin staat, en de vraag over iets anders gaat. Van een
schrijver van wie de andere helft wel is geleerd."""

REPLIES = """Wat mensen typen in plaats van een knop te kiezen, zonder een kaal ja of nee. Wordt het niet verstaan,
dan stelt de assistent de vraag in andere woorden."""

NOT_YET = """## Wat nog niet lukt

Feiten worden nog niet vaak genoeg goed gelezen, en verhulde nood wordt te weinig gevonden. Wat is geprobeerd, met de
cijfers, en wat er nodig zou zijn, staat in [besluit 8](decisions/0008-facts-by-phrases-and-concepts.md). Voor
onderwerpen, nood en buiten bereik staat dat in [besluit 5](decisions/0005-a-blend-of-linear-models.md). De leercurve
hierboven laat zien wat meer regels brengen."""


def ranked(rows, rankings):
    """How often the label is right, and how well the certainty is."""
    return table(("wat", f"{len(rows)} berichten"), ranked_lines(rows, rankings))


def ranked_lines(rows, rankings):
    """The figures of the labels alone."""
    return [("eerste label goed", percent(scoring.top(rows, rankings, 1))),
            ("bij de eerste drie", percent(scoring.top(rows, rankings, 3))),
            ("kalibratiefout (ECE)", f"{scoring.calibration_error(rows, rankings):.3f}")]


def overall(measured):
    """The main figures."""
    rows, rankings = measured.rows, measured.rankings
    found, false = scoring.acute_figures(rows, measured.acute)
    _, asked = scoring.acute_figures(rows, measured.asked)
    refused, no_dilemma, nothing = scoring.scope_figures(rows, rankings)
    lines = [
        *ranked_lines(rows, rankings),
        ("nood gevonden", percent(found)), ("vals alarm voor nood", percent(false)),
        ("vals alarm, of onnodig gevraagd of er gevaar is", percent(asked)),
        ("binnen bereik, toch als buiten bereik beantwoord", percent(refused)),
        ("buiten bereik, niet zeker als dilemma beantwoord", percent(no_dilemma)),
        ("buiten bereik, ook niet zeker als informatievraag of nood", percent(nothing)),
        ("één bericht verstaan, mediaan", f"{measured.milliseconds:.2f} ms"),
    ]
    return table(("wat", f"{len(rows)} berichten"), lines)


def veiled_table(veiled):
    """How much of the danger between the lines was noticed, and how much at least asked about."""
    names = "nood gevonden", "nood gevonden, of gevraagd of er gevaar is"
    return table(("wat", f"{len(veiled[0])} berichten"),
                 [(name, percent(sum(found) / len(found))) for name, found in zip(names, veiled)])


def fact_table(facts):
    """Precision and recall for each set."""
    return table(("set", "precisie", "gevonden", "berichten"),
                 [(name, percent(precision), percent(recall), str(size)) for name, precision, recall, size in facts])


def reply_table(replies):
    """How many typed answers are read as meant, and how many as another answer."""
    names = "verstaan zoals bedoeld", "verstaan als een ander antwoord"
    return table(("wat", f"{len(replies[0])} antwoorden"),
                 [(name, percent(sum(found) / len(found))) for name, found in zip(names, replies)])


def growth(points):
    """The learning curve in figures."""
    return table(("trainingsregels", "eerste goed", "bij eerste drie"),
                 [(str(lines), percent(first), percent(three)) for lines, first, three in points])


def groups(found):
    """Top-1 and top-3 for each group."""
    return table(("groep", "eerste goed", "bij eerste drie", "aantal"),
                 [(name, percent(scoring.top(rows, rankings, 1)), percent(scoring.top(rows, rankings, 3)),
                   str(len(rows)))
                  for name, (rows, rankings) in found.items()])


def confused(rows, rankings):
    """The labels that were most often taken for another."""
    most = scoring.confusions(rows, rankings).most_common(15)
    return table(("bedoeld", "verstaan als", "aantal"), [(meant, taken, str(count)) for (meant, taken), count in most])


def table(head, rows):
    """A table in Markdown."""
    return "\n".join((f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *(f"| {' | '.join(row)} |" for row in rows)))


def percent(share):
    """A share as a percentage with one decimal."""
    return f"{share * 100:.1f} %"
