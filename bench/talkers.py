"""People who talk to an engine itself: to ours by its private door, to stock Rasa by its REST channel."""
import itertools
import json
import time

TYPED = "mag ik een fles wijn van dertig euro van een leverancier aannemen"
ROUND = ({"tekst": TYPED}, {"keuze": "opnieuw"}, {"keuze": "geschenk"}, {"keuze": "waarom"}, {"keuze": "opnieuw"})
BEGIN = {"begin": {"code": "noord-holland"}}
NUMBERS = itertools.count()


class NoAnswerError(Exception):
    """The engine gave no turn."""


def to_ours(person, asked):
    """The address and body of a message for our engine."""
    return "/webhooks/edge/beurt", {"gesprek": person, **asked}


def to_stock(person, asked):
    """The address and body of a message for Rasa's own REST channel."""
    choice = {"begin": f"/begin{json.dumps(asked.get('begin'))}", "keuze": f"/keuze{json.dumps(asked)}"}
    return "/webhooks/rest/webhook", {"sender": person, "message": choice.get(next(iter(asked)), asked.get("tekst"))}


def turn_in(said):
    """The turn in the answer of either; raises NoAnswerError when there is none."""
    turn = said[-1].get("custom") if isinstance(said, list) and said else said
    if not isinstance(turn, dict) or "soort" not in turn:
        raise NoAnswerError(f"geen beurt: {str(said)[:200]}")
    return turn


async def talk(web, form, turns):
    """The milliseconds of each of these turns in one new conversation."""
    person = f"mens-{next(NUMBERS)}"
    await sent(web, form, person, BEGIN)
    return [await sent(web, form, person, asked) for asked in itertools.islice(itertools.cycle(ROUND), turns)]


async def sent(web, form, person, asked):
    """The milliseconds that one turn takes."""
    address, body = form(person, asked)
    begin = time.perf_counter()
    async with web.post(address, json=body) as answer:
        turn_in(await answer.json())
    return (time.perf_counter() - begin) * 1000
