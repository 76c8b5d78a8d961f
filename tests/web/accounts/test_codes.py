"""A code of an app lets in once: not again within the time in which it would still be right."""

from __future__ import annotations

import math
import time

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache
from django.test import Client

from trueline.web.accounts.actions import people
from trueline.web.accounts.models import User

WORDS, SECRET = "quiet-lantern-harvest-9", "A" * 32
NOW = 1_700_000_010


@pytest.fixture
def person(db, clock) -> User:
    user = people.create(email="person@example.org", name="A Person", password=WORDS)
    TOTP.activate(user, SECRET)
    return user


@pytest.fixture
def clock(monkeypatch):
    """Sets the time of codes."""

    def at(seconds: int) -> None:
        monkeypatch.setattr(auth.time, "time", lambda: NOW + seconds)
        for n in range(-1, 4):  # what allauth itself forgets after half a minute
            cache.delete(f"allauth.mfa.totp.used?user={User.objects.get().pk}&code={code(30 * n)}")

    monkeypatch.setattr(auth, "time", _Clock())
    return at


class _Clock:
    """Stands in for the module `time` where codes are made, and there alone."""

    def time(self) -> float:
        return NOW


def code(seconds: int) -> str:
    return auth.format_hotp_value(auth.hotp_value(SECRET, (NOW + seconds) // 30))


def lets_in(code: str) -> bool:
    client = Client()
    client.post("/account/login/", {"login": "person@example.org", "password": WORDS})
    client.post("/account/2fa/authenticate/", {"code": code})
    return client.get("/account/").status_code == 200


@pytest.mark.parametrize("later", [0, 31, 45, 59])
def test_a_code_is_used_up(person, clock, later):
    used = code(30)  # of a clock that is half a minute ahead
    assert lets_in(used)
    clock(later)
    assert not lets_in(used)
    assert not lets_in(f"{used[:3]} {used[3:]}")
    assert lets_in(code(later - 30))


def test_it_is_used_up_for_every_form(person, clock):
    used = code(0)
    client = Client()
    client.post("/account/login/", {"login": "person@example.org", "password": WORDS})
    client.post("/account/2fa/authenticate/", {"code": used})
    answer = client.post("/account/2fa/reauthenticate/", {"code": used})
    assert "not right" in answer.content.decode()
    assert client.post("/account/2fa/reauthenticate/", {"code": code(30)}).status_code == 302


def test_the_code_that_set_the_app_up_is_used_up(person, clock):
    person.authenticator_set.all().delete()
    client = Client()
    client.post("/account/login/", {"login": "person@example.org", "password": WORDS})
    client.post("/account/reauthenticate/", {"password": WORDS})
    session = client.session
    session[auth.SECRET_SESSION_KEY] = SECRET
    session.save()
    assert client.post("/account/2fa/totp/activate/", {"code": code(0)}).status_code == 302
    assert not lets_in(code(0))
    assert lets_in(code(30))


def test_somebody_else_s_code_is_not_mine(person, clock):
    other = people.create(email="other@example.org", name="Other", password=WORDS)
    TOTP.activate(other, SECRET)
    client = Client()
    client.post("/account/login/", {"login": "other@example.org", "password": WORDS})
    client.post("/account/2fa/authenticate/", {"code": code(0)})
    assert client.get("/account/").status_code == 200
    assert lets_in(code(0))


def test_codes_are_of_the_real_time_otherwise():
    assert time.time() > NOW


def test_recovery_codes_hold_more_than_twenty_bits(person):
    codes = RecoveryCodes.activate(person).generate_codes()
    assert len(set(codes)) == 10
    assert all(code.isdigit() and len(code) * math.log2(10) > 20 for code in codes)
