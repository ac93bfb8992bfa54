"""The id of an advice: it carries the code, edition, tree, version and answers, so that anybody can find it again.

`limburg.geschenk.1.021-0.k3fq97ab.m2x9pd` is code, dilemma, version, answers, mark and check sum. The answers are a
sign each, in the order of the path, and after a dash the circumstances that hold. The mark tells of the edition and of
what was asked, answered and advised. The check sum guards the whole against a slip. There is no secret in it: whatever
anybody makes up leads nowhere or says what these answers lead to, so a forged one cannot say anything that is not so.
"""
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.catalogue import Catalogue
from bot.code import Code
from bot.errors import BrokenReceiptError, OtherVersionError, UnknownError
from bot.tree import Advice, Ask, Tree
from bot.walk import Place, placed

SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"
OF_EDITION, OF_ADVICE, OF_WHOLE = 3, 6, 6
NOTHING = "-"
Offered = TypeVar("Offered")


@dataclass(frozen=True)
class Parts:
    """What stands in a receipt."""

    code: str
    dilemma: str
    version: str
    answers: str
    mark: str


@dataclass(frozen=True)
class Replayed:
    """An advice that was found again."""

    code: Code
    tree: Tree
    place: Place


def receipt_for(code: Code, tree: Tree, place: Place) -> str:
    """The receipt of the advice at this place; the same answers under the same content have the same one."""
    mark = mark_of(code.edition, OF_EDITION) + mark_of(said_at(tree, place), OF_ADVICE)
    return sealed(Parts(code.id, tree.dilemma, tree.version, signs_of(tree, place), mark))


def replay(catalogue: Catalogue, receipt: str) -> Replayed:
    """The advice of a receipt; raise BrokenReceiptError when it leads nowhere, OtherVersionError when it is old."""
    parts = parts_of(receipt)
    try:
        code, tree = catalogue.code(parts.code), catalogue.tree(parts.code, parts.dilemma)
    except UnknownError:
        raise BrokenReceiptError(receipt) from None
    if parts.mark[:OF_EDITION] != mark_of(code.edition, OF_EDITION):
        raise OtherVersionError("editie", code.name, code.edition)
    if parts.version != tree.version:
        raise OtherVersionError("versie", tree.title, tree.version)
    place = place_at(tree, parts.answers)
    if place is None or signs_of(tree, place) != parts.answers:
        raise BrokenReceiptError(receipt)
    if receipt_for(code, tree, place) != receipt:
        raise OtherVersionError("tekst", tree.title, tree.version)
    return Replayed(code, tree, place)


def sealed(parts: Parts) -> str:
    """The receipt with its check sum."""
    body = ".".join((parts.code, parts.dilemma, parts.version, parts.answers, parts.mark))
    return f"{body}.{mark_of(body, OF_WHOLE)}"


def parts_of(receipt: str) -> Parts:
    """What stands in a receipt; raise BrokenReceiptError when it is not one or holds a slip."""
    try:
        code, dilemma, rest = receipt.split(".", 2)
        version, answers, mark, _ = rest.rsplit(".", 3)
    except ValueError:
        raise BrokenReceiptError(receipt) from None
    parts = Parts(code, dilemma, version, answers, mark)
    if sealed(parts) != receipt or len(mark) != OF_EDITION + OF_ADVICE:
        raise BrokenReceiptError(receipt)
    return parts


def signs_of(tree: Tree, place: Place) -> str:
    """The answers at a place: a sign for each on the path, and after a dash the circumstances that hold as well."""
    taken = "".join(SIGNS[list(tree.questions[question].answers).index(answer)] for question, answer in place.taken)
    circumstances = [(held.question.id, held.answer) for held in tree.circumstances]
    held = "".join(SIGNS[circumstances.index(pair)] for pair in place.held)
    return f"{taken}-{held}" if held else taken or NOTHING


def place_at(tree: Tree, signs: str) -> Place | None:
    """Where these signs lead, or None when that is no advice or they say too much or too little."""
    path, _, also = signs.partition("-")
    node, taken = tree.nodes[tree.start], []
    for sign in path:
        answer = nth(tuple(node.question.answers), sign) if isinstance(node, Ask) else None
        if answer is None or not isinstance(node, Ask):
            return None
        taken.append((node.question.id, answer))
        node = tree.nodes[node.leads_to[answer]]
    held = [nth(tuple((fact.question.id, fact.answer) for fact in tree.circumstances), sign) for sign in also]
    given = dict((*taken, *(pair for pair in held if pair)))
    return placed(tree, node, tuple(taken), given) if isinstance(node, Advice) else None


def nth(offered: Sequence[Offered], sign: str) -> Offered | None:
    """What stands at the place of this sign, or None."""
    number = SIGNS.find(sign)
    return offered[number] if 0 <= number < len(offered) else None


def said_at(tree: Tree, place: Place) -> str:
    """Everything that was asked, answered and advised on the way to this place, as one text."""
    advice = place.node
    assert isinstance(advice, Advice)
    told = [(tree.questions[question].text, tree.questions[question].answers[answer].label, question, answer)
            for question, answer in (*place.taken, *place.held)]
    return json.dumps([told, list(words_of(advice))], ensure_ascii=False)


def words_of(advice: Advice) -> Iterator[object]:
    """Everything an advice says; who is meant by a role may change without changing the advice."""
    yield from (advice.id, advice.verdict, advice.duty, advice.title, advice.explanation)
    yield from (step.text for step in advice.steps)
    yield from ((who.role, who.purpose) for who in advice.referrals)
    yield from ((source.section, source.quote) for source in advice.sources)
    yield from ((point.kind, point.text) for point in advice.open_points)


def mark_of(text: str, length: int) -> str:
    """A mark of this text in so many signs."""
    number = int.from_bytes(hashlib.sha256(text.encode("utf-8", "replace")).digest(), "big")
    return "".join(SIGNS[number >> 5 * place & 31] for place in range(length))
