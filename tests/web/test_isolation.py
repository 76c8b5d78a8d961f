"""Nobody reaches what belongs to others: every address, every method, every role.

A new address joins by itself; a new part of addresses needs its value in `foreign`.
"""

from __future__ import annotations

import re
import uuid
from typing import Any

import pytest
from django.urls import reverse
from web_addresses import ADDRESSES, PRIVATE, WRITES, names_in, of_each_part, url_of

from tests.sampling import sample

pytestmark = pytest.mark.either_database
METHODS = ("get", "head", "post", "put", "patch", "delete", "options")


def test_every_view_says_who_it_is_for():
    silent = [name for name, (view, _) in ADDRESSES.items() if not getattr(view, "access", "")]
    assert silent == []


@of_each_part(PRIVATE)
def test_an_outsider_finds_nothing_and_changes_nothing(part, cast, foreign, canary, snapshot):
    client = cast.client("outsider")
    before = snapshot()
    for name in sample(names_in(part, PRIVATE)):
        for method in METHODS:
            response = getattr(client, method)(url_of(name, foreign))
            assert response.status_code in (404, 405), (name, method)
            assert canary not in response.content.decode("utf-8", "replace"), (name, method)
        assert snapshot() == before, name


@of_each_part(PRIVATE)
def test_a_visitor_without_account_is_asked_to_sign_in(part, cast, foreign, client, snapshot):
    before = snapshot()
    for name in sample(names_in(part, PRIVATE)):
        for method in ("get", "post", "put", "delete"):
            response = getattr(client, method)(url_of(name, foreign))
            assert response.status_code == 302, (name, method)
            assert response["Location"].startswith("/account/login/"), (name, method)
        assert snapshot() == before, name


@of_each_part(WRITES)
def test_a_reader_can_not_write(part, cast, foreign, snapshot):
    client = cast.client("reader")
    before = snapshot()
    for name in sample(names_in(part, WRITES)):
        for method in METHODS:
            response = getattr(client, method)(url_of(name, foreign))
            assert response.status_code in (403, 405), (name, method)
        assert snapshot() == before, name


READS = sorted(n for n in PRIVATE if ADDRESSES[n][0].access.endswith(":read"))


@of_each_part(READS)
def test_reading_changes_nothing(part, cast, foreign, snapshot):
    client = cast.client("reader")
    before = snapshot()
    for name in sample(names_in(part, READS)):
        client.get(url_of(name, foreign))
        client.post(url_of(name, foreign), {"at": "", "title": "changed"})
        assert snapshot() == before, name


OPEN_TO_PEOPLE = sorted(
    name
    for name, (view, asks) in ADDRESSES.items()
    if view.access in ("open", "people") and not asks
)


@pytest.mark.walk
@pytest.mark.parametrize("name", OPEN_TO_PEOPLE)
def test_nothing_of_others_appears_on_pages_that_all_may_open(name, cast, foreign, canary):
    """Lists, searches and exports of an outsider hold no word of an organisation not theirs."""
    client = cast.client("outsider")
    for query in ({}, {"q": canary, "words": canary, "at": canary}):
        said = client.get(reverse(name), query)
        held = b"".join(said) if said.streaming else said.content
        assert str(foreign["document_id"]) not in held.decode("utf-8", "replace")
        assert "Safe Paths" not in held.decode("utf-8", "replace")
        if not query:
            assert canary.encode() not in held


def test_an_error_says_nothing_of_what_is_there(cast, foreign):
    """A design of others and one that was never there are answered alike."""
    client = cast.client("outsider")
    there = client.get(url_of("documents:overview", foreign))
    nowhere = client.get(url_of("documents:overview", {**foreign, "document_id": uuid.uuid4()}))
    assert there.status_code == nowhere.status_code == 404
    assert _without_ids(there) == _without_ids(nowhere)


def _without_ids(response: Any) -> str:
    """A page without the address that was asked for and the keys of its forms."""
    keys = r"[0-9a-f]{8}-[0-9a-f-]{27}|[A-Za-z0-9]{64}|[\w-]{16}\.\w+\.[0-9a-f]{20}"
    return re.sub(keys, "", response.content.decode())


def test_members_who_may_be_named_are_those_of_the_organisation(cast, foreign):
    page = cast.client("editor").get(url_of("comments:new", foreign)).content.decode()
    assert "Reader Person" in page
    assert "Out Sider" not in page
