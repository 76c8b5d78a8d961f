"""A page asks the database as often for one of everything as for twenty."""

from __future__ import annotations

from datetime import timedelta
from operator import itemgetter
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from web_addresses import ADDRESSES

from tests.sampling import IN, sample
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


FOR_NOBODY_IN_PARTICULAR = "open"
"""Pages that show the same to everybody: the toolkit, which is read from files."""

WITH_SEVERAL = {"documents:compare": "?older=1&newer=2", "documents:list": "?state=draft"}
"""What an address is asked with beside itself, where a page shows more by it."""


def addresses(things: dict[str, Any]) -> list[str]:
    """Every address of a person, an organisation or a document: a new one joins by itself."""
    found = []
    for name, (view, asks) in sample(ADDRESSES.items(), name=itemgetter(0)):
        is_whole = asks <= things.keys()  # devices and undone changes are one row each
        if is_whole and getattr(view, "access", "") != FOR_NOBODY_IN_PARTICULAR:
            here = reverse(name, kwargs={ask: things[ask] for ask in asks})
            found += [here, here + WITH_SEVERAL[name]] if name in WITH_SEVERAL else [here]
    return found


def queries_of(client: Client, address: str) -> list[str] | None:
    """What a page asks when it is asked for the second time; None for what is no page."""
    if client.get(address).status_code != 200:
        return None
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
        b"".join(answer) if answer.streaming else answer.content
    return [query["sql"] for query in asked.captured_queries]


def test_no_page_asks_more_often_for_more_rows(cast, foreign):
    client, record = cast.client("owner"), DocumentRecord.objects.get(pk=foreign["document_id"])
    one_more(cast, record, 1)
    asked = {address: queries_of(client, address) for address in addresses(foreign)}
    for_one = {address: queries for address, queries in asked.items() if queries is not None}
    assert len(for_one) > 40 / IN
    for number in range(2, 21):
        one_more(cast, record, number)
    for_twenty = {address: queries_of(client, address) or [] for address in for_one}
    more = {
        address: sorted({sql[:160] for sql in for_twenty[address]} - {sql[:160] for sql in asked})
        for address, asked in for_one.items()
        if len(for_twenty[address]) > len(asked)
    }
    assert not more
