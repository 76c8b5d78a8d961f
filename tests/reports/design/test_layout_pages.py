"""Donors' layouts as their reader turns the pages: nothing is cut where it need not be."""

import io
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from trueline.design import Design, load_design
from trueline.reports.design.layouts import LAYOUTS
from trueline.reports.design.layouts.word import layout_document
from trueline.reports.design.layouts.workbook import layout_workbook
from trueline.toolkit import load_toolkit

EXAMPLE = Path(__file__).parents[3] / "examples" / "support-moldova-return.yaml"
LETTER = 0.15
"""Centimetres that a letter of the small type of headings takes, about."""

HEADED = {"fcdo": "ndicator", "prm": ": ", "usaid-pirs": "Result measured"}
"""What stands in the first line of each part of a sheet that has several."""


@pytest.fixture(scope="module")
def design() -> Design:
    return load_design(EXAMPLE).document


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_word_of_a_heading_is_broken(design: Design, layout: str) -> None:
    document = docx.Document(io.BytesIO(layout_document(design, load_toolkit(), layout)))
    words = [
        (word, cell.width.cm)
        for table in document.tables
        for cell in table.rows[0].cells
        for word in cell.text.split()
    ]
    assert words
    assert [word for word, width in words if len(word) * LETTER > width] == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_wide_tables_have_most_of_a_sheet_on_its_side(design: Design, layout: str) -> None:
    document = docx.Document(io.BytesIO(layout_document(design, load_toolkit(), layout)))
    section = document.sections[-1]
    room = section.page_width.cm - section.left_margin.cm - section.right_margin.cm
    widths = [sum(column.width.cm for column in table.columns) for table in document.tables]
    assert section.page_width > section.page_height
    assert max(widths) == pytest.approx(room, abs=0.1)
    assert room > 26


def test_a_heading_within_a_table_stays_with_what_it_heads(design: Design) -> None:
    document = docx.Document(io.BytesIO(layout_document(design, load_toolkit(), "fcdo")))
    rows = max((table.rows for table in document.tables), key=len)
    kept = [number for number, row in enumerate(rows) if _stays(row)]
    heads = [
        n
        for n, row in enumerate(rows)
        if row.cells[1].text.startswith(("Impact i", "Outcome i", "Output i"))
    ]
    assert len(heads) > 5
    assert {*heads} <= {*kept}
    assert len(rows) - 1 not in kept
    assert all("Planned" not in [cell.text for cell in rows[n].cells] for n in kept)


def _stays(row: object) -> bool:
    return bool(list(row._tr.iter(qn("w:keepNext"))))  # type: ignore[attr-defined]


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("layout", HEADED)
def test_pages_of_a_workbook_end_between_its_parts(design: Design, layout: str, paper: str) -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(layout_workbook(design, load_toolkit(), layout, paper))
    )
    sheet = book.worksheets[0]
    firsts = [each.id + 1 for each in sheet.row_breaks.brk]
    assert firsts
    for row in firsts:
        line = [str(cell.value) for cell in sheet[row] if cell.value]
        assert any(HEADED[layout] in text for text in line), (row, line)
