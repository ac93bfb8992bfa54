"""The dilemmas of a code: a list, and a page for each with its tree drawn, to walk by links alone."""
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from urllib.parse import quote, urlencode

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from api.edge import TheEdge
from api.pages.branches import Taken, drawn
from api.pages.rendering import page
from api.pages.turns import shown
from api.problems import bad_input
from api.v1.codes import faults_in
from api.v1.models import Beurt
from bot.catalogue import Catalogue
from bot.conversation import Conversation
from bot.telling import arrive
from bot.topics import Topic
from bot.tree import Tree
from bot.turn import as_json
from bot.walk import Place, walk

router = APIRouter(prefix="/codes/{code}/dilemmas", include_in_schema=False)
Told = Sequence[tuple[str, str, str]]


@router.get("")
async def index(edge: TheEdge, code: str) -> HTMLResponse:
    """Every dilemma of a code, by group."""
    found = edge.catalogue.code(code)
    return page(edge, "onderwerpen.html", code=found, groups=groups(edge.catalogue, code))


@router.get("/{dilemma}")
async def one(edge: TheEdge, code: str, dilemma: str, request: Request) -> HTMLResponse:
    """A tree with the answers in the address: the next question or the advice, and where that stands."""
    tree, given = edge.catalogue.tree(code, dilemma), dict(request.query_params)
    faults = tuple(faults_in(tree, given))
    if faults:
        raise bad_input(faults)
    place, link = walk(tree, given), linked(tree)
    beurt = turn(edge.catalogue, tree, given)
    return page(edge, "onderwerp.html", code=edge.catalogue.code(code), tree=tree, place=place,
                topic=edge.catalogue.topics[dilemma], told=told(edge.catalogue, given, place, link),
                turn=shown(beurt, onward(given, beurt, link)), why=beurt.vraag and beurt.vraag.waarom,
                root=drawn(tree, place, link))


def groups(catalogue: Catalogue, code: str) -> Sequence[tuple[str, Sequence[Topic]]]:
    """The topics of a code by group, in the order of the content."""
    topics = [catalogue.topics[dilemma] for dilemma in catalogue.topics if (code, dilemma) in catalogue.trees]
    return [(group, list(found)) for group, found in groupby(topics, key=lambda topic: topic.group)]


def turn(catalogue: Catalogue, tree: Tree, given: Mapping[str, str]) -> Beurt:
    """The turn that the API gives for the same answers."""
    conversation = Conversation(tree.code, tree.dilemma, tuple(given.items()))
    return Beurt.model_validate(as_json(arrive(catalogue, conversation), catalogue, tree.code))


def linked(tree: Tree) -> Callable[[Taken], str]:
    """Makes the address of the page where these answers are given."""
    def link(answers: Taken) -> str:
        query = f"?{urlencode(answers)}" if answers else ""
        return f"/codes/{quote(tree.code)}/dilemmas/{quote(tree.dilemma)}{query}#vraag"
    return link


def onward(given: Mapping[str, str], beurt: Beurt, link: Callable[[Taken], str]) -> Callable[[str], str]:
    """Makes the address that a choice of this turn leads to."""
    def chosen(choice: str) -> str:
        control, *rest = choice.split(":")
        if control == "wijzig":
            return link(without(given, rest[0]))
        question, answer = rest if control == "ook" else (beurt.vraag.vraag_id if beurt.vraag else "", choice)
        return link((*without(given, question), (question, answer)))
    return chosen


def without(given: Mapping[str, str], question: str) -> Taken:
    """The answers without the one to this question."""
    return tuple((name, answer) for name, answer in given.items() if name != question)


def told(catalogue: Catalogue, given: Mapping[str, str], place: Place, link: Callable[[Taken], str]) -> Told:
    """Each question that counts here with its answer, and the address where it is asked again."""
    questions = catalogue.questions
    return [(questions[name].text, questions[name].answers[answer].label, link(without(given, name)))
            for name, answer in (*place.taken, *place.held)]
