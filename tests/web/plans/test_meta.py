"""The plans of an organisation beside each other in the browser."""

from __future__ import annotations

import io

import openpyxl
import pytest
from defusedxml.ElementTree import fromstring
from django.urls import reverse

from tests.plan.test_meta_review import PLANS
from tests.web.plans.test_rounds import text_of

pytestmark = pytest.mark.either_database
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def address(cast):
    return lambda name="meta": reverse(f"plans:{name}", args=[cast.organisation.pk])


def test_eleven_plans_give_the_known_counts_on_the_page_in_the_workbook_and_the_picture(
    cast, keep, address
):
    for plan in PLANS:
        keep(plan)
    reader = cast.client("reader")
    page = text_of(reader.get(address()))
    assert "All plans 4 of 11 5 of 11 4 of 11 0 of 11 0 of 11" in page
    assert "can’t be told" in page
    book = openpyxl.load_workbook(io.BytesIO(reader.get(address("meta-xlsx")).content))
    assert [cell.value for cell in book.active[13]][1:3] == ["4 of 11", "5 of 11"]
    picture = fromstring(reader.get(address("meta-svg")).content)
    assert picture.find(f"{SVG}title").text == "Meta-review of 11 plans"
    assert "Informed by data (9 L4.1): 4 of 11." in picture.find(f"{SVG}desc").text


def test_a_choice_is_kept_in_the_address_and_in_its_files(cast, keep, address):
    records = [keep(plan) for plan in PLANS[:3]]
    chosen = {"of": [str(records[0].pk), "nonsense"]}
    page = cast.client("reader").get(address(), chosen)
    assert "All plans 0 of 1" in text_of(page)
    assert "2 more are not shown" in text_of(page)
    assert f"?of={records[0].pk}" in page.content.decode()


def test_words_that_no_title_holds_and_no_plans_at_all_are_said(cast, keep, address):
    assert "no plan yet" in text_of(cast.client("reader").get(address()))
    keep(PLANS[0])
    assert "No title holds" in text_of(cast.client("reader").get(address(), {"q": "elsewhere"}))
