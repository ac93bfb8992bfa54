"""Closed in the store: who reads the database or its file finds nothing, and who changes it is found out."""
import asyncio

import pytest
from cryptography.fernet import Fernet

from engine.database import StoreError
from tests.engine.storing import KEY, SLOTS, keep, kept


def test_the_database_shows_neither_the_conversation_nor_its_id(store_with, database, domain, query):
    keep(store_with(database), domain, "het-kenmerk")
    (row,) = query("SELECT id, gebruikt, versie, inhoud FROM gesprek")
    shown = repr([bytes(value) if isinstance(value, memoryview) else value for value in row])
    for secret in ("het-kenmerk", "limburg", "gever", "collega", "geheim"):
        assert secret not in shown


def test_an_old_key_still_reads_a_new_one_writes_and_a_lost_one_finds_nothing(store_with, database, domain):
    new = Fernet.generate_key().decode()
    keep(store_with(database), domain)
    rotated = store_with(database, f"{new},{KEY}")
    assert kept(rotated) == SLOTS
    assert kept(store_with(database, new)) is None
    keep(rotated, domain)
    assert kept(store_with(database, new)) == SLOTS
    assert kept(store_with(database)) is None
    assert len(asyncio.run(rotated.keys())) == 1


def test_a_page_that_was_tampered_with_is_refused(store_with, database, domain, query):
    store = store_with(database)
    keep(store, domain)
    query("UPDATE gesprek SET inhoud = overlay(inhoud placing 'AAAA'::bytea from 40)")
    with pytest.raises(StoreError):
        kept(store)


def test_a_conversation_put_in_the_place_of_another_is_refused(store_with, database, domain, query):
    store = store_with(database)
    for name in ("a", "b"):
        keep(store, domain, name)
    mine, theirs = (store.seal.marks(name)[0] for name in ("a", "b"))
    query(f"UPDATE gesprek SET inhoud = (SELECT inhoud FROM gesprek WHERE id = '{theirs}') WHERE id = '{mine}'")
    with pytest.raises(StoreError):
        kept(store, "a")


def test_what_is_erased_is_not_in_the_file_any_more(store_with, domain, tmp_path):
    store = store_with(f"sqlite:///{tmp_path / 'gesprekken'}")
    keep(store, domain, "onvindbaar")
    content, mark = asyncio.run(store.page("onvindbaar")).row.content, store.seal.marks("onvindbaar")[0].encode()
    assert content in (tmp_path / "gesprekken").read_bytes()
    asyncio.run(store.erase("onvindbaar"))
    left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert [found in left for found in (content, mark)] == [False, False]
