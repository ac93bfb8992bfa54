"""The conversation as a pure function, on the made-up organisation."""
import pytest

from bot import dialogue
from bot.catalogue import read
from bot.conversation import Conversation, Heard
from bot.errors import WrongAnswerError
from bot.lexicon import Lexicon
from bot.message import Amount, message_of
from bot.walk import paths

START = Conversation("zeekant", "geschenk")
HALFWAY = Conversation("zeekant", "geschenk", (("hoeveel_bloemen", "een"),))
DONE = Conversation("zeekant", "geschenk", (("hoeveel_bloemen", "meer"),))


@pytest.fixture
def content(folder):
    return read(folder)


def heard(text, label="geschenk", certainty=0.9, certain=True, amounts=()):
    return Heard(message_of(Lexicon(), text, amounts), ((label, certainty), ("buiten_bereik", 0.02)), certain)


def test_a_summary_after_the_advice_says_the_advice_again(content):
    after, turn = dialogue.choose(content, DONE, "samenvatting")
    assert (after, turn.kind, turn.place.node.id) == (DONE, "advies", "niet_aannemen")
    assert turn.messages.index(content.phrases.say("samenvatting", onderwerp="een geschenk")[0]) == 0


def test_without_a_code_the_first_turn_asks_for_it(content):
    after, turn = dialogue.begin(content, None)
    assert (turn.kind, [choice.id for choice in turn.choices], after.code) == ("welkom", ["zeekant"], None)


def test_a_dilemma_that_was_named_before_the_code_is_remembered(content):
    after, _ = dialogue.hear(content, Conversation(), heard("mag ik bloemen aannemen"))
    after, turn = dialogue.choose(content, after, "zeekant")
    assert (after.dilemma, turn.kind) == ("geschenk", "vraag")


def test_the_code_can_be_typed(content):
    after, _ = dialogue.hear(content, Conversation(), heard("bij zeekant werk ik", "buiten_bereik"))
    assert after.code == "zeekant"


def test_a_first_message_starts_its_dilemma_with_the_facts_in_it(content):
    after, turn = dialogue.hear(content, Conversation("zeekant"), heard("ik kreeg een enkele bloem"))
    assert after.answers == (("hoeveel_bloemen", "een"),)
    assert turn.place.node.id == "waarde"
    assert "wijzig:hoeveel_bloemen" in [choice.id for choice in turn.choices]
    assert [fact.words for fact in turn.understood.facts] == ["een enkele bloem"]


@pytest.mark.parametrize("chosen", [lambda content, after: dialogue.choose(content, after, "geschenk"),
                                    lambda content, after: dialogue.hear(content, after, heard("een geschenk"))])
def test_facts_in_a_message_that_was_not_sure_count_for_the_topic_that_is_chosen(content, chosen):
    asked, turn = dialogue.hear(content, Conversation("zeekant"), heard("ik kreeg een enkele bloem", certainty=0.3, certain=False))
    assert turn.kind == "verduidelijking"
    after, turn = chosen(content, asked)
    assert (after.answers, turn.place.node.id) == ((("hoeveel_bloemen", "een"),), "waarde")
    assert "wijzig:hoeveel_bloemen" in [choice.id for choice in turn.choices]


def test_before_there_is_a_topic_nothing_can_be_set_right(content):
    asked, _ = dialogue.hear(content, Conversation("zeekant"), heard("ik kreeg een enkele bloem", certainty=0.3, certain=False))
    assert dialogue.hear(content, asked, heard("nee dat klopt niet", "buiten_bereik"))[1].kind == "buiten_bereik"


@pytest.mark.parametrize(("first", "kind", "promised"), [("ik kreeg een enkele bloem", "vraag", True), ("ik kreeg een hele bos", "advies", False)])
def test_questions_are_promised_only_when_there_are_any(content, first, kind, promised):
    _, turn = dialogue.hear(content, Conversation("zeekant"), heard(first))
    assert (turn.kind, "Ik stel je een paar korte vragen" in turn.messages[0]) == (kind, promised)


@pytest.mark.parametrize(("message", "node"), [
    (heard("een hele bos", "reis"), "niet_aannemen"),
    (heard("een enkele bloem van 8 euro", "reis", amounts=(Amount(8, "8 euro"),)), "aannemen"),
    (heard("geen idee", "antwoord_weet_niet"), "bespreken"),
    (heard("Weet ik niet", "buiten_bereik"), "bespreken"),
])
def test_a_typed_reply_answers_the_open_question(content, message, node):
    assert dialogue.hear(content, START, message)[1].place.node.id == node


@pytest.mark.parametrize("message", [
    heard("blauw met groene stippen", "buiten_bereik", 0.2, certain=False), heard("blauw", "geschenk"),
    heard("ja", "antwoord_ja"), heard("blauw", "buiten_bereik"),
])
def test_a_message_that_is_no_answer_never_fills_the_question(content, message):
    after, turn = dialogue.hear(content, START, message)
    assert (after.answers, turn.kind) == ((), "niet_begrepen")


def test_not_understood_twice_says_something_else_and_names_people(content):
    once, first = dialogue.hear(content, START, heard("blauw", "buiten_bereik"))
    _, second = dialogue.hear(content, once, heard("paars", "buiten_bereik"))
    assert first.messages[:-1] != second.messages[:-1]
    assert "leidinggevende" in " ".join(second.messages)


