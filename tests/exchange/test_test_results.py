"""A list of results is added up; what tells of single people is refused, and no row is quoted."""

from __future__ import annotations

from decimal import Decimal

import pytest

from trueline.exchange.test_results import LARGEST, Totals, plain_totals, totals_of, with_mark
from trueline.files import FileProblems
from trueline.measures.paired import Paired, mean_change

HEAD = "code,before,after\n"
SLEEP = "0.7 -1.6 -0.2 -1.2 -0.1 3.4 3.7 0.8 0 2", "1.9 0.8 1.1 0.1 -0.1 4.4 5.5 1.6 4.6 3.4"


def refused(table: str) -> str:
    with pytest.raises(FileProblems) as found:
        totals_of(table.encode(), "results.csv")
    return " ".join(f"Row {each.line}: {each.message} {each.hint}" for each in found.value.problems)


def test_answers_become_four_numbers_and_those_who_lack_one_are_counted_apart():
    table = "Code;Avant;Après\nA1;oui;oui\nA2;non;oui\nA3;non;Oui\nA4;oui;non\nA5;non;\nA6;;oui\n"
    assert totals_of(table.encode(), "results.csv") == Totals(4, 1, 1, Paired(1, 2, 1, 0))


def test_scores_become_sums_and_with_a_mark_four_numbers_as_well():
    table = HEAD + 'A1,40,"70,5"\nA2,60,60\nA3,80,50\nA4,20,\n'
    told = Totals.from_data(plain_totals(with_mark(table.encode(), Decimal(60)), "results.csv"))
    assert told == Totals(
        *(3, 1, 0, Paired(1, 1, 1, 0), Decimal(180), Decimal("180.5"), Decimal("0.5")),
        Decimal("1830.25"),
    )
    assert totals_of(table.encode(), "results.csv").pairs is None


def test_the_change_of_a_mean_agrees_with_students_own_example():
    """Student (1908): hours of sleep gained by ten patients with two drugs; R gives 0.70 to 2.46."""
    rows = zip(*(each.split() for each in SLEEP), strict=True)
    table = HEAD + "".join(f"P{n},{a},{b}\n" for n, (a, b) in enumerate(rows))
    told = totals_of(table.encode(), "results.csv")
    interval = mean_change(told.n, told.changes, told.squares)
    assert (interval.estimate, interval.low, interval.high) == pytest.approx(
        (1.58, 0.7001142, 2.4598858)
    )
    assert mean_change(1, Decimal(3), Decimal(9)) is None


@pytest.mark.parametrize(
    ("table", "says"),
    {
        "a name": ("code,Full name,before,after\nA1,Ana,1,2\n", "Column 2 tells of single"),
        "a surname in French": ("code,Nom de famille,before,after\n", "tells of single people"),
        "a telephone": ("code,Mobile no.,before,after\n", "tells of single people"),
        "a birth date": ("code,Date of birth,before,after\n", "tells of single people"),
        "something else": ("code,village,before,after\n", "Column 2 is none of those"),
        "names for codes": (HEAD + "Ana Ruiz,1,2\nTom Oto,3,4\n", "as if it held names"),
        "numbers for codes": (
            HEAD + "+254 700 123456,5,6\n0712 345 678,3,4\n",
            "telephone numbers",
        ),
        "days for codes": (HEAD + "1991-05-02,3,4\n14/11/1988,5,6\n", "days of birth"),
        "addresses for codes": (HEAD + "a@b.org,3,4\n", "e-mail addresses"),
        "twice": (HEAD + "A1,3,4\nB2,5,6\nA1,7,8\n", "Row 4: It has the same code as row 2."),
        "no code": (HEAD + ",3,4\n", "Row 2: There is no code."),
        "words": (HEAD + "A1,3,good\nA2,x,4\n", "Row 2: “after” is no number."),
        "no column": ("code,before\nA1,3\n", "There is no column “after”."),
        "a row for headings": ("Ana Ruiz,1,2\nTom Oto,3,4\n", "Column 1 is none of those"),
        "nothing": ("", "There is nothing in it."),
        "headings alone": (HEAD, "no rows below"),
        "a quotation mark": (HEAD + 'A1,"3,4\n', "quotation mark"),
        "too large": (HEAD + "A1,1,1\n" * (LARGEST // 7), "larger than 900 kB"),
    }.values(),
)
def test_what_is_refused_is_said_without_a_cell(table, says):
    said = refused(table)
    assert says in said
    for cell in ("Ana", "Oto", "0712", "1991", "a@b", "A1", "good"):
        assert cell not in said
