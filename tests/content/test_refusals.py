"""Declining kindly: every advice not to accept has words for it, each with the norm of its own code."""
import pytest

from bot.catalogue import shipped

OFFERS = ("geschenk", "faciliteit", "uitnodiging", "reis", "sponsoring", "commerciele_activiteit")
# There is nobody to decline to: it was used or kept already, asked for, is not theirs to pay, or a talk comes first.
NOBODY_TO_DECLINE_TO = {
    "limburg": {"geschenk.niet_om_vragen", "faciliteit.al_gebruikt_prive", "faciliteit.niet_om_vragen", "uitnodiging.eerst_overleggen",
                "reis.niet_op_kosten_provincie", "commerciele_activiteit.vergoeding_niet_houden"},
    "noord-holland": {"geschenk.al_in_huis_lopende_zaak", "geschenk.al_in_huis_gunstig_stemmen", "geschenk.zelf_gevraagd_bij_zaak",
                      "geschenk.thuis_bezorgd", "faciliteit.al_gebruikt_prive", "faciliteit.niet_om_vragen", "faciliteit.punten_niet_prive",
                      "reis.eerst_toestemming", "sponsoring.alsnog_bespreken", "commerciele_activiteit.vergoeding_niet_houden",
                      "commerciele_activiteit.eerst_toestemming", "commerciele_activiteit.reclame_eerst_toestemming"},
}
REFUSALS = [(code.id, dilemma, advice) for code in shipped().codes.values() for dilemma, advice in code.refusals]


@pytest.mark.parametrize("code", list(NOBODY_TO_DECLINE_TO))
def test_every_advice_not_to_accept_an_offer_has_words_to_decline_with(catalogue, code):
    refusing = {f"{dilemma}.{advice.id}" for dilemma in OFFERS for advice in catalogue.tree(code, dilemma).advices
                if advice.verdict == "niet_toegestaan"}
    worded = {f"{dilemma}.{advice}" for dilemma, advice in catalogue.code(code).refusals}
    assert refusing - worded == NOBODY_TO_DECLINE_TO[code]


@pytest.mark.parametrize(("code", "dilemma", "advice"), REFUSALS)
def test_words_to_decline_with_read_as_a_mail_without_names(catalogue, code, dilemma, advice):
    refusal = catalogue.code(code).refusals[dilemma, advice]
    assert (refusal.mail[0], refusal.mail[-1]) == ("Goedendag,", "Met vriendelijke groet,")
    assert any("gedragscode" in line for line in refusal.mail) or "onafhankelijk" in " ".join(refusal.mail)
    assert "[" not in "".join((refusal.sentence, *refusal.mail))
    assert len(refusal.sentence.split()) <= 26
    assert len(" ".join(refusal.mail).split()) <= 80


@pytest.mark.parametrize(("code", "dilemma", "advice"), REFUSALS)
def test_the_norm_behind_it_is_of_the_same_code_and_no_amount_is_borrowed(catalogue, code, dilemma, advice):
    refusal = catalogue.code(code).refusals[dilemma, advice]
    assert {source.code for source in refusal.sources} == {code}
    assert ("€" in " ".join((refusal.sentence, *refusal.mail))) <= (code == "noord-holland" and any("€ 50" in source.quote for source in refusal.sources))


def test_in_noord_holland_a_gift_is_declined_with_the_reason_so_that_the_giver_understands(catalogue):
    code = catalogue.code("noord-holland")
    reason = code.sources["geschenk_gunstig_stemmen"]
    assert "leg uit waarom, zodat de schenker dat begrijpt" in reason.quote
    assert all(reason in code.refusals["geschenk", advice].sources
               for advice in ("niet_aannemen_lopende_zaak", "niet_aannemen_gunstig_stemmen", "meer_dan_vijftig"))
