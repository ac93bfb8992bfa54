"""One turn of the assistant as every channel gets it: the Beurt of the public contract."""
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.catalogue import Catalogue
from bot.code import Code, Refusal
from bot.explaining import Told, Turning, core_line, open_lines, remarks, settled, turning, turning_line
from bot.receipt import receipt_for
from bot.recognising import Fact
from bot.tree import Advice, Ask, Referral, Source, Tree
from bot.walk import Place, decisive

KINDS = ("welkom", "vraag", "advies", "verduidelijking", "informatie", "acuut", "buiten_bereik", "niet_begrepen",
         "afscheid")
Json = Mapping[str, object]


@dataclass(frozen=True)
class Choice:
    """Something to choose: its id and its label."""

    id: str
    label: str


@dataclass(frozen=True)
class Understood:
    """What a message was taken for: label, certainty from 0 to 1, other labels, and facts."""

    label: str
    certainty: float
    others: tuple[tuple[str, float], ...] = ()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Turn:
    """What is said now; `place` is the open question or the advice, if any, `asked` the question as it is put now."""

    kind: str
    dilemma: str | None = None
    messages: tuple[str, ...] = ()
    place: Place | None = None
    choices: tuple[Choice, ...] = ()
    understood: Understood | None = None
    asked: str | None = None


def as_json(turn: Turn, catalogue: Catalogue, code_id: str | None) -> Json:
    """The turn in the words of the public contract."""
    node = turn.place.node if turn.place else None
    tree = catalogue.tree(code_id, turn.dilemma) if node and code_id and turn.dilemma else None
    return {
        "soort": turn.kind, "dilemma": turn.dilemma, "berichten": list(turn.messages),
        "vraag": question_json(node, turn) if isinstance(node, Ask) and turn.place else None,
        "advies": advice_json(catalogue, tree, turn.place)
        if isinstance(node, Advice) and tree and turn.place else None,
        "keuzes": [{"keuzeId": choice.id, "label": choice.label} for choice in turn.choices],
        "begrepen": understood_json(turn.understood) if turn.understood else None,
    }


def question_json(ask: Ask, turn: Turn) -> Json:
    """The open question; `stap` counts from 1."""
    return {"vraagId": ask.question.id, "tekst": turn.asked or ask.question.text, "waarom": ask.question.why,
            "bronnen": sources_json(ask.sources), "stap": turn.place.step if turn.place else 1}


def advice_json(catalogue: Catalogue, tree: Tree, place: Place) -> Json:
    """The advice: verdict, why, steps, people, passages, what would change it and what is left open."""
    advice, code = place.node, catalogue.code(tree.code)
    assert isinstance(advice, Advice)
    return {
        "adviesId": receipt_for(code, tree, place), "oordeel": advice.verdict, "melden": advice.duty,
        "titel": advice.title, "kern": core_line(catalogue.phrases, advice), "uitleg": explained(catalogue, advice),
        "stappen": [step.text for step in advice.steps],
        "doorverwijzingen": referrals_json(code, advice.referrals), "bronnen": sources_json(advice.sources),
        "doorslaggevend": [{"vraagId": question, "keuzeId": answer} for question, answer in decisive(place)],
        "waarom": {"tekst": advice.explanation, "antwoorden": told_json(settled(tree, place))},
        "anders": [turning_json(catalogue, found) for found in turning(tree, place)],
        "openPunten": open_json(catalogue, advice), "opmerkingen": list(remarks(catalogue, tree)),
        "afwijzen": refusal_json(code.refusals.get((tree.dilemma, place.node.id))),
    }


def told_json(told: Sequence[Told]) -> list[Json]:
    """Questions with their answers, by id and in words."""
    return [{"vraagId": question.id, "vraag": question.text, "keuzeId": answer.id, "antwoord": answer.label}
            for question, answer in told]


def turning_json(catalogue: Catalogue, found: Turning) -> Json:
    """Another answer, and the verdicts it would or could lead to."""
    told = told_json([(found.question, found.answer)])[0]
    return {**told, "oordelen": list(found.verdicts), "zeker": found.sure,
            "tekst": turning_line(catalogue.phrases, found)}


def refusal_json(refusal: Refusal | None) -> Json | None:
    """How to decline kindly, for an advice that says so."""
    if refusal is None:
        return None
    return {"zin": refusal.sentence, "onderwerp": refusal.subject, "mail": list(refusal.mail),
            "bronnen": sources_json(refusal.sources)}


def open_json(catalogue: Catalogue, advice: Advice) -> list[Json]:
    """What the code leaves open, by kind and as it is said."""
    return [{"soort": point.kind, "tekst": catalogue.phrases.line(f"open_{point.kind}", tekst=point.text)}
            for point in advice.open_points]


def explained(catalogue: Catalogue, advice: Advice) -> str:
    """The explanation, followed by what the code leaves open."""
    return " ".join((advice.explanation, *open_lines(catalogue, advice)))


def referrals_json(code: Code, referrals: Sequence[Referral]) -> list[Json]:
    """Who to talk to, by the name this code uses, and how to reach them."""
    contacts = code.contacts
    return [{"rol": referral.role, "naam": contacts[referral.role].name, "waarvoor": referral.purpose,
             "bereikbaar": contacts[referral.role].reach} for referral in referrals]


def sources_json(sources: Sequence[Source]) -> list[Json]:
    """The passages with their code and place."""
    return [{"code": source.code, "vindplaats": source.place, "citaat": source.quote} for source in sources]


def understood_json(understood: Understood) -> Json:
    """What a message was taken for."""
    return {
        "label": understood.label, "zekerheid": round(understood.certainty, 4),
        "alternatieven": [{"label": label, "zekerheid": round(share, 4)} for label, share in understood.others],
        "feiten": [{"vraagId": fact.question, "keuzeId": fact.answer, "uit": fact.words} for fact in understood.facts],
    }


def choices_of(ask: Ask) -> tuple[Choice, ...]:
    """The answers to an open question."""
    return tuple(Choice(answer.id, answer.label) for answer in ask.question.answers.values())

