"""What every answer carries, whatever went wrong."""
import pytest

from api.headers import ALWAYS
from tests.api.clock import wait_for

CASES = [
    ("GET", "/", {}, 200), ("GET", "/web/mag-ik-dit.js", {}, 200), ("GET", "/v1/codes", {}, 200),
    ("GET", "/v1/bestaat-niet", {}, 404), ("DELETE", "/v1/codes", {}, 405),
    ("GET", "/v1/codes", {"headers": {"Accept": "text/html"}}, 406),
    ("POST", "/v1/gesprekken", {"content": b" " * 20_000}, 413), ("POST", "/v1/_herken", {"content": b"a"}, 415),
    ("POST", "/v1/_herken", {"json": {}}, 400), ("GET", "/v1/codes", {"headers": {"Host": "kwaad.example"}}, 400),
]


@pytest.mark.parametrize(("method", "path", "more", "status"), CASES)
def test_every_answer_has_every_header(api, method, path, more, status):
    answer = api.request(method, path, **more)
    assert answer.status_code == status
    assert {name: answer.headers.get(name) for name in ALWAYS} == dict(ALWAYS)


def test_an_answer_about_an_engine_that_is_away_has_every_header(api, world):
    world.failure = "status"
    answer = api.get("/v1/gezondheid")
    assert answer.status_code == 503
    assert {name: answer.headers.get(name) for name in ALWAYS} == dict(ALWAYS)


def test_a_fault_of_our_own_is_a_plain_problem_with_every_header(api, monkeypatch, caplog):
    monkeypatch.setattr("api.v1.codes.code_short", lambda _: 1 / 0)
    answer = api.get("/v1/codes")
    assert answer.status_code == 500
    assert {name: answer.headers.get(name) for name in ALWAYS} == dict(ALWAYS)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert "ZeroDivision" not in answer.text
    wait_for(lambda: "ZeroDivisionError" in caplog.text)
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize(("path", "kept"), [
    ("/", "no-cache"), ("/web/mag-ik-dit.js", "no-cache"), ("/v1/codes", "no-store"), ("/v1/bestaat-niet", "no-store"),
    ("/v1/gezondheid", "no-store"),
])
def test_nothing_of_the_api_is_stored(api, path, kept):
    assert api.get(path).headers["Cache-Control"] == kept


def test_the_policy_allows_no_script_or_style_from_elsewhere():
    policy = ALWAYS["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'self'" in policy
    assert "require-trusted-types-for 'script'; trusted-types 'none'" in policy
    assert "frame-ancestors 'none'" in policy
