"""Nobody's guesses shut an owner out: a device that is known has a small budget of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from tests.web.accounts.guessing import EMAIL, TRIES, USUAL, WORDS, attack, opens, sign_in
from trueline.web.accounts.actions import invitations, people
from trueline.web.accounts.models import User


@pytest.fixture
def device(person) -> Client:
    """A browser from which the person signed in once, and out."""
    client = USUAL.client()
    client.post("/account/login/", {"login": EMAIL, "password": WORDS})
    client.post("/account/logout/")
    return client


@pytest.mark.slow
def test_many_networks_gain_nothing_and_shut_no_known_device_out(device):
    answers = attack()
    assert answers.count(200) == 50
    assert sign_in(USUAL, WORDS).status_code == 429
    assert opens(device)


def test_a_neighbour_s_guesses_do_not_count_against_a_known_device(device):
    for _ in range(TRIES):
        sign_in(USUAL)
    assert sign_in(USUAL, WORDS).status_code == 429
    assert opens(device)


def test_a_known_device_has_a_small_budget_of_its_own(device, person):
    answers = [
        device.post("/account/login/", {"login": EMAIL, "password": "no"}).status_code
        for _ in range(TRIES)
    ]
    assert answers == [200] * 10 + [429] * (TRIES - 10)
    assert not opens(device)
    assert sign_in(USUAL, WORDS).status_code == 302


@pytest.mark.slow
def test_a_device_is_known_to_the_accounts_that_signed_in_from_it_alone(device):
    people.create(email="other@example.org", name="Other", password=WORDS)
    for n in range(60):
        sign_in(replace(USUAL.saying(REMOTE_ADDR=f"198.51.7.{n + 1}"), email="other@example.org"))
    answer = device.post("/account/login/", {"login": "other@example.org", "password": WORDS})
    assert answer.status_code == 429


def test_a_copied_cookie_shares_its_budget(device):
    copies = [USUAL.client() for _ in range(TRIES)]
    for copy in copies:
        copy.cookies[settings.DEVICE_COOKIE_NAME] = device.cookies["device"].value
    assert [opens(copy, "no") for copy in copies] == [False] * TRIES
    assert not opens(copies[0])


@pytest.mark.slow
def test_a_device_that_the_account_no_longer_trusts_is_unknown(device, person):
    User.objects.filter(pk=person.pk).update(trusted_since=timezone.now())
    attack()
    assert not opens(device)


def test_who_belongs_here_opens_links_while_a_neighbour_tries(cast, device):
    _, secret = invitations.invite(by=cast.owner, organisation=cast.organisation, role="reader")
    for n in range(TRIES):
        USUAL.client().get(f"/join/wrong-{n}/")
    assert USUAL.client().get(f"/join/{secret}/").status_code == 429
    assert device.get(f"/join/{secret}/").status_code == 200
    assert (
        USUAL.saying(REMOTE_ADDR="198.51.100.9").client().get(f"/join/{secret}/").status_code == 200
    )
