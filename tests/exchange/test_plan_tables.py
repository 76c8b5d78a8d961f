"""Plans as they come: twenty tables read without a loss that is not listed."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tests.exchange.plan_tables import (
    LINES,
    MONEY,
    OBJECTIVES,
    PAYERS,
    STYLES,
    TITLE,
    Activity,
    Style,
    made,
)
from trueline.document import document_to_json
from trueline.exchange.plan_table import PlanRead, read_plan
from trueline.exchange.plan_table.times import days_in
from trueline.exchange.plan_table.words import payer_in
from trueline.files import FileProblems
from trueline.office import Cell, Grid
from trueline.plan import Plan


def read(style: Style) -> PlanRead:
    return read_plan(made(style), f"plan.{style.ending}")


@pytest.fixture(params=STYLES, ids=lambda style: style.name)
def style(request: pytest.FixtureRequest) -> Style:
    return request.param  # type: ignore[no-any-return]


def test_there_are_twenty() -> None:
    assert len({each.name for each in STYLES}) == len(STYLES) == 20


def test_every_line_is_read_into_its_fields(style: Style) -> None:
    plan = read(style).plan
    assert plan.title == (TITLE if style.title else "")
    assert [each.statement for each in plan.objectives] == list(OBJECTIVES[style.language])
    written = [(number, each) for number, lines in enumerate(LINES) for each in lines]
    assert len(plan.activities) == len(written)
    for activity, (number, line) in zip(plan.activities, written, strict=True):
        assert activity.title.endswith(line.title)
        assert activity.title.startswith(f"{number + 1}.") is style.numbered
        assert activity.objective == plan.objectives[number].id
        assert (activity.lead, activity.partners) == (line.lead, line.partners)
        assert activity.payer == PAYERS[line.payer]
        assert [each.funder for each in activity.budget_lines] == [
            MONEY[style.language][line.payer]
        ]
        assert (activity.budget and activity.budget.amount) == line.cost
        assert activity.budget is None or activity.budget.currency == "EUR"
        assert (activity.start, activity.end) == _days(line)
        usual = line.ongoing and not style.ticks
        assert activity.work == ("business-as-usual" if usual else None)
        assert [each.statement for each in plan.indicators_of[activity.id]] == [line.indicator]
        assert line.other in activity.description
        assert bool(line.other) is bool(activity.description)


def _days(line: Activity) -> tuple[date | None, date | None]:
    if not line.first:
        return None, None
    return date(int(line.first), 1, 1), date(int(line.last), 12, 31)


def test_no_cell_is_lost_that_is_not_listed(style: Style) -> None:
    result = read(style)
    assert result.unplaced == ()
    kept = json.loads(document_to_json(result.plan))
    texts = json.dumps(kept, ensure_ascii=False)
    for cell in result.cells:
        if cell.fate == "comment":
            assert cell.text in texts, cell
    assert sum(cell.what == "activity" for cell in result.cells) >= sum(map(len, LINES))


def table(*rows: list[str]) -> PlanRead:
    filled = {
        number: {column: Cell(text) for column, text in enumerate(row) if text}
        for number, row in enumerate(rows, 1)
    }
    from trueline.exchange.plan_table import plan_in

    return plan_in((Grid("Plan", filled),), "plan.xlsx")


HEAD = ["Activity", "Responsible", "Budget", "When", "Target", "Indicator", "Wording"]


def test_what_cannot_be_read_is_kept_in_words_and_said() -> None:
    result = table(
        HEAD, ["Visit farms", "MoL", "about 5 million", "after the rains", "", "", "urgent"]
    )
    (activity,) = result.plan.activities
    assert activity.budget is None
    assert activity.start is activity.end is None
    for text in ("Budget: about 5 million", "When: after the rains", "Wording: urgent"):
        assert text in activity.description
    assert {c.text: c.fate for c in result.cells if c.fate != "placed"} == {
        "about 5 million": "comment",
        "after the rains": "comment",
        "urgent": "comment",
    }


def test_a_sum_without_a_currency_is_not_given_one() -> None:
    (activity,) = table(HEAD, ["Visit farms", "MoL", "5,000,000"]).plan.activities
    assert activity.budget is None
    assert "5,000,000" in activity.description


def test_a_cell_under_no_heading_is_listed() -> None:
    result = table(["Activity", "Responsible"], ["Visit farms", "MoL", "see annex"])
    assert [(c.text, c.what) for c in result.unplaced] == [
        ("see annex", "no heading stands over it")
    ]


def test_a_target_stands_with_its_indicator_where_the_day_is_known() -> None:
    head = ["Activity", "When", "Indicator", "Target"]
    result = table(head, ["Visit", "2026", "Farms visited", "300"], ["Call", "", "Calls", "all"])
    first, second = result.plan.indicators
    assert [(t.due, t.value, t.text) for t in first.targets] == [(date(2026, 12, 31), 300, "300")]
    assert (second.targets, second.definition) == ((), "Target: all")


def test_a_second_indicator_row_goes_on_with_the_activity() -> None:
    result = table(["Activity", "Indicator"], ["Visit", "Farms"], ["", "Hours"])
    assert [each.activity for each in result.plan.indicators] == ["activity-1", "activity-1"]


def test_a_row_with_a_pillar_heads_what_follows() -> None:
    rows = (
        ["Activity", "Responsible"],
        ["PREVENTION"],
        ["Tell", "MoE"],
        ["Prosecution"],
        ["Try", "MoJ"],
    )
    result = table(*(row if len(row) > 1 else ["", "", *row] for row in rows))
    assert [each.pillar for each in result.plan.activities] == ["prevention", "prosecution"]
    assert result.plan.objectives == ()


def test_a_file_without_such_a_table_is_refused_with_what_to_do() -> None:
    with pytest.raises(FileProblems) as refused:
        read_plan(b"name,age\nA,3\n", "people.csv")
    assert "Activity, Responsible" in str(refused.value.problems[0])


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-2027", "2025-01-01", "2027-12-31"),
        ("2025 to 2027", "2025-01-01", "2027-12-31"),
        ("Q1 2026", "2026-01-01", "2026-03-31"),
        ("Q1 – Q3 2026", "2026-01-01", "2026-09-30"),
        ("March to May 2027", "2027-03-01", "2027-05-31"),
        ("by June 2026", None, "2026-06-30"),
        ("D’ici 2026", None, "2026-12-31"),
        ("de 2025 à 2026", "2025-01-01", "2026-12-31"),
        ("1 March 2026", "2026-03-01", "2026-03-01"),
        ("2027 to 2025", None, None),
        ("soon", None, None),
    ],
)
def test_times_are_read_or_left(text: str, first: str | None, last: str | None) -> None:
    days = days_in(text)
    assert [each and each.isoformat() for each in days or (None, None)] == [first, last]


@pytest.mark.parametrize(
    ("text", "payer"),
    [
        ("UNODC", "donor"),
        ("State budget / donors", None),
        ("Donors, to be identified", "none-yet"),
        ("Ministry of Justice", None),
        ("Secteur privé", "private"),
        ("union dues", None),
    ],
)
def test_who_pays_is_said_only_where_it_is_one_sort(text: str, payer: str | None) -> None:
    assert payer_in(text) == payer


def test_what_is_read_is_a_plan_that_loads() -> None:
    assert isinstance(read(STYLES[0]).plan, Plan)
