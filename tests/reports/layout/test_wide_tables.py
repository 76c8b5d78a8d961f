"""Tables with more columns than a page has room for, on paper and in workbooks."""

from __future__ import annotations

import io
from decimal import Decimal

import docx
import openpyxl
import pypdf
import pytest
from docx.enum.section import WD_ORIENT

from trueline.reports.layout.blocks import Cell, Document, Heading, Points, Prose, Section, Table
from trueline.reports.layout.pdf import pdf_file
from trueline.reports.layout.rows_workbook import Rows, rows_workbook
from trueline.reports.layout.wide_tables import ROOM, fitted
from trueline.reports.layout.word_file import word_file


def grid(columns: int, *, keys: int = 1) -> Table:
    """A table whose cells say where they stand."""
    head = tuple(f"Head {column}" for column in range(columns))
    rows = tuple(tuple(f"r{row}c{column}" for column in range(columns)) for row in range(3))
    return Table(head, rows, (1.0,) * columns, keys=keys)


def document(*blocks) -> Document:
    return Document("Title", "Title", "Kind", (Section("Part", blocks),), contents=False)


@pytest.mark.parametrize(("columns", "keys"), [(7, 1), (8, 1), (20, 1), (20, 2), (31, 2)])
def test_every_cell_stands_once_and_what_names_a_row_in_each_part(columns, keys):
    (section,) = fitted(document(grid(columns, keys=keys))).sections
    assert section.sheet == ("upright" if columns <= ROOM["upright"] else "turned")
    assert all(len(part.shares) <= ROOM[section.sheet] for part in section.blocks)
    names = [f"Head {number}" for number in range(keys)]
    assert all([*part.head[:keys]] == names for part in section.blocks)
    assert [name for part in section.blocks for name in part.head[keys:]] == [
        f"Head {number}" for number in range(keys, columns)
    ]
    for row in range(3):
        cells = [cell for part in section.blocks for cell in part.rows[row][keys:]]
        assert cells == [f"r{row}c{column}" for column in range(keys, columns)]


@pytest.mark.parametrize(("columns", "keys"), [(11, 11), (14, 14), (13, 11), (20, 14)])
def test_columns_that_name_rows_and_fill_a_sheet_stand_in_each_part(columns, keys):
    (section,) = fitted(document(grid(columns, keys=keys))).sections
    assert {part.head[:keys] for part in section.blocks} == {grid(columns).head[:keys]}
    others = [name for part in section.blocks for name in part.head[keys:]]
    assert others == [*grid(columns).head[keys:]]


def test_a_form_whose_cells_reach_over_columns_is_turned_and_kept():
    form = Table(("",) * 14, ((Cell("all", columns=14), *(None,) * 13),), (1.0,) * 14)
    (section,) = fitted(document(form)).sections
    assert (section.sheet, section.blocks) == ("turned", (form,))


@pytest.mark.slow
def test_twenty_columns_are_read_whole_on_paper():
    made = document(grid(20))
    pages = pypdf.PdfReader(io.BytesIO(pdf_file(made))).pages
    assert all(page.mediabox.width > page.mediabox.height for page in pages)
    words = " ".join(page.extract_text() for page in pages).split()
    assert all(words.count(f"r2c{column}") == 1 for column in range(1, 20))
    file = docx.Document(io.BytesIO(word_file(made)))
    assert file.sections[-1].orientation == WD_ORIENT.LANDSCAPE
    assert [len(table.columns) for table in file.tables] == [10, 11]


@pytest.mark.slow
def test_a_place_of_the_source_keeps_to_its_line_and_an_address_breaks_at_its_signs():
    address = "https://treaties.example/oresia/volume-twelve/agreement-of-2012"
    fill = "The country is party to the convention on transnational organised crime."
    made = document(Heading(fill, 2, "5 E1.1"), Prose(f"{'Collection of treaties, ' * 4}{address}"))
    text = pypdf.PdfReader(io.BytesIO(pdf_file(made))).pages[0].extract_text()
    lines = [line.replace("\u200b", "").replace("\xa0", " ").strip() for line in text.split("\n")]
    (marked,) = [line for line in lines if "E1.1" in line]
    assert "crime." in marked
    assert "5 E1.1" in marked
    broken = [line for line in lines if "treaties.example" in line or "https" in line]
    assert any("https://treaties." in line for line in broken)


@pytest.mark.slow
def test_no_heading_is_left_behind_at_the_end_of_a_page():
    for lines in range(30, 35):
        made = document(
            Prose("\n".join(f"Line {number}" for number in range(lines))),
            Heading("Left behind?", 2, "5 E6.1"),
            Points(("What it heads.",)),
        )
        for page in pypdf.PdfReader(io.BytesIO(pdf_file(made))).pages:
            text = page.extract_text()
            assert ("Left behind?" in text) == ("What it heads." in text), lines


def test_a_workbook_keeps_sums_as_numbers_and_names_rows_on_every_sheet_of_paper():
    rows = [["Ministry", "of Labour", Decimal("2550000"), Decimal("0.5"), "no"]]
    many = [f"Year {number}" for number in range(20)]
    book = rows_workbook(
        Rows("Costs", ["Who", "pays", "Sum", "Part", "Gap"], rows, ["A note."], keys=2),
        Rows("Years", ["Who", *many], [["Ministry", *("1" for _ in many)]]),
    )
    costs, years = openpyxl.load_workbook(io.BytesIO(book)).worksheets
    assert [cell.value for cell in costs[2]] == ["Ministry", "of Labour", 2550000, 0.5, "no"]
    assert costs.freeze_panes == "C2"
    assert costs.print_title_rows == "$1:$1"
    assert costs.print_title_cols == "$A:$B"
    assert [sheet.page_setup.orientation for sheet in (costs, years)] == ["landscape"] * 2
    assert costs.page_setup.fitToWidth in (1, None)
    assert years.page_setup.fitToWidth == 3
    assert costs.row_dimensions[1].height > 0
