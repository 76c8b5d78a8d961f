"""Legal reviews side by side in the browser: over the years, and on one route."""

from __future__ import annotations

import io
import re

import openpyxl
import pytest
from django.urls import reverse

from tests.legal.test_side_by_side import NEW, OLD
from tests.web.legals.test_legals import text_of
from trueline.legal import LegalReview
from trueline.web.documents import selection
from trueline.web.legals.side_by_side import MOST

pytestmark = pytest.mark.either_database


@pytest.fixture
def address(cast):
    return lambda name="side-by-side": reverse(f"legals:{name}", args=[cast.organisation.pk])


def test_one_country_over_the_years_and_two_on_a_route_are_offered(cast, keep, address):
    keep(OLD)
    new = keep(NEW.model_copy(update={"route": ("QA",)}))
    there = keep(LegalReview(title="Qatar", countries=("QA",)))
    reader = cast.client("reader")
    page = reader.get(address())
    assert "Nepal over the years (2 reviews)" in text_of(page)
    assert "Nepal and Qatar, on one route" in text_of(page)
    assert f"of={new.pk}&amp;of={there.pk}" in page.content.decode()
    pair = text_of(reader.get(address(), {"of": [str(new.pk), str(there.pk)]}))
    assert "1 more is not shown" in pair


def test_only_what_differs_is_shown_and_unknown_stays_unknown(cast, keep, address):
    shared = {"item": "domestic-workers-189", "status": "unknown", "as_of": "2020-10-05"}
    treaties = LegalReview.model_validate({"treaties": [shared]}).treaties
    both = [keep(each.model_copy(update={"treaties": treaties})) for each in (OLD, NEW)]
    reader, query = cast.client("reader"), {"of": [str(each.pk) for each in both]}
    assert text_of(reader.get(address(), query)).count("Unknown: neither yes nor no") == 2
    differing = text_of(reader.get(address(), {**query, "differs": "yes"}))
    assert "Unknown:" not in differing
    assert "In law: not provided. In practice: not looked at." in differing
    book = openpyxl.load_workbook(
        io.BytesIO(reader.get(address("side-by-side-xlsx"), query).content)
    )
    told = [str(cell.value) for row in book.active.iter_rows() for cell in row]
    assert sum(text.startswith("Unknown: neither yes nor no") for text in told) == 2


def test_more_than_fit_beside_each_other_follow_on_further_pages(cast, keep, address):
    records = [keep(OLD.model_copy(update={"title": f"Law {n:02}"})) for n in range(MOST + 2)]
    reader = cast.client("reader")

    def heads(query):
        page = reader.get(address(), query)
        found = re.findall(r'<th scope="col" dir="auto">(Law \d+)', page.content.decode())
        return found, text_of(page)

    first, page = heads({})
    second, _page = heads({"page": "2"})
    assert [*first, *second] == [record.title for record in records]
    assert len(first) == MOST
    assert "Page 1 of 2" in page
    assert "not shown" not in page
    chosen = {"of": [str(record.pk) for record in records[1:]]}
    last, page = heads({**chosen, "page": "2"})
    assert last == [records[-1].title]
    assert "1 more is not shown" in page
    few, page = heads({"of": [str(records[3].pk), str(records[5].pk)]})
    assert few == ["Law 03", "Law 05"]
    assert "Page 1" not in page
    book = openpyxl.load_workbook(io.BytesIO(reader.get(address("side-by-side-xlsx")).content))
    assert len([cell for cell in book.active[1] if str(cell.value).startswith("Law")]) == MOST + 2


def test_titles_beyond_the_list_are_counted_and_found_by_their_words(
    cast, keep, address, monkeypatch
):
    monkeypatch.setattr(selection, "LISTED", 2)
    for name in ("Nepal", "Oman", "Qatar"):
        keep(OLD.model_copy(update={"title": f"Law of {name}"}))
    reader = cast.client("reader")
    assert "1 more title is not in this list" in text_of(reader.get(address()))
    page = text_of(reader.get(address(), {"q": "qatar"}))
    assert "Law of Qatar" in page
    assert "not in this list" not in page


def test_no_reviews_at_all_are_said(cast, address):
    assert "no legal review yet" in text_of(cast.client("reader").get(address()))
