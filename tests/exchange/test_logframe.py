"""Logframes as organisations write them, in Excel and in Word."""

from __future__ import annotations

import io
import zipfile

import docx
import openpyxl
import pytest

from trueline.exchange.logframe import design_from, read_logframe
from trueline.files import FileProblems

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


def workbook(rows, *, above=0, title="Logframe") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for _ in range(above):
        sheet.append([])
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def document(rows) -> bytes:
    made = docx.Document()
    table = made.add_table(len(rows), max(map(len, rows)))
    for number, row in enumerate(rows):
        for place, text in enumerate(row):
            table.cell(number, place).text = text
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


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
        "sheet Logframe, row 2: no level is named, so it was taken for an output.",
    )


def test_two_of_the_level_above_and_no_number_leave_the_link_to_people():
    rows = [HEAD, ["Purpose", "One", "x"], ["Purpose", "Two", "x"], ["Output", "Three", "x"]]
    assert design_from(read_logframe(workbook(rows), "a.xlsx")).links == ()


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
