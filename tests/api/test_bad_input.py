"""Bad input: refused with every fault named, and the conversation is as it was."""
import json

import pytest

PROBLEM = {"type", "title", "status", "detail", "fouten", "contacten"}
LONG = "x" * 2001
JSON = {"Content-Type": "application/json"}
EXACTLY_ONE = "Geef precies één van de velden 'tekst' en 'keuze'."


def faults_in(answer) -> list[tuple[str, str]]:
    """Where and what, for each fault of a problem."""
    return [(fault["veld"], fault["melding"]) for fault in answer.json()["fouten"]]


@pytest.mark.parametrize(("body", "faults"), [
    ({}, [("", EXACTLY_ONE)]),
    ({"tekst": "a", "keuze": "b"}, [("", EXACTLY_ONE)]),
    ({"tekst": None, "keuze": None}, [("", EXACTLY_ONE)]),
    ({"tekst": ""}, [("tekst", "Dit mag niet leeg zijn.")]),
    ({"tekst": " \n\t\u00a0"}, [("tekst", "Dit mag niet leeg zijn.")]),
    ({"tekst": LONG}, [("tekst", "Dit is te lang: hoogstens 2000 tekens.")]),
    ({"tekst": 7}, [("tekst", "Dit moet tekst zijn.")]),
    ({"tekst": ["a"]}, [("tekst", "Dit moet tekst zijn.")]),
    ({"keuze": ""}, [("keuze", "Dit mag niet leeg zijn.")]),
    ({"keuze": True}, [("keuze", "Dit moet tekst zijn.")]),
    ({"keuze": "x" * 101}, [("keuze", "Dit is te lang: hoogstens 100 tekens.")]),
    ({"tekst": "a", "naam": "b"}, [("naam", "Dit veld is onbekend.")]),
    ({"tekst": LONG, "keuze": 1, "naam": "b", "leeftijd": 2},
     [("", EXACTLY_ONE), ("tekst", "Dit is te lang: hoogstens 2000 tekens."), ("keuze", "Dit moet tekst zijn."),
      ("naam", "Dit veld is onbekend."), ("leeftijd", "Dit veld is onbekend.")]),
    ({"naam": "b"}, [("", EXACTLY_ONE), ("naam", "Dit veld is onbekend.")]),
    ([], [("", "Dit moet een JSON-object zijn.")]),
    ("tekst", [("", "Dit moet een JSON-object zijn.")]),
    (None, [("", "Dit moet een JSON-object zijn.")]),
    ({"tekst": "\ud800"}, [("tekst", "Deze tekst bevat tekens die niet bestaan.")]),
    ({"tekst": "a", "\ud800": 1}, [("", "Deze tekst bevat tekens die niet bestaan.")]),
])
def test_a_message_that_is_not_right(api, conversation, body, faults):
    before = api.get(conversation).json()
    answer = api.post(f"{conversation}/berichten", content=json.dumps(body), headers=JSON)
    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert set(answer.json()) == PROBLEM
    assert faults_in(answer) == faults
    assert api.get(conversation).json() == before


@pytest.mark.parametrize("raw", [
    b"{", b"", b"{'tekst': 'a'}", b"\xff\xfe", b"[" * 9000, b'{"tekst": "a"', b"tekst=a", b"NaN", b'{"tekst": 1e999}',
])
def test_a_body_that_is_not_json(api, conversation, raw):
    answer = api.post(f"{conversation}/berichten", content=raw, headers=JSON)
    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_an_empty_body_says_so(api, conversation):
    answer = api.post(f"{conversation}/berichten", headers=JSON)
    assert faults_in(answer) == [("", "De aanvraag is leeg; verwacht wordt een JSON-object.")]


@pytest.mark.parametrize("choice", ["bestaat_niet", "ja", "limburg", "wijzig:waarde", "wijzig:", "wijzig", "€", "\n"])
def test_a_choice_that_does_not_exist_names_what_was_sent_and_what_can_be(api, conversation, choice):
    before = api.get(conversation).json()
    answer = api.post(f"{conversation}/berichten", json={"keuze": choice})
    assert answer.status_code == 400
    assert [(fault["veld"], fault["gegeven"][:1]) for fault in answer.json()["fouten"]] in (
        [("keuze", choice[:1])], [("keuze", choice.partition(":")[2][:1])])
    assert api.get(conversation).json() == before


