"""Logframes as organisations write them, in Excel and in Word."""

from __future__ import annotations

import pytest

from tests.exchange.logframes import HEAD, USUAL, document, statements, workbook
from trueline.exchange.logframe import design_from, read_logframe


@pytest.fixture(params=["xlsx", "docx"])
def usual(request):
    make = workbook if request.param == "xlsx" else document
    return read_logframe(make(USUAL), f"frame.{request.param}")


def test_rows_have_their_levels_and_columns(usual):
    levels = [row.level for row in usual.rows]
    assert levels == ["impact", "outcome", "output", "output", "activity", "activity", "activity"]
    assert statements(usual.rows[1]) == ("Share of visits acted on", "Referrals made")
    assert usual.rows[2].objective == "Inspectors are trained"
    assert statements(usual.rows[2]) == ("60 inspectors", "80% pass")
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
    [
        ("Overall objective", "impact"),
        ("Specific objective", "outcome"),
        ("RESULTS", "output"),
        ("Objectif spécifique :", "outcome"),
        ("Résultats attendus", "output"),
        ("Fin", "impact"),
        ("Activités", "activity"),
    ],
)
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
    assert statements(table.rows[1]) == ("d", "more")


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


def test_headings_that_are_repeated_are_no_row():
    rows = [HEAD, ["Goal", "One", "a"], [], HEAD, ["Output", "Two", "b"]]
    found = read_logframe(workbook(rows), "a.xlsx").rows
    assert [(row.objective, statements(row)) for row in found] == [("One", ("a",)), ("Two", ("b",))]


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
    assert statements(table.rows[2]) == ("٦٠ مفتش",)
    assert table.doubts == ()


def test_levels_with_explanations_in_brackets():
    rows = [
        ["", "Results chain", "Indicator", "Source and mean of verification", "Assumptions"],
        ["Impact (Overall objective)", "Fewer are trafficked", "a", "b", ""],
        ["Outcome (s) (Specific objective(s))", "Police act", "c", "d", "e"],
    ]
    table = read_logframe(workbook(rows), "a.xlsx")
    assert [row.level for row in table.rows] == ["impact", "outcome"]


def test_what_a_row_repeats_and_what_numbers_its_lists():
    rows = [
        HEAD,
        ["Outcome", "Police act", "Outcome 1.1  Cases opened", "Files", "1. Police stay"],
        ["Outcome", "Police act", "Indicator 1.2: Cases won", "Files", "n/a"],
        ["Output", "60 are trained", "60 officers", "Survey 2027", "-"],
    ]
    police, trained = read_logframe(workbook(rows), "a.xlsx").rows
    assert statements(police) == ("Cases opened", "Cases won")
    assert police.assumptions == ["Police stay"]
    assert statements(trained) == ("60 officers",)
    assert trained.indicators[0].methods == ["Survey 2027"]
    assert trained.assumptions == []
