"""Periods, however they are written."""

from datetime import date

import pytest

from trueline.measures.periods import Period, period


@pytest.mark.parametrize(
    ("texts", "label", "start", "end"),
    [
        (["2026"], "2026", date(2026, 1, 1), date(2026, 12, 31)),
        (
            ["2026-Q1", "Q1 2026", "2026 Q1", "2026q1", "T1 2026"],
            "2026-Q1",
            date(2026, 1, 1),
            date(2026, 3, 31),
        ),
        (["2026-Q4", "Q4/2026"], "2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        (["2026-H2", "S2 2026"], "2026-H2", date(2026, 7, 1), date(2026, 12, 31)),
        (["2028-02", "2028/2"], "2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        (["2026-07-15"], "2026-07-15", date(2026, 7, 15), date(2026, 7, 15)),
    ],
)
def test_one_label_for_every_spelling(texts, label, start, end):
    assert {period(text) for text in texts} == {Period(end, start, label)}


@pytest.mark.parametrize(
    "text", ["", "Q5 2026", "H3 2026", "2026-13", "2026-02-30", "26", "first quarter", "0001"]
)
def test_what_is_no_period(text):
    assert period(text) is None


def test_periods_sort_by_their_last_day():
    labels = ["2026", "2026-Q4", "2026-Q1", "2026-03", "2025-12-31"]
    in_order = sorted(each for label in labels if (each := period(label)))
    assert [each.label for each in in_order] == [
        "2025-12-31",
        "2026-Q1",
        "2026-03",
        "2026",
        "2026-Q4",
    ]
