"""Who reaches many documents finds theirs: filtered, in pages, an organisation chosen first."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from trueline.web.accounts.models import Membership, Organisation
from trueline.web.documents.long_list import MANY_DOCUMENTS, MANY_ORGANISATIONS, ON_A_PAGE
from trueline.web.documents.models import DocumentRecord

LIST = "/designs/"


def fill(organisation: Organisation, count: int, title: str = "Design", **fields: object) -> None:
    DocumentRecord.objects.bulk_create(
        DocumentRecord(
            organisation=organisation, kind="design", title=f"{title} {n}", content="{}", **fields
        )
        for n in range(count)
    )


@pytest.fixture
def many(cast) -> list[Organisation]:
    """More organisations than are shown together, each with two designs."""
    made = []
    for number in range(MANY_ORGANISATIONS + 3):
        made.append(Organisation.objects.create(name=f"Branch {number:03}"))
        Membership.objects.create(organisation=made[-1], user=cast.editor, role="editor")
        fill(made[-1], 2, f"Plan of {number:03}")
    return made


def read(cast, query: str = "", name: str = "editor") -> str:
    answer = cast.client(name).get(LIST + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_few_are_shown_together_as_ever(cast):
    fill(cast.organisation, 3)
    page = read(cast)
    assert 'role="search"' not in page.partition("<main")[2]
    assert "Design 2" in page


def test_many_come_in_pages_that_keep_the_filter(cast):
    fill(cast.organisation, MANY_DOCUMENTS, "Rescue")
    fill(cast.organisation, ON_A_PAGE + 1, "Return")
    page = read(cast, "?q=return")
    assert page.count('class="card"') == ON_A_PAGE
    assert "Rescue" not in page
    assert "?q=return&amp;page=2" in page
    assert read(cast, "?q=return&page=2").count('class="card"') == 1


def test_an_organisation_is_chosen_first(cast, many):
    page = read(cast)
    assert "Choose an organisation" in page
    assert "Plan of" not in page
    chosen = read(cast, f"?organisation={many[1].pk}")
    assert chosen.count("Plan of 001") == 2
    assert "Plan of 002" not in chosen


def test_a_search_looks_everywhere_and_only_where_one_belongs(cast, many):
    fill(cast.elsewhere, 1, "Plan of somebody else")
    page = read(cast, "?q=plan")
    assert "Plan of 000" in page
    assert "somebody else" not in page
    assert "somebody else" not in read(cast, f"?organisation={cast.elsewhere.pk}&q=plan")


def test_states_and_the_archive_are_filters(cast, many):
    fill(many[0], 1, "Handed in", state="submitted")
    fill(many[0], 1, "Put away", archived=timezone.now())
    assert "Handed in" in read(cast, "?state=submitted")
    assert "Plan of" not in read(cast, "?state=submitted")
    archived = read(cast, "?state=archived")
    assert "Put away" in archived
    assert "Bring back" in archived
    assert "Put away" not in read(cast, "?q=put")


@pytest.mark.parametrize(
    "query", ["?page=999", "?page=x", "?state=odd", "?organisation=odd", "?q="]
)
def test_an_odd_address_is_answered(cast, many, query):
    assert read(cast, query)


def test_queries_do_not_grow_with_the_list(cast, many):
    def count(query: str) -> int:
        client = cast.client("editor")
        client.get(LIST + query)
        with CaptureQueriesContext(connection) as seen:
            client.get(LIST + query)
        return len(seen)

    before = [count(query) for query in ("", "?q=plan")]
    for number in range(20):
        more = Organisation.objects.create(name=f"More {number}")
        Membership.objects.create(organisation=more, user=cast.editor, role="reader")
        fill(more, 3, "Plan")
    assert [count(query) for query in ("", "?q=plan")] == before
