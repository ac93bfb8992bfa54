"""The situations in which a visitor can find the page."""
from collections.abc import Callable

from playwright.sync_api import expect

from tests.web import beurten
from tests.web.stub import World
from tests.web.visitor import Visitor

PROVINCE, GIFT = "Noord-Holland", "Ik kreeg een fles wijn"
NOTHING_RUNS, CHEAP = "Nee, er loopt niets", "Hoogstens 50 euro"
FIRST, SECOND = (text for text, _ in beurten.QUESTIONS.values())
TO_QUESTION = (PROVINCE, GIFT)
TO_ADVICE = (*TO_QUESTION, NOTHING_RUNS, CHEAP)


def welcome(visitor: Visitor, _: World) -> None:
    """The first question is there."""
    visitor.arrive()


def question(visitor: Visitor, _: World) -> None:
    """A question about the gift is open."""
    visitor.arrive().tell(*TO_QUESTION)
    expect(visitor.question(FIRST)).to_be_visible()


def advice(visitor: Visitor, _: World) -> None:
    """The advice is there."""
    visitor.arrive().tell(*TO_ADVICE)
    expect(visitor.card).to_be_visible()


def acute(visitor: Visitor, _: World) -> None:
    """Somebody is threatened."""
    visitor.arrive().tell(*TO_QUESTION, "Ik word bedreigd")
    expect(visitor.page.get_by_role("link", name="Bel 112")).to_be_visible()


def failing(status: int) -> Callable[[Visitor, World], None]:
    """The server answered the last message with this."""
    def state(visitor: Visitor, world: World) -> None:
        visitor.arrive().tell(*TO_QUESTION)
        world.fail(status)
        visitor.say("Ik weet het niet")
        expect(visitor.page.locator("[data-state=trouble]")).to_be_visible()
    return state


def offline(visitor: Visitor, _: World) -> None:
    """The connection is gone and something was typed."""
    visitor.arrive().tell(*TO_QUESTION)
    visitor.page.context.set_offline(True)
    visitor.say("Ik weet het niet")
    expect(visitor.status).to_contain_text("niet te bereiken")


def kept(visitor: Visitor, _: World) -> None:
    """Everything that is kept is shown."""
    visitor.arrive().tell(*TO_QUESTION)
    visitor.press("Wat bewaren jullie?")
    expect(visitor.page.get_by_role("region", name="Wat bewaren jullie?")).to_be_visible()


def left_alone(visitor: Visitor, _: World) -> None:
    """Nothing was said for a long time."""
    visitor.page.clock.install()
    visitor.arrive().tell(*TO_QUESTION)
    visitor.page.clock.fast_forward("55:30")
    expect(visitor.status).to_contain_text("Je gesprek ligt een tijdje stil.")


STATES = {"welcome": welcome, "question": question, "advice": advice, "acute": acute,
          "down": failing(503), "offline": offline, "kept": kept, "left alone": left_alone}
