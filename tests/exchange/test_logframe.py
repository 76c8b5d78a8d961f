"""Logframes as organisations write them, in Excel and in Word."""

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

from trueline.design import load_design
from trueline.exchange.logframe import design_from, read_logframe
from trueline.files import FileProblems
from trueline.reports import PRODUCTS, Order
from trueline.toolkit import load_toolkit

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))

HEAD = ["", "Objectives", "Indicators (OVI)", "Means of verification", "Assumptions and risks"]
USUAL = [
    ["Safe work for domestic workers"],
    HEAD,
    ["Goal", "Fewer women are exploited", "Survey of returnees", "Panel study", ""],
    ["Purpose", "Inspectors act on what they see", "Share of visits acted on\nReferrals made",
     "Visit records\nReferral log", "Police take up cases"],
    ["Output 1", "1. Inspectors are trained", "• 60 inspectors\n• 80% pass", "Test results",
     "Inspectors stay in post"],
    ["Output 2", "2. A referral path is agreed", "Signed protocol", "Protocol", ""],
    ["Activities", "1.1 Train inspectors\n1.2 Mentor them\n2.1 Draft the protocol", "12 days",
     "EUR 40,000", "Rooms are free"],
]  # fmt: skip


def saved(file) -> bytes:
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def workbook(rows, *, above=0, title="Logframe") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for _ in range(above):
        sheet.append([])
    for row in rows:
        sheet.append(row)
    return saved(book)


def document(rows) -> bytes:
    made = docx.Document()
    table = made.add_table(len(rows), max(map(len, rows)))
    for number, row in enumerate(rows):
        for place, text in enumerate(row):
            table.cell(number, place).text = text
    return saved(made)


@pytest.fixture(params=["xlsx", "docx"])
def usual(request):
    make = workbook if request.param == "xlsx" else document
    return read_logframe(make(USUAL), f"frame.{request.param}")


def test_rows_have_their_levels_and_columns(usual):
    levels = [row.level for row in usual.rows]
    assert levels == ["impact", "outcome", "output", "output", "activity", "activity", "activity"]
    assert usual.rows[1].indicators == ("Share of visits acted on", "Referrals made")
    assert usual.rows[2].objective == "Inspectors are trained"
    assert usual.rows[2].indicators == ("60 inspectors", "80% pass")
    assert usual.title == "Safe work for domestic workers"
    assert usual.doubts == ()


@pytest.mark.parametrize(
    ("above", "title"),
    [("LOGICAL FRAMEWORK", ""), ("Cadre logique", ""), ("Safe work", "Safe work")],
)
def test_what_a_table_is_called_is_no_title(above, title):
    read = read_logframe(workbook([[above], *USUAL[1:]]), "frame.xlsx")
    assert read.title == title


def test_the_layout_becomes_links_with_assumptions(usual):
    design = design_from(usual)
    names = {a.id: a.title for a in design.activities} | {r.id: r.statement for r in design.results}
    links = {(names[link.cause], names[link.effect]): link for link in design.links}
    assert set(links) == {
        ("Train inspectors", "Inspectors are trained"),
        ("Mentor them", "Inspectors are trained"),
        ("Draft the protocol", "A referral path is agreed"),
        ("Inspectors are trained", "Inspectors act on what they see"),
        ("A referral path is agreed", "Inspectors act on what they see"),
        ("Inspectors act on what they see", "Fewer women are exploited"),
    }
    step = links["Inspectors are trained", "Inspectors act on what they see"]
    assert [a.statement for a in step.assumptions] == ["Inspectors stay in post"]


def test_indicators_keep_their_means_and_activities_costs_are_no_indicators(usual):
    design = design_from(usual)
    found = {i.statement: i.methods for i in design.indicators}
    assert found["Referrals made"] == ("Referral log",)
    assert found["80% pass"] == ("Test results",)
    assert "12 days" not in found


@pytest.mark.parametrize(
    ("first", "level"),
    [("Overall objective", "impact"), ("Specific objective", "outcome"), ("RESULTS", "output"),
     ("Objectif spécifique :", "outcome"), ("Résultats attendus", "output"), ("Fin", "impact"),
     ("Activités", "activity")],
)  # fmt: skip
def test_levels_go_by_many_names(first, level):
    table = read_logframe(workbook([HEAD, [first, "Something", "x", "y", "z"]]), "a.xlsx")
    assert [row.level for row in table.rows] == [level]


def test_a_level_may_stand_in_the_cell_or_in_a_row_of_its_own():
    rows = [
        ["Narrative summary", "OVIs", "MoV", "Assumptions"],
        ["Goal: Fewer people are trafficked", "a", "b", "c"],
        ["Outputs"],
        ["Training is done", "d", "e", "f"],
        ["", "more", "", ""],
    ]
    table = read_logframe(workbook(rows, above=4), "a.xlsx")
    assert [(r.level, r.objective) for r in table.rows] == [
        ("impact", "Fewer people are trafficked"),
        ("output", "Training is done"),
    ]
    assert table.rows[1].indicators == ("d", "more")


