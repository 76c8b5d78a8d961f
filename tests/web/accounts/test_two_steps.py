"""Two-step sign-in: set up, asked for, and recovered from."""

from __future__ import annotations

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth
from django.test import Client

from trueline.web.accounts.actions import people
from trueline.web.accounts.models import User
from trueline.web.audit.models import Event

WORDS = "quiet-lantern-harvest-9"


@pytest.fixture
def person(db) -> User:
    return people.create(email="person@example.org", name="A Person", password=WORDS)


def sign_in(client: Client) -> str:
    return client.post("/account/login/", {"login": "person@example.org", "password": WORDS})[
        "Location"
    ]


def code_for(secret: str) -> str:
    return auth.format_hotp_value(auth.hotp_value(secret, int(time.time()) // 30))


@pytest.fixture
def protected(person, django_capture_on_commit_callbacks) -> tuple[Client, str]:
    """A signed-in browser of a person who has set up an app, and the app's secret."""
    client = Client()
    sign_in(client)
    client.post("/account/reauthenticate/", {"password": WORDS})
    page = client.get("/account/2fa/totp/activate/")
    secret = page.context["form"].secret
    with django_capture_on_commit_callbacks(execute=True):
        done = client.post("/account/2fa/totp/activate/", {"code": code_for(secret)})
    assert done.status_code == 302, done.context["form"].errors
    return client, secret


def test_the_app_is_asked_for(protected):
    assert Event.objects.filter(action="added a second step").exists()
    visitor = Client()
    assert sign_in(visitor) == "/account/2fa/authenticate/"
    assert visitor.get("/account/").status_code == 302
    wrong = visitor.post("/account/2fa/authenticate/", {"code": "000000"})
    assert "That code is not right" in wrong.content.decode()


def test_a_recovery_code_works_once(protected, person):
    codes = Authenticator.objects.get(user=person, type="recovery_codes").wrap()
    code = codes.get_unused_codes()[0]
    visitor = Client()
    sign_in(visitor)
    visitor.post("/account/2fa/authenticate/", {"code": code})
    assert visitor.get("/account/").status_code == 200
    again = Client()
    sign_in(again)
    again.post("/account/2fa/authenticate/", {"code": code})
    assert again.get("/account/").status_code == 302


PAGES = (
    "",
    "totp/deactivate/",
    "recovery-codes/",
    "recovery-codes/generate/",
    "webauthn/",
    "webauthn/add/",
)


@pytest.mark.parametrize("page", PAGES)
def test_pages_open_in_our_frame(protected, page):
    client, _ = protected
    answer = client.get(f"/account/2fa/{page}", follow=True)
    assert answer.status_code == 200
    assert 'id="main"' in answer.content.decode()
