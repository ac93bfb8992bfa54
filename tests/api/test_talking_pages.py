"""A conversation by forms alone: to the advice, private, and safe from other sites."""
import html
import json
import logging
import re

import httpx
import pytest

TYPED = "ik kreeg een fles van kwikstaartje7391"
BROWSER = {"Accept": "text/html,*/*"}


class Person:
    """Somebody with a browser without scripts: cookies, forms and redirects."""

    def __init__(self, client: httpx.Client) -> None:
        self.client, self.page, self.addresses = client, client.get("/"), []

    def send(self, action: str, **fields: str) -> "Person":
        answer = self.client.post(action, data=fields, headers=BROWSER)
        self.addresses += [action, answer.headers.get("Location", "")]
        self.page = self.client.get(answer.headers["Location"], headers=BROWSER) if answer.status_code == 303 else answer
        return self

    def begin(self, code: str = "limburg") -> "Person":
        return self.send("/gesprek", code=code)

    @property
    def home(self) -> str:
        return self.page.url.path

    @property
    def key(self) -> str:
        return re.search(r'name="sleutel" value="([^"]+)"', self.page.text)[1]

    @property
    def words(self) -> str:
        return html.unescape(re.sub(r"<[^>]+>", " ", self.page.text))

    def types(self, text: str) -> "Person":
        return self.send(self.home, sleutel=self.key, tekst=text)

    def chooses(self, choice: str) -> "Person":
        assert f'value="{choice}"' in self.page.text
        return self.send(self.home, sleutel=self.key, keuze=choice)


@pytest.fixture
def person(api):
    return Person(api)


@pytest.fixture
def asked(person):
    """Somebody at the first question."""
    return person.begin().types(TYPED)


@pytest.fixture
def advised(asked):
    """Somebody with an advice."""
    return asked.chooses("nee").chooses("klein")


def cookie_of(answer: httpx.Response) -> str:
    return answer.headers["Set-Cookie"]


def test_forms_alone_lead_to_the_advice_of_the_api(advised, api):
    made = api.post("/v1/codes/limburg/beslisbomen/geschenk/_doorloop",
                    json={"antwoorden": {"lopende_zaak": "nee", "waarde": "klein"}}).json()["advies"]
    open_points, sources = (point["tekst"] for point in made["openPunten"]), (source["citaat"] for source in made["bronnen"])
    for words in (made["titel"], made["waarom"]["tekst"], *made["stappen"], *open_points, *sources):
        assert words in advised.words
    assert api.get(f"{advised.home}/kaart", headers=BROWSER).text.count("<h1>") == 1


def test_the_id_is_only_in_a_cookie_of_this_conversation_that_ends_with_the_browser(api):
    begun = api.post("/gesprek", data={"code": "limburg"})
    home = begun.headers["Location"].partition("?")[0]
    given = cookie_of(begun)
    assert f"Path={home};" in given
    assert "HttpOnly" in given
    assert "SameSite=strict" in given
    assert "Expires" not in given
    assert "Max-Age" not in given
    assert api.cookies["gesprek"] not in begun.headers["Location"] + api.get(begun.headers["Location"]).text


def test_no_address_holds_what_was_typed_or_chosen_to_type(advised):
    assert [address for address in advised.addresses if "kwikstaartje" in address or "fles" in address] == []


def test_a_page_that_is_asked_for_again_shows_the_same_turn(asked, api):
    again = api.get(str(asked.page.url)).text
    assert re.sub(r'value="[^"]+"', "", again) == re.sub(r'value="[^"]+"', "", asked.page.text)


def test_a_form_that_is_sent_twice_counts_once(asked, world):
    key, home = asked.key, asked.home
    asked.send(home, sleutel=key, keuze="nee")
    before = len(world.received)
    first = asked.words
    asked.send(home, sleutel=key, keuze="nee")
    assert asked.words == first
    assert len(world.received) == before


def test_without_the_turn_in_the_address_the_page_shows_where_somebody_stands(advised, api):
    assert "Dit heb je tot nu toe verteld" in api.get(advised.home).text
    assert '<article class="card"' in api.get(advised.home).text


def test_nothing_typed_and_nothing_chosen_is_said_and_keeps_the_question(asked):
    asked.send(asked.home, sleutel=asked.key, tekst="  ")
    assert "Typ eerst je bericht" in asked.words
    assert asked.page.text.count('<fieldset class="question">') == 1