def test_a_choice_for_another_question_is_refused_with_the_answers_to_this_one(api, conversation, choose):
    choose("geschenk")
    before = api.get(conversation).json()
    answer = choose("klein")
    assert answer.status_code == 400
    assert answer.json()["fouten"][0]["gegeven"] == "klein"
    assert {"ja", "nee", "weet_niet"} <= set(answer.json()["fouten"][0]["verwacht"])
    assert "klein" in answer.json()["detail"]
    assert api.get(conversation).json() == before


@pytest.mark.parametrize(("body", "faults"), [
    ({"code": "utrecht"}, [("code", "Dit bestaat niet.")]),
    ({"code": ""}, [("code", "Dit mag niet leeg zijn.")]),
    ({"code": 1}, [("code", "Dit moet tekst zijn.")]),
    ({"code": 1, "naam": "x"}, [("code", "Dit moet tekst zijn."), ("naam", "Dit veld is onbekend.")]),
    ([1], [("", "Dit moet een JSON-object zijn.")]),
])
def test_a_beginning_that_is_not_right(api, world, body, faults):
    answer = api.post("/v1/gesprekken", json=body)
    assert answer.status_code == 400
    assert faults_in(answer) == faults
    assert world.received == []


def test_an_unknown_code_names_the_codes_there_are(api):
    fault = api.post("/v1/gesprekken", json={"code": "utrecht"}).json()["fouten"][0]
    assert (fault["gegeven"], fault["verwacht"]) == ("utrecht", ["limburg", "noord-holland"])


@pytest.mark.parametrize(("method", "path", "given", "expected"), [
    ("GET", "/v1/codes/utrecht", "utrecht", ["limburg", "noord-holland"]),
    ("GET", "/v1/codes/utrecht/artikelen", "utrecht", ["limburg", "noord-holland"]),
    ("GET", "/v1/codes/utrecht/contacten", "utrecht", ["limburg", "noord-holland"]),
    ("GET", "/v1/codes/utrecht/beslisbomen", "utrecht", ["limburg", "noord-holland"]),
    ("GET", "/v1/codes/utrecht/beslisbomen/geschenk", "utrecht", ["limburg", "noord-holland"]),
    ("GET", "/v1/codes/limburg/beslisbomen/koffie", "koffie", ["geschenk"]),
    ("GET", "/v1/codes/limburg%0a/artikelen", "limburg\n", ["limburg", "noord-holland"]),
    ("POST", "/v1/codes/limburg/beslisbomen/koffie/_doorloop", "koffie", ["geschenk"]),
    ("GET", "/v1/gesprekken/abc", "abc", ["een gesprekId van POST /v1/gesprekken"]),
    ("GET", "/v1/gesprekken/abc/gesprekskaart", "abc", ["een gesprekId van POST /v1/gesprekken"]),
    ("DELETE", "/v1/gesprekken/abc", "abc", ["een gesprekId van POST /v1/gesprekken"]),
    ("POST", "/v1/gesprekken/abc/berichten", "abc", ["een gesprekId van POST /v1/gesprekken"]),
])
def test_an_address_of_something_that_does_not_exist(api, method, path, given, expected):
    body = {"json": {"tekst": "a"} if "berichten" in path else {"antwoorden": {}}} if method == "POST" else {}
    answer = api.request(method, path, **body)
    fault = answer.json()["fouten"][0]
    assert answer.status_code == 404
    assert (fault["gegeven"], fault["verwacht"]) == (given, expected)


@pytest.mark.parametrize(("answers", "faults"), [
    ({"kleur": "rood"}, [("antwoorden", "kleur", ["lopende_zaak", "waarde"])]),
    ({"lopende_zaak": "soms"}, [("antwoorden.lopende_zaak", "soms", ["ja", "nee", "weet_niet"])]),
    ({"lopende_zaak": "soms", "kleur": "rood", "waarde": ""},
     [("antwoorden.lopende_zaak", "soms", ["ja", "nee", "weet_niet"]),
      ("antwoorden", "kleur", ["lopende_zaak", "waarde"]), ("antwoorden.waarde", "", ["klein", "groot", "weet_niet"])]),
])
def test_answers_that_the_tree_does_not_know(api, answers, faults):
    answer = api.post("/v1/codes/limburg/beslisbomen/geschenk/_doorloop", json={"antwoorden": answers})
    found = [(fault["veld"], fault["gegeven"], fault["verwacht"]) for fault in answer.json()["fouten"]]
    assert answer.status_code == 400
    assert found == faults


