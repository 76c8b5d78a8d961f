"""Figures copied from a spreadsheet go where they belong, or nowhere, in a real browser."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from tests.web.browser.test_grid import PASTE
from tests.web.browser.test_monitoring import record as record  # the programme of that journey
from trueline.web.documents.actions import submitting
from trueline.web.monitoring.models import Measurement, ReportingPeriod

SHARE = "Share of inspections with signs of forced labour that led to a referral"


@pytest.fixture
def entry(visit, cast, record):
    submission = submitting.submit(record, by=cast.editor, name="Version")
    submitting.approve(record, submission, by=cast.owner)
    period = ReportingPeriod.objects.get(document=record, end=date(2026, 3, 31))
    page = visit("editor", reverse("monitoring:enter", args=[record.pk, period.pk]))
    page.locator("form[data-pastes]").wait_for()
    return page


def control(indicator: str, part: str) -> str:
    one = Measurement.objects.get(indicator__key=indicator, period__label="2026-Q1")
    return f'[name="m{one.pk}:{part}"]'


def paste(page, indicator: str, part: str, text: str) -> str:
    """Paste into a field. Returns what the page says."""
    page.evaluate(PASTE, [control(indicator, part), text])
    return page.locator("[data-pasted]").inner_text()


def value(page, indicator: str, part: str) -> str:
    return page.locator(control(indicator, part)).input_value()


def test_numbers_alone_go_down_from_where_they_are_pasted(entry):
    said = paste(entry, "trained", ":value", "30\r\n18\r\n12\r\n")
    assert "Rows pasted: 3" in said
    assert [value(entry, "trained", part) for part in (":value", "sex=female:value")] == [
        "30",
        "18",
    ]
    entry.get_by_role("button", name="Save", exact=True).click()
    entry.get_by_text("1 figure saved.").first.wait_for()


def test_words_in_front_say_where_they_go_in_whatever_order(entry):
    block = (
        f"Labour inspectors trained\tMale\t12\t\n\tFemale\t18\t\n\tAll\t30\t\n{SHARE}\tAll\t15\t50"
    )
    said = paste(entry, "trained", ":value", block.replace("\t\n", "\n"))
    assert "Rows pasted: 4" in said
    assert value(entry, "trained", "sex=male:value") == "12"
    assert value(entry, "trained", ":value") == "30"
    assert value(entry, "acted", ":numerator") == "15"
    assert value(entry, "acted", ":denominator") == "50"


@pytest.mark.parametrize(
    ("block", "says"),
    [
        ("Male\t12\nGirls\t18", "row 2 (“Girls 18”) belongs to no line"),
        ("30\t5\n18\t2", "row 1"),
        ("Male\t12\nMale\t13", "two rows belong to the same line"),
    ],
)
def test_what_belongs_nowhere_stops_the_whole_block(entry, block, says):
    assert says in paste(entry, "trained", ":value", block)
    assert value(entry, "trained", ":value") == ""
    assert value(entry, "trained", "sex=male:value") == ""


def test_a_single_number_is_pasted_by_the_browser(entry):
    assert entry.locator("[data-pasted]").is_hidden()
    entry.evaluate(PASTE, [control("trained", ":value"), "30"])
    assert entry.locator("[data-pasted]").is_hidden()
