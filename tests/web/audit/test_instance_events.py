"""The audit of the instance: who came in and who tried, coarsely, for 90 days."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from trueline.web.accounts.actions import invitations, people
from trueline.web.accounts.models import User
from trueline.web.audit import instance
from trueline.web.audit.instance_wording import instance_sentence
from trueline.web.audit.models import Action, InstanceEvent

WORDS = "quiet-lantern-harvest-9"
EMAIL = "person@example.org"
BROWSER = {
    "REMOTE_ADDR": "203.0.113.7",
    "HTTP_USER_AGENT": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
}


@pytest.fixture
def person(db) -> User:
    return people.create(email=EMAIL, name="A Person", password=WORDS)


def sign_in(password: str = WORDS, email: str = EMAIL, **said: str) -> Client:
    client = Client(**{**BROWSER, **said})
    client.post("/account/login/", {"login": email, "password": password})
    return client


def actions() -> list[str]:
    return list(InstanceEvent.objects.order_by("pk").values_list("action", flat=True))


def test_a_sign_in_is_noted_coarsely(person):
    sign_in()
    event = InstanceEvent.objects.get()
    assert (event.action, event.account, event.actor) == (
        "signed in",
        person.pseudonym,
        person.pseudonym,
    )
    assert (event.network, event.device) == ("203.0.113.0/24", "Firefox on Linux")
    assert event.detail == {"ways": ["password"]}
    assert instance_sentence(event) == "Signed in (password)"


def test_a_failure_is_noted_of_the_account_and_holds_nothing_that_was_typed(person):
    sign_in("my other password")
    sign_in(email="nobody-here@example.org")
    failed, unknown = InstanceEvent.objects.order_by("pk")
    assert (failed.action, failed.account, failed.actor) == (
        "sign-in failed",
        person.pseudonym,
        None,
    )
    assert unknown.account is None
    held = str(list(InstanceEvent.objects.values()))
    for typed in ("my other password", "nobody-here", EMAIL):
        assert typed not in held


def test_refusals_and_unknown_accounts_are_noted_once_in_ten_minutes(person):
    for _ in range(14):
        sign_in("wrong")
        sign_in(email="nobody-here@example.org")
    assert actions().count("sign-in refused") == 2
    assert InstanceEvent.objects.filter(action="sign-in failed", account=None).count() == 1
    assert (
        InstanceEvent.objects.filter(action="sign-in failed", account=person.pseudonym).count()
        == 10
    )


def test_a_wrong_answer_at_a_signed_in_screen_is_another_thing(person):
    sign_in().post("/account/reauthenticate/", {"password": "wrong"})
    assert actions() == ["signed in", "confirmation failed"]


def test_changes_exports_and_deletions_are_noted(person):
    client = sign_in()
    client.post("/account/reauthenticate/", {"password": WORDS})
    client.post("/account/email/", {"action_add": "", "email": "new@example.org"})
    client.post("/account/export/")
    client.post("/account/delete/")
    assert actions() == [
        "signed in",
        "added an address",
        "exported the account",
        "deleted the account",
    ]
    assert set(actions()) <= set(Action.values)


def test_an_owner_s_exports_are_noted(cast):
    here = f"/organisations/{cast.organisation.pk}"
    b"".join(cast.client("owner").post(f"{here}/export/"))
    cast.client("owner").get(f"{here}/audit.csv")
    cast.client("owner").post(f"{here}/delete/", {"name": "Safe Paths"})
    assert actions() == [
        "exported an organisation",
        "exported the audit",
        "deleted an organisation",
    ]


def test_a_link_that_was_opened_is_noted_once_a_day_and_not_its_secret(cast):
    _, secret = invitations.invite(by=cast.owner, organisation=cast.organisation, role="reader")
    for _ in range(3):
        Client(**BROWSER).get(f"/join/{secret}/")
    Client(**BROWSER).get("/join/wrong/")
    event = InstanceEvent.objects.get()
    assert (event.action, event.detail["link"]) == ("opened a link", "accounts:join")
    assert secret not in str(event.detail)


def test_nothing_changes_an_event_or_deletes_it_before_its_time(person):
    instance.note("signed in", about=person)
    table = InstanceEvent._meta.db_table
    for statement in (f"UPDATE {table} SET action = 'x'", f"DELETE FROM {table}"):
        with pytest.raises(DatabaseError, match="only added to"), transaction.atomic():
            connection.cursor().execute(statement)
    if connection.vendor == "postgresql":
        with pytest.raises(DatabaseError, match="only added to"), transaction.atomic():
            connection.cursor().execute(f"TRUNCATE {table}")


@pytest.mark.parametrize(("days", "left"), [(89, 1), (90, 1), (91, 0)])
def test_it_is_kept_for_90_days(person, days, left):
    event = InstanceEvent(action="signed in", account=person.pseudonym)
    event.at = timezone.now() - timedelta(days=days)
    event.save()
    instance.purge()
    assert InstanceEvent.objects.count() == left


def test_people_see_their_own_last_sign_ins_and_nobody_else_s(person, cast):
    sign_in("wrong")
    sign_in(REMOTE_ADDR="198.51.100.9")
    page = sign_in().get("/account/sessions/").content.decode()
    assert "A sign-in failed (password)" in page
    assert "198.51.100.0/24" in page
    other = cast.client("reader").get("/account/sessions/").content.decode()
    assert "198.51.100.0/24" not in other
    assert "A sign-in failed" not in other


def test_no_event_is_written_but_by_its_name():
    """Each call that writes an event says what was done by a member of `Action`, never by a text."""
    web = Path(instance.__file__).parent.parent
    call = re.compile(
        r'\b(?:(?:instance_audit|instance)\.|_)?(?:note|record_event)\(\s*(?:[\w.]+,\s*)?(f?"[^"]*")'
    )
    texts = {
        f"{path.name}: {text}"
        for path in web.rglob("*.py")
        for text in call.findall(path.read_text())
    }
    assert texts == set()
    named = re.compile(r"\bAction\.([A-Z_]+)")
    used = {name for path in web.rglob("*.py") for name in named.findall(path.read_text())}
    assert {*Action.names} - used == set(), "no code writes these"
