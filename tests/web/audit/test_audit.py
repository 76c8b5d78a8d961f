"""The audit: only added to, read by owners, and of people who left without a name."""

from __future__ import annotations

import csv
import io

import pytest
from django.db import DatabaseError, connection, transaction

from trueline.web.accounts.actions import invitations, members, organisations, people
from trueline.web.accounts.models import Membership
from trueline.web.accounts.roles import Role
from trueline.web.audit.actions import record
from trueline.web.audit.models import Event


@pytest.fixture
def url(cast) -> str:
    return f"/organisations/{cast.organisation.pk}/audit"


def refused(statement: str) -> None:
    with pytest.raises(DatabaseError, match="only added to"), transaction.atomic():
        connection.cursor().execute(statement)


def test_the_database_refuses_to_change_or_delete_an_event(cast):
    event = record("created", by=cast.owner, organisation=cast.organisation.pk, subject="design")
    for change in (lambda: event.save(), lambda: event.delete(), Event.objects.all().delete):
        with pytest.raises(DatabaseError, match="only added to"), transaction.atomic():
            change()
    refused("UPDATE audit_event SET action = 'x'")
    refused("DELETE FROM audit_event")
    if connection.vendor == "postgresql":
        refused("TRUNCATE audit_event")
    assert Event.objects.get().action == "created"


def test_an_event_and_what_it_tells_of_happen_together(cast, monkeypatch):
    def fail(*args: object, **kwargs: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("trueline.web.accounts.actions.organisations.record", fail)
    with pytest.raises(RuntimeError):
        organisations.rename(by=cast.owner, organisation=cast.organisation, name="Half done")
    cast.organisation.refresh_from_db()
    assert cast.organisation.name == "Safe Paths"


def test_it_says_who_did_what_in_words(cast, url):
    member = Membership.objects.get(organisation=cast.organisation, user=cast.reader)
    members.change_role(by=cast.owner, member=member, role=Role.EDITOR)
    page = cast.client("owner").get(f"{url}/").content.decode()
    assert "Owner Person" in page
    assert "Changed the role of Reader Person to Editor" in page


def test_of_a_person_who_left_it_knows_no_name(cast, url):
    organisations.rename(by=cast.owner, organisation=cast.organisation, name="New name")
    members.change_role(
        by=cast.owner,
        role=Role.OWNER,
        member=Membership.objects.get(organisation=cast.organisation, user=cast.editor),
    )
    pseudonym = str(cast.owner.pseudonym)
    people.delete_account(by=cast.owner)
    page = cast.client("editor").get(f"{url}/").content.decode()
    assert "Owner Person" not in page
    assert f"Former member {pseudonym[:8]}" in page


def test_filters_narrow_it(cast, url):
    organisations.rename(by=cast.owner, organisation=cast.organisation, name="Safe Paths")
    invitations.invite(by=cast.owner, organisation=cast.organisation, role=Role.READER)
    record("created", by=cast.editor, organisation=cast.organisation.pk, subject="design")
    client = cast.client("owner")

    def shown(**query: str) -> list[str]:
        return [line.event.action for line in client.get(f"{url}/", query).context["lines"]]

    today = f"{Event.objects.latest('pk').at:%Y-%m-%d}"
    assert shown() == ["created", "invited", "renamed"]
    assert shown(person=str(cast.editor.pseudonym)) == ["created"]
    assert shown(action="invited") == ["invited"]
    assert len(shown(since=today, until=today)) == 3
    assert shown(until="2020-01-01") == []
    assert len(shown(until="9999-12-31")) == 3
    assert len(shown(since="soon", person="nobody", page="99")) == 3


def test_it_comes_a_page_at_a_time(cast, url):
    for _ in range(60):
        record("viewed", by=cast.owner, organisation=cast.organisation.pk, subject="design")
    client = cast.client("owner")
    assert len(client.get(f"{url}/").context["lines"]) == 50
    assert len(client.get(f"{url}/", {"page": 2}).context["lines"]) == 10


def test_the_table_holds_no_formula(cast, url):
    cast.owner.name = '=HYPERLINK("http://evil.example")'
    cast.owner.save()
    organisations.rename(by=cast.owner, organisation=cast.organisation, name="Safe Paths")
    text = cast.client("owner").get(f"{url}.csv").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[1][1] == '\'=HYPERLINK("http://evil.example")'
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_another_organisation_has_its_own(cast, url):
    record("created", by=cast.outsider, organisation=cast.elsewhere.pk, subject="design")
    assert cast.client("owner").get(f"{url}/").context["lines"] == []
