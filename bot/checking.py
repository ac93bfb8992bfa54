"""Every fault of a tree at once, in an editor's words."""
import re
from collections.abc import Callable, Iterator

from bot.catalogue import Catalogue
from bot.checking_codes import faults_around
from bot.checking_recognition import recognition_faults
from bot.code import Code
from bot.question import DONT_KNOW
from bot.tree import DILEMMAS, Advice, Ask, Tree
from bot.wording import faults_in_question, faults_in_tree_words, faults_in_words

OWN_MANAGER = re.compile(r"\b(?:je|jouw|eigen) leidinggevende\b", re.IGNORECASE)
MOST_ANSWERS = 6
MOST_QUESTIONS = 8


def faults(catalogue: Catalogue) -> Iterator[str]:
    """Every fault in the content, each with the place where it is."""
    for (code, dilemma), tree in catalogue.trees.items():
        yield from (f"bomen/{code}/{dilemma}.yml › {fault}" for fault in tree_faults(tree, catalogue.codes[code]))
    for question in catalogue.questions.values():
        yield from (f"vragen › {question.id}: {fault}" for fault in faults_in_question(question))
    yield from recognition_faults(catalogue)
    yield from faults_around(catalogue)
    yield from topic_faults(catalogue)
    yield from unused_questions(catalogue)


def tree_faults(tree: Tree, code: Code) -> Iterator[str]:
    """Every fault of one tree; what depends on sound edges is only checked when the edges are sound."""
    broken = list(broken_edges(tree))
    yield from broken
    for check in NODE_CHECKS:
        yield from check(tree, code)
    if not broken:
        loops = list(loops_in(tree))
        yield from loops
        yield from unreachable(tree)
        if not loops:
            yield from path_faults(tree)


def broken_edges(tree: Tree) -> Iterator[str]:
    """A start or a target that does not exist, and answers that lead nowhere or come from nowhere."""
    if tree.start not in tree.nodes:
        yield f"begin: '{tree.start}' bestaat niet"
    for ask in tree.asks:
        for answer in ask.question.answers:
            if answer not in ask.leads_to:
                yield f"{ask.id}: antwoord '{answer}' leidt nergens heen"
        for answer, target in ask.leads_to.items():
            if answer not in ask.question.answers:
                yield f"{ask.id}: antwoord '{answer}' hoort niet bij vraag '{ask.question.id}'"
            if target not in tree.nodes:
                yield f"{ask.id}: antwoord '{answer}' wijst naar '{target}', en dat bestaat niet"


def loops_in(tree: Tree) -> Iterator[str]:
    """A place from which a path can come back to itself."""
    settled: set[str] = set()

    def onward(name: str, trail: tuple[str, ...]) -> Iterator[str]:
        if name in trail:
            yield f"{name}: een pad komt hier terug: {' → '.join((*trail, name))}"
        elif name not in settled and isinstance(node := tree.nodes[name], Ask):
            for target in node.leads_to.values():
                yield from onward(target, (*trail, name))
            settled.add(name)
    return onward(tree.start, ())


def reached(tree: Tree) -> set[str]:
    """The names of all nodes that can be reached from the start."""
    found, waiting = set(), [tree.start]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            node = tree.nodes[name]
            waiting.extend(() if isinstance(node, Advice) else node.leads_to.values())
    return found


def unreachable(tree: Tree) -> Iterator[str]:
    """A node that no path comes by."""
    yield from (f"{name}: hier komt geen enkel pad langs" for name in tree.nodes if name not in reached(tree))


def path_faults(tree: Tree) -> Iterator[str]:
    """A path that asks the same twice or asks too much."""
    def onward(name: str, asked: tuple[str, ...]) -> Iterator[str]:
        node = tree.nodes[name]
        if isinstance(node, Advice):
            return
        if node.question.id in asked:
            yield f"{name}: vraag '{node.question.id}' is op dit pad al gesteld"
        elif len(asked) == MOST_QUESTIONS:
            yield f"{name}: dit pad stelt meer dan {MOST_QUESTIONS} vragen"
        else:
            for target in dict.fromkeys(node.leads_to.values()):
                yield from onward(target, (*asked, node.question.id))
    yield from dict.fromkeys(onward(tree.start, ()))


