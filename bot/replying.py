"""What a reply says about the open question."""
from bot.catalogue import Catalogue
from bot.changing import cued
from bot.conversation import Conversation, Heard
from bot.message import Message
from bot.noting import fills, told_with
from bot.offers import MOST_WORDS, SHORT_ANSWERS
from bot.question import Question
from bot.recognising import YES_OR_NO, answers_in, reply_to
from bot.tree import Ask

LIKELY = 0.2


def plain_answer(catalogue: Catalogue, conversation: Conversation, ask: Ask, heard: Heard) -> str | None:
    """The answer to the open question when the message or its first clause plainly gives it, or None.

    A yes or no that comes with a fact about another question is said of that, and answers nothing here.
    """
    answer = typed_answer(ask.question, heard.message)
    hesitates = cued(catalogue, "aarzelt", heard) and len(heard.message.words) > MOST_WORDS
    says_nothing = hesitates or cued(catalogue, "al_gezegd", heard)
    if answer or says_nothing or fills(heard, told_with(catalogue, conversation, heard)):
        return answer
    short = yes_or_no(catalogue, heard)
    return short if short in ask.question.answers else None


def typed_answer(question: Question, message: Message) -> str | None:
    """The answer that a message gives, or its first clause before more is told; None when that is not clear.

    A first clause of yes or no alone is not enough, nor one when the whole message says two things.
    """
    if answer := reply_to(question, message):
        return answer
    clause = message.first_clause
    if clause is None or YES_OR_NO.issuperset(clause.words) or answers_in(question.just_put, message):
        return None
    return reply_to(question, clause)


def yes_or_no(catalogue: Catalogue, heard: Heard) -> str | None:
    """The answer that a message is surely only, or that it begins with and may well be; otherwise None."""
    if heard.certain and heard.label in SHORT_ANSWERS:
        return SHORT_ANSWERS[heard.label]
    near = heard.ranking[:2] if cued(catalogue, "ja_of_nee", heard) else ()
    return next((SHORT_ANSWERS[label] for label, share in near if label in SHORT_ANSWERS and share >= LIKELY), None)
