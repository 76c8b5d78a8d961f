"""Every figure of an indicator by period and by group, and the same as it leaves the organisation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from trueline.design.figures import Figure, figure_of, methods_of
from trueline.design.measurement import Indicator
from trueline.design.sharing import people_in, to_share, without_points
from trueline.measures.aggregates import ALL, Aggregate, Cell, Record, aggregates
from trueline.measures.periods import Period
from trueline.measures.readings import State
from trueline.measures.suppression import is_small


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group of people: its figure in each period, and to date."""

    group: Cell
    by_period: tuple[Aggregate, ...]
    to_date: Aggregate


@dataclass(frozen=True, slots=True)
class Table:
    """An indicator over periods; the first row is that of all people, then come the groups."""

    figure: Figure
    periods: tuple[Period, ...]
    rows: tuple[GroupRow, ...]


def table(
    indicator: Indicator,
    records: Sequence[Record],
    periods: Sequence[Period],
    *,
    places: Sequence[str] = ("",),
) -> Table:
    """The figures of an indicator in periods that do not overlap."""
    figure = figure_of(indicator, records, periods=periods, places=places)
    reported_periods = tuple(when for when, _aggregate in figure.by_period)
    methods = methods_of(indicator)

    def row(group: Cell) -> GroupRow:
        names = [each.label for each in reported_periods]
        alone, whole = aggregates(
            records, periods=names, places=places, methods=methods, group=group
        )
        return GroupRow(group, tuple(alone), whole)

    labels = {each.label for each in reported_periods}
    groups = sorted({record.cell for record in records if record.period in labels} - {ALL})
    return Table(figure, reported_periods, tuple(map(row, [ALL, *groups])))


def tables_to_share(tables: Iterable[Table]) -> tuple[Table, ...]:
    """The same without what could give a small count of people away.

    Totals leave as `to_share` has them. The groups of a period leave all together, and only where
    its total does and none of them is small: one that is missing could be worked out. Groups to
    date leave where those of every period do.
    """
    return tuple(_shared(each) for each in tables)


def _shared(table: Table) -> Table:
    (figure,) = to_share([table.figure])
    if table.figure.indicator.counts_people is False:
        return table
    totals = [each for _when, each in figure.by_period]
    groups = table.rows[1:]
    tells = [
        _may_leave(totals[position], [row.by_period[position] for row in groups])
        for position in range(len(table.periods))
    ]
    to_date = all(tells) and _may_leave(figure.to_date, [row.to_date for row in groups])
    rows = [
        GroupRow(
            row.group,
            tuple(_leaving(each, tell) for each, tell in zip(row.by_period, tells, strict=True)),
            _leaving(row.to_date, to_date),
        )
        for row in groups
    ]
    return Table(figure, table.periods, (GroupRow(ALL, tuple(totals), figure.to_date), *rows))


def _may_leave(total: Aggregate, groups: Iterable[Aggregate]) -> bool:
    numbers = chain.from_iterable(people_in(each).values() for each in groups)
    return total.state is not State.SUPPRESSED and not any(map(is_small, numbers))


def _leaving(aggregate: Aggregate, tells: bool) -> Aggregate:
    if aggregate.reading is None:
        return aggregate
    if tells:
        return replace(aggregate, reading=without_points(aggregate.reading), difference=None)
    return Aggregate(State.SUPPRESSED, coverage=aggregate.coverage)
