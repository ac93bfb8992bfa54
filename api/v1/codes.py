"""The codes of conduct and their trees, without a conversation."""
from collections.abc import Iterator, Mapping
from typing import Annotated

from fastapi import APIRouter, Depends

from api.edge import TheEdge
from api.faults import Fault, fault_of
from api.negotiation import gives_json, reads_json
from api.problems import bad_input
from api.v1.answers import refusals
from api.v1.code_json import code_short, code_whole, contact, passage, tree_short, tree_whole
from api.v1.code_models import Artikelen, Beslisbomen, Beslisboom, CodeHeel, Codes, Contacten
from api.v1.incoming import Doorloop
from api.v1.models import Beurt
from bot.code import Code
from bot.conversation import Conversation
from bot.errors import UnknownError, WrongAnswerError
from bot.telling import arrive
from bot.tree import Tree
from bot.turn import as_json
from bot.walk import refuse_unknown

router = APIRouter(prefix="/v1/codes", tags=["codes"], dependencies=[Depends(gives_json)])
READING = refusals(404, 406, 429, 503)


def code_named(edge: TheEdge, code: str) -> Code:
    """The code in the address."""
    return edge.catalogue.code(code)


def tree_named(edge: TheEdge, code: str, dilemma: str) -> Tree:
    """The tree in the address."""
    return edge.catalogue.tree(code, dilemma)


TheCode = Annotated[Code, Depends(code_named)]
TheTree = Annotated[Tree, Depends(tree_named)]


@router.get("", summary="Alle gedragscodes", operation_id="toonCodes", responses=refusals(406, 429, 503))
async def codes(edge: TheEdge) -> Codes:
    """All codes."""
    return Codes(codes=[code_short(code) for code in edge.catalogue.codes.values()])


@router.get("/{code}", summary="Eén gedragscode", operation_id="toonCode", responses=READING)
async def one_code(edge: TheEdge, code: TheCode) -> CodeHeel:
    """One code with the dilemmas it has a tree for."""
    return code_whole(code, edge.catalogue.dilemmas(code.id))


@router.get("/{code}/artikelen", summary="De tekst van een gedragscode", operation_id="toonArtikelen",
            responses=READING)
async def passages(code: TheCode) -> Artikelen:
    """The text of a code by passage."""
    return Artikelen(artikelen=[passage(section) for section in code.sections.values()])


@router.get("/{code}/contacten", summary="Met wie je kunt praten", operation_id="toonContacten", responses=READING)
async def contacts(code: TheCode) -> Contacten:
    """Everyone a code names to talk to."""
    return Contacten(contacten=[contact(person) for person in code.contacts.values()])


@router.get("/{code}/beslisbomen", summary="De beslisbomen van een gedragscode", operation_id="toonBeslisbomen",
            responses=READING)
async def trees(edge: TheEdge, code: TheCode) -> Beslisbomen:
    """The trees of a code."""
    found = (edge.catalogue.tree(code.id, dilemma) for dilemma in edge.catalogue.dilemmas(code.id))
    return Beslisbomen(beslisbomen=[tree_short(tree) for tree in found])


@router.get("/{code}/beslisbomen/{dilemma}", summary="Eén beslisboom", operation_id="toonBeslisboom", responses=READING)
async def one_tree(edge: TheEdge, tree: TheTree) -> Beslisboom:
    """A tree with its questions, answers, advices and edges."""
    return tree_whole(edge.catalogue, tree)


@router.post("/{code}/beslisbomen/{dilemma}/_doorloop", summary="Een beslisboom doorlopen",
             operation_id="doorloopBeslisboom", dependencies=[Depends(reads_json)],
             responses=refusals(400, 404, 406, 413, 415, 429, 503))
async def walk_tree(edge: TheEdge, tree: TheTree, body: Doorloop) -> Beurt:
    """The next question or the advice for these answers; nothing is kept."""
    faults = tuple(faults_in(tree, body.antwoorden))
    if faults:
        raise bad_input(faults)
    conversation = Conversation(tree.code, tree.dilemma, tuple(body.antwoorden.items()))
    return Beurt.model_validate(as_json(arrive(edge.catalogue, conversation), edge.catalogue, tree.code))


def faults_in(tree: Tree, answers: Mapping[str, str]) -> Iterator[Fault]:
    """Every answer that this tree does not know."""
    for question, answer in answers.items():
        try:
            refuse_unknown(tree, {question: answer})
        except UnknownError as error:
            yield fault_of(error, "antwoorden")
        except WrongAnswerError as error:
            yield fault_of(error, f"antwoorden.{question}")
