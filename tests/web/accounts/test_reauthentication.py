"""An unattended screen does not become an account: before what matters, who it is is asked again."""

from __future__ import annotations

import json

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import get_resolver

from trueline.web.accounts.actions import people
from trueline.web.accounts.models import Invitation, Membership, Organisation, User
from trueline.web.accounts.protection.reauthentication import INTERRUPTED

WORDS = "quiet-lantern-harvest-9"
ASKS = "/account/reauthenticate/"


def signed_in(email: str = "person@example.org") -> Client:
    client = Client()
    client.post("/account/login/", {"login": email, "password": WORDS})
    return client


@pytest.fixture
def person(db) -> User:
    user = people.create(email="person@example.org", name="A Person", password=WORDS)
    user.emailaddress_set.create(email="second@example.org", verified=True)
    TOTP.activate(user, "A" * 32)
    return user


@pytest.fixture
def screen(person) -> Client:
    """A browser that somebody left signed in."""
    client = Client()
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    client.get("/account/")
    return client


def elsewhere(person: User) -> UserSession:
    """Another device of theirs."""
    return UserSession.objects.create(
        user=person, session_key="elsewhere", ip="192.0.2.1", user_agent="Firefox"
    )


def organisation_of(person: User) -> Organisation:
    organisation = Organisation.objects.create(name="Theirs")
    Membership.objects.create(organisation=organisation, user=person, role="owner")
    other = User.objects.create_user("colleague@example.org", "x", name="Colleague")
    Membership.objects.create(organisation=organisation, user=other, role="editor")
    return organisation


NEW = {"password1": "slow-meadow-bicycle-4", "password2": "slow-meadow-bicycle-4"}
SENSITIVE = {
    "add an address": ("/account/email/", {"action_add": "", "email": "thief@example.org"}),
    "change the main address": (
        "/account/email/",
        {"action_primary": "", "email": "second@example.org"},
    ),
    "remove an address": ("/account/email/", {"action_remove": "", "email": "second@example.org"}),
    "second step": ("/account/2fa/totp/deactivate/", {}),
    "passkey": ("/account/2fa/webauthn/add/", {"name": "x", "credential": "{}"}),
    "recovery codes": ("/account/2fa/recovery-codes/generate/", {}),
    "other sessions": ("/account/sessions/", {}),
    "a session": ("/account/sessions/{session}/end/", {}),
    "export of the account": ("/account/export/", {}),
    "deletion of the account": ("/account/delete/", {}),
    "export of an organisation": ("/organisations/{organisation}/export/", {}),
    "deletion of an organisation": ("/organisations/{organisation}/delete/", {"name": "Theirs"}),
    "a new owner": ("/organisations/{organisation}/members/{member}/", {"role": "owner"}),
    "giving ownership up": ("/organisations/{organisation}/leave/", {}),
    "an owner's invitation": (
        "/organisations/{organisation}/invitations/",
        {"role": "owner", "days": 1},
    ),
}


@pytest.mark.parametrize("what", SENSITIVE)
def test_it_is_asked_before(what, screen, person):
    path, form = SENSITIVE[what]
    organisation = organisation_of(person)
    colleague = organisation.memberships.get(role="editor")
    ids = {"organisation": organisation.pk, "member": colleague.pk, "session": elsewhere(person).pk}
    before = state(person)
    answer = screen.post(path.format(**ids), form)
    assert answer.status_code == 302
    assert answer["Location"].startswith(ASKS)
    assert state(person) == before


def state(person: User) -> list:
    """All that the forms above could change."""
    person.refresh_from_db()
    return [
        person.password,
        list(person.emailaddress_set.values().order_by("pk")),
        list(person.authenticator_set.values("pk", "type")),
        UserSession.objects.count(),
        list(Membership.objects.values().order_by("pk")),
        Invitation.objects.count(),
        Organisation.objects.count(),
        User.objects.count(),
    ]


