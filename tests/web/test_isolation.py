"""Nobody reaches what belongs to others: every address, every method, every role.

A new address has to be given its case here, or the first test fails.
"""

from __future__ import annotations

import re
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from web_addresses import ADDRESSES

from trueline.design import set_field
from trueline.web.accounts.actions import invitations
from trueline.web.accounts.roles import Role
from trueline.web.designs import discussion, sharing, store

METHODS = ("get", "head", "post", "put", "patch", "delete", "options")
CANARY = "Zanzibar canary 7f3a"

PRIVATE = {
    name: asks
    for name, (view, asks) in ADDRESSES.items()
    if getattr(view, "access", "").startswith(("design:", "organisation:"))
}


def test_every_view_says_who_it_is_for():
    silent = [name for name, (view, _) in ADDRESSES.items() if not getattr(view, "access", "")]
    assert silent == []


@pytest.fixture
def foreign(cast, golden) -> dict[str, Any]:
    """One of everything that the organisation has and an outsider must not find, by its parameter."""
    design = store.create(
        by=cast.editor, organisation=cast.organisation, what="x",
        design=set_field(golden, "title", CANARY),
    )  # fmt: skip
    comment = discussion.comment(design, by=cast.editor, address="", text=CANARY)
    day = timezone.now() + timedelta(days=9)
    link, _secret = sharing.share(
        design.revisions.get(), by=cast.editor, expires=day, note=CANARY, with_review=True
    )
    invitation, _secret = invitations.invite(
        by=cast.owner, organisation=cast.organisation, role=Role.READER, note=CANARY
    )
    return {
        "design_id": design.pk,
        "organisation_id": cast.organisation.pk,
        "member_id": cast.reader.memberships.get().pk,
        "comment_id": comment.pk,
        "link_id": link.pk,
        "invitation_id": invitation.pk,
        "job_id": uuid.uuid4(),
        "number": 1,
        "slug": "programme",
    }


def url_of(name: str, foreign: dict[str, Any]) -> str:
    return reverse(name, kwargs={ask: foreign[ask] for ask in PRIVATE[name]})


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
    url = url_of(name, foreign)
    client = cast.client("outsider")
    before = snapshot()
    for method in METHODS:
        response = getattr(client, method)(url)
        assert response.status_code in (404, 405), (method, response.status_code)
        assert CANARY not in response.content.decode("utf-8", "replace")
    assert snapshot() == before


@pytest.mark.parametrize("name", sorted(PRIVATE))
def test_a_visitor_without_account_is_asked_to_sign_in(name, cast, foreign, client):
    url = url_of(name, foreign)
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
    url = url_of(name, foreign)
    client = cast.client("reader")
    before = snapshot()
    for method in METHODS:
        response = getattr(client, method)(url)
        assert response.status_code in (403, 405), (method, response.status_code)
    assert snapshot() == before


READS = sorted(n for n in PRIVATE if ADDRESSES[n][0].access.endswith(":read"))


@pytest.mark.parametrize("name", READS)
def test_reading_changes_nothing(name, cast, foreign):
    url = url_of(name, foreign)
    client = cast.client("reader")
    before = snapshot()
    client.get(url)
    client.post(url, {"at": "", "title": "changed"})
    assert snapshot() == before


OPEN_TO_PEOPLE = sorted(
    name
    for name, (view, asks) in ADDRESSES.items()
    if view.access in ("open", "people") and not asks
)


@pytest.mark.parametrize("name", OPEN_TO_PEOPLE)
def test_nothing_of_others_appears_on_pages_that_all_may_open(name, cast, foreign):
    """Lists, searches and exports of an outsider hold no word of an organisation not theirs."""
    client = cast.client("outsider")
    for query in ({}, {"q": CANARY, "words": CANARY, "at": CANARY}):
        said = client.get(reverse(name), query)
        held = b"".join(said) if said.streaming else said.content
        assert str(foreign["design_id"]) not in held.decode("utf-8", "replace")
        assert "Safe Paths" not in held.decode("utf-8", "replace")
        if not query:
            assert CANARY.encode() not in held


def test_an_error_says_nothing_of_what_is_there(cast, foreign):
    """A design of others and one that was never there are answered alike."""
    client = cast.client("outsider")
    there = client.get(url_of("designs:overview", foreign))
    nowhere = client.get(url_of("designs:overview", {**foreign, "design_id": uuid.uuid4()}))
    assert there.status_code == nowhere.status_code == 404
    assert _without_ids(there) == _without_ids(nowhere)


def _without_ids(response: Any) -> str:
    """A page without the address that was asked for and its token against forgery."""
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|[A-Za-z0-9]{64}", "", response.content.decode())


def test_members_who_may_be_named_are_those_of_the_organisation(cast, foreign):
    page = cast.client("editor").get(url_of("designs:comment-new", foreign)).content.decode()
    assert "Reader Person" in page
    assert "Out Sider" not in page
