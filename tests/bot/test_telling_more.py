"""Somebody tells more than was asked, asks what now, or must not be sent to who they talk about."""
import pytest

from bot import dialogue
from bot.conversation import Conversation, Heard
from bot.message import message_of
from bot.replying import typed_answer
from bot.telling import open_question, place_of

GIFT = Conversation("noord-holland", "geschenk")
HARASSED = Conversation("limburg", "ongewenst_gedrag", (("eigen_leidinggevende_betrokken", "ja"),))
ADVISED = Conversation("noord-holland", "geschenk", (("gever", "weet_niet"), ("al_aangenomen", "ja")))


@pytest.fixture
def say(catalogue):
    """Type something that was recognised as this label."""
    def said(conversation, text, label="buiten_bereik", certainty=0.95):
        return dialogue.hear(catalogue, conversation, Heard(message_of(catalogue.lexicon, text), ((label, certainty),)))
    return said


@pytest.mark.parametrize(("text", "label"), [("ik heb m aangepakt", "geschenk"), ("ja ik heb m aangepakt", "antwoord_ja")])
def test_a_fact_that_was_not_asked_yet_is_noted_and_the_question_stays_open(say, text, label):
    after, turn = say(GIFT, text, label)
    assert (after.answers, turn.place.node.question.id) == ((("al_aangenomen", "ja"),), "gever")


def test_more_about_the_same_dilemma_is_thanked_for_and_not_called_unclear(say):
    after, turn = say(GIFT, "wijn en kaas en zo", "geschenk")
    assert (after.answers, turn.kind) == ((), "niet_begrepen")
    assert "dat" in turn.messages[0]
    assert "begreep" not in turn.messages[0]


@pytest.mark.parametrize("text", ["die doen onze ict he", "het gaat om mn collega niet om mij"])
def test_what_is_added_halfway_is_thanked_for_and_answers_nothing(say, text):
    after, turn = say(GIFT, text, "vertelt_meer")
    assert (after.answers, turn.kind, turn.place.node.question.id) == ((), "niet_begrepen", "gever")
    assert "begreep" not in turn.messages[0]


def test_what_is_added_to_an_advice_can_change_an_answer(say):
    after, turn = say(ADVISED, "hij zelf zit er niet in hoor", "vertelt_meer")
    assert (after.answers, turn.kind) == (ADVISED.answers, "informatie")
    assert [choice.id for choice in turn.choices] == ["wijzig:gever", "wijzig:al_aangenomen"]


TENDER = "oh ja ze doen ook mee met een aanbesteding die ik beoordeel"


def test_what_somebody_remembers_halfway_changes_what_was_told_and_what_else_it_is_about_is_kept(say):
    asked = Conversation("limburg", "geschenk", (("gever", "relatie"), ("al_aangenomen", "nee"), ("lopende_zaak", "nee")))
    after, turn = say(asked, TENDER, "belangenverstrengeling")
    assert (after.given["lopende_zaak"], after.given["gever"]) == ("ja", "relatie")
    assert turn.kind in ("vraag", "advies")
    assert [dilemma for dilemma, _ in after.waiting] == ["belangenverstrengeling"]


@pytest.mark.parametrize(("code", "text", "label"), [
    ("noord-holland", TENDER, "belangenverstrengeling"), ("noord-holland", "ze schrijven in op onze aanbesteding", "vertelt_meer"),
    ("limburg", TENDER, "vertelt_meer")])
def test_what_is_told_after_an_advice_changes_the_advice(catalogue, say, code, text, label):
    conversation = Conversation(code, "geschenk", (("gever", "relatie"), ("lopende_zaak", "nee")))
    while (ask := open_question(catalogue, conversation)) is not None:
        conversation = conversation.with_answer(ask.question.id, next(iter(ask.question.answers)))
    before = place_of(catalogue, conversation).node
    after, turn = say(conversation, text, label)
    assert after.given["lopende_zaak"] == "ja"
    assert turn.place.node.id != before.id
    assert turn.kind in ("vraag", "advies")
    assert "wijzig:lopende_zaak" in [choice.id for choice in turn.choices]


