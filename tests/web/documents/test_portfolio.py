"""Documents as a table: what it shows, how it is asked, what is kept of it and taken along."""

from __future__ import annotations

import io
import re
from datetime import timedelta
from html import unescape

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from trueline.design import Design
from trueline.document.responses import NextStep
from trueline.review import review, summarised
from trueline.toolkit import load_toolkit
from trueline.web.accounts.models import Membership, Organisation
from trueline.web.comments import actions as discussion
from trueline.web.documents import recounting, store
from trueline.web.documents.actions import submitting
from trueline.web.documents.models import DocumentRecord, PortfolioEntry, SavedFilter
from trueline.web.documents.portfolio.table import ON_A_PAGE

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
    """Organisations that one person belongs to, each with two designs."""
    made = []
    for number in range(8):
        made.append(Organisation.objects.create(name=f"Branch {number:03}"))
        Membership.objects.create(organisation=made[-1], user=cast.editor, role="editor")
        fill(made[-1], 2, f"Plan of {number:03}")
    return made


def read(cast, query: str = "", name: str = "editor", page: str = LIST) -> str:
    answer = cast.client(name).get(page + query)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def titles(page: str) -> list[str]:
    """The titles in the table, in its order."""
    return re.findall(r'<th scope="row"><a [^>]*>([^<]*)</a>', page)


def test_a_row_says_what_the_review_counts_and_links_to_it(cast, record, golden):
    page = read(cast)
    counted = summarised(review(golden, load_toolkit(), on=timezone.localdate())).severities
    for weight, count in counted.items():
        assert f'/review/?weight={weight}">{count}<' in page
    assert "Editor Person" in page
    assert golden.lead in page


def test_counts_and_words_follow_a_save(cast, record, save):
    before = PortfolioEntry.objects.get().errors, PortfolioEntry.objects.get().warnings
    assert titles(read(cast, "?q=saltwater")) == []
    save("summary", "Fishers of the Saltwater coast")
    assert titles(read(cast, "?q=SALTWATER+fishérs")) == [record.label]
    save("activities", ())
    assert before != (PortfolioEntry.objects.get().errors, PortfolioEntry.objects.get().warnings)


def test_what_has_grown_old_is_counted_anew(cast, record):
    fresh = PortfolioEntry.objects.values().get()
    assert recounting.recount() == 0
    PortfolioEntry.objects.update(errors=99, counted_by="an earlier version")
    assert recounting.recount() == 1
    assert PortfolioEntry.objects.values().get() == fresh
    PortfolioEntry.objects.update(errors=99, counted_until=timezone.localdate() - timedelta(days=1))
    assert recounting.recount() == 1
    PortfolioEntry.objects.all().delete()
    assert recounting.recount() == 1
    assert PortfolioEntry.objects.values().get() == fresh


def test_many_come_in_pages_that_keep_the_filter(cast):
    fill(cast.organisation, ON_A_PAGE, "Rescue")
    fill(cast.organisation, ON_A_PAGE + 1, "Return")
    page = read(cast, "?q=return&sort=title")
    assert len(titles(page)) == ON_A_PAGE
    assert "Rescue" not in page
    assert (
        "?q=return&sort=title&page=2#listed" in page
    )  # to what was found, not to the head of the page
    assert page.index("</form>") < page.index('id="listed"') < page.index("<table")
    assert len(titles(read(cast, "?q=return&page=2"))) == 1


def test_it_is_sorted_by_each_column_both_ways(cast, keep):
    for title, lead in (("Alpha", "Zebra"), ("Beta", "Aardvark")):
        keep(Design(title=title, lead=lead))
    assert titles(read(cast, "?sort=title")) == ["Alpha", "Beta"]
    assert titles(read(cast, "?sort=-title")) == ["Beta", "Alpha"]
    assert titles(read(cast, "?sort=lead")) == ["Beta", "Alpha"]
    for column in re.findall(r'href="/designs/(\?sort=[^"&]+)', read(cast)):
        assert len(titles(read(cast, column))) == 2


def test_filters_narrow_it(cast, keep):
    keep(Design(title="Here", countries=("NP", "QA"), phase="running"))
    keep(Design(title="There", countries=("AQ",), phase="new"))
    assert titles(read(cast, "?country=QA")) == ["Here"]
    assert titles(read(cast, "?phase=new")) == ["There"]
    assert sorted(titles(read(cast, "?whose=mine"))) == ["Here", "There"]
    assert titles(read(cast, "?whose=mine", "owner")) == []
    assert '<option value="NP">Nepal</option>' in read(cast)


def test_a_search_looks_everywhere_and_only_where_one_belongs(cast, many):
    fill(cast.elsewhere, 1, "Plan of somebody else")
    page = read(cast, "?q=plan")
    assert "Plan of 000" in page
    assert "somebody else" not in page
    assert "somebody else" not in read(cast, f"?organisation={cast.elsewhere.pk}&q=plan")
    assert titles(read(cast, f"?organisation={many[1].pk}&sort=title")) == [
        "Plan of 001 0",
        "Plan of 001 1",
    ]


