"""A page asks the database as often for one of everything as for twenty."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.web.conftest import Cast
from tests.web.saving import change
from trueline.document import add_element
from trueline.web.accounts.actions import invitations
from trueline.web.accounts.models import Membership, Organisation, User
from trueline.web.accounts.roles import Role
from trueline.web.comments import actions as discussion
from trueline.web.documents.actions import submitting
from trueline.web.documents.models import DocumentRecord
from trueline.web.sharing import actions as sharing

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


def one_more(cast: Cast, record: DocumentRecord, number: int) -> None:
    """One more of everything that lists hold."""
    person = User.objects.create_user(f"{number}@example.org", "x", name=f"Person {number}")
    Membership.objects.create(organisation=cast.organisation, user=person, role="reader")
    elsewhere = Organisation.objects.create(name=f"Elsewhere {number}")
    Membership.objects.create(organisation=elsewhere, user=cast.owner, role="owner")
    for organisation in (cast.organisation, elsewhere):
        DocumentRecord.objects.create(
            organisation=organisation, kind="design", title=f"Design {number}", content="{}"
        )
    change(
        record.pk,
        by=person,
        edit=lambda design: add_element(design, "partners", {"title": f"Partner {number}"})[0],
    )
    record.refresh_from_db()
    comment = discussion.begin(record, by=person, address="", text="@Owner Person, who pays?")
    discussion.reply(comment, by=cast.owner, text="@Editor Person will say.")
    submitting.submit(record, by=cast.editor, name=f"Version {number}")
    sharing.share(
        record.revisions.get(number=record.revision),
        by=person,
        expires=timezone.now() + timedelta(days=9),
        note=f"Embassy {number}",
        with_review=True,
    )
    invitations.invite(
        by=cast.owner, organisation=cast.organisation, role=Role.READER, note=f"Guest {number}"
    )


def addresses(cast: Cast, record: DocumentRecord) -> list[str]:
    document, organisation = [record.pk], [cast.organisation.pk]
    return [
        reverse("documents:list", args=["design"]),
        reverse("documents:overview", args=document),
        reverse("documents:history", args=document),
        reverse("documents:submissions", args=document),
        reverse("documents:compare", args=document) + "?older=1&newer=2",
        reverse("documents:export", args=document),
        reverse("workspace:step", args=[record.pk, "programme"]),
        reverse("workspace:review", args=document),
        reverse("designs:theory", args=document),
        reverse("comments:list", args=document),
        reverse("monitoring:dashboard", args=document),
        reverse("monitoring:calendar", args=document),
        reverse("comments:mentions"),
        reverse("sharing:links", args=document),
        reverse("accounts:account"),
        reverse("accounts:organisation", args=organisation),
        reverse("accounts:invitations", args=organisation),
        reverse("accounts:audit", args=organisation),
    ]


def queries_of(client: Client, address: str) -> list[str]:
    """What a page asks when it is asked for the second time."""
    assert client.get(address, follow=True).status_code == 200, address
    with CaptureQueriesContext(connection) as asked:
        client.get(address, follow=True)
    return [query["sql"] for query in asked.captured_queries]


def test_no_page_asks_more_often_for_more_rows(cast, record):
    client = cast.client("owner")
    one_more(cast, record, 1)
    for_one = {address: queries_of(client, address) for address in addresses(cast, record)}
    for number in range(2, 21):
        one_more(cast, record, number)
    for_twenty = {address: queries_of(client, address) for address in for_one}
    more = {
        address: sorted({sql[:160] for sql in for_twenty[address]} - {sql[:160] for sql in asked})
        for address, asked in for_one.items()
        if len(for_twenty[address]) > len(asked)
    }
    assert not more
