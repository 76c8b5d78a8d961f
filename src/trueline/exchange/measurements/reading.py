"""Rows of a table as records, all of them or none."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from trueline.design.figures import in_points
from trueline.design.measurement import Indicator
from trueline.exchange.measurements.columns import Columns, columns_of
from trueline.exchange.measurements.rows import MeasuredRow, Measurements, Occasion
from trueline.exchange.measurements.sheets import Cell, SheetRow, rows_of
from trueline.files import FileProblems, Problem
from trueline.files.wording import shortened
from trueline.language import gettext, joined
from trueline.language.parsing import DecimalSign, decimal_sign_of, parse_number
from trueline.measures.aggregates import Record, cell
from trueline.measures.periods import Period, period
from trueline.measures.readings import Count, Mean, Ratio, Reading, Scale, Share, State, Words

_STATES = {
    State.MISSING: ("missing", "not reported", "manquant", "faltante", "sin dato"),
    State.NOT_APPLICABLE: ("not applicable", "n/a", "na", "sans objet", "no aplica"),
    State.SUPPRESSED: ("suppressed", "held back", "<11"),
}
_OCCASIONS: dict[Occasion, tuple[str, ...]] = {
    "period": ("", "period", "endline", "periode", "periodo"),
    "before": ("baseline", "before", "reference", "avant", "linea de base", "línea de base"),
    "again": ("follow-up", "follow up", "again", "suivi", "seguimiento"),
}
_SHARES = ("proportion", "yes-no", "checklist")
_FIGURES = ("value", "numerator", "denominator", "mean", "n")


def read_measurements(
    data: bytes,
    name: str,
    indicators: Mapping[str, Indicator],
    words: Mapping[str, Collection[str]],
) -> Measurements:
    """Read a CSV file or workbook. Raises FileProblems, which names every row that is wrong.

    `indicators` are those of the design by id; `words` the lists of the vocabulary that people can
    be divided by, with the words of each.
    """
    return measurements_in(list(rows_of(data, name)), name, indicators, words)


def measurements_in(
    rows: Sequence[SheetRow],
    name: str,
    indicators: Mapping[str, Indicator],
    words: Mapping[str, Collection[str]],
    decimal_sign: DecimalSign = "",
) -> Measurements:
    """The same of rows that were read already. `decimal_sign` is the one that somebody chose for its numbers."""
    (line, headings), *others = rows or [(1, [])]
    columns, problems = columns_of([str(each) for each in headings], words, name, line)
    if problems:
        raise FileProblems(problems)
    table = _Table(name, columns, indicators, words, others, decimal_sign)
    measurements = Measurements(lists=tuple(columns.lists))
    for row in table.rows():
        measurements.add(row)
    if table.problems:
        raise FileProblems(table.problems)
    if not measurements.rows:
        message = gettext("There are headings and no rows below them.")
        raise FileProblems([Problem(name, message, line)])
    return measurements


class _Wrong(Exception):
    """A row can't be taken as it is: what is wrong, in which column, and what to do."""

    def __init__(self, column: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.column, self.message, self.hint = column, message, hint


class _Table:
    """The rows below the headings, read one by one."""

    def __init__(
        self,
        name: str,
        columns: Columns,
        indicators: Mapping[str, Indicator],
        words: Mapping[str, Collection[str]],
        rows: Sequence[tuple[int, list[Cell]]],
        decimal_sign: DecimalSign = "",
    ) -> None:
        self.name, self.columns, self.indicators, self.words = name, columns, indicators, words
        self._rows = rows
        self.problems: list[Problem] = []
        texts = (text for _, row in rows for text in self._typed_figures(row))
        self.decimal_sign: DecimalSign = decimal_sign or decimal_sign_of(texts)

    def rows(self) -> Iterator[MeasuredRow]:
        lines: dict[tuple[object, ...], int] = {}
        covered: dict[tuple[str, str, str], dict[Period, int]] = {}
        kinds: dict[str, list[tuple[type[Reading], int]]] = {}
        for line, row in self._rows:
            try:
                indicator, when, record = self._record(row)
                occasion = self._occasion(row)
                key = (indicator, record.period, record.place, record.cell, occasion)
                if key in lines:
                    raise _Wrong("indicator", *_twice(lines[key]))
                others = covered.setdefault((indicator, record.place, occasion), {})
                _refuse_overlap(when, others)
                _refuse_other_kind(record.reading, kinds.setdefault(indicator, []), line)
            except _Wrong as wrong:
                position = self.columns.by_name.get(
                    wrong.column, self.columns.lists.get(wrong.column)
                )
                column = None if position is None else position + 1
                self.problems.append(Problem(self.name, wrong.message, line, column, wrong.hint))
                continue
            lines[key] = others[when] = line
            gives_state = record.reading is None and bool(self._of(row, "state"))
            note = self._of(row, "note")
            yield MeasuredRow(line, indicator, when, record, note, gives_state, occasion)

    def _record(self, row: Sequence[Cell]) -> tuple[str, Period, Record]:
        indicator = self._indicator(row)
        when = self._period(row)
        groups = {
            name: self._word(name, self._text(row, position))
            for name, position in self.columns.lists.items()
            if self._text(row, position)
        }
        state, reading = self._reading(row, indicator)
        place = self._of(row, "place")
        return indicator.id, when, Record(when.label, place, reading, state, cell(groups))

    def _indicator(self, row: Sequence[Cell]) -> Indicator:
        written = self._of(row, "indicator")
        if not written:
            raise _Wrong("indicator", gettext("No indicator is named."))
        if indicator := self.indicators.get(written):
            return indicator
        same = [each for each in self.indicators.values() if written == each.toolkit_id]
        if len(same) == 1:
            return same[0]
        raise _Wrong(
            "indicator",
            gettext("The design has no indicator “{id}”.", id=shortened(written)),
            gettext("Its indicators are {ids}.", ids=joined(list(self.indicators))),
        )

    def _period(self, row: Sequence[Cell]) -> Period:
        written = self._of(row, "period")
        if when := period(written):
            return when
        message = (
            gettext("“{text}” is no period.", text=shortened(written))
            if written
            else gettext("No period is named.")
        )
        raise _Wrong("period", message, gettext("Write 2026, 2026-H1, 2026-Q1, 2026-03 or a day."))

    def _occasion(self, row: Sequence[Cell]) -> Occasion:
        written = self._of(row, "occasion").casefold()
        occasion = next((each for each, names in _OCCASIONS.items() if written in names), None)
        if occasion is None:
            raise _Wrong(
                "occasion",
                gettext("“{text}” is no occasion.", text=shortened(written)),
                gettext("Write baseline or follow-up, or leave it empty for a period."),
            )
        return occasion

    def _word(self, name: str, written: str) -> str:
        plain = written.casefold().replace(" ", "-")
        if plain in self.words[name]:
            return plain
        raise _Wrong(
            name,
            gettext("“{word}” is not in the list {list}.", word=shortened(written), list=name),
            gettext("Its words are {words}.", words=joined(list(self.words[name]))),
        )

    def _reading(self, row: Sequence[Cell], indicator: Indicator) -> tuple[State, Reading | None]:
        if written := self._of(row, "state").casefold():
            state = next((each for each, names in _STATES.items() if written in names), None)
            if state is None and written not in ("reported", ""):
                message = gettext("“{text}” is no state.", text=shortened(written))
                hint = gettext("Write missing, not applicable or suppressed, or leave it empty.")
                raise _Wrong("state", message, hint)
            if state is not None:
                self._refuse_figure(row, written)
                return state, None
        if self._of(row, "value").casefold() in _STATES[State.SUPPRESSED]:
            return State.SUPPRESSED, None
        reading = self._figure(row, indicator)
        return (State.REPORTED if reading else State.MISSING), reading

    def _refuse_figure(self, row: Sequence[Cell], state: str) -> None:
        if filled := [name for name in _FIGURES if self._of(row, name)]:
            raise _Wrong(
                filled[0],
                gettext("A figure stands beside “{state}”.", state=shortened(state)),
                gettext("Leave one of the two empty."),
            )

    def _figure(self, row: Sequence[Cell], indicator: Indicator) -> Reading | None:
        """The figure of a row, by the columns that are filled; None where none is."""
        figures = {name: self._number(row, name) for name in _FIGURES if self._of(row, name)}
        points, text = self._of(row, "points"), self._of(row, "text")
        match sorted(figures):
            case [] if points:
                return self._points(points, indicator)
            case [] if text:
                return Words((text,))
            case []:
                return None
            case ["denominator", "numerator"]:
                if indicator.measure == "count":
                    return Ratio(figures["numerator"], figures["denominator"])
                return Share(figures["numerator"], figures["denominator"])
            case ["mean", "n"]:
                n = self._whole("n", figures["n"])
                return Mean(figures["mean"] * n, n)
            case ["value"] if in_points(indicator):
                return Count(figures["value"])
            case ["value"] if indicator.denominator or indicator.measure in _SHARES:
                raise _Wrong(
                    "value",
                    gettext("A share alone can’t be put together with others."),
                    gettext("Write how many in “numerator” and out of how many in “denominator”."),
                )
            case ["value"]:
                return Count(figures["value"])
            case names:
                raise _Wrong(
                    names[0],
                    gettext(
                        "The columns {names} don’t make a figure together.", names=joined(names)
                    ),
                    gettext("Fill “value”, or “numerator” and “denominator”, or “mean” and “n”."),
                )

    def _points(self, written: str, indicator: Indicator) -> Scale:
        """How many answered each point of the scale, the lowest first, parted by semicolons."""
        if not indicator.scale or not indicator.scale_from:
            raise _Wrong(
                "points",
                gettext("The design doesn’t say which points the scale of this indicator has."),
                gettext("Fill in “scale” and “scale_from” there before anything is counted."),
            )
        parts = [part.strip() for part in written.split(";")]
        if len(parts) != len(indicator.scale):
            raise _Wrong(
                "points",
                gettext(
                    "There are {count} numbers for {points} points.",
                    count=len(parts),
                    points=len(indicator.scale),
                ),
                gettext("Write one number for each point, 0 where nobody chose it."),
            )
        counts = tuple(self._whole("points", self._parsed("points", part)) for part in parts)
        return Scale(counts, indicator.scale_from)

    def _number(self, row: Sequence[Cell], name: str) -> Decimal:
        value = row[self.columns.by_name[name]]
        return value if isinstance(value, Decimal) else self._parsed(name, value)

    def _parsed(self, name: str, text: str) -> Decimal:
        parsed = parse_number(text, decimal_sign=self.decimal_sign)
        if parsed.value is not None:
            return parsed.value
        if parsed.is_ambiguous:
            raise _Wrong(
                name,
                gettext(
                    "“{text}” can be {readings}.",
                    text=shortened(text),
                    readings=joined([f"{each:f}" for each in parsed.readings], "or"),
                ),
                gettext("Write it without a sign between thousands."),
            )
        message = gettext("“{text}” is no number.", text=shortened(text))
        raise _Wrong(name, message, gettext("Words belong into “text” or “note”."))

    def _whole(self, name: str, value: Decimal) -> int:
        if value != int(value) or value < 0:
            message = gettext("{value} is no number of people.", value=f"{value:f}")
            raise _Wrong(name, message)
        return int(value)

    def _typed_figures(self, row: Sequence[Cell]) -> Iterator[str]:
        for name in _FIGURES:
            position = self.columns.by_name.get(name)
            value = row[position] if position is not None and position < len(row) else ""
            if isinstance(value, str):
                yield value

    def _of(self, row: Sequence[Cell], name: str) -> str:
        position = self.columns.by_name.get(name)
        return "" if position is None else self._text(row, position)

    @staticmethod
    def _text(row: Sequence[Cell], position: int) -> str:
        value = row[position] if position < len(row) else ""
        return f"{value:f}" if isinstance(value, Decimal) else value


def _twice(line: int) -> tuple[str, str]:
    return (
        gettext("Row {line} tells of the same indicator, period, place and group.", line=line),
        gettext("Keep one of the two."),
    )


def _refuse_overlap(when: Period, others: Mapping[Period, int]) -> None:
    """A quarter and the year that holds it would be counted twice."""
    for other, line in others.items():
        if other != when and when.overlaps(other):
            raise _Wrong(
                "period",
                gettext(
                    "{period} and {other} (row {line}) overlap, so that some would count twice.",
                    period=when.label,
                    other=other.label,
                    line=line,
                ),
                gettext("Keep periods of one length for each indicator and place."),
            )


def _refuse_other_kind(
    reading: Reading | None, kinds: list[tuple[type[Reading], int]], line: int
) -> None:
    """A count can't be put together with a share, nor a mean with a scale."""
    if reading is None:
        return
    if kinds and kinds[0][0] is not type(reading):
        raise _Wrong(
            "value",
            gettext("The figure is of another kind than that of row {line}.", line=kinds[0][1]),
            gettext("Fill the same columns for all rows of an indicator."),
        )
    kinds.append((type(reading), line))