def test_a_row_of_no_level_is_doubted_and_says_where_it_stands():
    table = read_logframe(workbook([HEAD, ["", "Something", "x"]]), "a.xlsx")
    assert table.doubts == (
        "Sheet Logframe, row 2: no level is named, so it was taken for an output.",
    )


def test_two_of_the_level_above_and_no_number_leave_the_link_to_people():
    rows = [HEAD, ["Purpose", "One", "x"], ["Purpose", "Two", "x"], ["Output", "Three", "x"]]
    assert design_from(read_logframe(workbook(rows), "a.xlsx")).links == ()


@pytest.mark.parametrize(
    ("said", "number", "objective"),
    [
        ("1. Inspectors are trained", "1", "Inspectors are trained"),
        ("1.2 Inspectors are trained", "1.2", "Inspectors are trained"),
        ("Output 1.2: Inspectors are trained", "1.2", "Inspectors are trained"),
        ("R2. Inspecteurs formés", "2", "Inspecteurs formés"),
        ("Op 1.1 Inspectors are trained", "1.1", "Inspectors are trained"),
        ("60 inspectors are trained", "", "60 inspectors are trained"),
        ("1.5 million travellers are reached", "", "1.5 million travellers are reached"),
    ],
)
def test_a_number_is_the_rows_own_unless_it_counts_something(said, number, objective):
    row = read_logframe(workbook([HEAD, ["Output", said, "x"]]), "a.xlsx").rows[0]
    assert (row.number, row.objective) == (number, objective)


def test_cells_say_what_excel_shows():
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (HEAD, ["Goal", "Fewer", 0.85, date(2026, 3, 1), True], ["", "", 0.1 + 0.2]):
        sheet.append(row)
    sheet["C2"].number_format = "0%"
    row = read_logframe(saved(book), "a.xlsx").rows[0]
    assert (row.indicators, row.means, row.assumptions) == (
        ("85%", "0.3"), ("1 March 2026",), ("Yes",),
    )  # fmt: skip


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


def test_headings_that_are_repeated_are_no_row():
    rows = [HEAD, ["Goal", "One", "a"], [], HEAD, ["Output", "Two", "b"]]
    found = read_logframe(workbook(rows), "a.xlsx").rows
    assert [(row.objective, row.indicators) for row in found] == [("One", ("a",)), ("Two", ("b",))]


ARABIC = [
    ["", "الأهداف", "المؤشرات", "وسائل التحقق", "الافتراضات"],
    ["الهدف العام", "تقليل الاتجار", "معدل", "مسح", "سلام"],
    ["النتائج", "الشرطة تتحرك", "قضايا", "سجلات", ""],
    ["المخرجات", "١. تدريب", "٦٠ مفتش", "قوائم", ""],
]


@pytest.mark.parametrize("rows", [ARABIC, [row[::-1] for row in ARABIC]], ids=["usual", "mirrored"])
def test_arabic_in_either_order_of_columns(rows):
    table = read_logframe(workbook(rows), "a.xlsx")
    assert [row.level for row in table.rows] == ["impact", "outcome", "output"]
    assert table.rows[2].objective == "تدريب"
    assert table.rows[2].indicators == ("٦٠ مفتش",)
    assert table.doubts == ()


def test_levels_with_explanations_in_brackets():
    rows = [
        ["", "Results chain", "Indicator", "Source and mean of verification", "Assumptions"],
        ["Impact (Overall objective)", "Fewer are trafficked", "a", "b", ""],
        ["Outcome (s) (Specific objective(s))", "Police act", "c", "d", "e"],
    ]
    table = read_logframe(workbook(rows), "a.xlsx")
    assert [row.level for row in table.rows] == ["impact", "outcome"]


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
    assert table.rows[0].indicators == ("a", "d")


def test_what_a_row_repeats_and_what_numbers_its_lists():
    rows = [
        HEAD,
        ["Outcome", "Police act", "Outcome 1.1  Cases opened", "Files", "1. Police stay"],
        ["Outcome", "Police act", "Indicator 1.2: Cases won", "Files", "n/a"],
        ["Output", "60 are trained", "60 officers", "Survey 2027", "-"],
    ]
    police, trained = read_logframe(workbook(rows), "a.xlsx").rows
    assert police.indicators == ("Cases opened", "Cases won")
    assert police.assumptions == ("Police stay",)
    assert (trained.indicators, trained.means) == (("60 officers",), ("Survey 2027",))
    assert trained.assumptions == ()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["logframe.xlsx", "logframe.docx"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_our_own_logframe_comes_back(path, name):
    design = load_design(path).design
    made = PRODUCTS[name].make(Order(design, load_toolkit()))
    back = design_from(read_logframe(made, name))
    assert {a.title for a in back.activities} == {a.title for a in design.activities}
    assert {r.statement for r in back.results} == {r.statement for r in design.results}
    placed = [indicator for indicator in design.indicators if indicator.result]
    assert len(back.indicators) == len(placed)


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
