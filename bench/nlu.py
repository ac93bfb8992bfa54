"""How well messages are understood, on sets that are never trained on: python -m bench.nlu, in the engine."""
import asyncio
import functools
import json
import logging
import pathlib
import statistics
import time

from rasa.core.agent import load_agent
from rasa.utils.log_utils import configure_structlog

from actions.hearing import heard_in
from bench import scoring
from bench.learning import curve
from bench.pictures import draw
from bench.tables import Measured, report
from bot.catalogue import shipped
from bot.conversation import Conversation
from bot.danger import PERHAPS, alarming, share_of_danger
from bot.message import Amount, message_of
from bot.recognising import facts
from bot.replying import typed_answer
from engine.amounts import amounts_in
from engine.graph import run_in_order

ROOT = pathlib.Path(__file__).parent.parent
SETS = ROOT / "tests" / "nlu"
NEW_HANDS, VEILED, REPLIES = "nieuwe-handen.jsonl", "verhulde-nood.jsonl", "antwoorden.jsonl"
MOVES = ("antwoord_ja", "antwoord_nee", "antwoord_weet_niet", "vraag_waarom", "ga_terug", "begin_opnieuw", "stop",
         "toon_bron", "spreek_mens", "samenvatting", "vertelt_meer")
GIVERS = {"leverancier": "relatie", "aannemer": "relatie", "adviesbureau": "relatie", "gesubsidieerde": "relatie",
          "burger": "inwoner", "overheid": "andere_overheid", "collega": "collega", "onbekend": "weet_niet"}
PAID = {"ja": "betaald", "nee": "onbetaald"}
SAME = ("lopende_zaak", "al_aangenomen", "op_huisadres", "tegenprestatie_verwacht", "vooraf_gevraagd", "ik_ben",
        "eigen_leidinggevende_betrokken", "nu_gevaar", "anoniem_gewenst")

UNNAMED_THERE = {"gedeelde set": {("al_aangenomen", "toegestuurd"), ("al_aangenomen", "zelf_gevraagd")}}


def rows_of(name):
    """The rows of a measuring set."""
    return [json.loads(line) for line in (SETS / name).read_text(encoding="utf-8").splitlines()]


def understood(loop, agent, texts):
    """Each text as the adviser hears it, and the milliseconds that took, with the facts about its dilemma."""
    heard, spent = [], []
    for text in texts:
        begin = time.perf_counter()
        heard.append(heard_in(loop.run_until_complete(agent.parse_message(text)), shipped().lexicon))
        facts_in(heard[-1], asked_about(heard[-1].label))
        spent.append((time.perf_counter() - begin) * 1000)
    return heard, spent


def noticed(heard):
    """For each message whether human help comes at once."""
    return [alarming(shipped(), Conversation(), one, plain=False) for one in heard]


def asked_after(heard):
    """For each message whether human help comes at once or is offered first."""
    return [comes or share_of_danger(one) >= PERHAPS for comes, one in zip(noticed(heard), heard)]


def without_moves(ranking):
    """A ranking for a first message: the dialogue moves, which only answer a question, stay out."""
    kept = [(label, share) for label, share in ranking if label not in MOVES]
    whole = sum(share for _, share in kept) or 1.0
    return [(label, share / whole) for label, share in kept]


def shared_facts(row):
    """The facts of a row of the shared set in the words of our questions; what no tree asks stays out."""
    found = {(name, answer) for name, answer in row["feiten"].items() if name in SAME}
    if "gever" in row["feiten"]:
        found.add(("gever", GIVERS[row["feiten"]["gever"]]))
    if "betaald" in row["feiten"]:
        found.add(("betaald", PAID[row["feiten"]["betaald"]]))
    return found


def facts_in(heard, names):
    """The facts that the adviser reads in a message, for these questions."""
    questions = [question for name, question in shipped().questions.items() if name in names]
    return {(fact.question, fact.answer) for fact in facts(questions, heard.message)}


