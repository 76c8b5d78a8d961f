"""A form that comes after its session has ended is kept for its person, and for nobody else."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from trueline.web.comments.models import Comment
from trueline.web.idempotency import interrupted

TEXT = "Is this\nright?"
LOGIN = reverse("account_login")


def hidden(page: str) -> dict[str, str]:
    """The hidden fields of the last form of a page's middle."""
    middle = page.partition('<main id="main"')[2].partition("</main>")[0]
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', middle))


@pytest.fixture
def address(record) -> str:
    return reverse("comments:new", args=[record.pk])


@pytest.fixture
def client_and_form(cast, address) -> tuple[Client, dict[str, str]]:
    """Somebody with a form open, as their session ends."""
    client = cast.client("editor")
    form = hidden(client.get(address).content.decode()) | {"text": TEXT}
    Session.objects.all().delete()
    return client, form


def sign_in(client: Client, who: str, onward: str) -> str:
    """Where signing in leads."""
    sent = {"login": f"{who}@example.org", "password": "x", "next": onward}
    return client.post(LOGIN, sent)["Location"]


def test_it_is_saved_after_signing_in_again(client_and_form, address, cast):
    client, form = client_and_form
    asked = client.post(address, form)
    assert asked["Location"].startswith(f"{LOGIN}?next=")
    assert "You were signed out while you wrote" in client.get(asked["Location"]).content.decode()
    assert sign_in(client, "editor", reverse("resume")) == reverse("resume")
    page = client.get(reverse("resume")).content.decode()
    assert "data-resumes" in page
    assert client.post(address, hidden(page)).status_code == 302
    comment = Comment.objects.get()
    assert (comment.text.split(), comment.author) == (TEXT.split(), cast.editor)
    assert client.get(reverse("resume"))["Location"] == reverse("home")


def test_nobody_else_is_shown_it(client_and_form, address):
    client, form = client_and_form
    client.post(address, form)
    assert "right?" not in client.get(LOGIN).content.decode()
    sign_in(client, "reader", reverse("resume"))
    assert client.get(reverse("resume"))["Location"] == reverse("home")
    assert interrupted.SESSION_KEY not in client.session
    elsewhere = Client()
    sign_in(elsewhere, "editor", "/")
    assert elsewhere.get(reverse("resume"))["Location"] == reverse("home")


def test_after_a_day_it_is_gone(client_and_form, address, monkeypatch):
    client, form = client_and_form
    client.post(address, form)
    sign_in(client, "editor", "/")
    monkeypatch.setattr(interrupted, "LASTS", -1)
    assert client.get(reverse("resume"))["Location"] == reverse("home")


@pytest.mark.parametrize(
    "more", [{"text": "x" * 200_001}, {"new_password": "secret-words"}], ids=["large", "secret"]
)
def test_what_is_large_or_secret_is_not_kept(client_and_form, address, more):
    client, form = client_and_form
    asked = client.post(
        address, {**form, **more}, headers={"Referer": "http://testserver/designs/"}
    )
    assert asked["Location"] == f"{LOGIN}?next=%2Fdesigns%2F"
    assert interrupted.SESSION_KEY not in client.session


def test_a_visitor_who_wrote_nothing_here_leaves_nothing(client_and_form, address):
    _client, form = client_and_form
    stranger = Client()
    for key in ("", "made-up", "abc.1.0123456789abcdef0123"):
        asked = stranger.post(address, {**form, "once": key})
        assert asked["Location"].startswith(LOGIN)
        assert interrupted.SESSION_KEY not in stranger.session


def test_a_form_from_before_signing_in_again_is_offered_once_more(cast, address, client_and_form):
    _ended, form = client_and_form
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.editor)
    answer = client.post(address, form)
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "data-resumes" not in page  # a person presses it: the token was not theirs
    assert client.post(address, hidden(page)).status_code == 302
    assert Comment.objects.get().author == cast.editor
    client.force_login(cast.reader)
    assert "right?" not in client.post(address, form).content.decode()


def test_a_script_is_told_where_the_answer_leads(cast, address):
    client, by_script = cast.client("editor"), {"X-Sent-By": "script"}
    form = hidden(client.get(address).content.decode()) | {"text": TEXT}
    first = client.post(address, form, headers=by_script)
    assert (first.status_code, first.content) == (204, b"")
    assert first["X-Leads-To"].startswith("/documents/")
    assert first["X-Leads-To"] == client.post(address, form, headers=by_script)["X-Leads-To"]
    refused = client.post(address, {**form, "text": ""}, headers=by_script)
    assert (refused.status_code, "X-Leads-To" in refused) == (422, False)
    Session.objects.all().delete()
    assert client.post(address, {**form, "text": "More"}, headers=by_script).status_code == 302
    assert Comment.objects.count() == 1


def test_a_visit_lasts_from_its_last_use(cast):
    client = cast.client("editor")
    Session.objects.update(expire_date=timezone.now() + timedelta(hours=1))
    session = client.session
    session["seen"] = 0
    session.save()
    Session.objects.update(expire_date=timezone.now() + timedelta(hours=1))
    assert client.get("/account/").status_code == 200
    assert Session.objects.get().expire_date > timezone.now() + timedelta(days=13)


@pytest.mark.parametrize("is_shared", [True, False])
def test_on_a_shared_computer_nothing_is_kept(cast, is_shared):
    client, asked = Client(), {"shared-computer-asked": "1"}
    sent = {"login": "editor@example.org", "password": "x", **asked}
    client.post(LOGIN, {**sent, **({"shared-computer": "on"} if is_shared else {})})
    page = client.get("/account/").content.decode()
    template = page.partition('<template id="drafts"')[2].partition(">")[0]
    assert template
    assert (" data-keeps" in template) is not is_shared
    assert client.session.get_expire_at_browser_close() is is_shared