def test_what_is_added_without_changing_the_advice_is_thanked_for(say):
    after, turn = say(ADVISED, "oh ja ik heb hem al aangenomen", "vertelt_meer")
    assert (after.answers, turn.kind) == (ADVISED.answers, "informatie")


def test_a_new_case_after_an_advice_is_no_change_of_the_old_one(say):
    _, turn = say(ADVISED, "en een aannemer die meedoet met onze aanbesteding gaf me een fles wijn", "geschenk")
    assert "een geschenk" in turn.messages[0]
    assert not [line for line in turn.messages if "gewijzigd" in line or "maak ervan" in line]


AT_THE_END = Conversation("noord-holland", "geschenk", (
    ("gever", "relatie"), ("al_aangenomen", "nee"), ("lopende_zaak", "nee"), ("tegenprestatie_verwacht", "nee"),
    ("waarde", "hoogstens_50"), ("op_huisadres", "nee")))


def test_what_is_told_about_the_same_case_changes_the_advice_and_loses_no_answer(catalogue, say):
    before = place_of(catalogue, AT_THE_END).node
    after, turn = say(AT_THE_END, "dat bureau heeft trouwens nu een offerte bij ons liggen", "belangenverstrengeling", 0.7)
    assert (after.given["lopende_zaak"], after.given["gever"], turn.place.node == before) == ("ja", "relatie", False)


def test_what_it_would_be_is_answered_and_changes_nothing(say):
    after, turn = say(AT_THE_END, "en als hij inschrijft op de aanbesteding?", "geschenk", 0.6)
    assert (after.answers, turn.kind) == (AT_THE_END.answers, "informatie")
    assert any("Dit mag niet" in line for line in turn.messages)
    assert "wijzig:lopende_zaak" in [choice.id for choice in turn.choices]


def test_another_fact_told_by_who_means_this_case_is_noted_also_when_it_sounds_like_another_dilemma(say):
    asked = Conversation("limburg", "uitnodiging", (("wie_betaalt", "ander"),))
    assert say(asked, "hij doet mee met onze aanbesteding", "sponsoring", 0.9)[0].given["lopende_zaak"] == "ja"


@pytest.mark.parametrize("label", ["antwoord_nee", "vertelt_meer", "geschenk"])
def test_what_was_told_is_not_changed_by_a_few_words_in_something_else(say, label):
    told = Conversation("noord-holland", "geschenk", (("gever", "relatie"), ("lopende_zaak", "ja")))
    after, _ = say(told, "ik weet nog niet wat ik ervan vind maar er loopt verder niks denk ik en het is een lieve man", label)
    assert after.given["lopende_zaak"] == "ja"


@pytest.mark.parametrize(("text", "label", "certainty"), [
    ("kan het zo lang wachten", "buiten_bereik", 0.95), ("ze is stagiaire, 17 jaar", "prive_relatie", 0.5)])
def test_what_is_not_surely_about_something_else_after_an_advice_keeps_the_case(say, text, label, certainty):
    after, turn = say(ADVISED, text, label, certainty)
    assert (after.dilemma, after.answers, turn.kind) == ("geschenk", ADVISED.answers, "verduidelijking")
    assert {"wijzig:gever", "mens", "iets_anders"} <= {choice.id for choice in turn.choices}


def test_who_asks_how_to_say_no_gets_a_sentence_and_a_mail(catalogue, say):
    refused = Conversation("limburg", "geschenk", (("gever", "relatie"), ("al_aangenomen", "nee"), ("lopende_zaak", "ja"), ("kun_je_weigeren", "ja")))
    asked = say(refused, "hoe zeg ik dat tegen die aannemer zonder dat hij boos wordt", "aanspreken", 0.6)[1]
    assert asked.messages == dialogue.choose(catalogue, refused, "afwijzen")[1].messages


def test_a_remark_without_a_topic_leads_to_the_topics(say):
    assert say(Conversation("limburg"), "gewoon zoals altijd", "vertelt_meer")[1].kind == "verduidelijking"


def test_who_hesitates_says_neither_yes_nor_no(say):
    conversation = Conversation("noord-holland", "geschenk", (("gever", "relatie"),))
    assert say(conversation, "nou ja wijn en kaas en zo", "antwoord_ja")[0].answers == conversation.answers
    assert say(conversation, "nou ja", "antwoord_ja")[0].given["al_aangenomen"] == "ja"


