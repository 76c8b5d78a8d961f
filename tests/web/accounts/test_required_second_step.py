"""A second step that is required: by an organisation of its members, by an instance of everybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.utils import timezone

from trueline.web.accounts.actions import invitations, organisations, people
from trueline.web.accounts.models import Membership, User
from trueline.web.accounts.roles import Role
from trueline.web.accounts.second_step_rule import forget_what_is_not_required
from trueline.web.audit.models import Event
from trueline.web.comments import actions as comments
from trueline.web.config.instance import from_environment

WORDS = "quiet-lantern-harvest-9"


@pytest.fixture
def rule(cast) -> str:
    return f"/organisations/{cast.organisation.pk}/second-step/"


def days_later(days: float) -> None:
    """As if so many days had gone by since time was given."""
    for model in (Membership, User):
        for row in model.objects.exclude(second_step_by=None):
            row.second_step_by -= timedelta(days=days)
            row.save(update_fields=["second_step_by"])


@pytest.fixture
def required(cast) -> None:
    organisations.require_second_step(by=cast.owner, organisation=cast.organisation, days=7)


def inside(cast, record, name: str = "editor") -> int:
    return cast.client(name).get(f"/documents/{record.pk}/step/activities/").status_code


def test_an_owner_requires_it_and_the_audit_says_so(cast, rule):
    answer = cast.client("owner").post(rule, {"days": 7}, follow=True)
    assert "time until" in answer.content.decode()
    event = Event.objects.get(subject="second step")
    assert (event.action, event.detail) == ("required", {"days": 7})
    page = cast.client("owner").get(f"/organisations/{cast.organisation.pk}/audit/")
    assert "Required a second step of members" in page.content.decode()
    assert (
        "need a second step"
        in cast.client("owner")
        .get(f"/organisations/{cast.organisation.pk}/settings/")
        .content.decode()
    )
    cast.client("owner").post(rule, {"days": ""})
    assert not Membership.objects.exclude(second_step_by=None).exists()


def test_changing_it_asks_who_it_is(cast, rule):
    answer = cast.client("owner", confirmed=False).post(rule, {"days": 7})
    assert answer["Location"].startswith("/account/reauthenticate/")


@pytest.mark.parametrize("name", ["editor", "appraiser", "reader"])
def test_others_change_nothing(cast, rule, name):
    assert cast.client(name).post(rule, {"days": 7}).status_code == 403


def test_who_has_none_does_not_shut_themselves_out(cast, rule):
    page = cast.client("owner").post(rule, {"days": 0}).content.decode()
    assert "You have none yourself" in page
    TOTP.activate(cast.owner, "A" * 32)
    cast.client("owner").post(rule, {"days": 0})
    cast.organisation.refresh_from_db()
    assert cast.organisation.second_step_days == 0


def test_members_are_told_by_mail(cast, rule, settings, mailoutbox):
    settings.INSTANCE = replace(settings.INSTANCE, mail="smtp://mail.example.org")
    TOTP.activate(cast.reader, "A" * 32)
    cast.client("owner").post(rule, {"days": 14})
    told = sorted(m.to[0].partition("@")[0] for m in mailoutbox)
    assert told == sorted({*Role.values} - {"owner", "reader"})
    assert "14 days" in mailoutbox[0].body


def test_there_is_time_and_then_there_is_none(cast, record, required):
    assert inside(cast, record) == 200
    days_later(6.9)
    assert inside(cast, record) == 200
    days_later(0.2)
    assert inside(cast, record) == 403


@pytest.mark.parametrize(
    ("kind", "enough"), [("totp", True), ("webauthn", True), ("recovery_codes", False)]
)
def test_an_app_or_a_key_is_enough(cast, record, required, kind, enough):
    days_later(8)
    Authenticator.objects.create(user=cast.editor, type=kind, data={})
    assert (inside(cast, record) == 200) is enough


def test_what_it_says_helps(cast, record, required):
    days_later(8)
    page = cast.client("editor").get(f"/documents/{record.pk}/step/activities/").content.decode()
    assert "Safe Paths asks for a second step" in page
    assert 'href="/account/2fa/"' in page
    assert cast.client("editor").get("/account/2fa/").status_code == 200


def test_nothing_of_the_organisation_is_seen_elsewhere(cast, record, required):
    comments.begin(record, by=cast.owner, address="", text="@Editor Person, a secret thought")
    days_later(8)
    client = cast.client("editor")
    listed = client.get("/designs/").content.decode()
    assert record.title not in listed
    assert "Safe Paths asks for a second step" in listed
    assert "secret thought" not in client.get("/mentions/").content.decode()
    assert client.get(f"/organisations/{cast.organisation.pk}/").status_code == 403
    assert client.post(f"/documents/{record.pk}/comments/new/", {"text": "x"}).status_code == 403


def test_other_organisations_stay_open(cast, required):
    mine = organisations.create(by=cast.editor, name="My own")
    days_later(8)
    assert cast.client("editor").get(f"/organisations/{mine.pk}/").status_code == 200


def test_whoever_does_not_want_it_may_leave(cast, required):
    days_later(8)
    path = f"/organisations/{cast.organisation.pk}/leave/"
    assert cast.client("editor").get(path).status_code == 200
    cast.client("editor").post(path)
    assert not Membership.objects.filter(organisation=cast.organisation, user=cast.editor).exists()


def test_outsiders_still_find_nothing(cast, record, required):
    days_later(8)
    assert inside(cast, record, "outsider") == 404


def test_taking_the_step_away_closes_the_door_at_once(cast, record, required):
    days_later(8)
    step = TOTP.activate(cast.editor, "A" * 32).instance
    assert inside(cast, record) == 200
    step.delete()
    assert inside(cast, record) == 403


def test_who_joins_later_has_the_same_days(cast, required):
    days_later(8)
    invitation, _ = invitations.invite(by=cast.owner, organisation=cast.organisation, role="reader")
    member = invitations.accept(by=cast.outsider, invitation=invitation)
    left = member.second_step_by - timezone.now()
    assert timedelta(days=6.9) < left < timedelta(days=7.1)


def sign_in(email: str = "person@example.org") -> Client:
    client = Client()
    client.post("/account/login/", {"login": email, "password": WORDS})
    return client


def test_at_sign_in_it_is_said_while_there_is_time(cast, required):
    cast.editor.set_password(WORDS)
    cast.editor.save()
    page = sign_in("editor@example.org").get("/designs/").content.decode()
    assert "Safe Paths asks for a second step when you sign in" in page
    TOTP.activate(cast.editor, "A" * 32)
    page = cast.client("editor").get("/designs/").content.decode()
    assert "asks for a second step" not in page


@pytest.fixture
def everybody(settings):
    settings.INSTANCE = replace(settings.INSTANCE, second_step_days=14)


@pytest.fixture
def person(db) -> User:
    return people.create(email="person@example.org", name="A Person", password=WORDS)


def test_an_instance_requires_it_of_everybody(everybody, person):
    client = sign_in()
    assert client.get("/designs/").status_code == 200
    person.refresh_from_db()
    assert timedelta(days=13.9) < person.second_step_by - timezone.now() < timedelta(days=14.1)
    days_later(15)
    page = client.get("/designs/")
    assert page.status_code == 403
    assert "This Trueline asks for a second step" in page.content.decode()
    for path in ("/account/", "/account/2fa/", "/toolkit/", "/account/delete/"):
        assert client.get(path).status_code == 200, path
    TOTP.activate(person, "A" * 32)
    assert client.get("/designs/").status_code == 200


def test_where_it_is_required_no_more_nobody_waits(everybody, person, settings):
    client = sign_in()
    client.get("/designs/")
    days_later(15)
    settings.INSTANCE = replace(settings.INSTANCE, second_step_days=None)
    assert client.get("/designs/").status_code == 200
    assert forget_what_is_not_required() == 1
    settings.INSTANCE = replace(settings.INSTANCE, second_step_days=14)
    assert client.get("/designs/").status_code == 200


@pytest.mark.parametrize("value", ["yes", "-1", "1.5", "400", "٣"])
def test_days_are_a_number(value):
    with pytest.raises(ImproperlyConfigured, match="number of days"):
        from_environment({"TRUELINE_SECOND_STEP": value})


def test_without_the_variable_nothing_is_required():
    assert from_environment({}).second_step_days is None
    assert from_environment({"TRUELINE_SECOND_STEP": "0"}).second_step_days == 0
