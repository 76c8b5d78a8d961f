"""Tables of figures in any layout, read by a description of their columns.

A `ColumnMap` says what each column holds, and which group of people, period or indicator its figures
are about where the heading names one. `in_our_columns` turns the table into rows that
`measurements_in` reads, each with its line in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from trueline.exchange.measurements.columns import COLUMNS, PERSONAL, plain_heading
from trueline.exchange.measurements.sheets import Cell, SheetRow
from trueline.files import FileProblems, Problem
from trueline.files.wording import shortened
from trueline.language import gettext, joined
from trueline.language.parsing import DecimalSign, parse_date
from trueline.measures.periods import Period, period

NAMING = ("indicator", "period", "place", "note", "state")
FIGURES = ("value", "numerator", "denominator", "mean", "n", "text")
EMPTY = frozenset(["", "-", "–", "—", "..", "…"])
ALL = frozenset(
    (
        *("total", "totals", "all", "overall", "both", "both sexes", "all sexes", "ensemble"),
        *("tous", "toutes", "total general", "todos", "todas", "ambos", "الكل", "المجموع"),
    )
)
"""Words in a column of groups that mean all people."""
LEFT_OUT = "-"
"""In place of an indicator or word: rows that name it are left out."""
LIST = "list:"
"""Begins the role of a column that divides people by a list, such as `list:sex`."""


@dataclass(frozen=True)
class ColumnMap:
    """The meaning of a table's columns. `roles` and `of` go by position; `names` says what texts mean.

    `fixed` holds what stands in no column. With `fills_down`, an empty cell means the one above it.
    """

    sheet: str = ""
    heading: int = 1
    roles: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    fixed: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    decimal: DecimalSign = ""
    fills_down: bool = False

    def as_data(self) -> dict[str, Any]:
        """The same as plain data."""
        return asdict(self)

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> ColumnMap:
        """The map again. Raises KeyError and TypeError where it is none."""
        decimal: DecimalSign = data["decimal"] if data["decimal"] in (".", ",") else ""
        return cls(
            str(data["sheet"]),
            int(data["heading"]),
            tuple(map(str, data["roles"])),
            tuple(map(str, data["of"])),
            {str(key): str(value) for key, value in data["fixed"].items()},
            {str(key): str(value) for key, value in data["names"].items()},
            decimal,
            bool(data["fills_down"]),
        )


@dataclass(frozen=True)
class ProgrammeTerms:
    """The meanings that texts of a table can have in a programme, by their names in lower case."""

    indicators: Mapping[str, str]
    words: Mapping[str, Mapping[str, str]]
    """By list, its words by their names."""
    periods: Mapping[str, Sequence[Period]]
    """By indicator, the periods for which it is measured."""

    def group(self, text: str) -> tuple[str, str] | None:
        """The list and word that a heading names, such as Women, or sex: women."""
        before, _colon, after = text.rpartition(":")
        for name, words in self.words.items():
            if before.strip() in ("", name) and after.strip() in words:
                return name, words[after.strip()]
        return None

    def period(self, text: str, indicator: str) -> str:
        """The label of the period that a text means for an indicator: by name, as its days or a day
        in it. "" where none does, or more than one.
        """
        spans = [(each.first, each.last) for each in parse_date(text).readings]
        if whole := period(text):
            spans = [(whole.start, whole.end)]
        elif not spans:
            spans = list(_from_to(text))
        labels = {each for span in spans if (each := self._period_of(span, indicator))}
        return labels.pop() if len(labels) == 1 else ""

    def _period_of(self, span: tuple[date, date], indicator: str) -> str:
        first, last = span
        within = [
            each
            for each in self.periods.get(indicator, ())
            if (each.start, each.end) == span or (first == last and each.start <= first <= each.end)
        ]
        return min(within, key=lambda each: each.end - each.start).label if within else ""


def _from_to(text: str) -> Iterator[tuple[date, date]]:
    """The days of two months or days with a line between them, such as Jan-Mar 2026."""
    before, sign, after = re.sub("[–—]", "-", text).partition("-")
    for last in parse_date(after).readings if sign else ():
        with_year = parse_date(before).readings or parse_date(f"{before} {last.last.year}").readings
        for first in with_year:
            yield first.first, last.last


def headings_of(rows: Sequence[SheetRow], line: int) -> list[str]:
    """The headings in a line, "" where a column has none."""
    cells = next((cells for number, cells in rows if number == line), [])
    width = max((len(cells) for _line, cells in rows), default=0)
    return [str(cell).strip() for cell in [*cells, *[""] * (width - len(cells))]]


def heading_line(rows: Sequence[SheetRow]) -> int:
    """The line that looks like headings: of the first ones, that with the most texts."""
    first = rows[:12]
    texts = {
        line: sum(isinstance(cell, str) and cell.strip() != "" for cell in cells)
        for line, cells in first
    }
    return max(texts, key=lambda line: (texts[line], -line), default=1)


def guessed(rows: Sequence[SheetRow], line: int, terms: ProgrammeTerms) -> ColumnMap:
    """The columns as their headings alone suggest them."""
    roles, of = [], []
    for heading in headings_of(rows, line):
        role, whose = _guess(plain_heading(heading), terms)
        taken = role in roles and not whose
        roles.append("" if taken else role)
        of.append("" if taken else whose)
    return ColumnMap(heading=line, roles=tuple(roles), of=tuple(of))


def _guess(heading: str, terms: ProgrammeTerms) -> tuple[str, str]:
    column = next((name for name, names in COLUMNS.items() if heading in names), "")
    if column in (*NAMING, *FIGURES):
        return column, ""
    if (name := heading.replace(" ", "-").replace("_", "-")) in terms.words:
        return f"{LIST}{name}", ""
    if heading and (terms.group(heading) or period(heading) or heading in terms.indicators):
        return "value", heading
    return "", ""


def refuse_personal(headings: Sequence[str], file: str, line: int) -> None:
    """Raises FileProblems where a column is about single people."""
    personal = [heading for heading in headings if plain_heading(heading) in PERSONAL]
    if personal:
        names = joined([f"“{shortened(heading)}”" for heading in personal])
        message = gettext("Columns tell of single people: {names}.", names=names)
        hint = gettext("Only totals are read. Add up the rows, and leave these columns out.")
        raise FileProblems([Problem(file, message, line, hint=hint)])


def unknown_names(
    rows: Sequence[SheetRow], columns: ColumnMap, terms: ProgrammeTerms
) -> list[tuple[str, str]]:
    """Texts of rows with figures that name no indicator or word: each with its column's role."""
    unknown: dict[tuple[str, str], None] = {}
    for _line, cells in _below(rows, columns):
        if not any(_text(cells, at) not in EMPTY for at in _figure_columns(columns)):
            continue
        for at, role in enumerate(columns.roles):
            text = _text(cells, at)
            if text in EMPTY or plain_heading(text) in columns.names or _is_all(role, text):
                continue
            if role == "indicator" and plain_heading(text) not in terms.indicators:
                unknown[role, text] = None
            if role.startswith(LIST) and plain_heading(text) not in terms.words.get(role[5:], {}):
                unknown[role, text] = None
    return list(unknown)