@pytest.mark.parametrize(("choice", "answers", "kind"), [
    ("terug", (), "vraag"), ("wijzig:hoeveel_bloemen", (), "vraag"), ("opnieuw", (), "welkom"), ("stop", (), "afscheid"),
    ("waarom", HALFWAY.answers, "informatie"), ("bron", HALFWAY.answers, "informatie"),
    ("mens", HALFWAY.answers, "informatie"), ("samenvatting", HALFWAY.answers, "informatie"),
    ("weet_niet", (*HALFWAY.answers, ("waarde", "weet_niet")), "advies"),
    ("hoogstens_10", (*HALFWAY.answers, ("waarde", "hoogstens_10")), "advies"),
])
def test_a_choice_halfway(content, choice, answers, kind):
    after, turn = dialogue.choose(content, HALFWAY, choice)
    assert (after.answers, turn.kind) == (answers, kind)


@pytest.mark.parametrize("choice", ["terug", "waarom", "bron", "mens", "samenvatting", "weet_niet"])
def test_every_control_works_before_there_is_a_question(content, choice):
    after, turn = dialogue.choose(content, Conversation("zeekant"), choice)
    assert after == Conversation("zeekant")
    assert turn.messages


@pytest.mark.parametrize("choice", ["terug", "waarom", "stop", "mens", "wijzig"])
def test_a_control_before_the_code_leads_to_the_code(content, choice):
    assert [choice.id for choice in dialogue.choose(content, Conversation(), choice)[1].choices] == ["zeekant"]


@pytest.mark.parametrize(("conversation", "choice"), [
    (START, "paars"), (START, "geschenk"), (START, "wijzig:kleur"), (Conversation(), "limburg"),
    (Conversation("zeekant"), "reis"), (HALFWAY, "meer"), (HALFWAY, "wijzig:waarde"), (START, ""),
])
def test_a_choice_that_does_not_exist_is_refused(content, conversation, choice):
    with pytest.raises(WrongAnswerError):
        dialogue.choose(content, conversation, choice)


@pytest.mark.parametrize(("move", "kind"), [
    ("ga_terug", "vraag"), ("begin_opnieuw", "welkom"), ("vraag_waarom", "informatie"), ("toon_bron", "informatie"),
    ("stop", "afscheid"), ("afscheid", "afscheid"), ("spreek_mens", "informatie"), ("samenvatting", "informatie"),
])
def test_a_typed_move_is_the_same_as_its_button(content, move, kind):
    assert dialogue.hear(content, HALFWAY, heard("typ typ", move))[1].kind == kind


@pytest.mark.parametrize("message", [
    heard("ik word bedreigd met een mes", "geschenk"), heard("ik wil dood", "buiten_bereik", 0.2, certain=False),
    Heard(message_of(Lexicon(), "help me"), (("geschenk", 0.5), ("nood", 0.41))),
])
@pytest.mark.parametrize("conversation", [Conversation(), Conversation("zeekant"), START, HALFWAY, DONE])
def test_danger_comes_before_anything_else_and_changes_no_answer(content, conversation, message):
    after, turn = dialogue.hear(content, conversation, message)
    assert (turn.kind, after.answers) == ("acuut", conversation.answers)
    assert "112" in " ".join(turn.messages)
    assert turn.place is None


def test_after_danger_the_open_question_can_be_taken_up_again(content):
    after, _ = dialogue.hear(content, HALFWAY, heard("ik word bedreigd"))
    assert dialogue.choose(content, after, "verder")[1].place.node.id == "waarde"


def test_an_advice_is_not_said_again_when_somebody_says_thanks(content):
    turn = dialogue.hear(content, DONE, heard("dankjewel", "bedankt"))[1]
    assert "Neem de bloemen niet aan" not in turn.messages


def test_not_sure_what_it_is_about_asks_instead_of_guessing(content):
    after, turn = dialogue.hear(content, Conversation("zeekant"), heard("iets met bloemen", certainty=0.3, certain=False))
    assert (turn.kind, [choice.id for choice in turn.choices]) == ("verduidelijking", ["geschenk", "iets_anders"])
    assert dialogue.choose(content, after, "geschenk")[1].place.node.id == "hoeveel_bloemen"


def test_a_conversation_about_nothing_here_ends_with_people(content):
    turn = dialogue.hear(content, Conversation("zeekant"), heard("hoe laat is het", "buiten_bereik"))[1]
    assert turn.kind == "buiten_bereik"
    assert "leidinggevende" in " ".join(turn.messages)


def test_the_advice_names_verdict_people_and_passage(content):
    words = " ".join(dialogue.choose(content, START, "meer")[1].messages)
    assert "Neem de bloemen niet aan" in words
    assert "vertrouwenspersoon" in words
    assert "Een enkel bloempje mag" in words


@pytest.mark.parametrize(("text", "english"), [
    ("can I keep a gift from a supplier", True), ("My boss asked me to do this", True), ("mag ik dit van mijn manager", False),
    ("i love it", True), ("nee", False), ("wij zijn met een man of tien", False),
])
def test_whoever_begins_in_english_reads_that_the_assistant_works_in_dutch(content, text, english):
    _, turn = dialogue.hear(content, Conversation("zeekant"), heard(text))
    assert turn.messages[0].startswith("I answer in Dutch") is english
    assert turn.dilemma == "geschenk"


def test_every_path_of_every_tree_comes_to_the_advice_of_the_core(catalogue):
    for tree in catalogue.trees.values():
        for place in paths(tree):
            conversation, turn = dialogue.choose(catalogue, Conversation(tree.code), tree.dilemma)
            for question, answer in place.taken:
                assert turn.place.node.question.id == question
                conversation, turn = dialogue.choose(catalogue, conversation, answer)
            assert turn.place == place
