"""The page on small screens, enlarged, in forced colours, without motion, and to the finger."""
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.web.states import CHEAP, FIRST, NOTHING_RUNS, STATES, TO_ADVICE, TO_QUESTION

PARTS = "button, a, textarea, summary, p, li, h1, h2, h3, legend, blockquote, .card, .bubble, .own, .question"
STICKING_OUT = f"""() => {{
  const parts = [...document.querySelectorAll("{PARTS}"),
    ...document.querySelector("mag-ik-dit").shadowRoot.querySelectorAll("{PARTS}")];
  const outside = ({{ left, right }}) => left < 0 || right > document.documentElement.clientWidth;
  return parts.filter((part) => outside(part.getBoundingClientRect())).map((part) => part.outerHTML.slice(0, 80)); }}"""
WIDTH = "() => document.documentElement.scrollWidth"
SIZES = """nodes => nodes.filter((node) => node.checkVisibility()).map((node) =>
  [node.innerText, Math.min(node.getBoundingClientRect().width, node.getBoundingClientRect().height)])"""
STYLE = "(node, name) => getComputedStyle(node)[name]"
SMALL, ENLARGED = {"width": 320, "height": 640}, {"width": 320, "height": 256}


def too_wide(page: Page) -> tuple[int, list[str]]:
    """How wide the page is, and which parts stick out."""
    return page.evaluate(WIDTH), page.evaluate(STICKING_OUT)


def brightness(part: Locator, name: str) -> int:
    """The sum of red, green and blue in this colour of a part."""
    return sum(int(number) for number in re.findall(r"\d+", part.evaluate(STYLE, name))[:3])


@pytest.mark.parametrize("state", ["advice", "acute", "down"])
def test_nothing_needs_sideways_scrolling_and_everything_to_press_is_large_enough(visit, world, state):
    visitor = visit(viewport=SMALL)
    STATES[state](visitor, world)
    targets = visitor.page.locator("button, a:not(.skip), summary").evaluate_all(SIZES)
    assert too_wide(visitor.page) == (320, [])
    assert len(targets) > 8
    assert [(name, size) for name, size in targets if size < 24] == []


def test_a_very_long_word_does_not_stick_out(visit):
    visitor = visit(viewport=SMALL).arrive()
    visitor.tell(*TO_QUESTION, "Ik " + "zucht" * 80)
    expect(visitor.log).to_contain_text("zuchtzucht")
    assert too_wide(visitor.page) == (320, [])


def test_a_question_comes_into_view_with_the_field_below_it(visitor):
    visitor.tell(*TO_QUESTION)
    expect(visitor.question(FIRST).locator("legend")).to_be_in_viewport(ratio=1)
    expect(visitor.field).to_be_in_viewport(ratio=1)


def test_enlarged_to_400_percent_each_step_fits_and_comes_into_view(visit):
    visitor = visit(viewport=ENLARGED).arrive()
    visitor.field.focus()
    expect(visitor.field).to_be_in_viewport(ratio=1)
    expect(visitor.button("Verstuur")).to_be_in_viewport(ratio=1)
    visitor.tell(*TO_QUESTION, "Ik word bedreigd")
    expect(visitor.page.get_by_role("link", name="Bel 112")).to_be_in_viewport(ratio=1)
    visitor.tell(NOTHING_RUNS, CHEAP)
    expect(visitor.card.locator(".verdict")).to_be_in_viewport(ratio=1)
    assert too_wide(visitor.page) == (320, [])


def test_forced_colours_keep_lines_around_what_counts(visit):
    visitor = visit(forced_colors="active").arrive().tell(*TO_ADVICE, "Ik word bedreigd")
    lines = visitor.page.locator(".answer, .send, .helplines a, .own, .badge, .card, textarea").all()
    assert len(lines) > 8
    for line in lines:
        assert line.evaluate(STYLE, "borderBottomStyle") == "solid"
        assert line.evaluate(STYLE, "borderBottomColor") != line.evaluate(STYLE, "backgroundColor")
    assert visitor.button("Terug").evaluate(STYLE, "textDecorationLine") == "underline"
    visitor.key("Tab")
    assert visitor.stop()[1] >= 2


@pytest.mark.parametrize(("wish", "movements"), [("reduce", ["none", "none"]), ("no-preference", ["arrive", "breathe"])])
def test_movement_is_for_those_who_want_it(visit, wish, movements):
    visitor = visit(reduced_motion=wish).arrive()
    visitor.hold()
    visitor.press("Limburg")
    parts = (visitor.log.locator(".turn").first, visitor.status.locator("p"))
    assert [part.evaluate(STYLE, "animationName") for part in parts] == movements


def test_the_page_and_the_conversation_follow_the_colour_scheme(visitor):
    for scheme, darker in (("light", "color"), ("dark", "backgroundColor")):
        visitor.page.emulate_media(color_scheme=scheme)
        for part in (visitor.page.locator("body"), visitor.log.locator(".bubble").first):
            assert min(("color", "backgroundColor"), key=lambda name, part=part: brightness(part, name)) == darker
