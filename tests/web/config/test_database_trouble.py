"""While the database does not answer, the toolkit is read and nothing typed is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from html import unescape

import pytest
from django.db import DataError, OperationalError, connection, connections
from django.test import Client
from django.urls import reverse

from tests.web.conftest import Cast
from trueline.web import patience
from trueline.web.documents.models import Revision

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
TYPED = "Inspectors & “owners” <meet> each month"


@pytest.fixture(autouse=True)
def _opened_as_in_use(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A connection that is opened to a locked file waits as an instance's does, not as tests' do."""
    if connection.vendor != "sqlite":
        yield
        return
    with monkeypatch.context() as patch:
        patch.setitem(connection.settings_dict["OPTIONS"], "timeout", patience.SHORT)
        connection.close()
        yield
    connection.close()


@pytest.fixture
def out_of_reach(monkeypatch) -> Iterator[Callable[[], list[int]]]:
    """Takes the database away from whoever asks from now on; how often somebody asked."""
    asked: list[int] = []

    def refuse(_connection: object) -> None:
        asked.append(1)
        raise OperationalError("database is locked")

    def take_away() -> list[int]:
        connection.close()
        monkeypatch.setattr(type(connections["default"]), "connect", refuse)
        return asked

    yield take_away
    monkeypatch.undo()
    patience.restore()


def signed_in(cast: Cast) -> Client:
    client = cast.client("editor")
    client.raise_request_exception = False
    return client


def test_the_toolkit_is_read_as_by_visitors(cast, out_of_reach):
    client, asked, before = signed_in(cast), out_of_reach(), None
    for _ in range(2):
        response = client.get(reverse("library:overview"))
        page = response.content.decode()
        assert (response.status_code, response["Cache-Control"]) == (200, "no-store")
        assert "You are still signed in." in page
        assert reverse("account_login") in page
        assert before in (None, len(asked))  # whoever comes next does not ask in vain
        before = len(asked)
    assert client.cookies["sessionid"].value


def test_a_form_is_answered_with_what_was_typed_and_can_be_sent_again(
    cast, record, at, out_of_reach, monkeypatch
):
    client = signed_in(cast)
    address = f"{at('workspace:add')}?to=partners"
    typed = {"title": TYPED, "once": "key.x"}
    with monkeypatch.context():
        out_of_reach()
        response = client.post(address, typed)
        page = unescape(response.content.decode())
        assert (response.status_code, response["Retry-After"]) == (503, "10")
        assert page.count(TYPED) == 2  # to be read, and to be sent
        assert f'action="{address}"' in page
        assert 'name="once" value="key.x"' in page
        assert client.get(at("documents:overview")).status_code == 503
    monkeypatch.undo()
    del typed["once"]
    assert client.post(address, typed).status_code == 302
    assert not patience.is_short()


def test_no_secret_and_nothing_of_another_site_is_shown(cast, out_of_reach):
    client = signed_in(cast)
    out_of_reach()
    typed = {"login": "amara@example.org", "password": "quiet-lantern"}
    page = client.post(reverse("account_login"), typed).content.decode()
    assert "amara@example.org" in page
    assert "quiet-lantern" not in page
    assert "<form" not in page
    foreign = {"Sec-Fetch-Site": "cross-site"}
    page = client.post(reverse("account_login"), {"login": "Pay here"}, headers=foreign)
    assert "Pay here" not in page.content.decode()


def test_what_is_no_trouble_of_the_database_fails_as_ever(cast, at, monkeypatch):
    client = signed_in(cast)

    def wrong(*_: object, **__: object) -> None:
        raise DataError("out of range")

    monkeypatch.setattr("trueline.web.documents.access._record", wrong)
    response = client.get(at("documents:overview"))
    assert response.status_code == 500
    assert "Something failed on our side" in response.content.decode()
    assert not patience.is_short()


def test_one_that_takes_too_long_shortens_no_other(cast, at, monkeypatch):
    error = OperationalError("canceling statement due to statement timeout")
    error.__cause__ = type("QueryCanceled", (Exception,), {"sqlstate": "57014"})()

    def slow(*_: object, **__: object) -> None:
        raise error

    client = signed_in(cast)
    monkeypatch.setattr("trueline.web.documents.access._record", slow)
    assert client.get(at("documents:overview")).status_code == 503
    assert not patience.is_short()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="another program locks a file")
def test_a_file_that_another_program_locks(cast, record, at, monkeypatch):
    client = signed_in(cast)
    monkeypatch.setattr(patience, "USUAL", 0.1)
    address = f"{at('workspace:add')}?to=partners"
    with closing(sqlite3.connect(_file())) as other:
        other.execute("BEGIN EXCLUSIVE")
        response = client.post(address, {"title": TYPED})
        assert response.status_code == 503
        assert TYPED in unescape(response.content.decode())
        assert client.get(reverse("library:overview")).status_code == 200
        other.rollback()
    assert client.post(address, {"title": TYPED}).status_code == 302
    assert Revision.objects.count() == 2


@pytest.mark.skipif(connection.vendor != "sqlite", reason="another program locks a file")
def test_few_wait_long_for_a_file_and_the_others_leave_their_threads(cast, at, monkeypatch):
    client, waited = signed_in(cast), []
    monkeypatch.setattr(patience, "HURRIED", 0.2)
    monkeypatch.setattr(patience, "USUAL", 60.0)

    def look() -> None:
        (milliseconds,) = connection.cursor().execute("PRAGMA busy_timeout").fetchone()
        waited.append(milliseconds)

    with patience.turn(), patience.turn(), closing(sqlite3.connect(_file())) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert client.get(at("documents:overview")).status_code == 503
        assert patience.is_short()
        other.rollback()
    assert client.get(at("documents:overview")).status_code == 200
    assert not patience.is_short()
    with patience.turn():
        look()
    look()
    assert waited == [60_000, 60_000]


def _file() -> str:
    return str(connection.settings_dict["NAME"])
