"""Plans in PDF: ruled tables are read, and what has none says so."""

from __future__ import annotations

import pytest
import typst

from trueline.exchange.plan_table import read_plan
from trueline.exchange.plan_table.broken_words import with_whole_words
from trueline.files import FileProblems
from trueline.office import Cell, Grid, pdf_tables
from trueline.office.pdf_cells import PARTED

LINES = """
= National plan of Oresia
#table(columns: (4cm, 3cm, 3cm, 3cm),
  [Activity], [Responsible], [Deadline], [Budget (EUR)],
  table.cell(colspan: 4)[Objective 1: Fewer workers leave in debt],
  [Inspect all agencies once a year], table.cell(rowspan: 2)[Ministry of Labour], [2027-12-31], [180,000],
  [Train inspectors], [2028-06-30], [],
)
A note below the table.
"""


def made(source: str) -> bytes:
    return typst.compile(source.encode())


def test_a_ruled_table_is_read_with_its_merged_cells_and_sections() -> None:
    read = read_plan(made(LINES), "plan.pdf")
    assert [(each.title, each.lead) for each in read.plan.activities] == [
        ("Inspect all agencies once a year", "Ministry of Labour"),
        ("Train inspectors", "Ministry of Labour"),
    ]
    first, second = read.plan.activities
    assert (first.end.isoformat(), str(first.budget.amount)) == ("2027-12-31", "180000")
    assert second.budget is None
    assert read.plan.title == "National plan of Oresia"
    assert [each.statement for each in read.plan.objectives] == [
        "Objective 1: Fewer workers leave in debt"
    ]
    assert [cell.text for cell in read.unplaced] == ["A note below the table."]


def test_a_table_goes_on_over_pages() -> None:
    rows = "".join(f"[Visit number {n}], [Police], [2027-12-31]," for n in range(80))
    head = "[Activity], [Responsible], [Deadline],"
    read = read_plan(made(f"#table(columns: 3, {head} {rows})"), "plan.pdf")
    assert len(read.plan.activities) == 80


NARROW = """
#set text(font: "DejaVu Sans Mono", size: 9pt)
#table(columns: 5, align: (left, center, left, right, left),
  [Activi / ty], [Respon / sible], [Deadline], [Budget / (EUR)], [Indica / tor],
  [Visit / agenci / es], [Minist / ry], [2027-12-31], [180,00 / 0], [Visits],
  [Street / teams], [Police], [2027-12-31], [20,000], [Childr / en],
)
"""


def test_words_that_narrow_columns_parted_are_whole_again() -> None:
    """As word processors do it: a piece fills its line, with no hyphen."""
    read = read_plan(made(NARROW.replace(" / ", "#linebreak();")), "plan.pdf")
    assert [(each.title, each.lead) for each in read.plan.activities] == [
        ("Visit agencies", "Ministry"),
        ("Street teams", "Police"),
    ]
    columns = ["activity", "lead", "end", "budget", "indicator"]
    assert [holds for _text, holds in read.columns[0][1]] == columns
    assert read.plan.activities[0].budget.amount == 180_000
    assert read.unplaced == ()


@pytest.mark.parametrize(
    ("pieces", "whole"),
    [
        ("Guardia|ns", "Guardians"),
        ("inspect|ed", "inspected"),
        ("complai|nts", "complaints"),
        ("Fewer|workers", "Fewer workers"),
        ("Zambor|qistan", "Zamborqistan"),
        ("victims|qistan", "victims qistan"),
        ("Partner|s", "Partners"),
        ("180,00|0", "180,000"),
        ("180,000|20,000", "180,000 20,000"),
    ],
)
def test_pieces_are_joined_by_the_words_that_are_known(pieces: str, whole: str) -> None:
    grid = Grid("table 1", {1: {0: Cell(pieces.replace("|", PARTED))}}, "table")
    (mended,) = with_whole_words((grid,))
    assert mended.rows[1][0].text == whole


def test_a_hyphen_at_the_end_of_a_line_goes_with_the_line() -> None:
    source = """#set text(hyphenate: true, lang: "en")
    #table(columns: (2.6cm, 3cm), [Activity], [Responsible],
      [Internationalisation of investigations], [Police])"""
    (activity,) = read_plan(made(source), "plan.pdf").plan.activities
    assert activity.title == "Internationalisation of investigations"


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("Only words, in lines.", "No table in it has lines around its cells"),
        ("#table(columns: 2, stroke: none, [Activity], [Responsible], [Visit], [Police])", "lines"),
        ("#rect(width: 4cm, height: 3cm)", "pictures"),
    ],
)
def test_what_has_no_table_that_can_be_read_says_so(source: str, says: str) -> None:
    with pytest.raises(FileProblems, match=says):
        read_plan(made(source), "plan.pdf")


def test_what_is_no_pdf_or_too_long_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FileProblems, match="damaged"):
        read_plan(b"%PDF-1.7 not really", "plan.pdf")
    monkeypatch.setattr(pdf_tables, "PAGES", 1)
    with pytest.raises(FileProblems, match="2 pages"):
        pdf_tables.read_pdf_tables(made("a #pagebreak() b"), "plan.pdf")
