"""What any conversation can hold changes every advice, and nothing else."""
import itertools
import re

import pytest

from bot.catalogue import read
from bot.walk import decisive, paths, walk

ONE = {"hoeveel_bloemen": "een", "waarde": "hoogstens_10"}
OWN_MANAGER = re.compile(r"\b(je|jouw|eigen) leidinggevende\b", re.IGNORECASE)


@pytest.fixture
def tree(folder):
    return read(folder).tree("zeekant", "geschenk")


def test_a_manager_who_is_involved_falls_away_and_others_come_in_the_place(tree):
    advice = walk(tree, {**ONE, "baas_betrokken": "ja"}).node
    assert [referral.role for referral in advice.referrals] == ["vertrouwenspersoon"]
    assert [step.text for step in advice.steps] == [
        "Bespreek het met de vertrouwenspersoon.", "Zet de bloem in een vaas.", "Bedank de gever."]
    assert advice.explanation.endswith("Ga niet naar je eigen leidinggevende.")
    assert advice.open_points[-1].text == "De code zegt niet wie dan beslist."
    assert advice.sources[-1].quote.startswith("Bespreek elke twijfel")


def test_what_only_that_manager_could_allow_becomes_a_talk(tree):
    advice = walk(tree, {**ONE, "baas_betrokken": "ja"}).node
    assert (advice.verdict, advice.duty, advice.title) == ("overleg", "verplicht", "Bespreek dit met een ander")


def test_any_other_verdict_stays_as_it_is(tree):
    plain, held = (walk(tree, {"hoeveel_bloemen": "meer", **more}).node for more in ({}, {"baas_betrokken": "ja"}))
    assert (plain.verdict, plain.duty, plain.title) == (held.verdict, held.duty, held.title)


def test_nobody_is_named_twice(tree):
    advice = walk(tree, {"hoeveel_bloemen": "meer", "baas_betrokken": "ja"}).node
    assert [referral.role for referral in advice.referrals] == ["vertrouwenspersoon"]


def test_a_role_adds_and_takes_nothing_away(tree):
    plain, held = walk(tree, ONE).node, walk(tree, {**ONE, "ik_ben": "stagiair"}).node
    assert held.referrals == plain.referrals
    assert held.steps == plain.steps
    assert held.explanation == f"{plain.explanation} De code geldt ook voor jou."


def test_what_holds_anyway_is_part_of_what_settled_it(tree):
    assert decisive(walk(tree, {**ONE, "ik_ben": "stagiair"})) == (*ONE.items(), ("ik_ben", "stagiair"))


def test_an_open_question_is_not_changed(tree):
    assert walk(tree, {"baas_betrokken": "ja"}).node == walk(tree, {}).node


def test_under_both_codes_a_manager_who_is_involved_is_in_no_referral_and_no_step(catalogue):
    for tree in catalogue.trees.values():
        for place in paths(tree):
            advice = walk(tree, {**dict(place.taken), "eigen_leidinggevende_betrokken": "ja"}).node
            where = (tree.code, tree.dilemma, advice.id)
            assert "leidinggevende" not in {referral.role for referral in advice.referrals}, where
            assert not [step.text for step in advice.steps if OWN_MANAGER.search(step.text)], where
            assert advice.steps, where
            assert advice.referrals, where


@pytest.mark.parametrize(("role", "words"), [("extern", "geldt"), ("leidinggevende", "Je geeft zelf leiding")])
def test_under_both_codes_every_advice_speaks_to_the_role(catalogue, role, words):
    for tree, place in itertools.chain.from_iterable(((tree, place) for place in paths(tree)) for tree in catalogue.trees.values()):
        if "ik_ben" not in dict(place.taken):
            assert words in walk(tree, {**dict(place.taken), "ik_ben": role}).node.explanation
