"""Files that hold logframes: what Excel shows, how Word builds tables, ours, and the hostile."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.exchange.logframes import HEAD, USUAL, document, saved, statements, workbook
from trueline.design import load_design
from trueline.exchange.logframe import design_from, read_logframe
from trueline.files import FileProblems
from trueline.reports import ExportRequest, exports_of
from trueline.toolkit import load_toolkit

EXPORTS = exports_of("design")

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))


def test_cells_say_what_excel_shows():
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (HEAD, ["Goal", "Fewer", 0.85, date(2026, 3, 1), True], ["", "", 0.1 + 0.2]):
        sheet.append(row)
    sheet["C2"].number_format = "0%"
    row = read_logframe(saved(book), "a.xlsx").rows[0]
    assert statements(row) == ("85%", "0.3")
    assert row.indicators[0].methods == ["2026-03-01"]
    assert row.assumptions == ["Yes"]


def test_a_hidden_sheet_is_left_alone_and_a_second_logframe_is_told():
    book = openpyxl.load_workbook(io.BytesIO(workbook([HEAD, ["Goal", "Old draft", "x"]])))
    for title, objective in (("Ours", "Fewer"), ("Theirs", "Others")):
        sheet = book.create_sheet(title)
        sheet.append(HEAD)
        sheet.append(["Goal", objective, "x"])
    book["Logframe"].sheet_state = "hidden"
    book.active = 1
    table = read_logframe(saved(book), "a.xlsx")
    assert [row.objective for row in table.rows] == ["Fewer"]
    assert table.doubts == ("Sheet Theirs: a logframe too, which was not read.",)


def word_with(change) -> bytes:
    """A Word logframe of one output whose table `change` rewrites."""
    made = docx.Document(io.BytesIO(document([HEAD, *OUTPUT])))
    change(made.tables[0])
    return saved(made)


OUTPUT = [["Output", "Training", "a", "b", "c"], ["", "", "d", "e", "f"]]


def in_a_control(table):
    cell = table.cell(1, 1)._tc
    paragraph = cell.p_lst[0]
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
    cell.replace(paragraph, control)
    control[0].append(paragraph)


def without_a_first_cell(table):
    row = table.rows[2]._tr
    row.remove(row.tc_lst[0])
    row.get_or_add_trPr().append(parse_xml(f'<w:gridBefore {nsdecls("w")} w:val="1"/>'))


def within_a_table(table):
    outer = parse_xml(f"<w:tbl {nsdecls('w')}><w:tr><w:tc/></w:tr></w:tbl>")
    table._tbl.addprevious(outer)
    outer[0][0].append(table._tbl)


@pytest.mark.parametrize(
    "change",
    [
        lambda table: table.cell(1, 1).merge(table.cell(2, 1)),
        lambda table: table.cell(0, 0).merge(table.cell(0, 1)),
        in_a_control,
        without_a_first_cell,
        within_a_table,
    ],
)
def test_word_tables_however_they_are_built(change):
    table = read_logframe(word_with(change), "a.docx")
    assert [(row.level, row.objective) for row in table.rows] == [("output", "Training")]
    assert statements(table.rows[0]) == ("a", "d")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["logframe.xlsx", "logframe.docx"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_our_own_logframe_comes_back(path, name):
    design = load_design(path).document
    made = EXPORTS[name].make(ExportRequest(design, load_toolkit()))
    back = design_from(read_logframe(made, name))
    assert {a.title for a in back.activities} == {a.title for a in design.activities}
    assert {r.statement for r in back.results} == {r.statement for r in design.results}
    assert len(back.indicators) == len(design.indicators)


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 70_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "a.xlsx", "empty"),
        (b"x" * 5_000_001, "a.xlsx", "larger than 5 MB"),
        (b"not a workbook", "a.xlsx", "no Excel or Word file"),
        (b"PK\x03\x04rubbish", "a.docx", "no Excel or Word file"),
        (workbook([["only", "this"]]), "a.xlsx", "No logframe"),
        (workbook(USUAL), "a.docx", "can't be opened"),
        (workbook(USUAL), "a.xls", "ends in .xls"),
        (bomb(), "a.xlsx", "far larger"),
    ],
)
def test_what_can_not_be_read_is_refused_in_words(data, name, words):
    with pytest.raises(FileProblems) as caught:
        read_logframe(data, name)
    (problem,) = caught.value.problems
    assert words in problem.message
    assert problem.hint
