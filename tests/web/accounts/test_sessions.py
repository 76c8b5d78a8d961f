"""Sessions are drawn by lot, are another after signing in, and end when they end."""

from __future__ import annotations

import math
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.backends.base import VALID_KEY_CHARS
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from trueline.web.accounts.actions import people
from trueline.web.accounts.models import User

pytestmark = pytest.mark.django_db
WORDS = "quiet-lantern-harvest-9"


@pytest.fixture
def person() -> User:
    return people.create(email="person@example.org", name="A Person", password=WORDS)


@pytest.fixture
def client(person) -> Client:
    client = Client()
    client.post("/account/login/", {"login": person.email, "password": WORDS})
    return client


def copy_of(client: Client) -> Client:
    """Somebody who holds the same cookies."""
    other = Client()
    other.cookies[settings.SESSION_COOKIE_NAME] = client.session.session_key
    return other


def test_a_session_is_named_by_128_bits_and_more(client):
    key = client.session.session_key
    assert len(key) * math.log2(len(VALID_KEY_CHARS)) > 128


def test_signing_out_ends_it_for_whoever_holds_the_cookie(client):
    thief = copy_of(client)
    assert thief.get("/account/").status_code == 200
    client.post("/account/logout/")
    assert thief.get("/account/").status_code == 302


def test_two_weeks_without_a_visit_end_it(client):
    session = Session.objects.get(pk=client.session.session_key)
    left = session.expire_date - timezone.now()
    assert timedelta(days=13, hours=23) < left <= timedelta(days=14)
    Session.objects.filter(pk=session.pk).update(expire_date=timezone.now())
    assert client.get("/account/").status_code == 302


def test_every_page_of_one_s_own_offers_to_sign_out(client):
    for page in ("/account/", "/designs/", "/account/sessions/", "/account/2fa/", "/toolkit/"):
        assert 'action="/account/logout/"' in client.get(page).content.decode(), page
