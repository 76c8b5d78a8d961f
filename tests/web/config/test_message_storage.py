"""What is said of a save: shown once, to whom it was said, and without a session being written for it."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.contrib.messages import SUCCESS
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from trueline.web.config.message_storage import MessageStorage

SAID = "data-answer"
"""Stands with each message on a page."""


@pytest.fixture
def editor(cast):
    client = cast.client("editor")
    client.get(reverse("accounts:account"))  # which notes the device
    return client


def add(client: Client, record) -> str:
    """Add a partner; the page on which that is said."""
    address = f"{reverse('workspace:add', args=[record.pk])}?to=partners"
    answer = client.post(address, {"title": "Harbour Watch"})
    assert answer.status_code == 302
    return answer["Location"]


def test_a_save_and_the_page_that_says_so_write_no_session(editor, record):
    with CaptureQueriesContext(connection) as queries:
        page = editor.get(add(editor, record)).content.decode()
    assert SAID in page
    asked = [each["sql"] for each in queries if '"django_session"' in each["sql"]]
    assert asked
    assert all(sql.startswith("SELECT") for sql in asked)


def test_it_is_said_once(editor, record):
    here = add(editor, record)
    assert [SAID in editor.get(here).content.decode() for _ in range(2)] == [True, False]


def test_what_was_said_to_one_is_not_shown_to_the_next_at_the_same_computer(cast, record, editor):
    here = add(editor, record)
    said = editor.cookies[settings.MESSAGES_COOKIE_NAME].value
    assert said
    editor.force_login(cast.owner, backend=settings.AUTHENTICATION_BACKENDS[0])
    editor.cookies[settings.MESSAGES_COOKIE_NAME] = said
    assert SAID not in editor.get(here).content.decode()


class Visit:
    """Requests of one browser, with a session that has a key or none yet."""

    def __init__(self, *, has_key: bool = True) -> None:
        self.session, self.cookies = SessionStore(), {}
        if has_key:
            self.session.create()
        self.session.modified = False

    def request(self, *say: str) -> list[str]:
        """Say this in a request; without anything to say, what a page shows."""
        request = HttpRequest()
        request.session, request.COOKIES = self.session, dict(self.cookies)
        storage, response = MessageStorage(request), HttpResponse()
        for text in say:
            storage.add(SUCCESS, text)
        shown = [] if say else [str(each) for each in storage]
        storage.update(response)
        self.answer = response
        if (cookie := response.cookies.get(settings.MESSAGES_COOKIE_NAME)) is not None:
            self.cookies = {cookie.key: cookie.value} if cookie.value else {}
        return shown


@pytest.mark.django_db
@pytest.mark.parametrize("has_key", [True, False])
@pytest.mark.parametrize("begins", [True, False])
@pytest.mark.parametrize(
    "said",
    [["Added."], ["Added.", "Changed."], ["‏أُضيف", "x" * 9_000], [chr(n) * 50 for n in range(999)]],
    ids=["one", "two", "one too long", "too many"],
)
def test_nothing_that_was_said_is_lost(has_key, begins, said):
    visit = Visit(has_key=has_key)
    if begins:
        visit.session["signed"] = "in"
    visit.request(*said)
    assert max(map(len, visit.cookies.values()), default=0) <= 2_100
    assert visit.request() == said
    assert visit.request() == []


@pytest.mark.django_db
def test_the_cookie_tells_nobody_what_was_said():
    visits = Visit(), Visit()
    for visit in visits:
        visit.request("Removed: shelter in Lakeside")
    first, second = (next(iter(visit.cookies.values())) for visit in visits)
    assert first != second
    assert "shelter" not in first
    visits[0].cookies = {settings.MESSAGES_COOKIE_NAME: second}
    assert visits[0].request() == []
    for spoilt in ("", "x", first[:-4], first.swapcase(), "é", "\0"):
        visits[0].cookies = {settings.MESSAGES_COOKIE_NAME: spoilt}
        assert visits[0].request() == []


@pytest.mark.django_db
def test_it_is_a_cookie_as_the_others_are(settings):
    settings.SESSION_COOKIE_SECURE, settings.COOKIE_PATH = True, "/below/"
    visit = Visit()
    for say in (["Added."], []):
        visit.request(*say)
        cookie = visit.answer.cookies[settings.MESSAGES_COOKIE_NAME]
        assert (cookie["path"], cookie["domain"], cookie["secure"]) == ("/below/", "", True)
        assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == 0