@pytest.mark.parametrize("fields", [{"tekst": "a" * 2001}, {"keuze": "bestaat_niet"}, {"keuze": "x" * 101}])
def test_what_cannot_be_taken_is_refused_as_a_page_with_a_way_back(asked, fields):
    home = asked.home
    asked.send(home, sleutel=asked.key, **fields)
    assert asked.page.status_code == 400
    assert f'href="{home}"' in asked.page.text


def test_everything_that_is_kept_is_shown_and_it_is_what_the_api_shows(advised, api):
    shown = html.unescape(re.search(r"<pre>(.+)</pre>", api.get(f"{advised.home}/bewaard").text, re.S)[1])
    cookie = next(kept.value for kept in api.cookies.jar if kept.path == advised.home)
    assert json.loads(shown) == api.get(f"/v1/gesprekken/{cookie}").json()
    assert "kwikstaartje" not in shown


def test_erasing_leaves_nothing(advised, api):
    cookie = next(kept.value for kept in api.cookies.jar if kept.path == advised.home)
    home = advised.home
    advised.send(f"{home}/wis")
    assert "Alles is gewist" in advised.words
    assert api.get(f"/v1/gesprekken/{cookie}").status_code == 404
    assert [kept for kept in api.cookies.jar if kept.path == home] == []
    assert api.get(home, headers=BROWSER).status_code == 404


@pytest.mark.parametrize("failure", [None, "status"])
def test_leaving_erases_and_goes_to_the_neutral_page_whatever_happens(asked, api, world, failure):
    world.failure = failure
    answer = api.post(f"{asked.home}/weg")
    assert (answer.status_code, answer.headers["Location"]) == (303, "https://www.knmi.nl/")
    assert "Max-Age=0" in cookie_of(answer)


def test_the_policy_lets_the_form_end_at_the_neutral_page_and_nowhere_else(asked):
    assert "form-action 'self' https://www.knmi.nl;" in asked.page.headers["Content-Security-Policy"]


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("part", ["", "/wis", "/weg"])
def test_a_form_of_another_site_changes_nothing(asked, api, world, site, part):
    before = len(world.received)
    refused = api.post(f"{asked.home}{part}", data={"sleutel": "x", "keuze": "nee"}, headers={"Sec-Fetch-Site": site})
    assert refused.status_code == 400
    assert len(world.received) == before
    assert api.get(asked.home).status_code == 200


@pytest.mark.parametrize("cookie", ["", "van_een_ander"])
def test_without_the_right_cookie_there_is_no_conversation(asked, edge_url, cookie):
    with httpx.Client(base_url=edge_url, headers={"Cookie": f"gesprek={cookie}"}) as stranger:
        for path in ("", "/bewaard", "/kaart"):
            assert stranger.get(asked.home + path).status_code == 404
        assert stranger.post(f"{asked.home}/wis").status_code == 404


def test_two_conversations_in_one_browser_stay_apart(api):
    one, other = Person(api).begin("limburg").types(TYPED), Person(api).begin("noord-holland")
    assert one.home != other.home
    one.chooses("nee")
    assert "kleine attentie" in one.words
    assert "Noord-Holland" in other.words


def test_an_engine_that_is_away_gives_the_people_and_the_conversation_goes_on_after(asked, world):
    home, key = asked.home, asked.key
    world.failure = "status"
    asked.send(home, sleutel=key, keuze="nee")
    assert asked.page.status_code == 503
    assert "leidinggevende" in asked.words
    assert f'href="{home}"' in asked.page.text
    world.failure = None
    asked.send(home, sleutel=key, keuze="nee")
    assert asked.page.status_code == 200


def test_without_a_code_the_form_asks_for_it(person):
    person.begin("")
    assert "Bij welke provincie werk je?" in person.words
    person.chooses("noord-holland")
    assert "Noord-Holland" in person.words


def test_a_code_that_does_not_exist_is_refused(person):
    assert person.begin("atlantis").page.status_code == 400


def test_nothing_typed_is_logged(person, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    person.begin().types(TYPED)
    home, key = person.home, person.key
    for fields in ({"keuze": "kwikstaartje7391"}, {"tekst": "kwikstaartje7391" * 200}, {"kwikstaartje7391": "x"}):
        person.send(home, sleutel=key, **fields)
    person.begin("kwikstaartje7391")
    written = "".join((caplog.text, *capfd.readouterr()))
    assert "/gesprek/{handle}" in written
    assert "kwikstaartje" not in written


def test_the_place_where_conversations_begin_leads_to_the_front_door(api):
    assert api.get("/gesprek").headers["Location"] == "/"
