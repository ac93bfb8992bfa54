"""Codes and trees in the words of the public contract."""
from api.v1.code_models import (
    Adviesknoop,
    Antwoordkeuze,
    Artikel,
    Beslisboom,
    BoomKort,
    CodeHeel,
    CodeKort,
    Staat,
    Vraagknoop,
)
from api.v1.models import Bron, Doorverwijzing
from bot.catalogue import Catalogue
from bot.code import Code, Contact, Section
from bot.tree import Advice, Ask, Tree
from bot.turn import explained, referrals_json, sources_json


def code_short(code: Code) -> CodeKort:
    """A code in a list."""
    return CodeKort(code=code.id, naam=code.name, organisatie=code.organisation, kort=code.short, editie=code.edition)


def code_whole(code: Code, dilemmas: tuple[str, ...]) -> CodeHeel:
    """A code by itself."""
    return CodeHeel(**code_short(code).model_dump(), algemene_norm=code.general_norm, dilemmas=list(dilemmas))


def passage(section: Section) -> Artikel:
    """A passage of a code."""
    return Artikel(artikel_id=section.id, kop=section.heading, tekst=section.text)


def contact(person: Contact) -> Doorverwijzing:
    """Somebody a code names."""
    return Doorverwijzing(rol=person.role, naam=person.name, waarvoor=person.purpose, bereikbaar=person.reach)


def tree_short(tree: Tree) -> BoomKort:
    """A tree in a list."""
    status = Staat(stand=tree.status.state, door=tree.status.by, op=tree.status.on)
    return BoomKort(dilemma=tree.dilemma, titel=tree.title, versie=tree.version, status=status)


def tree_whole(catalogue: Catalogue, tree: Tree) -> Beslisboom:
    """A tree with its questions, answers, advices and edges."""
    return Beslisboom(**tree_short(tree).model_dump(), code=tree.code, begin=tree.start,
                      vragen=[ask_node(ask) for ask in tree.asks],
                      adviezen=[advice_node(catalogue, advice, catalogue.code(tree.code)) for advice in tree.advices])


def ask_node(ask: Ask) -> Vraagknoop:
    """A question with where each answer leads."""
    answers = [Antwoordkeuze(keuze_id=answer.id, label=answer.label, naar=ask.leads_to[answer.id])
               for answer in ask.question.answers.values()]
    return Vraagknoop(knoop_id=ask.id, vraag_id=ask.question.id, tekst=ask.question.text, waarom=ask.question.why,
                      bronnen=[Bron.model_validate(source) for source in sources_json(ask.sources)], antwoorden=answers)


def advice_node(catalogue: Catalogue, advice: Advice, code: Code) -> Adviesknoop:
    """An advice in full."""
    return Adviesknoop.model_validate({
        "knoopId": advice.id, "oordeel": advice.verdict, "melden": advice.duty, "titel": advice.title,
        "uitleg": explained(catalogue, advice), "stappen": [step.text for step in advice.steps],
        "doorverwijzingen": referrals_json(code, advice.referrals), "bronnen": sources_json(advice.sources)})