def test_the_password_is_asked_for_by_the_form_that_changes_it(screen, person):
    answer = screen.post("/account/password/change/", {"oldpassword": "wrong", **NEW})
    assert answer.context["form"].errors["oldpassword"]
    person.refresh_from_db()
    assert person.check_password(WORDS)


def test_a_first_password_asks_for_the_passkey(person, screen):
    person.set_unusable_password()
    person.save()
    screen.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    answer = screen.post("/account/password/set/", NEW)
    assert answer["Location"].startswith("/account/2fa/reauthenticate/")
    assert NEW["password1"] not in json.dumps(dict(screen.session))


def test_a_second_owner_is_demoted_only_by_somebody_who_confirms(screen, person):
    organisation = organisation_of(person)
    member = organisation.memberships.get(role="editor")
    member.role = "owner"
    member.save()
    for page in ("", "remove/"):
        answer = screen.post(
            f"/organisations/{organisation.pk}/members/{member.pk}/{page}", {"role": "reader"}
        )
        assert answer["Location"].startswith(ASKS)
    assert organisation.memberships.filter(role="owner").count() == 2


def test_other_roles_change_without_a_question(screen, person):
    organisation = organisation_of(person)
    member = organisation.memberships.get(role="editor")
    path = f"/organisations/{organisation.pk}/members/{member.pk}/"
    assert screen.post(path, {"role": "reader"})["Location"] == f"/organisations/{organisation.pk}/"


def test_what_was_interrupted_is_done_once_it_is_confirmed(screen, person):
    answer = screen.post("/account/email/", {"action_add": "", "email": "new@example.org"})
    assert not person.emailaddress_set.filter(email="new@example.org").exists()
    screen.post(answer["Location"], {"password": WORDS})
    assert person.emailaddress_set.filter(email="new@example.org").exists()


def test_so_is_a_form_with_a_query_in_its_address(screen, person):
    answer = screen.post(
        "/account/email/?from=mail", {"action_add": "", "email": "new@example.org"}
    )
    screen.post(answer["Location"], {"password": WORDS})
    assert person.emailaddress_set.filter(email="new@example.org").exists()


def test_a_wrong_password_loses_nothing_of_what_was_interrupted(screen, person):
    answer = screen.post("/account/email/", {"action_add": "", "email": "new@example.org"})
    wrong = screen.post(answer["Location"], {"password": "wrong"})
    assert "not your password" in wrong.content.decode()
    screen.post(answer["Location"], {"password": WORDS})
    assert person.emailaddress_set.filter(email="new@example.org").exists()
    assert screen.session[INTERRUPTED] == {}


def test_two_tabs_that_were_interrupted_keep_apart(screen, person):
    organisation = organisation_of(person)
    first = screen.post("/account/email/", {"action_add": "", "email": "new@example.org"})
    second = screen.post(f"/organisations/{organisation.pk}/delete/", {"name": "Not its name"})
    page = screen.post(second["Location"], {"password": WORDS}).content.decode()
    assert 'value="Not its name"' in page
    assert f'action="/organisations/{organisation.pk}/delete/"' in page
    assert not person.emailaddress_set.filter(email="new@example.org").exists()
    screen.post(first["Location"], {"password": WORDS})
    assert person.emailaddress_set.filter(email="new@example.org").exists()


def test_a_download_comes_after_the_answer(screen):
    answer = screen.post("/account/export/")
    data = screen.post(answer["Location"], {"password": WORDS})
    assert json.loads(data.content)["account"]["email"] == "person@example.org"


def test_pages_with_a_download_lead_to_the_question_first(screen, person):
    organisation = organisation_of(person)
    for path in ("/account/", f"/organisations/{organisation.pk}/settings/"):
        assert "Confirm that it is you, then download" in screen.get(path).content.decode()
    screen.post(f"{ASKS}?next=/account/", {"password": WORDS})
    for path in ("/account/", f"/organisations/{organisation.pk}/settings/"):
        assert "Confirm that it is you" not in screen.get(path).content.decode()