def in_our_columns(
    rows: Sequence[SheetRow], columns: ColumnMap, terms: ProgrammeTerms, file: str
) -> list[SheetRow]:
    """The rows that `measurements_in` reads, with their headings. Raises FileProblems."""
    lists = list(terms.words)
    heads: list[Cell] = ["indicator", "period", "place", *lists, *FIGURES, "state", "note"]
    written: list[SheetRow] = [(columns.heading, heads)]
    problems = list(_wrong_columns(columns, terms, file))
    if problems:
        raise FileProblems(problems)
    above: dict[int, Cell] = {}
    for line, cells in _below(rows, columns):
        if columns.fills_down:
            cells = _filled_down(cells, columns, above)
        for values in _figures_in(cells, columns, terms):
            if values.pop("left out", ""):
                continue
            if values.pop("no period", ""):
                message = gettext(
                    "“{text}” is no period in which this is measured.",
                    text=shortened(str(values["period"])),
                )
                hint = gettext("Write it as the page of periods does, such as 2026-Q1.")
                problems.append(Problem(file, message, line, hint=hint))
                continue
            written.append((line, [values.get(str(name), "") for name in heads]))
    if problems:
        raise FileProblems(problems)
    return written


def _wrong_columns(columns: ColumnMap, terms: ProgrammeTerms, file: str) -> Iterator[Problem]:
    for at, whose in enumerate(columns.of):
        role = columns.roles[at]
        for part in _parts(whose) if role in FIGURES else []:
            if _meaning(part, terms) is None:
                message = gettext(
                    "Column {number}: “{text}” is no group, period or indicator of this programme.",
                    number=at + 1,
                    text=shortened(part),
                )
                yield Problem(file, message, columns.heading)
    meant = [_meaning(part, terms) for whose in columns.of for part in _parts(whose)]
    filled = {*columns.roles, *(name for each in meant if each for name in each)}
    filled |= {name for name, value in columns.fixed.items() if value}
    for name, question in (
        (
            "indicator",
            gettext("Say which column names the indicator, or that all rows tell of one."),
        ),
        ("period", gettext("Say which column names the period, or that all rows tell of one.")),
    ):
        if name not in filled:
            yield Problem(file, question, columns.heading)
    if not {*FIGURES} & {*columns.roles}:
        yield Problem(file, gettext("Say which columns hold figures."), columns.heading)


