"""Two engines on one PostgreSQL, and what can go wrong: no answer is lost, none counts twice, none is wrong."""
import itertools
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from rasa.shared.nlu.training_data.training_data import TrainingData
from sqlalchemy import text
from sqlalchemy.future import create_engine

from bench.stock import lines_of
from launch import training
from tests import servers
from tests.engine.engines import engines
from tests.servers import wait_until

MODELS = Path(__file__).parent.parent.parent / "models"
NAMES = (f"gesprek-{number}" for number in itertools.count())
ABOUT = "na de presentatie kreeg ik een fles rood in mijn handen gedrukt"
WAITING = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'UPDATE gesprek SET id = %'"


@pytest.fixture(scope="module")
def postgres():
    """A PostgreSQL to break."""
    with servers.postgres() as server:
        yield server


@pytest.fixture(scope="module")
def two(postgres, tmp_path_factory):
    """Two engines that share it."""
    log = tmp_path_factory.mktemp("engines") / "engines.log"
    with engines(2, log, MAGIKDIT_STORE_URL=postgres.url, MAGIKDIT_STORE_KEYS=Fernet.generate_key().decode()) as both:
        yield both


@pytest.fixture
def question(two):
    """A conversation at its first question: its name, the answers to choose from and what is kept."""
    name = next(NAMES)
    two[0].turn(name, begin={"code": "limburg"}, sleutel="begin")
    status, asked = two[0].turn(name, keuze="geschenk", sleutel="geschenk")
    assert status == 200
    return name, [choice["keuzeId"] for choice in asked["keuzes"]], two[0].kept(name)


@contextmanager
def held(postgres):
    """Nobody can change a conversation for as long as this lasts, as when the database is slow."""
    engine = create_engine(postgres.url)
    with engine.connect() as db:
        db.execute(text("LOCK TABLE gesprek IN SHARE MODE"))
        try:
            yield db
        finally:
            db.invalidate()
    engine.dispose()


def wait_for_a_turn(postgres):
    """Return when an engine waits for the one who holds the database."""
    engine = create_engine(postgres.url, isolation_level="AUTOCOMMIT")
    with engine.connect() as db:
        wait_until(lambda: db.execute(text(WAITING)).first(), "a turn that waits for the database")
    engine.dispose()


@contextmanager
def in_the_background(call, *given, **named):
    """A call that goes on meanwhile."""
    with ThreadPoolExecutor() as pool:
        yield pool.submit(call, *given, **named)


def counted_once(engine, name, before, answer):
    (answers, turns), (answers_before, turns_before) = engine.kept(name), before
    return (answers[:-1], answers[-1][1], turns) == (answers_before, answer, turns_before + 1)


def test_either_engine_goes_on_with_a_conversation(two, question):
    name, choices, before = question
    assert two[1].turn(name, keuze=choices[0], sleutel="een")[0] == 200
    assert counted_once(two[0], name, before, choices[0])


def test_the_same_message_gets_the_same_answer_and_counts_once(two, question):
    name, choices, before = question
    first = two[0].turn(name, keuze=choices[0], sleutel="een")
    assert [engine.turn(name, keuze=choices[0], sleutel="een") for engine in two] == [first, first]
    assert counted_once(two[1], name, before, choices[0])


def test_a_typed_message_too_is_understood_once(two, question):
    name, _, before = question
    message = {"tekst": "Ik kreeg een fles wijn van een leverancier", "sleutel": "een"}
    first = two[0].turn(name, **message)
    after = two[0].kept(name)
    assert (first[0], after[1]) == (200, before[1] + 1)
    assert (two[1].turn(name, **message), two[1].kept(name)) == (first, after)


def test_a_message_that_comes_again_after_a_later_one_is_refused(two, question):
    name, choices, _ = question
    _, next_turn = two[0].turn(name, keuze=choices[0], sleutel="een")
    assert two[0].turn(name, keuze=next_turn["keuzes"][0]["keuzeId"], sleutel="twee")[0] == 200
    after = two[0].kept(name)
    assert [engine.turn(name, keuze="weet_niet", sleutel="een")[0] for engine in two] == [409, 409]
    assert two[1].kept(name) == after


def test_a_refused_choice_changes_nothing(two, question):
    name, _, before = question
    status, refused = two[0].turn(name, keuze="paars", sleutel="een")
    assert (status, refused["fout"]["gegeven"]) == (400, "paars")
    assert two[1].kept(name) == before


def test_a_database_that_was_killed_between_two_turns_costs_no_answer(two, question, postgres):
    name, choices, before = question
    postgres.kill()
    status, said = two[0].turn(name, keuze=choices[0], sleutel="een")
    assert (status, said["fout"]["veld"]) == (503, "opslag")
    postgres.start()
    assert two[0].turn(name, keuze=choices[0], sleutel="een")[0] == 200
    assert counted_once(two[1], name, before, choices[0])


def test_a_database_that_was_killed_in_a_turn_costs_no_answer(two, question, postgres):
    name, choices, before = question
    with held(postgres), in_the_background(two[0].turn, name, keuze=choices[0], sleutel="een") as turn:
        wait_for_a_turn(postgres)
        postgres.kill()
        assert turn.result()[0] == 503
        postgres.start()
    assert two[1].turn(name, keuze=choices[0], sleutel="een")[0] == 200
    assert counted_once(two[0], name, before, choices[0])


