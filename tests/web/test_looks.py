"""The page on small screens, enlarged, in forced colours, without motion, and to the finger."""
import pytest
from playwright.sync_api import expect

from tests.web.states import STATES, TO_ADVICE, TO_QUESTION

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
SMALL = {"small": {"width": 320, "height": 640}, "enlarged 400 %": {"width": 320, "height": 256}}


@pytest.mark.parametrize("size", SMALL)
@pytest.mark.parametrize("state", ["advice", "acute", "down"])
def test_nothing_needs_sideways_scrolling(visit, world, state, size):
    visitor = visit(viewport=SMALL[size])
    STATES[state](visitor, world)
    assert visitor.page.evaluate(WIDTH) == 320
    assert visitor.page.evaluate(STICKING_OUT) == []


def test_a_very_long_word_does_not_stick_out(visit):
    visitor = visit(viewport=SMALL["small"]).arrive()
    visitor.tell(*TO_QUESTION, "Ik " + "zucht" * 80)
    assert visitor.page.evaluate(WIDTH) == 320
    assert visitor.page.evaluate(STICKING_OUT) == []


def test_enlarged_the_field_and_its_button_fit_on_the_screen_together(visit):
    visitor = visit(viewport=SMALL["enlarged 400 %"]).arrive()
    visitor.field.focus()
    expect(visitor.field).to_be_in_viewport(ratio=1)
    expect(visitor.button("Verstuur")).to_be_in_viewport(ratio=1)


def test_a_new_question_comes_into_view(visit):
    visitor = visit(viewport=SMALL["small"]).arrive()
    visitor.tell(*TO_ADVICE)
    expect(visitor.card.locator(".verdict")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("state", ["advice", "acute", "down"])
def test_everything_to_press_is_large_enough(visit, world, state):
    visitor = visit(viewport=SMALL["small"])
    STATES[state](visitor, world)
    targets = visitor.page.locator("button, a:not(.skip), summary").evaluate_all(SIZES)
    assert len(targets) > 8
    assert [(name, size) for name, size in targets if size < 24] == []


def test_forced_colours_keep_a_line_around_what_can_be_pressed(visit, world):
    visitor = visit(forced_colors="active")
    STATES["acute"](visitor, world)
    for part in (*visitor.page.locator(".answer, .send, .helplines a").all(), visitor.field, visitor.log.locator(".own").last):
        assert part.evaluate(STYLE, "borderBottomStyle") == "solid"
        assert part.evaluate(STYLE, "borderBottomColor") != part.evaluate(STYLE, "backgroundColor")


def test_forced_colours_keep_the_focus_and_the_verdict_visible(visit):
    visitor = visit(forced_colors="active").arrive()
    visitor.tell(*TO_ADVICE)
    expect(visitor.card).to_be_focused()
    visitor.key("Shift+Tab", "Tab")
    assert visitor.card.locator(".badge").first.evaluate(STYLE, "borderBottomStyle") == "solid"
    assert visitor.stop()[1] >= 2


@pytest.mark.parametrize(("wish", "moving"), [("reduce", []), ("no-preference", ["arrive"])])
def test_movement_is_for_those_who_want_it(visit, wish, moving):
    visitor = visit(reduced_motion=wish).arrive()
    names = visitor.page.evaluate("() => document.querySelector('mag-ik-dit').shadowRoot.getAnimations({ subtree: true })"
                                  ".map(({ animationName }) => animationName)")
    styled = visitor.log.locator(".turn").first.evaluate(STYLE, "animationName")
    assert [name for name in (styled, *names) if name != "none"][:1] == moving


def test_dark_and_light_are_different_themes(visit):
    colours = [visit(color_scheme=scheme).arrive().page.locator("body").evaluate(STYLE, "backgroundColor")
               for scheme in ("light", "dark")]
    assert colours == ["rgb(246, 245, 241)", "rgb(17, 23, 29)"]
