"""A receipt leads back to its advice, and to nothing else."""
import random

import pytest

from bot.catalogue import read
from bot.errors import BrokenReceiptError, OtherVersionError
from bot.receipt import SIGNS, Parts, parts_of, receipt_for, replay, sealed
from bot.walk import paths, walk

TREE = "bomen/zeekant/geschenk.yml"
ALLOWED = {"hoeveel_bloemen": "een", "waarde": "hoogstens_10"}


def changed(folder, file, wrong, instead):
    path = folder / file
    assert wrong in path.read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace(wrong, instead), encoding="utf-8")
    return read(folder)


def receipt_in(catalogue, answers):
    tree = catalogue.tree("zeekant", "geschenk")
    return receipt_for(catalogue.code("zeekant"), tree, walk(tree, answers))


def forged(receipt, **instead):
    """A receipt with other parts and a check sum that is right again."""
    return sealed(Parts(**(vars(parts_of(receipt)) | instead)))


@pytest.fixture
def content(folder):
    return read(folder)


@pytest.fixture
def receipt(content):
    return receipt_in(content, ALLOWED)


def test_every_path_of_every_tree_comes_back_from_a_receipt_of_its_own(catalogue):
    found = {}
    for tree in catalogue.trees.values():
        for place in paths(tree):
            receipt = receipt_for(catalogue.code(tree.code), tree, place)
            found[receipt] = (tree.code, tree.dilemma, place.taken)
            assert replay(catalogue, receipt).place == place
            assert len(receipt) <= 80
    assert len(found) == sum(1 for tree in catalogue.trees.values() for _ in paths(tree))


def test_what_any_conversation_can_hold_comes_back_as_well(catalogue):
    for tree in catalogue.trees.values():
        for place in list(paths(tree))[::20]:
            for held in tree.circumstances:
                told = walk(tree, {**dict(place.taken), held.question.id: dict(place.taken).get(held.question.id, held.answer)})
                assert replay(catalogue, receipt_for(catalogue.code(tree.code), tree, told)).place == told


def test_the_same_answers_have_the_same_receipt_in_any_order_and_with_answers_that_do_not_matter(content, receipt):
    assert receipt_in(content, dict(reversed(ALLOWED.items()))) == receipt
    assert receipt_in(content, {"hoeveel_bloemen": "meer", "waarde": "hoogstens_10"}) == receipt_in(content, {"hoeveel_bloemen": "meer"})


def test_a_receipt_fits_in_an_address_as_it_is(catalogue):
    for tree in catalogue.trees.values():
        receipt = receipt_for(catalogue.code(tree.code), tree, next(paths(tree)))
        assert set(receipt) <= set("abcdefghijklmnopqrstuvwxyz0123456789._-")


def test_every_slip_of_one_sign_is_refused(content, receipt):
    for place, right in enumerate(receipt):
        for wrong in {*SIGNS, ".", "-", "A"} - {right}:
            with pytest.raises(BrokenReceiptError):
                replay(content, receipt[:place] + wrong + receipt[place + 1:])


@pytest.mark.parametrize("damaged", ["", ".", "x", "zeekant.geschenk", "zeekant.geschenk.1.00.abcdefghj", "é" * 40, "." * 40, "\ud800.a.b.c.d.e", "0" * 5000])
def test_what_is_no_receipt_is_refused(content, damaged):
    with pytest.raises(BrokenReceiptError):
        replay(content, damaged)


def test_a_part_that_is_left_out_or_added_is_refused(content, receipt):
    for wrong in (receipt[:-1], receipt[1:], receipt + "0", receipt.upper(), f" {receipt}", receipt.replace(".", "..", 1)):
        with pytest.raises(BrokenReceiptError):
            replay(content, wrong)


@pytest.mark.parametrize("answers", ["0", "000", "0000", "03", "0z", "30", "", "-", "00-", "00-9", "00-00", "00-10", "00-0-1", "00--0", "ü0"])
def test_forged_answers_with_a_right_check_sum_are_refused(content, receipt, answers):
    with pytest.raises(BrokenReceiptError):
        replay(content, forged(receipt, answers=answers))


@pytest.mark.parametrize("instead", [{"code": "limburg"}, {"dilemma": "reis"}, {"code": ""}, {"mark": ""}])
def test_a_forged_home_is_refused(content, receipt, instead):
    with pytest.raises(BrokenReceiptError):
        replay(content, forged(receipt, **instead))


def test_whatever_is_made_up_never_leads_to_an_advice_that_the_answers_do_not_lead_to(content, receipt):
    chance = random.Random(5)
    for _ in range(2000):
        answers = "".join(chance.choices("0123-", k=chance.randrange(5)))
        mark = "".join(chance.choices(SIGNS, k=9)) if chance.random() < 0.5 else parts_of(receipt).mark
        made_up = forged(receipt, answers=answers, mark=mark)
        try:
            found = replay(content, made_up)
        except (BrokenReceiptError, OtherVersionError):
            continue
        assert made_up == receipt_for(found.code, found.tree, found.place)


@pytest.mark.parametrize(("file", "wrong", "instead", "part"), [
    ("codes/zeekant/code.yml", 'editie: "2024"', 'editie: "2025"', "editie"),
    (TREE, 'versie: "1"', 'versie: "2"', "versie"),
    (TREE, "Eén bloem mag, zegt de code.", "Eén bloem mag altijd.", "tekst"),
    (TREE, "    melden: verplicht", "    melden: nvt", "tekst"),
    (TREE, "hoogstens_10: aannemen", "hoogstens_10: bespreken", "tekst"),
    (TREE, "Bedank de gever.", "Bedank de gever hartelijk.", "tekst"),
    (TREE, "Om het te melden.", "Om het te vertellen.", "tekst"),
    ("vragen/bloemen.yml", "Wat kost het ongeveer?", "Wat kost het precies?", "tekst"),
    ("vragen/bloemen.yml", "label: 10 euro of minder", "label: Minder dan 10 euro", "tekst"),
    ("vragen/bloemen.yml", "    een: {label: Eén bloem}\n    meer: {label: Meer bloemen}",
     "    meer: {label: Meer bloemen}\n    een: {label: Eén bloem}", None),
])
def test_an_advice_of_other_content_is_never_another_advice(folder, receipt, file, wrong, instead, part):
    after = changed(folder, file, wrong, instead)
    expected = OtherVersionError if part else (OtherVersionError, BrokenReceiptError)
    with pytest.raises(expected) as refused:
        replay(after, receipt)
    assert part is None or refused.value.part == part


@pytest.mark.parametrize(("file", "wrong", "instead"), [
    (TREE, "Meer dan één bloem mag niet.", "Meer dan één bloem is te veel."),
    ("herkennen/hoeveel_bloemen.yml", "een enkele bloem", "een bloempje"),
    ("vragen/bloemen.yml", "De prijs telt mee.", "De prijs telt ook."),
    ("codes/zeekant/contacten.yml", "Je kent je leidinggevende zelf.", "Bel 0123."),
    ("gesprek.yml", "Dit is een advies.", "Dit is alleen een advies."),
    (TREE, "{is: concept}", "{is: vastgesteld, door: het team, op: '2026-01-01'}"),
])
def test_a_change_that_leaves_the_advice_as_it_is_leaves_its_receipt(folder, receipt, file, wrong, instead):
    assert replay(changed(folder, file, wrong, instead), receipt).place.node.id == "aannemen"
