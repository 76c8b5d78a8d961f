"""Forms of visitors without an account count once as well."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.web.idempotency.test_keys import key_on
from trueline.web.accounts.models import User
from trueline.web.idempotency.models import SentForm

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

SIGN_UP = {
    "name": "New Person",
    "email": "new@example.org",
    "password1": "quite-a-long-one-7",
    "password2": "quite-a-long-one-7",
}


def test_signing_up_twice_makes_one_account_and_gives_the_same_answer(client):
    address = reverse("account_signup")
    sent = {**SIGN_UP, "once": key_on(client, address)}
    as_opened = client.cookies.copy()
    first = client.post(address, sent)
    client.cookies = as_opened  # the second press left before the first was answered
    second = client.post(address, sent)
    assert (first.status_code, second.status_code) == (302, 302)
    assert second["Location"] == first["Location"]
    assert User.objects.filter(email="new@example.org").count() == 1
    assert SentForm.objects.get().user is None


def test_one_mail_is_sent_for_two_presses(cast, client):
    address = reverse("account_reset_password")
    sent = {"email": cast.editor.email, "once": key_on(client, address)}
    assert client.post(address, sent)["Location"] == client.post(address, sent)["Location"]
    assert len(mail.outbox) == 1


def test_the_same_key_in_another_browser_is_another_form(cast, client):
    address = reverse("account_reset_password")
    sent = {"email": cast.editor.email, "once": key_on(client, address)}
    other = Client()
    key_on(other, address)
    assert [each.post(address, sent).status_code for each in (client, other)] == [302, 302]
    assert len(mail.outbox) == 2


def test_signing_in_is_done_each_time(cast):
    address, visitor = reverse("account_login"), Client()
    sent = {
        "login": cast.editor.email,
        "password": "correct horse battery",
        "once": key_on(visitor, address),
    }
    cast.editor.set_password(sent["password"])
    cast.editor.save()
    as_opened = visitor.cookies.copy()
    for _ in range(2):
        visitor.cookies = as_opened.copy()
        assert visitor.post(address, sent).status_code == 302
        assert "_auth_user_id" in visitor.session


def test_a_key_that_was_made_for_nobody_is_refused_and_no_password_is_shown(client):
    address = reverse("account_signup")
    key_on(client, address)
    response = client.post(address, {**SIGN_UP, "once": "made-up.0.0123456789abcdef0123"})
    page = response.content.decode()
    assert response.status_code == 403
    assert "New Person" in page
    assert SIGN_UP["password1"] not in page
    assert not User.objects.filter(email=SIGN_UP["email"]).exists()


def test_a_member_whose_session_ended_is_led_to_the_sign_in(cast):
    editor = cast.client("editor")
    key = key_on(editor, "/account/")
    editor.logout()
    response = editor.post(reverse("account_change_password"), {"once": key})
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("account_login"))