def _parts(whose: str) -> list[str]:
    return [part.strip() for part in whose.split("+") if part.strip()]


def _meaning(part: str, terms: ProgrammeTerms) -> dict[str, Cell] | None:
    """The group, indicator or period that a part of a heading names."""
    text = plain_heading(part)
    if group := terms.group(text):
        return {group[0]: group[1]}
    if text in terms.indicators:
        return {"indicator": terms.indicators[text]}
    if period(part) or parse_date(part).readings:
        return {"period": part}
    return None


def _below(rows: Sequence[SheetRow], columns: ColumnMap) -> Iterator[SheetRow]:
    return ((line, cells) for line, cells in rows if line > columns.heading)


def _figure_columns(columns: ColumnMap) -> list[int]:
    return [at for at, role in enumerate(columns.roles) if role in FIGURES]


def _text(cells: Sequence[Cell], at: int) -> str:
    value = cells[at] if at < len(cells) else ""
    return value.strip() if isinstance(value, str) else f"{value:f}"


def _is_all(role: str, text: str) -> bool:
    return role.startswith(LIST) and plain_heading(text) in ALL


def _filled_down(cells: list[Cell], columns: ColumnMap, above: dict[int, Cell]) -> list[Cell]:
    filled = [*cells, *[""] * (len(columns.roles) - len(cells))]
    for at, role in enumerate(columns.roles):
        if role in ("indicator", "period", "place"):
            if _text(filled, at) in EMPTY:
                filled[at] = above.get(at, "")
            above[at] = filled[at]
    return filled


def _figures_in(
    cells: Sequence[Cell], columns: ColumnMap, terms: ProgrammeTerms
) -> Iterator[dict[str, Cell]]:
    """The figures of a row, a dictionary for each group, period or indicator in its headings."""
    whole = _common_values(cells, columns, terms)
    by_whose: dict[str, dict[str, Cell]] = {}
    for at in _figure_columns(columns):
        if _text(cells, at) not in EMPTY:
            figure = by_whose.setdefault(columns.of[at] if at < len(columns.of) else "", {})
            figure[columns.roles[at]] = cells[at]
    if not by_whose and (whole.get("state") or whole.get("note")):
        by_whose[""] = {}
    for number, (whose, figure) in enumerate(by_whose.items()):
        values = {key: value for key, value in whole.items() if number == 0 or key != "note"}
        for part in _parts(whose):
            values |= _meaning(part, terms) or {}
        if label := terms.period(str(values.get("period", "")), str(values.get("indicator", ""))):
            values["period"] = label
        elif values.get("period") and str(values.get("indicator", "")) in terms.periods:
            values["no period"] = "yes"
        yield values | figure


def _common_values(
    cells: Sequence[Cell], columns: ColumnMap, terms: ProgrammeTerms
) -> dict[str, Cell]:
    """The values of a row that hold for all of its figures."""
    values: dict[str, Cell] = {name: value for name, value in columns.fixed.items() if value}
    for at, role in enumerate(columns.roles):
        text = _text(cells, at)
        if text in EMPTY or not role or role in FIGURES or _is_all(role, text):
            continue
        name = role.removeprefix(LIST)
        meant = columns.names.get(plain_heading(text), "")
        if meant == LEFT_OUT and (role == "indicator" or role.startswith(LIST)):
            values["left out"] = "yes"
        elif role == "indicator":
            values[name] = meant or terms.indicators.get(plain_heading(text), text)
        elif role.startswith(LIST):
            values[name] = meant or terms.words.get(name, {}).get(plain_heading(text), text)
        else:
            values[name] = text
    return values
