"""A plan as tables: what is done where, by whom, with which money. Pages and the workbook show the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from trueline.language import dates, gettext, money, number
from trueline.language.terms import FUNDING, PAYER, PILLAR, PRIORITY
from trueline.plan import Plan
from trueline.plan.alignment import REPORTS_LOOKED_AT, Report, alignment, references
from trueline.plan.coverage import coverage, who_does_what
from trueline.plan.money import Budget, Choices, Costs, budgets, choose
from trueline.reports.layout.rows_workbook import rows_workbook
from trueline.reports.linked_tables import Cell, Entry, Table, entries, sheet
from trueline.reports.titles import title_of


def matrix_table(plan: Plan) -> Table:
    """Objectives and patterns down, pillars across; empty cells are seen."""
    matrix = coverage(plan)
    nothing = (Entry(gettext("Nothing yet")),)
    rows = []
    for row in matrix.rows:
        objective = row.objective.name if row.objective else gettext("No objective")
        pattern = row.pattern.name if row.pattern else gettext("No pattern")
        cells = (entries("activities", each) or nothing for each in row.cells)
        rows.append(((Entry(objective),), (Entry(pattern),), *cells))
    pillars = (PILLAR.label(each) if each else gettext("No pillar") for each in matrix.pillars)
    note = gettext("An activity against several patterns stands in the row of each.")
    head = (gettext("Objective"), gettext("Pattern"), *pillars)
    return Table(gettext("Objectives, patterns and pillars"), head, tuple(rows), note, keys=2)


def work_table(plan: Plan) -> Table:
    """The activities that each body leads, takes part in and measures."""
    rows = tuple(
        (
            (Entry(_body(work.body, is_one=work.is_one)),),
            entries("activities", work.leads),
            entries("activities", work.takes_part),
            entries("indicators", work.measures),
        )
        for work in who_does_what(plan)
    )
    head = (
        gettext("Body"),
        gettext("Answers for"),
        gettext("Takes part in"),
        gettext("Indicators it reports"),
    )
    return Table(gettext("Who does what"), head, rows)


def _body(name: str, *, is_one: bool) -> str:
    if not name:
        return gettext("Nobody yet")
    return name if is_one else gettext("{name} (not one body)", name=name)


def alignment_table(plan: Plan, programmes: Iterable[str]) -> Table:
    """Each programme with the activities that name it, then the activities without a programme."""
    aligned = alignment(plan, programmes)
    rows = []
    for each in aligned.programmes:
        outside = _text(gettext("None: it stands outside the plan"))
        name = each.programme
        name = (
            name
            if each.is_among_programmes
            else gettext("{name} (not among these programmes)", name=name)
        )
        rows.append((_text(name), entries("activities", each.activities) or outside))
    if aligned.carried_by_nobody:
        nobody = _text(gettext("No programme is named"))
        rows.append((nobody, entries("activities", aligned.carried_by_nobody)))
    note = gettext("A programme is tied to an activity where the activity names it by its title.")
    head = (gettext("Programme"), gettext("Activities that it carries"))
    return Table(gettext("Programmes and the plan"), head, tuple(rows), note)


def references_table(plan: Plan, reports: Iterable[Report]) -> Table:
    """Each programme's report that names the plan, with the sentences that do."""
    rows = tuple(
        (
            _text(each.report.programme),
            _text(dates(each.report.first, each.report.last)),
            _text(" ".join(each.sentences)),
        )
        for each in references(plan, reports)
    )
    note = gettext(
        "A report refers to the plan where its narrative names it by its title. The latest {count}"
        " narratives are looked at.",
        count=number(REPORTS_LOOKED_AT),
    )
    head = (gettext("Programme"), gettext("Period"), gettext("What it says"))
    return Table(gettext("Reports that refer to the plan"), head, rows, note, keys=2)


def money_tables(plan: Plan, least: str = "promised") -> Iterator[Table]:
    """The budget by year and by who pays, then what fits; for each currency."""
    for budget in budgets(plan):
        yield _budget_table(budget)
        yield _choices_table(choose(plan, budget.currency, least), least)


def _budget_table(budget: Budget) -> Table:
    years = (gettext("No year said") if year is None else str(year) for year in budget.years)
    head = (
        gettext("Who pays"),
        *years,
        gettext("Costs together"),
        gettext("Money there is"),
        gettext("Money missing"),
    )
    rows = [
        _costs(PAYER.label(row.payer) if row.payer else gettext("Nobody named"), row)
        for row in budget.rows
    ]
    rows.append(_costs(gettext("All together"), budget.together))
    note = gettext(
        "Money that is hoped for counts as money there is. A cost with no year is not spread over years."
    )
    if budget.without:
        names = ", ".join(each.name for each in budget.without)
        note += " " + gettext(
            "New activities whose cost is not known, and not in these sums: {names}.", names=names
        )
    title = gettext("Costs by year and by who pays, in {currency}", currency=budget.currency)
    return Table(title, head, tuple(rows), note)


def _costs(name: str, row: Costs) -> tuple[Cell, ...]:
    sums = (*row.by_year, row.total, row.there_is)
    gap = _sum(row.gap) if row.gap else _text(gettext("none"))
    return (_text(name), *map(_sum, sums), gap)


def _choices_table(choices: Choices, least: str) -> Table:
    rows = []
    for choice in choices.choices:
        activity = choice.activity
        fits = {
            True: gettext("yes"),
            False: gettext("no: there is not enough left"),
            None: gettext("not known: it has no cost"),
        }[choice.fits]
        rows.append(
            (
                entries("activities", [activity]),
                _text(
                    PRIORITY.label(activity.priority)
                    if activity.priority
                    else gettext("Not ranked")
                ),
                _sum(activity.budget.amount if activity.budget else None),
                _text(fits),
                _sum(choice.left),
            )
        )
    head = (
        gettext("Activity"),
        gettext("Priority"),
        gettext("Budget"),
        gettext("Does it fit?"),
        gettext("Left after it"),
    )
    note = gettext(
        "Counted: {standing} and surer, {sum} in all. Taken in the order of priority, then of the plan; what does"
        " not fit is passed over. Business as usual is left aside.",
        standing=FUNDING.within(least),
        sum=money(choices.money, choices.currency),
    )
    title = gettext("What fits into the money there is, in {currency}", currency=choices.currency)
    return Table(title, head, tuple(rows), note)


def plan_workbook(plan: Plan) -> bytes:
    """All of them as a workbook, the title and that it is made up below each."""
    tables = (matrix_table(plan), work_table(plan), *money_tables(plan))
    return rows_workbook(
        *(sheet(table, title_of(plan, gettext("Untitled plan"))) for table in tables)
    )


def _text(text: str) -> Cell:
    return (Entry(text),)


def _sum(amount: Decimal | None) -> Cell:
    text = "" if amount is None else str(number(amount))
    return (Entry(text, is_sum=True, amount=amount),)
