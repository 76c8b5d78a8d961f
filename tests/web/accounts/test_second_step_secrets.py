"""Secrets of second steps: unreadable in the database, and switched off where their key is lost."""

from __future__ import annotations

import importlib
import json
import time
from dataclasses import replace

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from cryptography.fernet import Fernet
from django.apps import apps
from django.core import mail
from django.test import Client

from trueline.web.accounts.actions import people, second_steps
from trueline.web.accounts.models import LostSecondStep, UndoLink, User
from trueline.web.accounts.protection import snapshots, undoing
from trueline.web.audit.models import Event
from trueline.web.mail.models import WaitingMail

WORDS = "quiet-lantern-harvest-9"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
OFF = "Your codes for two-step sign-in have not worked since"


@pytest.fixture
def person(db) -> User:
    return people.create(email="person@example.org", name="A Person", password=WORDS)


@pytest.fixture
def codes(person) -> list[str]:
    """The recovery codes of a person who has an app as well."""
    TOTP.activate(person, SECRET)
    return RecoveryCodes.activate(person).get_unused_codes()


def sign_in(email: str = "person@example.org") -> Client:
    client = Client()
    client.post("/account/login/", {"login": email, "password": WORDS})
    return client


def page(client: Client) -> str:
    return client.get("/account/", follow=True).content.decode()


def code_now() -> str:
    return format_hotp_value(hotp_value(SECRET, int(time.time()) // 30))


def test_no_secret_stands_in_the_database(codes):
    kept = json.dumps(list(Authenticator.objects.values_list("data", flat=True)))
    assert SECRET not in kept
    seed = second_steps.decrypt(Authenticator.objects.get(type="recovery_codes").data["seed"])
    assert seed not in kept
    assert not any(code in kept for code in codes)


def test_codes_are_right_all_the_same(codes, person):
    totp, recovery = (Authenticator.objects.get(type=t) for t in ("totp", "recovery_codes"))
    assert totp.wrap().validate_code(code_now())
    assert recovery.wrap().validate_code(codes[0])
    assert not Authenticator.objects.get(type="recovery_codes").wrap().validate_code(codes[0])


def test_secrets_that_stood_in_clear_are_brought_under_the_key_and_back(person):
    clear = {
        "totp": {"secret": SECRET},
        "recovery_codes": {"migrated_codes": ["11111111", "22222222"], "used_mask": 0},
        "webauthn": {"name": "Key 1", "credential": {"id": "x"}},
    }
    migration = importlib.import_module(
        "trueline.web.accounts.migrations.0004_encrypt_second_steps"
    )
    [operation] = migration.Migration.operations
    for kind, data in clear.items():
        Authenticator.objects.create(user=person, type=kind, data=data)
    operation.code(apps, None)
    kept = {one.type: one.data for one in Authenticator.objects.all()}
    assert SECRET not in json.dumps(kept)
    assert "11111111" not in json.dumps(kept)
    assert kept["webauthn"] == clear["webauthn"]
    assert Authenticator.objects.get(type="totp").wrap().validate_code(code_now())
    operation.reverse_code(apps, None)
    assert {one.type: one.data for one in Authenticator.objects.all()} == clear


def test_without_the_key_the_step_is_off_and_its_owner_is_told_until_there_is_one(
    codes, person, settings, django_capture_on_commit_callbacks
):
    other = people.create(email="other@example.org", name="Somebody Else", password=WORDS)
    settings.ENCRYPTION_KEY = Fernet.generate_key().decode()
    TOTP.activate(other, SECRET)
    assert second_steps.switch_off_unreadable() == [person]
    assert list(Authenticator.objects.values_list("user", flat=True)) == [other.pk]
    assert Event.objects.filter(action="lost the second step").count() == 1
    for _ in range(2):
        text = page(sign_in())
        assert OFF in text
        assert "your password alone opens your account" in text
        assert '<a href="/account/2fa/">Two-step sign-in</a></p>' in text
    client = sign_in()
    client.post("/account/reauthenticate/", {"password": WORDS})
    secret = client.get("/account/2fa/totp/activate/").context["form"].secret
    code = format_hotp_value(hotp_value(secret, int(time.time()) // 30))
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/account/2fa/totp/activate/", {"code": code})
    assert not LostSecondStep.objects.exists()


def test_passkeys_stay_and_are_spoken_of(codes, person, settings):
    Authenticator.objects.create(user=person, type="webauthn", data={"name": "Key 1"})
    settings.ENCRYPTION_KEY = Fernet.generate_key().decode()
    second_steps.switch_off_unreadable()
    assert [one.type for one in Authenticator.objects.all()] == ["webauthn"]
    settings.INSTANCE = replace(settings.INSTANCE, mail="smtp://localhost")
    second_steps.tell_by_mail([person])
    assert "Your passkeys still work" in mail.outbox[0].body


def test_a_former_key_opens_them_and_the_present_one_closes_them(codes, person, settings):
    former, settings.ENCRYPTION_KEY = settings.ENCRYPTION_KEY, Fernet.generate_key().decode()
    assert second_steps.switch_off_unreadable([former]) == []
    assert second_steps.switch_off_unreadable() == []
    assert RecoveryCodes.activate(person).get_unused_codes() == codes


def test_mail_goes_in_each_ones_language_and_is_kept_while_no_server_answers(
    codes, person, settings
):
    LostSecondStep.objects.create(user=person)
    assert not second_steps.tell_by_mail([person])
    assert mail.outbox == []
    settings.INSTANCE = replace(settings.INSTANCE, mail="smtp://localhost")
    User.objects.filter(pk=person.pk).update(language="fr")
    person.refresh_from_db()
    assert second_steps.tell_by_mail([person])
    assert mail.outbox[0].to == [person.email]
    assert "passkey" not in mail.outbox[0].body
    assert OFF not in mail.outbox[0].body
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 9  # where nothing answers
    assert second_steps.tell_by_mail([person])
    assert WaitingMail.objects.get().to == person.email


def test_what_would_be_put_back_is_readable_or_gone(codes, person, settings):
    before = snapshots.take(person)
    for _ in range(2):
        undoing.offer(person, "totp_activated", before)
    former, settings.ENCRYPTION_KEY = settings.ENCRYPTION_KEY, Fernet.generate_key().decode()
    second_steps.switch_off_unreadable([former])
    snapshots.put_back(person, UndoLink.objects.first().before)
    assert RecoveryCodes.activate(person).get_unused_codes() == codes
    settings.ENCRYPTION_KEY = Fernet.generate_key().decode()
    second_steps.switch_off_unreadable()
    assert [link.before["second_steps"] for link in UndoLink.objects.all()] == [[], []]
