"""Make questions, trees and topics out of the fields of content files."""
from collections.abc import Mapping

from bot.code import Code
from bot.fields import Fields, shown
from bot.question import Amounts, Answer, Question
from bot.topics import Topic
from bot.tree import DUTIES, ROLES, VERDICTS, Advice, Ask, Circumstance, OpenPoint, Referral, Source, Status, Step, Tree

STATES = ("concept", "vastgesteld")
SILENT, AMBIGUOUS = KINDS = ("stil", "dubbelzinnig")


def topic_from(name: str, fields: Fields) -> Topic:
    """A topic: how it is named in a sentence, on a button, its group, and what is said first to somebody in trouble."""
    fields.only("naam", "knop", "groep", "eerst")
    return Topic(name, fields.text("naam"), fields.text("knop"), fields.text("groep"), fields.optional("eerst"))


def question_from(name: str, fields: Fields) -> Question:
    """A question of the library with its answers, as people read it."""
    fields.only("vraag", "waarom", "anders", "antwoorden")
    answers = {answer: answer_from(answer, Fields(f"{fields.where} › {answer}", values, fields.faults))
               for answer, values in fields.parts("antwoorden")}
    return Question(name, fields.text("vraag"), fields.text("waarom"), fields.text("anders"), answers)


def answer_from(name: str, fields: Fields) -> Answer:
    """One answer: its label, and the amounts of money that it stands for."""
    fields.only("label", "meer_dan", "hoogstens")
    over, up_to = fields.number("meer_dan"), fields.number("hoogstens")
    amounts = None if over is None and up_to is None else Amounts(over, up_to)
    return Answer(name, fields.text("label"), amounts=amounts)


def tree_from(dilemma: str, code: Code, questions: Mapping[str, Question], circumstances: tuple[Circumstance, ...],
              fields: Fields) -> Tree:
    """A tree with its questions and advices, under the circumstances that any conversation can hold."""
    fields.only("titel", "versie", "status", "begin", "vragen", "adviezen")
    asks = fields.parts("vragen") if "vragen" in fields.values else ()
    nodes: dict[str, Ask | Advice] = {}
    for name, values in asks:
        nodes[name] = ask_from(name, code, questions, Fields(f"{fields.where} › {name}", values, fields.faults))
    for name, values in fields.parts("adviezen"):
        if name in nodes:
            fields.fault(f"'{name}' is zowel een vraag als een advies")
        nodes[name] = advice_from(name, code, Fields(f"{fields.where} › {name}", values, fields.faults))
    status = status_from(Fields(f"{fields.where} › status", fields.values.get("status"), fields.faults))
    return Tree(code.id, dilemma, fields.text("titel"), fields.text("versie"), status, fields.text("begin"), nodes,
                circumstances)


def circumstances_from(code: Code, questions: Mapping[str, Question], fields: Fields) -> tuple[Circumstance, ...]:
    """What each fact that any conversation can hold changes, by question and answer."""
    found = []
    for name in fields.values:
        question = questions.get(str(name))
        if question is None:
            fields.fault(f"vraag '{name}' staat niet in de vragenbibliotheek")
            continue
        for answer, values in fields.parts(str(name)):
            part = Fields(f"{fields.where} › {name} › {answer}", values, fields.faults)
            found.append(circumstance_from(question, answer, code, part))
    return tuple(found)


def circumstance_from(question: Question, answer: str, code: Code, fields: Fields) -> Circumstance:
    """What one fact changes in every advice."""
    fields.only("knop", "vervangt", "titel", "uitleg", "stappen", "doorverwijzingen", "bronnen", "open")
    if answer not in question.answers:
        fields.fault(f"antwoord '{answer}' hoort niet bij vraag '{question.id}'")
    replaces = fields.choice("vervangt", ROLES) if "vervangt" in fields.values else None
    title = fields.text("titel") if replaces else None
    return Circumstance(question, answer, fields.text("knop"), replaces, title, fields.text("uitleg"),
                        steps_from(fields), fields.each("doorverwijzingen", referral_from),
                        sources_from(code, fields), fields.each("open", open_point_from))


def status_from(fields: Fields) -> Status:
    """Draft or confirmed, by which role and when (a date as text)."""
    fields.only("is", "door", "op")
    return Status(fields.choice("is", STATES), fields.optional("door"), fields.optional("op"))


def ask_from(name: str, code: Code, questions: Mapping[str, Question], fields: Fields) -> Ask:
    """A place where a question is put; its name is the question unless `vraag` says otherwise."""
    fields.only("vraag", "bronnen", "antwoorden")
    question_id = fields.text("vraag", name)
    question = questions.get(question_id)
    if question is None:
        fields.fault(f"vraag '{question_id}' staat niet in de vragenbibliotheek")
    leads_to = {answer: str(target) for answer, target in fields.parts("antwoorden")}
    return Ask(name, question or Question(question_id, "", "", "", {}), sources_from(code, fields), leads_to)


def advice_from(name: str, code: Code, fields: Fields) -> Advice:
    """An advice with its steps, referrals, sources and open points."""
    fields.only("oordeel", "melden", "titel", "uitleg", "stappen", "doorverwijzingen", "bronnen", "open", "regels")
    return Advice(
        id=name, verdict=fields.choice("oordeel", VERDICTS), duty=fields.choice("melden", DUTIES),
        title=fields.text("titel"), explanation=fields.text("uitleg"), steps=steps_from(fields),
        referrals=fields.each("doorverwijzingen", referral_from), sources=sources_from(code, fields),
        open_points=fields.each("open", open_point_from), rules=fields.texts("regels"))


def steps_from(fields: Fields) -> tuple[Step, ...]:
    """Steps are words, or words with the role they are done with and what is left without that role."""
    def step(item: object, number: int) -> Step:
        if isinstance(item, str):
            return Step(item.strip())
        part = Fields(f"{fields.where} › stappen {number}", item, fields.faults)
        part.only("tekst", "bij", "zonder")
        return Step(part.text("tekst"), part.choice("bij", ROLES), part.optional("zonder"))
    return tuple(step(item, number) for number, item in enumerate(fields.items("stappen"), start=1))


def referral_from(fields: Fields) -> Referral:
    """Somebody to talk to and what for."""
    fields.only("rol", "waarvoor")
    return Referral(fields.choice("rol", ROLES), fields.text("waarvoor"))


def open_point_from(fields: Fields) -> OpenPoint:
    """Something that the code leaves open, with its number in the rule map."""
    fields.only("soort", "tekst", "kaart")
    return OpenPoint(fields.choice("soort", KINDS), fields.text("tekst"), fields.optional("kaart"))


def sources_from(code: Code, fields: Fields) -> tuple[Source, ...]:
    """The passages named by id in the field `bronnen`, out of the sources of this code."""
    for name in fields.texts("bronnen"):
        if name not in code.sources:
            fields.fault(f"bron {shown(name)} staat niet bij de bronnen van {code.id}")
    return tuple(code.sources[name] for name in fields.texts("bronnen") if name in code.sources)
