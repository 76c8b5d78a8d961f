"""A mail server that is down: nobody meets an error, and no mail is lost."""

from __future__ import annotations

import socket
from dataclasses import replace
from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.utils import timezone

from trueline.web.accounts.actions import people
from trueline.web.mail import actions
from trueline.web.mail.models import WaitingMail

pytestmark = pytest.mark.django_db
WORDS = "quiet-lantern-harvest-9"


@pytest.fixture
def down(settings):
    """A mail server at which nobody listens."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    settings.INSTANCE = replace(settings.INSTANCE, mail=f"smtp://127.0.0.1:{port}")
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, 1
    return settings


def back_up(settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


def due() -> None:
    WaitingMail.objects.update(next_try=timezone.now(), tried=timezone.now() - timedelta(hours=1))


def letter(to: str = "a@example.org") -> EmailMessage:
    return EmailMessage("Subject", "Body", to=[to])


def test_a_reset_says_what_happened_and_the_mail_goes_out_later(down, mailoutbox):
    people.create(email="person@example.org", name="A Person", password=WORDS)
    client = Client()
    answer = client.post("/account/password/reset/", {"email": "person@example.org"}, follow=True)
    assert answer.status_code == 200
    assert "mail server can’t be reached" in answer.content.decode()
    assert actions.send_waiting() == 0  # it is not its time yet
    back_up(down)
    due()
    assert actions.send_waiting() == 1
    assert "/account/password/reset/key/" in mailoutbox[0].body
    assert not WaitingMail.objects.exists()


def test_an_unknown_address_is_answered_alike(down):
    people.create(email="person@example.org", name="A Person", password=WORDS)
    pages = []
    for who in ("person", "nobody"):
        client = Client()
        client.post("/account/password/reset/", {"email": f"{who}@example.org"})
        pages.append("mail server can’t be reached" in client.get("/toolkit/").content.decode())
    assert pages == [True, True]


@pytest.mark.parametrize("page", ["/account/signup/", "/account/password/reset/"])
def test_no_page_fails_because_of_it(down, page):
    form = {"name": "New", "email": "new@example.org", "password1": WORDS, "password2": WORDS}
    assert Client().post(page, form).status_code == 302


def test_nobody_waits_for_a_server_that_is_known_to_be_down(down, monkeypatch):
    actions.send(letter())
    monkeypatch.setattr(EmailMessage, "send", lambda self: pytest.fail("it was tried"))
    assert actions.send(letter("b@example.org")) is False
    assert WaitingMail.objects.count() == 2


def test_it_is_tried_less_and_less_often_and_given_up_after_three_days(down):
    actions.send(letter())
    pauses = []
    for _ in range(9):
        due()
        actions.send_waiting()
        mail = WaitingMail.objects.get()
        pauses.append(round((mail.next_try - mail.tried).total_seconds() / 60))
    assert pauses == [2, 4, 8, 16, 32, 60, 60, 60, 60]
    assert actions.purge() == 0
    WaitingMail.objects.update(made=timezone.now() - timedelta(days=3, seconds=1))
    assert actions.purge() == 1


@pytest.mark.parametrize(
    ("error", "waits"),
    [
        (SMTPServerDisconnected("gone"), True),
        (TimeoutError("slow"), True),
        (SMTPDataError(451, b"try later"), True),
        (SMTPDataError(554, b"no"), False),
        (SMTPRecipientsRefused({"a@example.org": (550, b"nobody")}), False),
        (SMTPRecipientsRefused({"a@example.org": (450, b"busy")}), True),
    ],
)
def test_what_is_refused_for_good_is_not_tried_again(error, waits, monkeypatch):
    def fails(self, messages):
        raise error

    monkeypatch.setattr(EmailBackend, "send_messages", fails)
    assert actions.send(letter()) is not waits
    assert WaitingMail.objects.exists() is waits


def test_of_two_processes_one_sends(down, mailoutbox, monkeypatch):
    actions.send(letter())
    back_up(down)
    due()
    claimed = WaitingMail.objects.get()
    WaitingMail.objects.update(tries=claimed.tries + 1)  # by the other, just now
    monkeypatch.setattr(WaitingMail.objects, "filter", _seen_before(claimed))
    assert actions.send_waiting() == 0
    assert mailoutbox == []


def _seen_before(mail):
    """The first look finds the mail as it was; later ones ask the database."""
    looks = iter([[mail]])
    ask = WaitingMail.objects.get_queryset().filter
    return lambda **wanted: next(looks, None) or ask(**wanted)