def fact_rows(loop, agent):
    """Precision, recall and size for each annotated set, as read anywhere and in a conversation, and for amounts."""
    for name, rows, wanted in fact_sets():
        heard, _ = understood(loop, agent, [row["tekst"] for row in rows])
        names = {question for facts in wanted for question, _ in facts}
        found = [facts_in(one, names) - UNNAMED_THERE.get(name, set()) for one in heard]
        yield name, *scoring.fact_figures(wanted, found), len(rows)
        asked = [asked_about(one.label) for one in heard]
        here = [[{fact for fact in facts if fact[0] in questions} for facts, questions in zip(each, asked)]
                for each in (wanted, found)]
        yield f"{name}, zoals het gesprek ze leest", *scoring.fact_figures(*here), len(rows)
        yield f"{name}, bedragen", *scoring.fact_figures(*amounts_and_found(rows, heard)), len(rows)


def fact_sets():
    """The annotated sets by name, each with its rows and the facts in the words of our questions."""
    shared, own, second, new = map(rows_of, ("feiten-gedeeld.jsonl", "feiten.jsonl", "feiten-eigen-2.jsonl", NEW_HANDS))
    apart = [row for row in second if row["deel"] == "meten"]
    return (("gedeelde set", shared, [shared_facts(row) for row in shared]),
            ("eigen set", own, [set(row["feiten"].items()) for row in own]),
            ("tweede eigen set, deel om te meten", apart, [set(row["feiten"].items()) for row in apart]),
            ("nieuwe handen, alle vragen", new, [set(row["feiten"].items()) for row in new]))


def replies_read():
    """For each reply of the set whether it is read as meant, and whether it is read as another answer."""
    amounts = ((row, message_of(shipped().lexicon, row["tekst"], tuple(
        Amount(euros, words) for euros, words in amounts_in(row["tekst"])))) for row in rows_of(REPLIES))
    read = [(row["antwoord"], typed_answer(shipped().questions[row["vraag"]], message)) for row, message in amounts]
    return [meant == found for meant, found in read], [found not in (None, meant) for meant, found in read]


@functools.cache
def asked_about(label):
    """The questions that a conversation about this label can ask, under any code."""
    return {name for (_, dilemma), tree in shipped().trees.items() if dilemma == label for name in tree.questions}


def amounts_and_found(rows, heard):
    """The amounts of money that are in the rows, and those that were read."""
    return ([{("bedrag", amount) for amount in amounts_of(row)} for row in rows],
            [{("bedrag", amount.euros) for amount in one.message.amounts} for one in heard])


def amounts_of(row):
    """The amounts of money in a row, in euros."""
    given = row.get("bedragen", row["feiten"].get("bedrag_euro", []))
    return [float(amount) for amount in (given if isinstance(given, list) else [given])]


def quiet():
    """Keep the libraries from talking through the figures."""
    logging.disable(logging.WARNING)
    configure_structlog(logging.ERROR)


def measure():
    """Print and write all figures."""
    quiet()
    loop = asyncio.new_event_loop()
    run_in_order()
    agent = loop.run_until_complete(load_agent("models"))
    rows = rows_of("measure.jsonl")
    understood(loop, agent, [rows[0]["tekst"]] * 20)
    heard, spent = understood(loop, agent, [row["tekst"] for row in rows])
    rankings = [without_moves(one.ranking) for one in heard]
    acute, asked = noticed(heard), asked_after(heard)
    points = list(curve(ROOT / "data" / "nlu", rows, rankings, without_moves))
    new = rows_of(NEW_HANDS)
    elsewhere = new, [without_moves(one.ranking) for one in understood(loop, agent, [row["tekst"] for row in new])[0]]
    hidden = understood(loop, agent, [row["tekst"] for row in rows_of(VEILED)])[0]
    veiled = noticed(hidden), asked_after(hidden)
    facts, replies = list(fact_rows(loop, agent)), replies_read()
    text = report(Measured(
        rows, rankings, acute, asked, elsewhere, veiled, facts, replies, points, statistics.median(spent)))
    (ROOT / "docs" / "meting.md").write_text(text, encoding="utf-8")
    draw(rows, rankings, points, ROOT / "docs" / "meting")
    print(text)


if __name__ == "__main__":
    measure()