@pytest.mark.parametrize(("path", "body", "faults"), [
    ("/v1/codes/limburg/beslisbomen/geschenk/_doorloop", {}, [("antwoorden", "Dit veld ontbreekt.")]),
    ("/v1/codes/limburg/beslisbomen/geschenk/_doorloop", {"antwoorden": []},
     [("antwoorden", "Dit moet een JSON-object zijn.")]),
    ("/v1/codes/limburg/beslisbomen/geschenk/_doorloop", {"antwoorden": {"waarde": 1}, "x": 1},
     [("antwoorden.waarde", "Dit moet tekst zijn."), ("x", "Dit veld is onbekend.")]),
    ("/v1/_herken", {}, [("tekst", "Dit veld ontbreekt.")]),
    ("/v1/_herken", {"tekst": " "}, [("tekst", "Dit mag niet leeg zijn.")]),
    ("/v1/_herken", {"tekst": LONG}, [("tekst", "Dit is te lang: hoogstens 2000 tekens.")]),
])
def test_other_bodies_that_are_not_right(api, path, body, faults):
    answer = api.post(path, json=body)
    assert answer.status_code == 400
    assert faults_in(answer) == faults


@pytest.mark.parametrize("path", [
    "/v1/gesprekken", "/v1/gesprekken/abc/berichten", "/v1/_herken",
    "/v1/codes/limburg/beslisbomen/geschenk/_doorloop",
])
@pytest.mark.parametrize("media_type", ["text/plain", "application/x-www-form-urlencoded", "application/xml", ""])
def test_a_body_of_another_media_type(api, path, media_type):
    answer = api.post(path, content=b'{"tekst": "a"}', headers={"Content-Type": media_type})
    assert answer.status_code == 415
    assert answer.headers["Accept"] == "application/json"


@pytest.mark.parametrize("media_type", ["application/json; charset=utf-8", "Application/JSON", "application/json;x=y"])
def test_json_by_any_of_its_names(api, media_type):
    assert api.post("/v1/gesprekken", content=b"{}", headers={"Content-Type": media_type}).status_code == 201


@pytest.mark.parametrize(("accept", "status"), [
    ("application/json", 200), ("*/*", 200), ("application/*", 200), ("text/html, */*;q=0.1", 200),
    ("application/json;q=0.5, application/problem+json", 200), ("text/html", 406), ("application/json;q=0", 406),
    ("application/json;q=0, */*", 406), ("application/problem+json", 406), (";;,,", 406), ("*/*;q=onzin", 406),
])
def test_an_answer_in_a_form_that_there_is_not(api, accept, status):
    assert api.get("/v1/codes", headers={"Accept": accept}).status_code == status


@pytest.mark.parametrize("path", ["/v1/bestaat-niet", "/v1", "/v1/", "/v2/codes", "/v1/codes/", "/docs", "/redoc",
                                  "/openapi.json", "/web/bestaat-niet.js", "/web/../app.py", "/web/%2e%2e/app.py",
                                  "/%00", "/v1/gesprekken/%ff%fe"])
def test_an_address_that_there_is_not(api, path):
    answer = api.get(path)
    assert answer.status_code == 404
    assert set(answer.json()) == PROBLEM


@pytest.mark.parametrize(("method", "path", "allowed"), [
    ("GET", "/v1/gesprekken", "POST"), ("PUT", "/v1/gesprekken/abc", "GET, DELETE"),
    ("POST", "/v1/gesprekken/abc", "GET, DELETE"), ("DELETE", "/v1/codes", "GET"), ("POST", "/", "GET"),
    ("GET", "/v1/_herken", "POST"), ("GET", "/v1/codes/limburg/beslisbomen/geschenk/_doorloop", "POST"),
    ("TRACE", "/v1/codes", "GET"), ("ONZIN", "/v1/codes", "GET"),
])
def test_a_method_that_an_address_does_not_know(api, method, path, allowed):
    answer = api.request(method, path)
    assert answer.status_code == 405
    assert answer.headers["Allow"] == allowed
    assert set(answer.json()) == PROBLEM


@pytest.mark.parametrize("key", ["", "x" * 201])
def test_a_key_that_is_too_short_or_too_long(api, conversation, key):
    answer = api.post(f"{conversation}/berichten", json={"tekst": "a"}, headers={"Idempotency-Key": key})
    assert answer.status_code == 400
