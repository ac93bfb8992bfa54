"""How answers are recognised, out of the fields of a content file: it is kept apart from what people read."""
import re
from collections.abc import Mapping
from dataclasses import replace

from bot.fields import Fields
from bot.question import Answer, Question

Lists = Mapping[str, tuple[str, ...]]
NAMED = re.compile(r"<([^<>\s]*)>")


def recognised(question: Question, fields: Fields) -> Question:
    """The question with the phrases, and the concepts beside an amount, by which its answers are recognised."""
    fields.only("woorden", "antwoorden", "bedrag_bij", "bedrag_niet_bij", "herken_niet")
    answers, lists = dict(question.answers), lists_in(fields)
    for name, values in fields.parts("antwoorden") if "antwoorden" in fields.values else ():
        part = Fields(f"{fields.where} › {name}", values, fields.faults)
        if name in answers:
            answers[name] = with_phrases(answers[name], part, lists)
        else:
            part.fault(f"antwoord '{name}' hoort niet bij vraag '{question.id}'")
    return replace(question, answers=answers, amounts_near=fields.texts("bedrag_bij"),
                   amounts_not_near=fields.texts("bedrag_niet_bij"), misread=phrases_in(fields, "herken_niet", lists))


def lists_in(fields: Fields) -> Lists:
    """The named lists of words that the phrases of this file can use."""
    found = dict(fields.parts("woorden")) if "woorden" in fields.values else {}
    named = Fields(f"{fields.where} › woorden", found, fields.faults)
    return {name: named.texts(name) for name in found}


def with_phrases(answer: Answer, fields: Fields, lists: Lists) -> Answer:
    """The answer with its phrases: those that count in any message, and those that count in a reply to its question."""
    fields.only("herken", "herken_antwoord")
    return replace(answer, phrases=phrases_in(fields, "herken", lists),
                   replies=phrases_in(fields, "herken_antwoord", lists))


def phrases_in(fields: Fields, name: str, lists: Lists) -> tuple[str, ...]:
    """The phrases in a field, with the words of a list (one|other) where it is named as <list>."""
    phrases = fields.texts(name)
    for unknown in sorted({found for phrase in phrases for found in NAMED.findall(phrase) if not lists.get(found)}):
        fields.fault(f"veld '{name}': bij 'woorden' in dit bestand staat geen <{unknown}>")
    return tuple(NAMED.sub(lambda found: "|".join(lists.get(found[1], ())), phrase) for phrase in phrases)
