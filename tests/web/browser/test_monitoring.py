"""What an M&E officer comes to do with figures, from approval to the report, in a real browser."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.web.browser.looking import fits, in_windows
from trueline.design import Design
from trueline.web.documents.actions import submitting
from trueline.web.monitoring.models import Measurement, ReportingPeriod


@pytest.fixture
def record(keep):
    indicator = {"measure": "count", "direction": "up", "frequency": "quarterly"}
    return keep(
        Design.model_validate(
            {
                "title": "Safe work in the valley",
                "start": date(2026, 1, 1),
                "end": date(2026, 12, 31),
                "indicators": [
                    indicator
                    | {
                        "id": "trained",
                        "statement": "Labour inspectors trained",
                        "definition": "Inspectors who were there on all three days.",
                        "unit": "people",
                        "counts_people": True,
                        "disaggregation": ["sex"],
                        "targets": [{"due": date(2026, 12, 31), "value": 120}],
                    },
                    indicator
                    | {
                        "id": "acted",
                        "statement": "Share of inspections with signs of forced labour that led"
                        " to a referral",
                        "measure": "proportion",
                        "numerator": "Inspections that led to a referral",
                        "denominator": "Inspections with signs of forced labour",
                        "targets": [{"due": date(2026, 12, 31), "value": 60}],
                    },
                ],
            }
        )
    )


@in_windows("phone", "desk")
def test_from_approval_to_the_report(visit, cast, record, options, tmp_path):
    submitting.submit(record, by=cast.editor, name="For the ministry")
    owner = visit("owner", f"/documents/{record.pk}/submissions/", **options)
    owner.get_by_role("button", name=re.compile("^Approve")).click()
    owner.get_by_text("Approved by Owner Person").first.wait_for()
    editor = visit("editor", f"/documents/{record.pk}/monitoring/periods/", **options)
    assert fits(editor)

    editor.get_by_role("link", name="2026-01-01").click()
    inspections = editor.get_by_role("group", name="Share of inspections")
    inspections.get_by_label("All: Inspections that led").fill("5")
    inspections.get_by_label("All: Inspections with signs").fill("50")
    editor.get_by_role("button", name="Save and submit").click()
    editor.get_by_text("1 figure saved. 1 submitted.").first.wait_for()

    editor.goto(f"/documents/{record.pk}/monitoring/periods/")
    editor.get_by_role("link", name="2026-Q2").click()
    editor.get_by_role("link", name="Fill it in elsewhere").click()
    with editor.expect_download() as waiting:
        editor.get_by_role("link", name="Download the template").click()
    filled = tmp_path / "filled.xlsx"
    fill_in(waiting.value.path(), filled)
    editor.get_by_label("Filled in").set_input_files(filled)
    editor.get_by_role("button", name="Show what it says").click()
    editor.get_by_text("50 % (30 of 60)").wait_for()
    assert fits(editor)
    editor.get_by_role("button", name="Take all of it in").click()
    editor.get_by_text("1 figure taken in, as a draft.").first.wait_for()
    assert inspections.get_by_label("All: Inspections that led").input_value() == "30"

    editor.goto(f"/documents/{record.pk}/monitoring/periods/")
    editor.get_by_role("link", name="2026-Q1").click()
    trained = editor.get_by_role("group", name="Labour inspectors trained")
    trained.get_by_label("All: people").fill("100")
    trained.get_by_label("Female: people").fill("40")
    trained.get_by_label("Male: people", exact=True).fill("50")
    inspections.get_by_label("All: Inspections that led").fill("20")
    inspections.get_by_label("All: Inspections with signs").fill("60")
    assert fits(editor)
    editor.get_by_role("button", name="Save and submit").click()
    editor.get_by_text("1 is not submitted").first.wait_for()
    editor.get_by_text("They differ by 10.").first.wait_for()
    trained.get_by_label("All: people").fill("90")
    editor.get_by_role("button", name="Save and submit").click()
    editor.get_by_text("1 figure saved. 1 submitted.").first.wait_for()

    for period in ("2026-01-01", "2026-Q1"):
        key = ReportingPeriod.objects.get(document=record, label=period).pk
        owner.goto(f"/documents/{record.pk}/monitoring/periods/{key}/decide/")
        assert fits(owner)
        for group in owner.locator("fieldset.measured").all():
            returned = "trained" in group.inner_text()
            group.get_by_label("Return" if returned else "Approve", exact=True).check()
            if returned:
                group.get_by_label("Why it is returned").fill("The list of the second course?")
        owner.get_by_role("button", name="Save", exact=True).click()
        owner.get_by_text("Nothing of this period waits for a decision.").first.wait_for()

    editor.reload()
    editor.get_by_text("The list of the second course?").first.wait_for()
    trained.get_by_label("All: people").fill("")
    trained.get_by_label("Female: people").fill("48")
    editor.get_by_role("button", name="Save and submit").click()
    editor.get_by_text("1 figure saved. 1 submitted.").first.wait_for()
    owner.reload()
    owner.get_by_label("Approve", exact=True).check()
    owner.get_by_role("button", name="Save", exact=True).click()
    owner.get_by_text("Nothing of this period waits for a decision.").first.wait_for()

    reader = visit("reader", f"/documents/{record.pk}/monitoring/", **options)
    assert fits(reader)
    figures = reader.locator("article.figure")
    assert "98 people" in figures.nth(0).inner_text()
    assert "33.3 % (20 of 60)" in figures.nth(1).inner_text()
    assert "46.7 % of the way" in figures.nth(1).inner_text()
    reader.get_by_role("link", name="Labour inspectors trained").first.click()
    reader.get_by_text("1 earlier figure").first.click()
    assert "The list of the second course?" in reader.locator("main").inner_text()
    assert fits(reader)
    assert Measurement.objects.filter(state="approved").count() == 3

    reader.goto(f"/documents/{record.pk}/monitoring/")
    reader.get_by_role("link", name="Reports of figures").click()
    assert fits(reader)
    reader.get_by_label("From").select_option(label="2026-Q1")
    with reader.expect_download() as waiting:
        reader.get_by_role("button", name=re.compile("Indicator tracking")).click()
    sheet = openpyxl.load_workbook(io.BytesIO(waiting.value.path().read_bytes()), data_only=True)[
        "Tracking"
    ]
    heads = [str(cell.value).replace("\n", " ") for cell in sheet[3]]
    trained, *_groups = (
        dict(zip(heads, row, strict=True)) for row in sheet.iter_rows(4, values_only=True)
    )
    assert (trained["Actual 2026-Q1"], trained["Actual To date"]) == (98, 98)
    assert trained["Actual 2026-Q2"] is None


def fill_in(template: Path, filled: Path) -> None:
    """What an officer types into the workbook without a connection."""
    book = openpyxl.load_workbook(io.BytesIO(template.read_bytes()))
    sheet = book.worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        cells = dict(zip(heads, row, strict=True))
        if cells["indicator"].value == "acted":
            cells["numerator"].value, cells["denominator"].value = 30, 60
    book.save(filled)
