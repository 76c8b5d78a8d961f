"""What an administrator does to accounts, and what it leaves behind."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client
from typer.testing import CliRunner

from trueline.cli import account_commands
from trueline.cli.app import app
from trueline.web.accounts.actions import administration, invitations, people
from trueline.web.accounts.form_errors import Refused
from trueline.web.accounts.models import Membership, UndoLink, User
from trueline.web.accounts.protection import snapshots, undoing
from trueline.web.accounts.protection.origins import Origin
from trueline.web.accounts.roles import Role
from trueline.web.audit.models import Event, InstanceEvent

WORDS = "quiet-lantern-harvest-9"
HERE = Origin("https://trueline.example.org")


@pytest.fixture(autouse=True)
def mailed(settings):
    settings.INSTANCE = replace(settings.INSTANCE, mail="smtp://mail.example.org")


@pytest.fixture
def person(db) -> User:
    return people.create(email="person@example.org", name="A Person", password=WORDS)


def signed_in() -> Client:
    client = Client()
    client.post("/account/login/", {"login": "person@example.org", "password": WORDS})
    return client


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def noted(action: str, person: User) -> bool:
    """Whether both audits have it."""
    line = {"action": action, "subject_id": str(person.pseudonym)}
    return (
        Event.objects.filter(**line).count()
        == InstanceEvent.objects.filter(action=action, account=person.pseudonym).count()
        == 1
    )


def test_a_disabled_account_lets_nobody_in_until_it_is_enabled(person, mailoutbox):
    client = signed_in()
    administration.disable(person, origin=HERE)
    assert not is_in(client)
    assert "closed" in signed_in().get("/account/inactive/").content.decode()
    assert not is_in(signed_in())
    administration.enable(person, origin=HERE)
    assert not is_in(client), "its sessions ended for good"
    assert is_in(signed_in())
    assert noted("disabled", person)
    assert noted("enabled", person)
    assert [m.subject for m in mailoutbox][:2] == [
        "Trueline: Your account is closed for now",
        "Trueline: Your account is open again",
    ]
    assert "https://trueline.example.org/" in mailoutbox[0].body


def test_a_disabled_account_gets_no_link_to_a_new_password(person, mailoutbox):
    administration.disable(person, origin=HERE)
    mailoutbox.clear()
    Client().post("/account/password/reset/", {"email": person.email})
    assert "/account/password/reset/key/" not in "".join(m.body for m in mailoutbox)


def test_ending_sessions_ends_links_to_undo_too(person):
    client = signed_in()
    undoing.offer(person, "password_changed", snapshots.take(person))
    administration.end_sessions(person, origin=HERE)
    assert not is_in(client)
    assert not UndoLink.objects.exists()
    assert is_in(signed_in())
    assert noted("sessions ended", person)


def test_a_second_step_is_taken_away_with_every_session(person):
    client = signed_in()
    TOTP.activate(person, "A" * 32)
    administration.reset_second_step(person, origin=HERE)
    assert not is_in(client)
    assert is_in(signed_in())
    assert noted("second step reset", person)


def test_ownership_goes_to_somebody_else(cast, mailoutbox):
    _, secret = invitations.invite(by=cast.owner, organisation=cast.organisation, role=Role.OWNER)
    administration.transfer(cast.owner, cast.reader, organisations=[cast.organisation], origin=HERE)
    roles = dict(
        Membership.objects.filter(organisation=cast.organisation).values_list("user", "role")
    )
    assert roles[cast.reader.pk] == Role.OWNER
    assert roles[cast.owner.pk] == Role.EDITOR
    assert Client().get(f"/join/{secret}/").status_code == 404
    assert sorted(m.to[0] for m in mailoutbox) == ["owner@example.org", "reader@example.org"]
    assert Event.objects.filter(action="changed role", actor=None).count() == 2


def test_it_can_go_to_somebody_who_was_no_member(cast):
    administration.transfer(
        cast.owner, cast.outsider, organisations=[cast.organisation], origin=HERE
    )
    assert cast.organisation.memberships.get(user=cast.outsider).role == Role.OWNER


def test_it_goes_to_nobody_who_can_t_sign_in(cast):
    administration.disable(cast.reader, origin=HERE)
    with pytest.raises(Refused, match="disabled"):
        administration.transfer(
            cast.owner, cast.reader, organisations=[cast.organisation], origin=HERE
        )
    assert cast.organisation.memberships.get(user=cast.owner).role == Role.OWNER


@pytest.fixture
def trueline(monkeypatch, cast):
    """Runs a command in this process, on the tests' database."""
    monkeypatch.setattr(account_commands, "_accounts", lambda data: nullcontext())

    def run(*arguments: str, said: str = ""):
        return CliRunner().invoke(app, list(arguments), input=said)

    return run


CHANGES = {
    "disable": lambda user: not user.is_active,
    "end-sessions": lambda user: InstanceEvent.objects.filter(action="sessions ended").exists(),
    "reset-second-step": lambda user: not user.authenticator_set.exists(),
}


@pytest.mark.parametrize("command", CHANGES)
@pytest.mark.parametrize(("said", "done"), [("y\n", True), ("n\n", False), ("", False)])
def test_a_command_asks_first(trueline, cast, command, said, done):
    TOTP.activate(cast.reader, "A" * 32)
    result = trueline("account", command, "reader@example.org", said=said)
    cast.reader.refresh_from_db()
    assert CHANGES[command](cast.reader) is done
    assert "reader@example.org" in result.output
    assert result.exit_code == (0 if done else 1)


def test_a_command_can_go_on_without_a_question(trueline, cast):
    assert trueline("account", "disable", "reader@example.org", "--yes").exit_code == 0
    listed = trueline("account", "list").output
    assert next(line for line in listed.splitlines() if "reader@" in line).endswith("disabled")


@pytest.mark.parametrize("command", ["show", "disable", "enable", "end-sessions"])
def test_somebody_who_is_not_here_is_said(trueline, command):
    result = trueline("account", command, "nobody@example.org")
    assert result.exit_code == 2


def test_transfer_names_what_goes(trueline, cast):
    result = trueline("account", "transfer", "owner@example.org", "editor@example.org", said="y\n")
    assert "Safe Paths" in result.output
    assert cast.organisation.memberships.get(user=cast.editor).role == Role.OWNER
    again = trueline("account", "transfer", "owner@example.org", "editor@example.org", "--yes")
    assert again.exit_code == 2


def test_an_account_is_shown_without_its_secrets(trueline, person):
    TOTP.activate(person, "A" * 32)
    signed_in()
    shown = trueline("account", "show", "person@example.org").output
    assert "A Person (person@example.org), may sign in" in shown
    assert "person@example.org, main" in shown
    assert person.password not in shown
    assert "AAAA" not in shown


def test_the_audit_is_printed_by_account(trueline, person):
    signed_in()
    administration.disable(person, origin=HERE)
    everything = trueline("audit").output
    assert "Signed in" in everything or "second step" in everything or "disabled" in everything
    assert "The account was disabled" in trueline("audit", "--account", "person@example.org").output
    assert "Nothing yet" in trueline("audit", "--account", "reader@example.org").output
