"""Every fault around the trees: terms, circumstances, contacts, information and the assistant's sentences."""
import datetime
import re
from collections.abc import Iterator

from bot.catalogue import Catalogue
from bot.code import Code
from bot.tree import Advice, Circumstance, Tree
from bot.wording import faults_in_words, spoken

NUMBERS = r"(?:\d[\d.,]*|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)"
TERM = re.compile(rf"€ ?\d+|{NUMBERS} (?:euro|jaar|maanden?|weken|dagen|werkdagen)\b|schaal \d+", re.IGNORECASE)
UNKNOWN = "onbekend"


def faults_around(catalogue: Catalogue) -> Iterator[str]:
    """Every fault outside the trees themselves, each with the place where it is."""
    for code in catalogue.codes.values():
        yield from (f"codes/{code.id} › {fault}" for fault in code_faults(code))
    for tree in catalogue.trees.values():
        yield from (f"bomen/{tree.code}/{tree.dilemma}.yml › {fault}" for fault in invented(tree, catalogue))
        yield from (f"codes/{tree.code}/omstandigheden.yml › {fault}" for fault in circumstance_faults(tree, catalogue))
    for code in catalogue.codes.values():
        yield from (f"codes/{code.id}/afwijzen.yml › {fault}" for fault in refusal_faults(code, catalogue))
    yield from invented_ranges(catalogue)
    for name, ways in catalogue.phrases.lines.items():
        yield from (f"gesprek.yml › {name}: {fault}" for way in ways for line in way for fault in faults_in_words(line))
    for name, text in catalogue.page_words.items():
        yield from (f"pagina.yml › {name}: {fault}" for fault in faults_in_words(text))


def code_faults(code: Code) -> Iterator[str]:
    """Words of a code's contacts and information that are hard to read, and a role it refers to but does not have."""
    for person in code.contacts.values():
        yield from (f"contacten › {person.role}: {fault}"
                    for text in (person.purpose, person.reach) for fault in faults_in_words(text))
    for told in code.information.values():
        for text in (*told.text, *(referral.purpose for referral in told.referrals)):
            yield from (f"informatie › {told.id}: {fault}" for fault in faults_in_words(text))
        yield from (f"informatie › {told.id}: verwijst naar '{referral.role}', maar {code.id} kent die niet"
                    for referral in told.referrals if referral.role not in code.contacts)


def circumstance_faults(tree: Tree, catalogue: Catalogue) -> Iterator[str]:
    """A circumstance that is hard to read, rests on nothing or refers to somebody this code does not have."""
    for held in tree.circumstances:
        name = f"{held.question.id} › {held.answer}"
        yield from (f"{name}: {fault}" for text in said(held) for fault in faults_in_words(text))
        if not held.sources:
            yield f"{name}: heeft geen bron"
        for role in (*(referral.role for referral in held.referrals), *(step.role for step in held.steps)):
            if role is not None and role not in catalogue.codes[tree.code].contacts:
                yield f"{name}: verwijst naar '{role}', maar {tree.code} kent die niet"


def said(held: Circumstance) -> Iterator[str]:
    """Every piece of text in a circumstance that a person reads."""
    yield from (held.label, held.explanation, *([held.title] if held.title else []))
    yield from (step.text for step in held.steps)
    yield from (referral.purpose for referral in held.referrals)
    yield from (point.text for point in held.open_points)


def refusal_faults(code: Code, catalogue: Catalogue) -> Iterator[str]:
    """A way to decline that belongs to no refusing advice, rests on nothing, is hard to read or invents an amount."""
    known = {form.lower() for term in code.terms.values() for form in term.forms}
    for (dilemma, advice), refusal in code.refusals.items():
        name = f"{dilemma} › {refusal.id}"
        tree = catalogue.trees.get((code.id, dilemma))
        node = tree.nodes.get(advice) if tree else None
        if not isinstance(node, Advice) or node.verdict != "niet_toegestaan":
            yield f"{name}: '{advice}' is geen advies van {code.id} met oordeel niet_toegestaan"
        if not refusal.sources or not refusal.mail:
            yield f"{name}: heeft geen bron of geen mail"
        for text in (refusal.sentence, refusal.subject, *refusal.mail):
            yield from (f"{name}: {fault}" for fault in faults_in_words(text))
            yield from (f"{name}: '{found}' staat niet in bedragen.yml van {code.id}"
                        for found in TERM.findall(text) if found.lower() not in known)


def invented(tree: Tree, catalogue: Catalogue) -> Iterator[str]:
    """An amount, term or scale in an advice that is not in the list of this code."""
    known = {form.lower() for term in catalogue.codes[tree.code].terms.values() for form in term.forms}
    for advice in tree.advices:
        for text in spoken(advice):
            yield from (f"{advice.id}: '{found}' staat niet in bedragen.yml van {tree.code}"
                        for found in TERM.findall(text) if found.lower() not in known)


def invented_ranges(catalogue: Catalogue) -> Iterator[str]:
    """A limit in a question that no code sets."""
    known = {term.value for code in catalogue.codes.values() for term in code.terms.values()}
    for question in catalogue.questions.values():
        for answer in question.answers.values():
            limits = {answer.amounts.over, answer.amounts.up_to} - {None} if answer.amounts else set()
            yield from (f"vragen › {question.id} › {answer.id}: grens {limit} staat in geen bedragen.yml"
                        for limit in limits if limit not in known)


def expired(catalogue: Catalogue, today: datetime.date) -> Iterator[str]:
    """A term that no longer holds today."""
    for code in catalogue.codes.values():
        yield from (f"codes/{code.id}/bedragen.yml › {term.id}: gold tot en met {term.until}"
                    for term in code.terms.values() if term.until != UNKNOWN and term.until < today.isoformat())
