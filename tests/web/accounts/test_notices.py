"""People are told what was done to their account, at the address from before it was done."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from pathlib import Path

import allauth
import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth
from django.test import Client

from trueline.web.accounts.actions import people
from trueline.web.accounts.models import UndoLink, User
from trueline.web.accounts.protection.notices import NOTICES
from trueline.web.serving.password_links import password_link

WORDS, NEW = "quiet-lantern-harvest-9", "slow-meadow-bicycle-4"
OWN, THIEF = "person@example.org", "thief@example.org"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture(autouse=True)
def mailed(settings):
    settings.INSTANCE = replace(settings.INSTANCE, mail="smtp://mail.example.org")


@pytest.fixture
def person(db) -> User:
    user = people.create(email=OWN, name="A Person", password=WORDS)
    user.emailaddress_set.update(verified=True)
    return user


@pytest.fixture
def thief(person) -> Client:
    """Somebody who knows the password, at the person's own screen, and has just been asked for it."""
    client = Client(REMOTE_ADDR="203.0.113.7", HTTP_USER_AGENT=FIREFOX)
    client.post("/account/login/", {"login": OWN, "password": WORDS})
    client.post("/account/reauthenticate/", {"password": WORDS})
    return client


@pytest.fixture
def letters(mailoutbox):
    """Mails since the last look: to whom, and the path of the link to undo ("" if none)."""

    def looked() -> list[tuple[str, str, str]]:
        found = [
            (m.to[0], m.subject, next(iter(re.findall(r"/account/undo/[^/]+/", m.body)), ""))
            for m in mailoutbox
        ]
        mailoutbox.clear()
        return found

    return looked


def add(client: Client, email: str = THIEF) -> None:
    client.post("/account/email/", {"action_add": "", "email": email})
    User.objects.get(email=OWN).emailaddress_set.filter(email=email).update(verified=True)


def make_primary(client: Client, email: str = THIEF) -> None:
    client.post("/account/email/", {"action_primary": "", "email": email})


def remove(client: Client) -> None:
    add(client)
    client.post("/account/email/", {"action_remove": "", "email": THIEF})


def change_password(client: Client, old: str = WORDS) -> None:
    client.post(
        "/account/password/change/", {"oldpassword": old, "password1": NEW, "password2": NEW}
    )


def reset(client: Client) -> None:
    visitor = Client()
    path = password_link(OWN, "http://testserver").removeprefix("http://testserver")
    visitor.post(visitor.get(path)["Location"], {"password1": NEW, "password2": NEW})