def ask_faults(tree: Tree, code: Code) -> Iterator[str]:
    """A question without a passage, with too few or too many answers, or without a way to say "weet ik niet"."""
    for ask in tree.asks:
        if not ask.sources:
            yield f"{ask.id}: noemt geen bron"
        if not 2 <= len(ask.question.answers) <= MOST_ANSWERS:
            yield f"{ask.id}: heeft {len(ask.question.answers)} antwoorden; 2 tot {MOST_ANSWERS} mag"
        if DONT_KNOW not in ask.question.answers:
            yield f"{ask.id}: heeft geen antwoord '{DONT_KNOW}'"
        if len(set(ask.leads_to.values())) == 1:
            yield f"{ask.id}: alle antwoorden leiden naar hetzelfde"


def advice_faults(tree: Tree, code: Code) -> Iterator[str]:
    """An advice that lacks steps, sources or referrals, or refers to somebody this code does not name."""
    for advice in tree.advices:
        for name, part in (("stap", advice.steps), ("bron", advice.sources), ("doorverwijzing", advice.referrals)):
            if not part:
                yield f"{advice.id}: heeft geen {name}"
        for role in (*(referral.role for referral in advice.referrals), *(step.role for step in advice.steps)):
            if role is not None and role not in code.contacts:
                yield f"{advice.id}: verwijst naar '{role}', maar {code.id} kent die niet"


def manager_faults(tree: Tree, code: Code) -> Iterator[str]:
    """A step that names the own manager without saying so, so that it would stay when the manager is involved."""
    for advice in tree.advices:
        for step in advice.steps:
            if step.role != "leidinggevende" and OWN_MANAGER.search(step.text):
                yield (f"{advice.id}: stap noemt je leidinggevende, maar heeft geen 'bij: leidinggevende': "
                       f"{step.text[:50]!r}")


def status_faults(tree: Tree, code: Code) -> Iterator[str]:
    """A confirmed tree that does not say by whom and when, and a dilemma that nobody knows."""
    if tree.status.state == "vastgesteld" and not (tree.status.by and tree.status.on):
        yield "status: vastgesteld, maar door wie en wanneer staat er niet"
    if tree.dilemma not in DILEMMAS:
        yield f"dilemma '{tree.dilemma}' is onbekend"


def word_faults(tree: Tree, code: Code) -> Iterator[str]:
    """Sentences that are not plain Dutch."""
    return faults_in_tree_words(tree)


NODE_CHECKS: tuple[Callable[[Tree, Code], Iterator[str]], ...] = (
    ask_faults, advice_faults, manager_faults, status_faults, word_faults)


def topic_faults(catalogue: Catalogue) -> Iterator[str]:
    """A dilemma or information question that has no name to call it by."""
    named = {*(dilemma for _, dilemma in catalogue.trees),
             *(name for code in catalogue.codes.values() for name in code.information)}
    yield from (f"onderwerpen.yml › '{name}' ontbreekt" for name in sorted(named - set(catalogue.topics)))
    yield from (f"gesprek.yml › zwaarste_eerst: '{dilemma}' ontbreekt"
                for dilemma in DILEMMAS if dilemma not in catalogue.phrases.gravest)
    for topic in catalogue.topics.values():
        yield from (f"onderwerpen.yml › {topic.id}: {fault}" for fault in faults_in_words(topic.first or ""))


def unused_questions(catalogue: Catalogue) -> Iterator[str]:
    """A question that no tree asks."""
    used = {question for tree in catalogue.trees.values() for question in tree.questions}
    yield from (f"vragen › {name}: geen enkele boom stelt deze vraag"
                for name in catalogue.questions if name not in used)