@pytest.mark.parametrize(("ranking", "answer"), [
    ((("prive_relatie", 0.6), ("antwoord_nee", 0.3)), "nee"), ((("antwoord_nee", 0.4), ("geschenk", 0.3)), "nee"),
    ((("media", 0.9), ("antwoord_nee", 0.05)), None)])
def test_an_answer_that_begins_with_no_is_that_when_it_may_well_be_one(catalogue, ranking, answer):
    asked = Conversation("noord-holland", "geschenk", (("gever", "relatie"), ("al_aangenomen", "nee")))
    words = message_of(catalogue.lexicon, "nee er is met hun verder helemaal niks")
    after, _ = dialogue.hear(catalogue, asked, Heard(words, ranking, certain=ranking[0][1] >= 0.5))
    assert after.given.get("lopende_zaak") == answer


def test_a_yes_that_comes_with_something_else_is_not_said_of_the_open_question(say):
    asked = Conversation("limburg", "faciliteit", (("faciliteit_waarvoor", "prive"),))
    after, turn = say(asked, "ja hij heeft subsidie aangevraagd bij ons", "antwoord_ja")
    assert (after.given["lopende_zaak"], "faciliteit_al_gebruikt" in after.given) == ("ja", False)
    assert turn.place.node.question.id == "faciliteit_al_gebruikt"


@pytest.mark.parametrize(("text", "answer"), [
    ("geen gevaar. hij staat nu buiten met een mes", None), ("nee, er is nu geen gevaar, hij is naar huis", "nee"),
    ("gevaar? bwa neen, hij is al lang naar huis", "nee")])
def test_only_a_first_clause_that_nothing_else_denies_answers(catalogue, text, answer):
    question = catalogue.questions["nu_gevaar"]
    assert typed_answer(question, message_of(catalogue.lexicon, text)) == answer


def test_no_alone_does_not_tell_that_somebody_said_no(say):
    asked = Conversation("limburg", "omkoping", (("omkoping_situatie", "aangeboden"), ("nu_gevaar", "nee")))
    after, turn = say(asked, "nee", "antwoord_nee")
    assert (after.answers, turn.place.node.question.id) == (asked.answers, "omkoping_hoe_ver")


@pytest.mark.parametrize(("certainty", "forgotten"), [(0.7, False), (0.9, True)])
def test_a_longer_sentence_only_ends_it_all_when_that_is_quite_sure(say, certainty, forgotten):
    told = Conversation("noord-holland", "geschenk", (("gever", "relatie"),))
    after, _ = say(told, "omdat ik vroeg moet beginnen", "begin_opnieuw", certainty)
    assert (after.dilemma is None) == forgotten


@pytest.mark.parametrize("text", ["moet ik het nou terugbrengen", "oke en nu", "wat moet ik nu doen", "ben ik nu fout bezig?", "wie moet ik dat vertellen"])
def test_who_asks_what_now_after_an_advice_hears_the_verdict_and_the_steps(say, text):
    after, turn = say(ADVISED, text)
    assert (after.answers, turn.place.node.verdict) == (ADVISED.answers, "overleg")
    assert "Wat je nu doet:" in turn.messages
    assert "Wat je nu doet:" not in say(after, text)[1].messages


def test_another_dilemma_after_an_advice_has_to_be_quite_sure(say):
    assert say(ADVISED, "hij zei iets van een fijne samenwerking", "prive_relatie", 0.58)[1].kind == "verduidelijking"
    assert say(ADVISED, "ik heb iets met een collega", "prive_relatie", 0.95)[0].dilemma == "prive_relatie"


@pytest.mark.parametrize("label", ["nood", "spreek_mens", "stop"])
def test_whoever_talks_about_their_manager_is_not_sent_there(say, label):
    assert not [line for line in say(HARASSED, "help", label)[1].messages if line.startswith("Je leidinggevende")]


@pytest.mark.parametrize("code", ["limburg", "noord-holland"])
@pytest.mark.parametrize(("told", "asked", "sent"), [
    ("mijn leidinggevende heeft me net geslagen", None, False), ("mijn baas dreigt mij kapot te maken", None, False),
    ("ja hij dus, hij maakt me kapot", "aanspreken", False), ("er staat iemand met een mes bij de balie", None, True)])
