"""The page and its files."""
import re

import pytest

from api.app import WEB

TYPES = {".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8",
         ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}


def test_the_front_door_is_the_page(api):
    answer = api.get("/")
    assert answer.headers["Content-Type"] == TYPES[".html"]
    assert "<mag-ik-dit>" in answer.text


@pytest.mark.parametrize("file", sorted(WEB.glob("*.*")), ids=lambda file: file.name)
def test_every_file_has_its_type(api, file):
    answer = api.get(f"/web/{file.name}")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == TYPES[file.suffix]


def test_every_file_that_the_page_names_is_there(api):
    named = re.findall(r'(?:src|href)="(/[^"]+)"', api.get("/").text)
    assert named
    assert {api.get(path).status_code for path in named} == {200}


def test_the_page_needs_nothing_that_the_policy_forbids(api):
    page = api.get("/").text
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=|javascript:|https?://", page)
