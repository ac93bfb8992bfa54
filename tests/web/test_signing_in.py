"""Signing in with the element on an intranet of the same site: once, in a tab of its own, and then going on."""
import re
from contextlib import closing

import oidc_provider_mock
import pytest
from playwright.sync_api import expect

from api.app import create_app
from api.settings import Settings
from bot.catalogue import shipped
from launch.serving import free_port
from tests.api.conftest import running
from tests.api.standin import World, engine_app
from tests.web import intranet
from tests.web.states import GIFT
from tests.web.visitor import FIELD

SIGN_IN, PERSON = "Meld je aan", "sanne@limburg.example"
KNOWN = "Je bent hier niet of niet meer aangemeld."
LOOKS, PATIENCE = re.compile("cdn.jsdelivr.net"), 30_000


@pytest.fixture
def intranet_page(browser):
    """An intranet page with the element of an edge where people must sign in, in a new window."""
    user, port = oidc_provider_mock.User(sub=PERSON), free_port()
    edge = f"http://127.0.0.1:{port}"
    with (oidc_provider_mock.run_server_in_thread(user_claims=[user]) as provider, intranet.serving(edge) as url,
          running(engine_app(World(shipped())), Settings()) as engine):
        settings = Settings(engine_url=engine, public_url=edge, login_issuer=f"http://localhost:{provider.server_port}",
                            login_client_id="mag-ik-dit", login_client_secret="geheim", session_key="s" * 32,
                            allowed_origins=url)
        with running(create_app(settings), settings, port), closing(browser.new_context()) as window:
            window.route(LOOKS, lambda route: route.abort())
            page = window.new_page()
            page.goto(url)
            yield page


def sign_in(page):
    """Sign in at the provider in the tab that opens, close it, and go on."""
    with page.expect_popup() as opened:
        page.get_by_role("link", name=SIGN_IN).click()
    opened.value.get_by_role("button", name=PERSON).click()
    expect(opened.value.get_by_text("Je bent aangemeld.")).to_be_visible()
    opened.value.close()
    page.bring_to_front()


def test_whoever_is_not_signed_in_is_told_and_goes_on_after_signing_in(intranet_page):
    expect(intranet_page.get_by_text(KNOWN)).to_be_visible()
    sign_in(intranet_page)
    expect(intranet_page.get_by_role("log").get_by_text("Noord-Holland").first).to_be_visible(timeout=PATIENCE)


def test_when_it_has_ended_what_was_typed_is_still_there_and_goes_on(intranet_page):
    sign_in(intranet_page)
    log, field = intranet_page.get_by_role("log"), intranet_page.get_by_label(FIELD)
    expect(log.get_by_text("Noord-Holland").first).to_be_visible(timeout=PATIENCE)
    intranet_page.context.clear_cookies()
    field.fill(GIFT)
    intranet_page.get_by_role("button", name="Verstuur").click()
    expect(intranet_page.get_by_text(KNOWN)).to_be_visible()
    expect(field).to_have_value(GIFT)
    sign_in(intranet_page)
    expect(log.get_by_text(GIFT)).to_be_visible(timeout=PATIENCE)
    expect(field).to_have_value("")
