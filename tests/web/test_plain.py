"""A whole conversation with scripts off, and the pages around the chat: every state, every width, every colour."""
import pytest
from playwright.sync_api import Page, expect

from tests.web.plain import Reader
from tests.web.test_axe import faults_in

WINE = "Mag ik een fles wijn aannemen?"
TREE = "/codes/noord-holland/dilemmas/geschenk"
STICKING_OUT = """() => [...document.querySelectorAll("button, a, textarea, summary, p, li, h1, h2, h3, legend, pre, dd")]
  .filter((part) => part.checkVisibility() && !part.matches(".unseen, .skip"))
  .filter((part) => { const { left, right } = part.getBoundingClientRect();
    return left < 0 || right > document.documentElement.clientWidth; }).map((part) => part.outerHTML.slice(0, 80))"""
SIZES = """nodes => nodes.filter((node) => node.checkVisibility() && !node.matches(".skip") && !node.closest("li, dd"))
  .map((node) => [node.innerText, Math.min(node.getBoundingClientRect().width, node.getBoundingClientRect().height)])"""
OUTLINE = """() => { const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
  return outlineStyle === "none" ? 0 : parseFloat(outlineWidth); }"""


def front(reader: Reader) -> None:
    """The front door when the script of the chat does not come."""
    reader.page.route("**/mag-ik-dit.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    reader.page.goto(reader.url)
    expect(reader.button("Begin het gesprek")).to_be_visible()


def asked(reader: Reader) -> None:
    """A question is open."""
    reader.begin_by_form("noord-holland").say(WINE)


def advised(reader: Reader) -> None:
    """The advice is there."""
    asked(reader)
    reader.answer_to_advice()


def kept(reader: Reader) -> None:
    """What is kept is shown."""
    advised(reader)
    reader.page.get_by_role("link", name="Wat bewaren jullie?").click()


def card(reader: Reader) -> None:
    """The card of the advice is open."""
    advised(reader)
    reader.page.get_by_role("link", name="Gesprekskaart").click()


def gone(reader: Reader) -> None:
    """Everything was erased."""
    reader.begin_by_form("limburg").press("Wis alles")


def empty(reader: Reader) -> None:
    """Nothing was typed."""
    reader.begin_by_form("limburg").press("Verstuur")


def page(path: str):
    """A page that needs no conversation."""
    return lambda reader: reader.page.goto(reader.url + path)


STATES = {
    "front": front, "welcome": lambda reader: reader.begin_by_form("limburg"), "question": asked, "advice": advised, "kept": kept,
    "card": card,
    "gone": gone, "empty": empty, "list": page("/codes/limburg/dilemmas"), "tree": page(TREE),
    "walk": page(f"{TREE}?gever=relatie"), "walked": page("/codes/limburg/dilemmas/dienstauto?auto_kwestie=prive_rit"),
    "code": page("/codes/limburg"), "missing": page("/codes/limburg/dilemmas/onzin"),
    "wrong": page(f"{TREE}?onzin=ja"),
}


@pytest.fixture
def read(visit, edge):
    """Makes a reader without scripts."""
    def make(**window) -> Reader:
        return Reader(visit(**{"java_script_enabled": False} | window).page, edge)
    return make


def fits(page: Page, width: int) -> None:
    """Nothing sticks out, once the page with its style sheets is there."""
    page.wait_for_load_state()
    assert (page.evaluate("document.documentElement.scrollWidth"), page.evaluate(STICKING_OUT)) == (width, [])


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_and_nothing_sticks_out(read, state):
    reader = read(viewport={"width": 320, "height": 640}, java_script_enabled=True)  # axe is a script
    STATES[state](reader)
    fits(reader.page, 320)
    small = [(name, size) for name, size in reader.page.locator("button, a, summary").evaluate_all(SIZES) if size < 24]
    found = {}
    for scheme in ("light", "dark"):
        reader.page.emulate_media(color_scheme=scheme)
        found[scheme] = faults_in(reader.page)
    assert (small, found) == ([], {"light": [], "dark": []})


def test_without_a_script_a_conversation_comes_to_the_advice(read):
    reader = read()
    reader.begin("Noord-Holland").say(WINE).answer_to_advice()
    expect(reader.card.get_by_role("heading", level=2)).to_be_visible()
    reader.page.get_by_role("link", name="Gesprekskaart").click()
    expect(reader.page.get_by_role("heading", level=1)).to_contain_text("Gesprekskaart")


def test_without_a_script_and_without_a_mouse_a_conversation_comes_to_the_advice(read):
    reader = read()
    reader.page.goto(reader.url)
    reader.tab_to("Limburg")
    reader.key("Space")
    reader.tab_to("Begin het gesprek")
    reader.key("Enter")
    expect(reader.field).to_be_visible()
    reader.tab_to("Vertel wat er speelt, of typ je antwoord")
    reader.page.keyboard.type(WINE)
    reader.key("Tab")
    with reader.page.expect_navigation():
        reader.key("Enter")
    while reader.question.count():
        name = reader.question.get_by_role("button").first.inner_text()
        reader.tab_to(name)
        assert reader.page.evaluate(OUTLINE) >= 2
        with reader.page.expect_navigation():
            reader.key("Enter")
    expect(reader.card).to_be_visible()


def test_the_browser_keeps_one_cookie_that_scripts_cannot_read_and_nothing_after_erasing(read):
    reader = read()
    asked(reader)
    (cookie,) = reader.page.context.cookies()
    assert (cookie["name"], cookie["httpOnly"], cookie["sameSite"], cookie["expires"]) == ("gesprek", True, "Strict", -1)
    reader.press("Wis alles")
    assert reader.page.context.cookies() == []


def test_leaving_goes_to_the_neutral_page(read):
    reader = read()
    reader.page.context.route("https://www.knmi.nl/**", lambda route: route.fulfill(body="<title>Weer</title>", content_type="text/html"))
    asked(reader)
    reader.press("Snel weg")
    expect(reader.page).to_have_title("Weer")
    assert reader.page.context.cookies() == []


def test_a_tree_is_walked_by_links_to_the_advice(read):
    reader = read()
    reader.page.goto(reader.url + TREE)
    while reader.page.locator(".question .answers a").count():
        reader.page.locator(".question .answers a").first.click()
    title = reader.card.get_by_role("heading", level=2).inner_text()
    expect(reader.page.locator(".tree [aria-current=step]")).to_have_text(title)


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_the_largest_tree_fits_at_every_width(read, width):
    reader = read(viewport={"width": width, "height": 800})
    reader.page.goto(reader.url + TREE)
    fits(reader.page, width)


def test_forced_colours_keep_the_lines_of_the_tree(read):
    reader = read(forced_colors="active")
    reader.page.goto(reader.url + TREE)
    boxes = reader.page.locator(".box").all()
    assert len(boxes) > 20
    assert {box.evaluate("node => getComputedStyle(node).borderBottomStyle") for box in boxes} <= {"solid", "dashed"}
