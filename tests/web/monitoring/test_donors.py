"""Donors' layouts and forms with the figures of some periods: what is missing is empty, few are held back."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import docx
import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web.monitoring.test_exporting import report  # noqa: F401 - a fixture
from trueline.web.audit.models import Event
from trueline.web.monitoring.models import ReportingPeriod


def table(content: bytes, *, formulas: bool = False) -> Iterator[dict[str, Any]]:
    """The rows under the headings of the first sheet, by these."""
    sheet = openpyxl.load_workbook(io.BytesIO(content), data_only=not formulas).worksheets[0]
    heads: list[str] = []
    for row in sheet.iter_rows(values_only=True):
        if "Indicator" in row:
            heads = [str(head).replace("\n", " ") for head in row if head]
        elif heads and any(row):
            yield dict(zip(heads, row, strict=False))


def row_of(content: bytes, indicator: str, **more: Any) -> dict[str, Any]:
    found, name = [], ""
    for row in table(content, **more):
        name = row["Indicator"] or name
        if indicator in name:
            found.append(row)
    return found[0] if len(found) == 1 else {"rows": found}


def test_the_eu_matrix_has_current_values_with_their_days(accepted, report):  # noqa: F811
    accepted("acted", "2026-Q1", numerator="15", denominator="50")
    accepted("trained", "2026-Q1", value="90", female__value="50", male__value="40")
    content = report("eu.xlsx", "2026-01-01", "2026-Q1")
    current = "Current value (reference year)"
    assert row_of(content, "Share of signs")[current] == "30 % (15 of 50) (31 March 2026)"
    assert row_of(content, "Inspectors")[current] == (
        "90 people (31 March 2026)\nFemale: 50\nMale: 40"
    )
    assert row_of(content, "Fee paid")[current] is None  # nothing came in: no 0


def test_usaid_has_the_deviation_as_a_formula_with_its_value_and_why(accepted, report):  # noqa: F811
    accepted("acted", "2026-Q1", numerator="15", denominator="50", note="Floods in March")
    accepted("trained", "2026-Q4", value="150")
    content = report("usaid.xlsx", "2026-01-01", "2026-Q4")
    acted = row_of(content, "Share of signs")["rows"]
    assert (acted[0]["Period"], acted[0]["Actual"], acted[0]["Deviation"]) == ("2026-Q1", 30, None)
    assert acted[0]["Deviation narrative"] == "Floods in March"
    trained = row_of(content, "Inspectors")["rows"]
    last, life = trained[3], trained[4]
    assert (last["Target"], last["Actual"], last["Deviation"]) == (200, 150, -0.25)
    assert "To be explained" in last["Deviation narrative"]
    assert (life["Target"], life["Actual"], life["Per cent of target"]) == (200, 150, 0.75)
    written = row_of(content, "Inspectors", formulas=True)["rows"][3]
    assert written["Deviation"].startswith("=IF(AND(ISNUMBER(E")
    empty = trained[1]
    assert (empty["Actual"], empty["Deviation"]) == (None, None)


def test_iom_has_progress_of_these_periods_and_so_far(accepted, report):  # noqa: F811
    accepted("trained", "2026-Q1", value="40")
    accepted("trained", "2026-Q2", value="60")
    row = row_of(report("iom.xlsx", "2026-Q2", "2026-Q2"), "Inspectors")
    assert (row["Progress in this period"], row["Cumulative progress"]) == (60, 100)
    assert (row["Baseline"], row["Target"], row["Per cent of the way"]) == (0, 200, 0.5)


@pytest.mark.parametrize("name", ["eu", "usaid", "iom"])
def test_few_people_are_held_back_with_all_that_would_tell_them(accepted, report, name):  # noqa: F811
    accepted("trained", "2026-Q1", value="7", female__value="4", male__value="3")
    accepted("trained", "2026-Q2", value="61", female__value="31", male__value="30")
    said = [
        str(cell)
        for row in table(report(f"{name}.xlsx", "2026-01-01", "2026-Q2"))
        for cell in row.values()
        if cell is not None and "2026" not in str(cell)
    ]
    assert not {"7", "4", "3", "35", "33"}.intersection(said)
    assert not {"61", "68"} <= set(said)  # one of them less the other would be the few
    word = report(f"{name}.docx", "2026-01-01", "2026-Q2")
    cells = [
        c.text for t in docx.Document(io.BytesIO(word)).tables for r in t.rows for c in r.cells
    ]
    assert any("Held back" in cell or "<11" in cell for cell in cells)
    assert not {"61", "68"} <= set(cells)


def form(*texts: str, row: tuple[str, ...] = ()) -> SimpleUploadedFile:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    if row:
        for cell, text in zip(document.add_table(1, len(row)).rows[0].cells, row, strict=True):
            cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    return SimpleUploadedFile("donor form.docx", stream.getvalue())


def test_a_donors_own_form_comes_back_filled_and_is_not_kept(accepted, page):
    accepted("acted", "2026-Q1", numerator="15", denominator="50", note="Floods in March")
    own = form(
        "{{ title }}, {{ period_end }}: {{ happened }}",
        row=("{{ indicator.statement }}", "{{ indicator.actual }}", "{{ indicator.why }}"),
    )
    quarter = str(ReportingPeriod.objects.get(label="2026-Q1").pk)
    answer = page("reader", "fill-form", data={"file": own, "last": quarter})
    assert "donor form.docx" in answer["Content-Disposition"]
    filled = docx.Document(io.BytesIO(answer.content))
    assert filled.paragraphs[0].text.startswith("Safe work, 31 March 2026")
    rows = [[cell.text for cell in row.cells] for row in filled.tables[0].rows]
    assert rows == [
        ["Inspectors trained", "", ""],  # missing is empty
        ["Share of signs acted on", "30 % (15 of 50)", "2026-Q1: Floods in March"],
        ["Fee paid by workers", "", ""],
    ]
    assert Event.objects.filter(action="exported", subject="measurement").count() == 1


def test_what_a_form_asks_that_nobody_knows_is_said(accepted, page):
    accepted("acted", "2026-Q1", numerator="15", denominator="50")
    answer = page("reader", "fill-form", data={"file": form("{{ title }} {{ wishes }}")})
    assert answer.status_code == 422
    assert "wishes" in answer.content.decode()
    assert page("reader", "fill-form", data={}).status_code == 422
    assert page("outsider", "fill-form").status_code == 404