def test_in_danger_nobody_is_sent_to_a_manager_it_may_be_about(say, code, told, asked, sent):
    lines = say(Conversation(code, asked, (("aanspreken_stand", "liever_niet_alleen"),) if asked else ()), told, "nood")[1].messages
    assert any(line.startswith("Je leidinggevende") for line in lines) == sent
    assert any(line.startswith("De vertrouwenspersoon") for line in lines)


@pytest.mark.parametrize("told", ["mijn leidinggevende heeft me net geslagen", "mijn baas dreigt mij kapot te maken"])
def test_after_the_danger_nobody_is_sent_to_that_manager_either(catalogue, say, told):
    after, _ = say(Conversation("limburg"), told, "nood")
    _, turn = dialogue.choose(catalogue, after, "mens")
    assert not any(line.startswith("Je leidinggevende") for line in turn.messages)
    assert say(after, "hij scheldt me elke dag uit", "ongewenst_gedrag")[0].given["eigen_leidinggevende_betrokken"] == "ja"


@pytest.mark.parametrize("code", [None, "limburg", "noord-holland"])
@pytest.mark.parametrize(("share", "asks"), [(0.06, True), (0.04, False)])
def test_what_may_be_danger_after_all_is_asked_about_and_help_is_one_tap_away(catalogue, code, share, asks):
    told = Heard(message_of(catalogue.lexicon, "sinds die brief fiets ik anders naar huis"), (("vertrouwelijke_informatie", 0.9), ("nood", share)))
    after, turn = dialogue.hear(catalogue, Conversation(code), told)
    assert ("112" in turn.messages[0], "hulp_nu" in [choice.id for choice in turn.choices]) == (asks, asks)
    assert dialogue.choose(catalogue, after, "hulp_nu")[1].kind == "acuut"


@pytest.mark.parametrize(("share", "asks"), [(0.16, True), (0.14, False)])
def test_a_remark_halfway_is_asked_about_less_soon(catalogue, share, asks):
    told = Heard(message_of(catalogue.lexicon, "mijn hoofd zit vol vandaag"), (("vertelt_meer", 0.8), ("nood", share)))
    _, turn = dialogue.hear(catalogue, Conversation("noord-holland", "geschenk", (("gever", "relatie"),)), told)
    assert ("hulp_nu" in [choice.id for choice in turn.choices]) == asks


def test_a_plain_answer_is_never_asked_about(catalogue):
    told = Heard(message_of(catalogue.lexicon, "ik heb het al aangenomen"), (("geschenk", 0.6), ("nood", 0.3)))
    asked = Conversation("noord-holland", "geschenk", (("gever", "relatie"),))
    assert "hulp_nu" not in [choice.id for choice in dialogue.hear(catalogue, asked, told)[1].choices]


@pytest.mark.parametrize(("text", "share"), [
    ("er is nu geen gevaar, hij is vandaag thuis. ik wil alleen weten met wie ik eerst moet praten", 0.86),
    ("nee hoor ik ga mezelf niks aandoen, ik ben gewoon moe", 0.9), ("verder met mijn vraag graag", 0.49)])
def test_who_says_that_there_is_no_danger_is_believed_and_taken_back_to_the_question(catalogue, text, share):
    asked = Conversation("noord-holland", "geschenk", (("gever", "relatie"),), offered=("verder",))
    told = Heard(message_of(catalogue.lexicon, text), (("nood", share), ("melden", 0.05)))
    after, turn = dialogue.hear(catalogue, asked, told)
    assert (after.answers, turn.place.node.question.id) == (asked.answers, "al_aangenomen")
    assert "hulp_nu" not in [choice.id for choice in turn.choices]


@pytest.mark.parametrize(("text", "share", "alarm"), [
    ("er is geen acuut gevaar, mijn vraag is of ik het moet melden", 0.86, False),
    ("geen paniek hoor maar hij staat hier met een hamer", 0.97, True), ("ik wil niet dood maar ik wil niet meer leven", 0.5, True)])
