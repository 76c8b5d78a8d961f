"""The indicator tracking table (IPTT) of a programme: a row for each indicator and group.

Shares, totals and per cent achieved are formulas, each with the value that it has. What is missing
is an empty cell, in which no formula finds a 0. Where a figure is held back, what would be worked
out from it stands as a value or not at all.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from trueline.design.figure_wording import coverage_in_words, figure_in_words, progress_in_words
from trueline.design.figures import in_unit, methods_of
from trueline.design.measurement import Indicator
from trueline.design.tables import GroupRow, Table
from trueline.document.targets import Baseline, Target
from trueline.language import gettext, joined_by_semicolons, label
from trueline.language.terms import BETTER
from trueline.measures.aggregates import Aggregate, Cell, Method
from trueline.measures.periods import Period
from trueline.measures.progress import Standing
from trueline.measures.readings import Count, Mean, Ratio, Reading, Scale, Share, State, Words
from trueline.reports.design.logframe.grid import Formula, Looks, Sheet, Value

FIRST = 6
"""The column in which the first period begins; before it stand the indicator and its baseline."""
BASELINE = 5
OF_PERIOD = 4
"""Columns of a period: target, numerator, denominator, actual."""
Label = Callable[[Cell], str]
NO_NOTES: Mapping[str, Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True)
class Single:
    """A baseline or follow-up, by its name and in words: a figure of one day, added to no other."""

    occasion: str
    label: str
    table: Table


def tracking_workbook(
    tables: Sequence[Table],
    singles: Sequence[Single],
    *,
    title: str,
    label: Label,
    notes: Mapping[str, Mapping[str, str]] = NO_NOTES,
) -> bytes:
    """The workbook. `label` says what a group is called; `notes`, by indicator and period, why a
    figure is not what was planned.
    """
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"title": title})
    looks = Looks(book)
    periods = sorted({period for each in tables for period in each.periods})
    grid = Sheet(book, looks, gettext("Tracking"), tuple(_columns(periods)))
    grid.entitle(title, _explanation())
    for each in tables:
        for row in each.rows:
            why = notes.get(each.figure.indicator.id, {}) if row is each.rows[0] else {}
            grid.add(*_Line(each, row, periods, label, why).cells())
    grid.finish("a4", title, frozen=3)
    if singles:
        _add_singles(book, looks, singles, title, label)
    book.close()
    return out.getvalue()


def _explanation() -> str:
    return gettext(
        "Approved figures only. An empty cell is missing, and is not 0. Counts of fewer than 11"
        " people, and what would give them away, are held back."
    )


def _columns(periods: Sequence[Period]) -> Iterator[tuple[str, float]]:
    title = Indicator.field_title
    yield gettext("Code"), 14.0
    yield title("statement"), 46.0
    yield gettext("Group"), 18.0
    yield title("unit"), 12.0
    yield title("direction"), 9.0
    yield title("baseline"), 12.0
    to_date = gettext("To date")
    for period in [*(each.label for each in periods), to_date]:
        if period == to_date:
            yield gettext("Life-of-programme target"), 16.0
        else:
            yield f"{label('Target')}\n{period}", 11.0
        yield gettext("N\n{name}", name=period), 11.0
        yield gettext("D\n{name}", name=period), 11.0
        yield gettext("Actual\n{name}", name=period), 12.0
    yield gettext("Per cent achieved"), 14.0
    yield gettext("Readings"), 18.0
    yield gettext("Why they differ"), 36.0


class _Line:
    """One row of the sheet."""

    def __init__(
        self,
        table: Table,
        row: GroupRow,
        periods: Sequence[Period],
        label: Label,
        notes: Mapping[str, str],
    ) -> None:
        self.notes = notes
        self.figure, self.row, self.label = table.figure, row, label
        self.indicator = table.figure.indicator
        self.is_whole = row is table.rows[0]
        self.by_period = dict(zip(table.periods, row.by_period, strict=True))
        self.periods = periods

    def cells(self) -> Iterator[tuple[Value, str] | Value]:
        indicator = self.indicator
        yield indicator.id
        yield (indicator.statement or indicator.id, "bold" if self.is_whole else "faint")
        yield self.label(self.row.group)
        yield indicator.unit
        yield BETTER.label(indicator.direction) if indicator.direction else ""
        yield _planned(indicator.baseline) if self.is_whole else None
        for position, period in enumerate(self.periods):
            yield _planned(self._target_in(period)) if self.is_whole else None
            yield from self._figure(self.by_period.get(period), FIRST + position * OF_PERIOD)
        yield _planned(self.figure.final) if self.is_whole else None
        yield from self._to_date(FIRST + len(self.periods) * OF_PERIOD)
        yield coverage_in_words(self.row.to_date.coverage)
        noted = [period.label for period in self.by_period if self.notes.get(period.label)]
        yield ("\n".join(f"{each}: {self.notes[each]}" for each in noted) or None, "open")

    def _target_in(self, period: Period) -> Target | None:
        due = (t for t in self.indicator.targets if period.start <= t.due <= period.end)
        return max(due, key=lambda target: target.due, default=None)

    def _figure(
        self, aggregate: Aggregate | None, column: int
    ) -> Iterator[tuple[Value, str] | Value]:
        """Numerator, denominator and actual of a period."""
        parts = _parts(aggregate.reading) if aggregate else None
        if aggregate is None or aggregate.reading is None or parts is None:
            yield None
            yield None
            yield _actual(aggregate)
            return
        yield parts[0]
        yield parts[1]
        yield _quotient(column, aggregate.reading)

    def _to_date(self, column: int) -> Iterator[tuple[Value, str] | Value]:
        """The same of all periods together, then how much of the way is gone."""
        to_date = self.row.to_date
        parts = _parts(to_date.reading)
        if parts is None:
            yield None
            yield None
            match to_date.reading:
                case Count(value):
                    yield self._over(3, value)
                case _:
                    yield _actual(to_date)
        else:
            yield self._over(1, parts[0])
            yield self._over(2, parts[1])
            yield _quotient(column, to_date.reading)
        yield self._achieved(column)

    def _over(self, part: int, value: Decimal) -> Value:
        """All periods of a column of each; a value alone where one of them is held back."""
        method = methods_of(self.indicator).over_periods
        columns = [FIRST + n * OF_PERIOD + part for n in range(len(self.periods))]
        held_back = any(each.state is State.SUPPRESSED for each in self.by_period.values())
        text = _formula(columns, method, is_share=part != 3)
        return value if held_back or not text else Formula(text, value)

    def _achieved(self, column: int) -> tuple[Value, str] | Value:
        progress = self.figure.final_progress
        if not self.is_whole or self.figure.final is None:
            return None
        if progress.standing is not Standing.SHARE or progress.share is None:
            return progress_in_words(progress)
        base, target, actual = (_name(each) for each in (BASELINE, column, column + 3))
        text = f'=IF(ISNUMBER({actual}),({actual}-N({base}))/({target}-N({base})),"")'
        return Formula(text, _decimal(progress.share)), "percent"


def _name(column: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return f"{xl_col_to_name(column)}{{row}}"


def _formula(columns: Sequence[int], method: Method, *, is_share: bool) -> str:
    """The formula of the figures in these columns, empty where all of them are; "" for none."""
    names = [_name(each) for each in columns]
    listed = ",".join(names)
    if method is Method.LAST:
        text = '""'
        for name in names:
            text = f"IF(ISNUMBER({name}),{name},{text})"
        return f"={text}" if len(names) < 60 else ""
    if method is Method.HIGHEST and is_share:
        return ""
    function = {Method.HIGHEST: "MAX", Method.MEAN: "SUM" if is_share else "AVERAGE"}.get(
        method, "SUM"
    )
    return f'=IF(COUNT({listed})=0,"",{function}({listed}))' if len(names) < 250 else ""


def _quotient(column: int, reading: Reading | None) -> Value:
    """The figure as numerator by denominator, which stand before it."""
    value = in_unit(reading)
    numerator, denominator = _name(column + 1), _name(column + 2)
    times = "*100" if isinstance(reading, Share | Scale) else ""
    text = f'=IF(N({denominator})=0,"",{numerator}/{denominator}{times})'
    return Formula(text, None if value is None else _decimal(value))


def _parts(reading: Reading | None) -> tuple[Decimal, Decimal] | None:
    match reading:
        case Share(numerator, denominator) | Ratio(numerator, denominator):
            return numerator, denominator
        case Mean(total, n):
            return total, Decimal(n)
        case Scale() as scale:
            return Decimal(sum(scale.counts[scale.high - 1 :])), Decimal(scale.n)
        case _:
            return None


def _actual(aggregate: Aggregate | None) -> Value:
    """A count as a number, words as they are, nothing for what is missing; else why there is none."""
    if aggregate is None or aggregate.state is State.MISSING:
        return None
    match aggregate.reading:
        case Count(value):
            return value
        case Words(texts):
            return joined_by_semicolons(texts)
        case _:
            return figure_in_words(aggregate)


def _planned(planned: Baseline | Target | None) -> Value:
    if planned is None:
        return None
    return planned.value if planned.value is not None else planned.text or None


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def _add_singles(
    book: object, looks: Looks, singles: Sequence[Single], title: str, label: Label
) -> None:
    """A sheet of baselines and follow-ups: each is a figure of its own."""
    columns = [
        (gettext("Code"), 14.0),
        (Indicator.field_title("statement"), 46.0),
        (gettext("Measured"), 18.0),
        (gettext("Day"), 12.0),
        (gettext("Group"), 18.0),
        ("N", 11.0),
        ("D", 11.0),
        (gettext("Actual"), 14.0),
    ]
    grid = Sheet(book, looks, gettext("Baseline and follow-up"), tuple(columns))
    grid.entitle(title, _explanation())
    for single in singles:
        indicator = single.table.figure.indicator
        for row in single.table.rows:
            for period, one in zip(single.table.periods, row.by_period, strict=True):
                parts = _parts(one.reading)
                grid.add(
                    indicator.id,
                    indicator.statement or indicator.id,
                    single.label,
                    period.end,
                    label(row.group),
                    *(parts or (None, None)),
                    _quotient(4, one.reading) if parts else _actual(one),
                )
    grid.finish("a4", title, frozen=2)