def test_states_and_the_archive_are_filters(cast, many):
    fill(many[0], 1, "Handed in", state="submitted")
    fill(many[0], 1, "Put away", archived=timezone.now())
    assert titles(read(cast, "?state=submitted")) == ["Handed in 0"]
    archived = read(cast, "?state=archived")
    assert titles(archived) == ["Put away 0"]
    assert "Bring back" in archived
    assert "Put away" not in read(cast, "?q=put")


@pytest.mark.parametrize(
    "query", ["page=999", "page=x", "state=odd", "organisation=odd", "q=", "sort=-odd", "kind=odd"]
)
def test_an_odd_address_is_answered(cast, many, query):
    assert read(cast, f"?{query}")
    assert read(cast, f"?{query}", page="/")


def test_queries_do_not_grow_with_the_list(cast, many):
    def count(page: str) -> int:
        client = cast.client("editor")
        client.get(page)
        with CaptureQueriesContext(connection) as seen:
            client.get(page)
        return len(seen)

    pages = (LIST, f"{LIST}?q=plan", "/")
    before = [count(page) for page in pages]
    for number in range(20):
        more = Organisation.objects.create(name=f"More {number}")
        Membership.objects.create(organisation=more, user=cast.editor, role="reader")
        fill(more, 3, "Plan")
    assert [count(page) for page in pages] == before


def test_a_view_is_kept_by_name_and_forgotten(cast, record):
    editor = cast.client("editor")
    sent = {"kind": "design", "query": "q=safe&sort=title&odd=1", "name": " My  own "}
    answer = editor.post("/portfolio/keep/", sent)
    assert answer["Location"] == "/designs/?q=safe&sort=title"
    page = read(cast)
    assert 'href="/designs/?q=safe&sort=title#listed"' in page
    assert "My own" in page
    assert "My own" not in read(cast, page="/")
    assert "My own" not in read(cast, name="owner")
    kept = SavedFilter.objects.get()
    assert cast.client("owner").post(f"/portfolio/keep/{kept.pk}/").status_code == 404
    editor.post(f"/portfolio/keep/{kept.pk}/")
    assert not SavedFilter.objects.exists()
    editor.post("/put-back/")
    assert SavedFilter.objects.get().name == kept.name
    editor.post(f"/portfolio/keep/{kept.pk}/")
    editor.post("/portfolio/keep/", sent)
    answer = editor.post("/put-back/", follow=True)
    assert "something else stands in its place" in answer.content.decode()
    assert SavedFilter.objects.count() == 1


def test_every_row_is_taken_along_and_no_text_is_a_formula(cast, keep):
    keep(Design(title="=1+1", countries=("NP",)))
    fill(cast.organisation, ON_A_PAGE + 1)
    editor = cast.client("editor")
    text = editor.get("/portfolio/documents.csv?kind=design&sort=title").content.decode()
    assert len(text.splitlines()) == ON_A_PAGE + 3
    assert "'=1+1,Design,Safe Paths,Nepal" in text
    book = openpyxl.load_workbook(
        io.BytesIO(editor.get("/portfolio/documents.xlsx?q=1%2B1").content)
    )
    (head, row) = book.active.iter_rows(values_only=True)
    assert (row[0], row[head.index("Country")]) == ("=1+1", "Nepal")
    assert isinstance(row[head.index("To put right")], int)
    assert (
        "Safe Paths" not in cast.client("outsider").get("/portfolio/documents.csv").content.decode()
    )


def test_the_start_page_says_what_needs_whom(cast, keep):
    soon, later = (timezone.localdate() + timedelta(days=days) for days in (5, 90))
    steps = (
        NextStep(id="a", step="Ask the inspectors", owner="Reader Person", due=soon),
        NextStep(id="b", step="Call the ministry", owner="Somebody", due=soon),
        NextStep(id="c", step="Look again", owner="Reader Person", due=later),
        NextStep(id="d", step="Was done", owner="Reader Person", due=soon, done=True),
    )
    record = keep(Design(title="Busy", next_steps=steps))
    discussion.begin(record, by=cast.owner, address="", text="@Reader Person, is this so?")
    submitting.submit(record, by=cast.editor, name="First draft")
    pages = {name: read(cast, name=name, page="/") for name in ("owner", "editor", "reader")}
    needs = {
        name: page.partition('id="recent"')[0].partition('id="portfolio"')[0]
        for name, page in pages.items()
    }
    assert "is this so?" in needs["reader"]
    assert "Ask the inspectors" in needs["reader"]
    assert "Call the ministry" not in needs["reader"]
    assert "Call the ministry" in needs["editor"]  # who owns it
    assert "First draft" in needs["owner"]
    assert "First draft" not in needs["reader"]
    assert not any("Look again" in page or "Was done" in page for page in needs.values())
    assert "Where you were" in pages["editor"]
    outside = read(cast, name="outsider", page="/")
    assert "Nothing waits for you" in outside
    assert "Busy" not in outside


def test_a_document_from_before_there_were_entries_is_listed_all_the_same(cast, record):
    PortfolioEntry.objects.all().delete()
    assert "being counted" in read(cast)
    assert record.label in read(cast, page="/")
    assert store.document_of(record).title == record.title