def turn_app_on(client: Client) -> None:
    secret = client.get("/account/2fa/totp/activate/").context["form"].secret
    code = auth.format_hotp_value(auth.hotp_value(secret, int(time.time()) // 30))
    client.post("/account/2fa/totp/activate/", {"code": code})


def turn_app_off(client: Client) -> None:
    turn_app_on(client)
    client.post("/account/2fa/totp/deactivate/")


def make_codes(client: Client) -> None:
    turn_app_on(client)
    client.post("/account/2fa/recovery-codes/generate/")


CHANGES = {
    "added to your account": add,
    "address of your account was changed": lambda c: (add(c), make_primary(c)),
    "address was removed": remove,
    "password was changed": change_password,
    "password was changed by a link": reset,
    "second step was changed: on": turn_app_on,
    "second step was changed: off": turn_app_off,
    "second step was changed: codes": make_codes,
}


def signs_in(person: User) -> tuple:
    """How somebody signs in now."""
    person.refresh_from_db()
    return (
        person.email,
        person.password,
        sorted(person.emailaddress_set.values_list("email", "verified", "primary")),
        sorted(person.authenticator_set.values_list("type", flat=True)),
        [a.data["secret"] for a in person.authenticator_set.filter(type="totp")],
    )


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("what", CHANGES)
def test_the_owner_hears_of_it_and_can_undo_it(what, person, thief, letters):
    before = signs_in(person)
    letters()
    CHANGES[what](thief)
    mails = [m for m in letters() if m[2]]
    assert {to for to, _, _ in mails} == {OWN}
    assert what.partition(" by a link")[0].partition(":")[0] in mails[-1][1]
    assert signs_in(person) != before or "removed" in what or "off" in what
    owner, path = Client(), mails[0][2]
    assert "It wasn’t me" in owner.get(path).content.decode()
    done = owner.post(path)
    assert done["Location"].startswith("/account/password/reset/key/")
    assert signs_in(person) == before
    assert thief.get("/account/").status_code == 302
    assert owner.get(path).status_code == 404


def test_a_mail_says_when_from_where_and_no_secret(person, thief, mailoutbox):
    mailoutbox.clear()
    change_password(thief)
    body = mailoutbox[0].body
    assert "Hello A Person," in body
    assert "Device: Firefox on Windows" in body
    assert "Network: 203.0.113.0/24" in body
    assert "203.0.113.7" not in body
    assert NEW not in body
    assert "&#" not in body


def test_an_address_that_was_put_in_place_gets_no_way_back(person, thief, letters):
    """Whoever took an account hears what is done to it, but their mails undo nothing."""
    add(thief)
    make_primary(thief)
    letters()
    change_password(thief)
    mails = letters()
    assert [(to, bool(path)) for to, _, path in mails] == [(OWN, True), (THIEF, False)]


def test_undoing_the_first_change_undoes_the_later_ones_and_their_links(person, thief, letters):
    before = signs_in(person)
    letters()
    add(thief)
    make_primary(thief)
    change_password(thief)
    first, *later = [path for _, _, path in letters() if path]
    Client().post(first)
    assert signs_in(person) == before
    assert all(Client().get(path).status_code == 404 for path in later)


def test_undoing_a_later_change_keeps_the_earlier_ones(person, thief, letters):
    add(thief, "mine@example.org")
    letters()
    change_password(thief)
    Client().post(letters()[0][2])
    assert person.emailaddress_set.filter(email="mine@example.org").exists()


def test_after_undoing_a_new_password_is_chosen_at_once(person, thief, letters):
    change_password(thief)
    owner = Client()
    onward = owner.post(letters()[-1][2], follow=True)
    assert "every device is signed out" in onward.content.decode()
    words = "gentle-copper-window-3"
    owner.post(onward.redirect_chain[-1][0], {"password1": words, "password2": words})
    assert Client().post("/account/login/", {"login": OWN, "password": words}).status_code == 302


def test_the_old_password_works_again(person, thief, letters):
    change_password(thief)
    Client().post(letters()[-1][2])
    assert Client().post("/account/login/", {"login": OWN, "password": NEW}).status_code == 200
    assert Client().post("/account/login/", {"login": OWN, "password": WORDS}).status_code == 302


def test_a_link_works_for_72_hours(person, thief, letters):
    change_password(thief)
    link = UndoLink.objects.latest("pk")
    assert round((link.expires - link.made).total_seconds() / 3600) == 72
    path = letters()[-1][2]
    UndoLink.objects.update(expires=link.made)
    gone = Client().post(path)
    assert gone.status_code == 404
    assert "older than 72 hours" in gone.content.decode()


def test_a_session_that_nobody_noted_ends_too(person, thief, letters):
    unnoted = Client()
    unnoted.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    add(thief)
    Client().post(letters()[-1][2])
    assert unnoted.get("/account/").status_code == 302


def test_nobody_takes_an_address_that_its_owner_may_go_back_to(person, thief, letters):
    add(thief)
    make_primary(thief)
    thief.post("/account/email/", {"action_remove": "", "email": OWN})
    form = {"name": "T", "email": OWN, "password1": NEW, "password2": NEW}
    Client().post("/account/signup/", form)
    assert not User.objects.filter(email=OWN).exists()
    Client().post(next(path for _, _, path in letters() if path))
    person.refresh_from_db()
    assert person.email == OWN


def test_an_address_that_is_another_s_by_now_is_said(person, thief, letters):
    add(thief)
    make_primary(thief)
    User.objects.create_user(OWN, NEW, name="Other")
    page = Client().post(next(path for _, _, path in letters() if path)).content.decode()
    assert "belongs to another account by now" in page
    person.refresh_from_db()
    assert person.email == THIEF


def test_a_sign_in_from_a_new_device_is_told_once(person, letters):
    first = Client()
    for client in (first, first, Client(), first):
        client.post("/account/login/", {"login": OWN, "password": WORDS})
        client.post("/account/logout/")
    mails = letters()
    assert [(to, subject) for to, subject, _ in mails] == [
        (OWN, "Trueline: A new device signed in to your account")
    ]
    assert mails[0][2]


def test_who_signs_up_is_not_told_of_it(db, letters):
    form = {"name": "New", "email": "new@example.org", "password1": WORDS, "password2": WORDS}
    Client().post("/account/signup/", form)
    assert not [subject for _, subject, _ in letters() if "new device" in subject]


def test_devices_signed_out_are_told(person, thief, letters):
    letters()
    other = Client()
    other.post("/account/login/", {"login": OWN, "password": WORDS})
    letters()
    thief.post("/account/sessions/")
    assert [subject for _, subject, _ in letters()] == ["Trueline: Devices were signed out"]
    assert other.get("/account/").status_code == 302


def test_the_owner_hears_once_of_many_tries_and_gets_a_way_in(person, mailoutbox):
    for n in range(55):
        Client(REMOTE_ADDR=f"198.51.100.{n + 1}").post(
            "/account/login/", {"login": OWN, "password": "wrong"}
        )
    assert [m.subject for m in mailoutbox] == [
        "Trueline: Somebody is trying to get into your account"
    ]
    path = re.search(r"/account/device/[^/]+/", mailoutbox[0].body)[0]
    mine = Client(REMOTE_ADDR="192.0.2.1")
    credentials = {"login": OWN, "password": WORDS}
    assert mine.post("/account/login/", credentials).status_code == 429
    assert mine.get(path)["Location"] == "/account/login/"
    assert mine.post("/account/login/", credentials).status_code == 302
    assert Client().get("/account/device/forged/").status_code == 404


def test_all_owners_hear_of_an_export_and_of_a_deletion(cast, mailoutbox):
    second = User.objects.create_user("second@example.org", "x", name="Second")
    cast.organisation.memberships.create(user=second, role="owner")
    here = f"/organisations/{cast.organisation.pk}"
    b"".join(cast.client("owner").post(f"{here}/export/"))
    cast.client("owner").post(f"{here}/delete/", {"name": "Safe Paths"})
    told = [(m.to[0], m.subject.removeprefix("Trueline: ")) for m in mailoutbox]
    assert sorted(told) == sorted(
        (who, what)
        for who in ("owner@example.org", "second@example.org")
        for what in ("All work of Safe Paths was downloaded", "Safe Paths was deleted")
    )
    assert "Owner Person" in mailoutbox[0].body


def test_new_and_former_owners_hear_of_it(cast, mailoutbox):
    member = cast.organisation.memberships.get(user=cast.editor)
    path = f"/organisations/{cast.organisation.pk}/members/{member.pk}/"
    cast.client("owner").post(path, {"role": "owner"})
    cast.client("owner").post(path, {"role": "editor"})
    told = [(m.to[0], m.subject.removeprefix("Trueline: ")) for m in mailoutbox]
    assert told == [
        ("editor@example.org", "You are an owner of Safe Paths"),
        ("owner@example.org", "The owners of Safe Paths changed"),
        ("editor@example.org", "You are no longer an owner of Safe Paths"),
        ("owner@example.org", "The owners of Safe Paths changed"),
    ]


def test_an_export_and_the_end_of_an_account_are_told(cast, mailoutbox):
    client = cast.client("reader")
    client.post("/account/export/")
    client.post("/account/delete/")
    assert [(m.to[0], m.subject.removeprefix("Trueline: ")) for m in mailoutbox] == [
        ("reader@example.org", "Your data was downloaded"),
        ("reader@example.org", "Your account was deleted"),
    ]


def test_mails_come_in_the_language_of_the_account(person, thief, mailoutbox):
    User.objects.filter(pk=person.pk).update(language="fr")
    thief.post("/preferences/language/", {"language": "ar"})
    User.objects.filter(pk=person.pk).update(language="fr")
    mailoutbox.clear()
    change_password(thief)
    assert "mot de passe" in mailoutbox[0].subject


def test_without_mail_nothing_is_kept(person, settings, thief):
    settings.INSTANCE = replace(settings.INSTANCE, mail="")
    UndoLink.objects.all().delete()
    change_password(thief)
    assert not UndoLink.objects.exists()


def test_every_mail_of_allauth_about_an_account_has_its_notice():
    """allauth names its mails; a name that is not known here would fail where it is sent."""
    folder = Path(allauth.__file__).parent
    sent = {
        name.rsplit("/", 1)[-1]
        for path in (*(folder / "account").rglob("*.py"), *(folder / "mfa").rglob("*.py"))
        for name in re.findall(r'send_notification_mail\(\s*"([^"]+)"', path.read_text("utf-8"))
    }
    assert sent
    assert sent <= set(NOTICES)


def test_passkeys_that_were_removed_come_back(person, thief, letters):
    """A removed key is put back with all that it needs to sign in."""
    key = Authenticator.objects.create(
        user=person, type="webauthn", data={"name": "Mine", "credential": {}}
    )
    thief.post(f"/account/2fa/webauthn/keys/{key.pk}/remove/")
    assert not person.authenticator_set.exists()
    Client().post(letters()[-1][2])
    assert person.authenticator_set.get().data == {"name": "Mine", "credential": {}}
