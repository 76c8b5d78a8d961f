"""Logframes that donors ask for and people write, held in ../shared/data: each comes in whole."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from trueline.exchange.logframe import begin, read_logframe, undated
from trueline.files import FileProblems

FORMS = Path(__file__).resolve().parents[3] / "shared" / "data" / "logframes"
pytestmark = pytest.mark.skipif(not FORMS.is_dir(), reason="../shared/data is not here")

EXPECTED = {
    "blank-rows.xlsx": ("classic", "1 outcome, 1 output", 2, 1, 0),
    "chinese.xlsx": ("classic", "1 outcome", 1, 0, 0),
    "code-column.xlsx": ("classic", "2 outcome, 2 output", 4, 2, 0),
    "eu-logframe-filled.docx": ("eu", "1 impact, 1 outcome, 1 output, 2 activity", 4, 4, 1),
    "fcdo-logframe-filled.xlsx": ("fcdo", "1 impact, 1 outcome, 1 output", 4, 2, 0),
    "german.xlsx": ("giz", "1 outcome, 1 output", 2, 1, 0),
    "headings-row19.xlsx": ("classic", "1 outcome", 1, 0, 18),
    "iom-results-matrix.docx": ("iom", "1 impact, 1 outcome, 2 output, 4 activity", 4, 7, 0),
    "means-blank.xlsx": ("classic", "1 outcome", 3, 0, 0),
    "means-shift.xlsx": ("classic", "1 outcome", 2, 0, 0),
    "merged.ods": ("classic", "1 outcome, 1 output", 4, 1, 0),
    "merged.xlsx": ("classic", "1 outcome, 1 output", 4, 1, 0),
    "nbsp.xlsx": ("classic", "1 outcome", 1, 0, 0),
    "portuguese.xlsx": ("classic", "1 outcome, 1 output", 2, 1, 0),
    "prm-table-filled.docx": ("prm", "1 impact, 1 outcome, 1 output", 3, 2, 0),
    "russian.xlsx": ("classic", "1 outcome", 1, 0, 0),
    "table-per-outcome.docx": ("classic", "2 outcome, 2 output", 4, 2, 0),
    "tracked.docx": ("classic", "1 outcome", 1, 0, 0),
    "two-heading-rows.xlsx": ("", "1 outcome, 1 output", 2, 1, 0),
    "usaid-pmp.docx": ("usaid-pmp", "1 impact, 2 outcome", 2, 2, 0),
    "word-auto-numbers.docx": ("classic", "2 outcome, 2 output", 4, 0, 0),
    "wrapped-line.xlsx": ("classic", "1 outcome", 1, 0, 0),
}


def taken(name: str, **chosen):
    table = read_logframe((FORMS / name).read_bytes(), name)
    return table, begin(table, **chosen)


def test_every_form_is_expected():
    assert {path.name for path in FORMS.iterdir()} == {*EXPECTED, "sparse.xlsx"}


@pytest.mark.parametrize("name", EXPECTED)
def test_levels_indicators_links_and_what_found_no_place(name):
    layout, levels, indicators, links, unplaced = EXPECTED[name]
    table, begun = taken(name)
    counted = Counter(row.level for row in table.rows)
    assert ", ".join(f"{count} {level}" for level, count in counted.items()) == levels
    assert table.layout == layout
    assert (len(begun.design.indicators), len(begun.design.links)) == (indicators, links)
    assert len(begun.unplaced) == unplaced


def indicator(begun, words):
    return next(one for one in begun.design.indicators if words in one.statement)


def test_values_years_and_women_counted_apart():
    _, begun = taken("eu-logframe-filled.docx")
    passed = indicator(begun, "case test")
    assert (passed.baseline.value, passed.baseline.measured) == (0, date(2026, 1, 1))
    (target,) = passed.targets
    assert (target.value, target.due) == (120, date(2027, 12, 31))
    assert target.text == "of whom 40 women"
    assert passed.disaggregation == ("sex",)
    share = indicator(begun, "papers")
    assert (share.unit, share.baseline.value, share.methods) == ("per cent", 64, ("Crew survey",))
    accepted = indicator(begun, "accepted")
    assert (accepted.baseline.value, accepted.methods) == (20, ("Hotline log",))


def test_activities_lead_to_the_output_that_their_cell_names():
    _, begun = taken("iom-results-matrix.docx")
    design = begun.design
    said = {a.id: a.title for a in design.activities} | {r.id: r.statement for r in design.results}
    steps = {said[link.cause]: said[link.effect] for link in design.links}
    assert steps["Two drafting workshops"] == "A joint procedure is agreed"
    assert steps["Visits by a mentor"] == "Inspectors can tell debt bondage from late pay"


def test_means_stay_with_their_indicator():
    _, begun = taken("means-shift.xlsx")
    methods = {one.statement: one.methods for one in begun.design.indicators}
    assert methods == {
        "Cases referred": ("Register", "Hotline log"),
        "Days from referral to help": (),
    }


def test_targets_without_a_day_are_comments_until_somebody_gives_one():
    table, begun = taken("fcdo-logframe-filled.xlsx")
    assert undated(table) == ("Milestone 1", "Milestone 2", "Target")
    assert ("indicators[share-of-crew-whose]", "Target: 40%") in begun.comments
    _, begun = taken("fcdo-logframe-filled.xlsx", due={"Target": date(2029, 3, 31)})
    (target,) = begun.design.indicators[0].targets
    assert (target.value, target.due) == (Decimal(40), date(2029, 3, 31))
    assert begun.design.title == "Safe crews at two ports"


def test_a_workbook_without_a_logframe_says_so():
    with pytest.raises(FileProblems, match="No logframe"):
        taken("sparse.xlsx")
