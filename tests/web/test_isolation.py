"""Nobody reaches what belongs to others: every address, every method, every role.

A new address has to be given its case here, or the first test fails.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from trueline.web.designs import store

METHODS = ("get", "head", "post", "put", "patch", "delete", "options")
OURS = ("accounts", "audit", "library", "designs", None)
CANARY = "Zanzibar canary 7f3a"


def addresses(
    resolver: Any = None, names: tuple[str, ...] = ()
) -> Iterator[tuple[str, Any, set[str]]]:
    """Each named address of ours: its full name, its view, and what its pattern asks for."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            if pattern.namespace in OURS or pattern.namespace is None:
                here = (*names, pattern.namespace) if pattern.namespace else names
                yield from addresses(pattern, here)
        elif isinstance(pattern, URLPattern) and not _of_others(pattern):
            name = ":".join((*names, pattern.name or "?"))
            yield name, pattern.callback, set(pattern.pattern.converters)


def _of_others(pattern: URLPattern) -> bool:
    module = getattr(pattern.callback, "view_class", pattern.callback).__module__
    return not module.startswith("trueline.")


ADDRESSES = {name: (view, asks) for name, view, asks in addresses()}
PRIVATE = {
    name: asks
    for name, (view, asks) in ADDRESSES.items()
    if getattr(view, "access", "").startswith(("design:", "organisation:"))
}


def test_every_view_says_who_it_is_for():
    silent = [name for name, (view, _) in ADDRESSES.items() if not getattr(view, "access", "")]
    assert silent == []


@pytest.fixture
def foreign(cast, golden):
    """What the organisation has that an outsider must not find."""
    from trueline.design import set_field

    return store.create(
        by=cast.editor, organisation=cast.organisation, what="x",
        design=set_field(golden, "title", CANARY),
    )  # fmt: skip


def given(asks: set[str], foreign: Any, cast: Any) -> dict[str, Any]:
    """Values for what an address asks for: those of the foreign organisation where it has them."""
    known = {
        "design_id": foreign.pk,
        "organisation_id": cast.organisation.pk,
        "user_id": cast.reader.pk,
        "member_id": cast.reader.memberships.get().pk,
        "membership_id": cast.reader.memberships.get().pk,
        "number": 1,
        "slug": "programme",
        "product": "dossier.pdf",
        "name": "dossier.pdf",
    }
    return {ask: known.get(ask, uuid.uuid4() if ask.endswith("_id") else "x") for ask in asks}


def snapshot() -> dict[str, list[tuple[Any, ...]]]:
    """Everything in the database but sessions, whose visits are noted."""
    tables = {m._meta.db_table for m in apps.get_models(include_auto_created=True)}
    skipped = {"django_session", "usersessions_usersession", "accounts_user"}
    with connection.cursor() as cursor:
        found = {}
        for table in sorted(tables - skipped):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found[table] = sorted(map(repr, cursor.fetchall()))
        return found


@pytest.mark.parametrize("name", sorted(PRIVATE))
def test_an_outsider_finds_nothing_and_changes_nothing(name, cast, foreign):
    url = reverse(name, kwargs=given(PRIVATE[name], foreign, cast))
    client = cast.client("outsider")
    before = snapshot()
    for method in METHODS:
        response = getattr(client, method)(url, {"at": "", "title": "taken over"} if method in ("get", "post") else None)  # fmt: skip
        assert response.status_code in (404, 405), (method, response.status_code)
        assert CANARY not in response.content.decode("utf-8", "replace")
    assert snapshot() == before


@pytest.mark.parametrize("name", sorted(PRIVATE))
def test_a_visitor_without_account_is_asked_to_sign_in(name, cast, foreign, client):
    url = reverse(name, kwargs=given(PRIVATE[name], foreign, cast))
    before = snapshot()
    for method in ("get", "post", "put", "delete"):
        response = getattr(client, method)(url)
        assert response.status_code == 302
        assert response["Location"].startswith("/account/login/")
    assert snapshot() == before


WRITES = sorted(
    name for name in PRIVATE
    if ADDRESSES[name][0].access.partition(":")[2] in ("edit", "share", "manage", "comment")
)  # fmt: skip


@pytest.mark.parametrize("name", WRITES)
def test_a_reader_can_not_write(name, cast, foreign):
    url = reverse(name, kwargs=given(PRIVATE[name], foreign, cast))
    client = cast.client("reader")
    before = snapshot()
    for method in METHODS:
        response = getattr(client, method)(url)
        assert response.status_code in (403, 405), (method, response.status_code)
    assert snapshot() == before


READS = sorted(n for n in PRIVATE if ADDRESSES[n][0].access.endswith(":read"))


@pytest.mark.parametrize("name", READS)
def test_reading_changes_nothing(name, cast, foreign):
    url = reverse(name, kwargs=given(PRIVATE[name], foreign, cast))
    client = cast.client("reader")
    before = snapshot()
    client.get(url)
    client.post(url, {"at": "", "title": "changed"})
    assert snapshot() == before