def test_a_slow_database_fails_the_turn_clearly_and_nobody_else_waits_for_it(two, question, postgres):
    name, choices, before = question
    with held(postgres), in_the_background(two[0].turn, name, keuze=choices[0], sleutel="een") as turn:
        wait_for_a_turn(postgres)
        assert two[0].ask("POST", "herken", tekst="mag ik een fles wijn aannemen?").json()["label"] == "geschenk"
        assert two[0].kept(name) == before
        assert turn.result()[0] == 503
    assert two[0].turn(name, keuze=choices[0], sleutel="een")[0] == 200
    assert counted_once(two[1], name, before, choices[0])


def test_a_database_that_stands_still_fails_the_turn_and_recovers(two, question, postgres):
    name, choices, before = question
    postgres.pause()
    try:
        status, said = two[0].turn(name, keuze=choices[0], sleutel="een")
        assert (status, said["fout"]["veld"]) == (503, "opslag")
        assert two[0].ask("POST", "herken", tekst="mag ik een fles wijn aannemen?").json()["label"] == "geschenk"
    finally:
        postgres.resume()
    assert two[0].turn(name, keuze=choices[0], sleutel="een")[0] == 200
    assert counted_once(two[1], name, before, choices[0])


def test_a_turn_on_a_conversation_that_another_engine_changed_meanwhile_is_refused(two, question, postgres):
    name, choices, before = question
    with held(postgres) as holder, in_the_background(two[0].turn, name, keuze=choices[0], sleutel="een") as turn:
        wait_for_a_turn(postgres)
        holder.execute(text("UPDATE gesprek SET versie = versie + 1"))
        holder.commit()
        status, said = turn.result()
    assert (status, said["fout"]["veld"]) == (409, "gesprek")
    assert two[1].kept(name) == before
    assert two[1].turn(name, keuze=choices[0], sleutel="een")[0] == 200
    assert counted_once(two[0], name, before, choices[0])


def test_an_erased_conversation_leaves_no_row(two, question, postgres):
    name, choices, _ = question
    engine = create_engine(postgres.url)
    with engine.connect() as db:
        before = db.execute(text("SELECT count(*) FROM gesprek")).scalar()
        assert two[1].ask("DELETE", f"gesprekken/{name}").status_code == 204
        assert db.execute(text("SELECT count(*) FROM gesprek")).scalar() == before - 1
    engine.dispose()
    assert two[0].turn(name, keuze=choices[0], sleutel="een")[0] == 404
    assert two[0].kept(name) is None


def test_one_message_at_two_engines_at_once_counts_once(two, question, postgres):
    name, choices, before = question
    message = {"keuze": choices[0], "sleutel": "een"}
    with ThreadPoolExecutor() as pool:
        with held(postgres):
            turns = [pool.submit(engine.turn, name, **message) for engine in two]
            wait_for_a_turn(postgres)
        statuses = {turn.result()[0] for turn in turns}
    assert statuses <= {200, 503}
    assert [engine.turn(name, **message)[0] for engine in two] == [200, 200]
    assert counted_once(two[0], name, before, choices[0])


def test_an_engine_killed_in_a_turn_costs_no_answer(two, question, postgres):
    name, choices, before = question
    with held(postgres), in_the_background(two[0].turn, name, keuze=choices[0], sleutel="een") as turn:
        wait_for_a_turn(postgres)
        two[0].kill()
        assert turn.exception() is not None
    assert two[1].turn(name, keuze=choices[0], sleutel="een")[0] == 200
    assert counted_once(two[1], name, before, choices[0])
    two[0].run()
    two[0].wait()
    assert counted_once(two[0], name, before, choices[0])


@pytest.fixture
def learned_otherwise(tmp_path):
    """A model that was learned from fewer lines than the one in service."""
    lines = tmp_path / "nlu.yml"
    lines.write_text(TrainingData(lines_of(500)).nlu_as_yaml(), encoding="utf-8")
    subprocess.run([*training.command(str(tmp_path)), "--data", str(lines), "data/rules", "data/stories"], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return tmp_path / training.MODEL


def test_a_model_that_learned_otherwise_is_put_in_service_in_mid_conversation(two, question, learned_otherwise):
    name, choices, before = question
    new = MODELS / "nieuw-voor-de-proef.tar.gz"
    try:
        shutil.copyfile(learned_otherwise, new)
        two[0].kill()
        two[0].run()
        two[0].wait()
    finally:
        new.unlink(missing_ok=True)
    sure = [engine.ask("POST", "herken", tekst=ABOUT).json() for engine in two]
    assert sure[0] != sure[1]
    status, answered = two[0].turn(name, keuze=choices[0], sleutel="een")
    assert status == 200
    assert counted_once(two[1], name, before, choices[0])
    following, now = answered["keuzes"][0]["keuzeId"], two[1].kept(name)
    assert two[1].turn(name, keuze=following, sleutel="twee")[0] == 200
    assert counted_once(two[0], name, now, following)
