"""The examples for portals: short, and they show an advice when they are run as they stand in the document."""
import functools
import os
import re
import subprocess
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import expect, sync_playwright

from api.access.keys import Keys

PAGE = Path(__file__).parent.parent.parent / "docs" / "koppelen.md"
ADVICE = "overleggen"
MOST_LINES = 30


def example(language: str) -> str:
    """The code in this language, as it stands in the document."""
    [found] = re.findall(rf"^```{language}\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return found


def advice_of(edge_url: str) -> str:
    """The title of the advice that the examples come to."""
    tree = httpx.get(f"{edge_url}/v1/codes/limburg/beslisbomen/geschenk").json()
    return next(advice["titel"] for advice in tree["adviezen"] if advice["knoopId"] == ADVICE)


@pytest.mark.parametrize("language", ["python", "javascript"])
def test_an_example_is_short(language):
    assert len([line for line in example(language).splitlines() if line.strip()]) <= MOST_LINES


def ran(file: Path, **environment: str) -> str:
    """What the example in Python prints."""
    file.write_text(example("python"), encoding="utf-8")
    return subprocess.run([sys.executable, file], env={**os.environ, **environment}, capture_output=True, text=True,
                          check=True, timeout=30).stdout


def test_the_example_in_python_shows_an_advice(edge_url, tmp_path):
    assert advice_of(edge_url) in ran(tmp_path / "portaal.py", MAG_IK_DIT=edge_url)


def test_the_example_in_python_shows_an_advice_with_a_key(edge_url, edge_with, tmp_path):
    keys = Keys(tmp_path / "sleutels.json")
    key = keys.make("Portaal", ["gesprekken"], 1)
    closed = edge_with(keys_file=keys.path)
    assert advice_of(edge_url) in ran(tmp_path / "portaal.py", MAG_IK_DIT=closed, SLEUTEL=key)


@pytest.fixture
def portal(tmp_path):
    """A website of a portal, and its folder."""
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None: ...
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=tmp_path))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", tmp_path
    server.shutdown()
    server.server_close()


@pytest.fixture
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


@pytest.mark.skipif(not Path("/usr/bin/chromium").exists(), reason="chromium is not installed: apt install chromium")
def test_the_example_in_javascript_shows_an_advice_on_the_page_of_a_portal(edge_url, edge_with, portal, browser):
    website, folder = portal
    edge = edge_with(allowed_origins=website)
    (folder / "portaal.js").write_text(example("javascript"), encoding="utf-8")
    (folder / "index.html").write_text(
        f'<!doctype html><title>Portaal</title><body><script>MAG_IK_DIT = "{edge}"</script>'
        '<script type="module" src="portaal.js"></script>', encoding="utf-8")
    page = browser.new_page()
    page.goto(website)
    expect(page.locator("#advies")).to_contain_text(advice_of(edge_url), timeout=20_000)