def test_a_code_answers_too(screen, person, monkeypatch):
    answer = screen.post("/account/email/", {"action_add": "", "email": "new@example.org"})
    onward = answer["Location"].partition("?")[2]
    monkeypatch.setattr(TOTP, "validate_code", lambda self, code: code == "123456")
    screen.post(f"/account/2fa/reauthenticate/?{onward}", {"code": "123456"})
    assert person.emailaddress_set.filter(email="new@example.org").exists()


def test_an_answer_is_good_for_five_minutes(screen, person):
    screen.post(ASKS, {"password": WORDS})
    session = screen.session
    session["account_authentication_methods"][-1]["at"] -= 301
    session.save()
    assert screen.post("/account/delete/")["Location"].startswith(ASKS)


def test_signing_in_is_no_answer(person):
    person.authenticator_set.all().delete()
    assert signed_in().post("/account/delete/")["Location"].startswith(ASKS)


def test_no_cookie_lies_in_what_is_kept(screen):
    screen.post("/account/email/", {"action_add": "", "email": "new@example.org"})
    kept = json.dumps(screen.session[INTERRUPTED])
    assert "sessionid" not in kept
    assert "new@example.org" in kept.replace("%40", "@")


CODES_BY_MAIL = ("/account/reauthenticate/code/", "/account/reauthenticate/code/confirm/")
"""What versions of allauth from 65.22 on offer in place of the password."""


@pytest.mark.parametrize("address", CODES_BY_MAIL)
def test_whoever_reads_the_mail_is_not_taken_for_the_owner(address, person, screen, mailoutbox):
    person.set_unusable_password()
    person.save()
    screen.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    for answer in (screen.get(address), screen.post(address)):
        assert answer.status_code in {403, 404}
    assert mailoutbox == []


def test_every_form_of_allauth_for_accounts_is_looked_at_here():
    """What allauth lets people change when signed in; a new page of its needs its line above."""
    asked = {path for path, _ in SENSITIVE.values()} | {
        "/account/password/change/",
        "/account/password/set/",
        "/account/2fa/totp/activate/",
    }
    free = {
        "/account/login/",
        "/account/logout/",
        "/account/inactive/",
        "/account/signup/",
        ASKS,
        "/account/confirm-email/",
        "/account/password/reset/",
        "/account/password/reset/key/done/",
        "/account/password/reset/done/",
        "/account/login/code/confirm/",
        "/account/2fa/",
        "/account/2fa/authenticate/",
        "/account/2fa/reauthenticate/",
        "/account/2fa/recovery-codes/",
        "/account/2fa/recovery-codes/download/",
        "/account/2fa/webauthn/",
        "/account/2fa/webauthn/reauthenticate/",
        "/account/2fa/webauthn/login/",
        "/account/3rdparty/",  # these two are not offered here
        "/account/3rdparty/signup/",
        "/account/3rdparty/login/cancelled/",
        "/account/3rdparty/login/error/",
        *CODES_BY_MAIL,
    }
    found = {
        f"/{pattern}"
        for pattern, view in _addresses(get_resolver())
        if pattern.startswith("account/")
        and "<" not in pattern
        and "(" not in pattern
        and getattr(view, "view_class", view).__module__.startswith("allauth.")
    }
    assert found - free <= asked


def _addresses(resolver, before=""):
    for pattern in resolver.url_patterns:
        here = before + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from _addresses(pattern, here)
        else:
            yield here, pattern.callback


@pytest.mark.parametrize("page", ["recovery-codes/", "recovery-codes/download/"])
def test_recovery_codes_are_shown_after_the_answer_alone(screen, person, page):
    screen.post(ASKS, {"password": WORDS})
    screen.post("/account/2fa/recovery-codes/generate/")
    session = screen.session
    session["account_authentication_methods"] = []
    session.save()
    assert screen.get(f"/account/2fa/{page}")["Location"].startswith(ASKS)
