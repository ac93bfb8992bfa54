"""How answers are recognised, out of the fields of a content file: it is kept apart from what people read."""
from dataclasses import replace

from bot.fields import Fields
from bot.question import Answer, Question


def recognised(question: Question, fields: Fields) -> Question:
    """The question with the phrases, and the concepts beside an amount, by which its answers are recognised."""
    fields.only("antwoorden", "bedrag_bij", "bedrag_niet_bij", "herken_niet")
    answers = dict(question.answers)
    for name, values in fields.parts("antwoorden") if "antwoorden" in fields.values else ():
        part = Fields(f"{fields.where} › {name}", values, fields.faults)
        if name in answers:
            answers[name] = with_phrases(answers[name], part)
        else:
            part.fault(f"antwoord '{name}' hoort niet bij vraag '{question.id}'")
    return replace(question, answers=answers, amounts_near=fields.texts("bedrag_bij"),
                   amounts_not_near=fields.texts("bedrag_niet_bij"), misread=fields.texts("herken_niet"))


def with_phrases(answer: Answer, fields: Fields) -> Answer:
    """The answer with its phrases: those that count in any message, and those that count in a reply to its question."""
    fields.only("herken", "herken_antwoord")
    return replace(answer, phrases=fields.texts("herken"), replies=fields.texts("herken_antwoord"))