def test_no_danger_is_believed_unless_it_surely_sounds_otherwise(catalogue, text, share, alarm):
    told = Heard(message_of(catalogue.lexicon, text), (("nood", share), ("melden", 0.03)))
    assert (dialogue.hear(catalogue, Conversation("limburg"), told)[1].kind == "acuut") == alarm


@pytest.mark.parametrize(("text", "share", "alarm"), [
    ("dat was een grap, ik spring natuurlijk nergens van af", 0.97, False), ("wat heeft dit met zelfdoding te maken", 0.99, False),
    ("er is geen gevaar, ik wil alleen niet meer leven", 0.9, True), ("nee geen paniek, de pillen liggen gewoon klaar", 0.96, True),
    ("verder met mijn vraag, dat ik niet meer wil leven doet er niet toe", 0.6, True)])
def test_right_after_an_alarm_only_a_misunderstanding_is_always_believed(catalogue, text, share, alarm):
    asked = Conversation("noord-holland", "geschenk", (("gever", "relatie"),), offered=("verder",))
    told = Heard(message_of(catalogue.lexicon, text), (("nood", share), ("melden", 0.02)))
    assert (dialogue.hear(catalogue, asked, told)[1].kind == "acuut") == alarm


def test_who_cannot_take_it_any_more_is_asked_whether_help_is_needed_now(say):
    _, turn = say(GIFT, "gevaar nee, maar ik trek het niet meer", "antwoord_nee")
    assert "hulp_nu" in [choice.id for choice in turn.choices]


def test_who_must_not_be_named_stays_unnamed_after_stopping(say):
    after, _ = say(HARASSED, "laat maar", "stop")
    lines = say(after, "met wie kan ik praten", "spreek_mens")[1].messages
    assert not any(line.startswith("Je leidinggevende") for line in lines)


THREAT = "een aannemer die meedoet met onze aanbesteding zegt dat hij weet waar mijn kinderen op school zitten"


@pytest.mark.parametrize("go_on", ["=verder", "nee", "het ging om een fles wijn van die aannemer"])
def test_after_the_danger_nobody_has_to_tell_it_all_again(catalogue, say, go_on):
    told = Heard(message_of(catalogue.lexicon, THREAT), (("nood", 0.8), ("geschenk", 0.15), ("omkoping", 0.02)))
    after, turn = dialogue.hear(catalogue, Conversation("limburg"), told)
    assert (turn.kind, [choice.id for choice in turn.choices]) == ("acuut", ["verder"])
    after, turn = (dialogue.choose(catalogue, after, go_on[1:]) if go_on.startswith("=") else
                   say(after, go_on, "antwoord_nee" if go_on == "nee" else "geschenk"))
    assert (after.dilemma, after.given["lopende_zaak"], turn.kind) == ("geschenk", "ja", "vraag")


def test_who_says_yes_to_danger_gets_the_help_again_and_not_the_dilemma(catalogue, say):
    told = Heard(message_of(catalogue.lexicon, THREAT), (("nood", 0.8), ("geschenk", 0.2)))
    after, _ = dialogue.hear(catalogue, Conversation("limburg"), told)
    assert say(after, "ja", "antwoord_ja")[1].kind == "acuut"


def test_danger_that_may_be_about_anything_keeps_nothing(catalogue):
    told = Heard(message_of(catalogue.lexicon, THREAT), (("nood", 0.8), ("geschenk", 0.05), ("buiten_bereik", 0.05), ("media", 0.04)))
    after, turn = dialogue.hear(catalogue, Conversation("limburg"), told)
    assert after.waiting == ()
    assert dialogue.choose(catalogue, after, turn.choices[0].id)[1].kind == "informatie"


def test_what_was_read_back_can_be_confirmed_later(say):
    after, turn = say(GIFT, "klopt", "antwoord_ja")
    assert (after.answers, turn.kind) == ((), "informatie")


@pytest.mark.parametrize("text", ["en nu", "oke en nu"])
def test_who_asks_what_now_is_not_taken_to_be_in_danger(say, text):
    assert say(GIFT, text, "nood", 0.54)[1].kind == "niet_begrepen"


def test_danger_with_the_question_what_now_stays_danger(say):
    assert say(GIFT, "ik zie het niet meer zitten wat moet ik nu doen", "nood", 0.54)[1].kind == "acuut"
