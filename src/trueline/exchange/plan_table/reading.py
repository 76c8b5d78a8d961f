"""Reads the tables of a file into a plan, and reports where each cell went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trueline.exchange.logframe.headings import plain
from trueline.exchange.logframe.ledger import Ledger
from trueline.exchange.logframe.model import CellFate
from trueline.exchange.plan_table.columns import (
    Column,
    TableRow,
    column_of,
    columns_in,
    currency_in,
    is_second_row,
)
from trueline.exchange.plan_table.lines import Lines
from trueline.exchange.plan_table.times import Days
from trueline.exchange.plan_table.uploads import grids_of, is_pdf
from trueline.exchange.plan_table.words import begins_section, is_tick, pillars
from trueline.language import gettext
from trueline.limits import FILE_ROWS, FILE_SHEETS
from trueline.office import Cell, Grid, read_office
from trueline.office.archive import refused
from trueline.plan import Plan

WITHIN = 12
"""Filled rows at the beginning of a table among which its head is looked for."""
SHORT = 80
"""Letters of a row that may name a pillar."""


Chosen = Mapping[tuple[int, int, int], str]
"""The role that a person gave to a column, by the places of its table, its head's row and itself."""


@dataclass(frozen=True)
class Head:
    """A row that heads a table, or could: for each column its heading and what it holds, "tick" for days.

    `used` is whether it was taken for the head of a plan's table.
    """

    grid: int
    row: int
    place: str
    columns: tuple[tuple[int, str, str], ...]
    used: bool


@dataclass(frozen=True)
class PlanRead:
    """The plan, what became of each cell of the file, and the heads of its tables."""

    plan: Plan
    cells: tuple[CellFate, ...]
    heads: tuple[Head, ...]

    @property
    def columns(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        """The columns that were found, by table."""
        return tuple(
            (head.place, tuple((text, holds) for _at, text, holds in head.columns))
            for head in self.heads
            if head.used
        )

    @property
    def unplaced(self) -> tuple[CellFate, ...]:
        """The cells that are not in the plan."""
        return tuple(cell for cell in self.cells if cell.fate == "unplaced")


def read_plan(data: bytes, name: str) -> PlanRead:
    """The plan in the tables of a .docx, .xlsx, .xlsm, .ods, .csv or .pdf file. Raises FileProblems."""
    if is_pdf(name):
        return plan_in(grids_of(data, name), name)
    return plan_in(read_office(data, name), name)


def plan_in(
    grids: tuple[Grid, ...], name: str, chosen: Chosen | None = None, *, asks: bool = False
) -> PlanRead:
    """The plan in a file's grids. Raises FileProblems where no table of it is one, or it is too large.

    `chosen` says of columns what they hold. Where somebody can be asked for that (`asks`), a file in
    which no activity is found is no problem as long as it has tables.
    """
    for limit, count in (
        (FILE_SHEETS, len(grids)),
        (FILE_ROWS, sum(len(grid.rows) for grid in grids)),
    ):
        if count > limit.most:
            raise refused(name, limit.sentence(count), gettext(limit.instead))
    reader = _Reader(grids, chosen or {})
    reader.read()
    if not reader.lines.activities and not (asks and reader.columns):
        raise refused(
            name,
            gettext("No table of a plan was found in it."),
            gettext(
                "Such a table has a row of headings such as Activity, Responsible, Time frame, Budget."
                " Hidden sheets are not looked at."
            ),
        )
    return PlanRead(reader.lines.plan(), reader.ledger.fates(), tuple(reader.columns))


class _Reader:
    """Goes through the grids in their order; texts between tables may name the section that follows."""

    def __init__(self, grids: tuple[Grid, ...], chosen: Chosen) -> None:
        self.grids, self.ledger, self.chosen = grids, Ledger(grids), chosen
        self.lines = Lines()
        self.heads: dict[int, Column] = {}
        self.columns: list[Head] = []

    def read(self) -> None:
        for number, grid in enumerate(self.grids):
            if grid.hidden:
                self.ledger.reasons[number] = gettext("the sheet is hidden")
            elif grid.kind == "text":
                self._text(number, grid)
            else:
                self._table(number, grid)

    def _text(self, number: int, grid: Grid) -> None:
        for row, column, cell in grid.cells():
            if self._section(cell.text):
                self.ledger.note(number, row, column, "placed", "section")
            elif not self.lines.title and not self.lines.activities and len(cell.text) <= 200:
                self.lines.title = " ".join(cell.text.split())
                self.ledger.note(number, row, column, "placed", "title")
            else:
                self.ledger.note(
                    number, row, column, "unplaced", gettext("a text outside the tables")
                )

    def _table(self, number: int, grid: Grid) -> None:
        rows = list(grid.rows.items())
        at = self._head(number, rows)
        if at is None:
            if not self.heads or not _continues(self.heads, rows):
                self._offer(number, rows)
                self.ledger.reasons[number] = gettext("not in a table with the headings of a plan")
                return
            at = 0
        down: dict[int, tuple[int, Cell]] = {}
        while at < len(rows):
            here, row = rows[at]
            if taken := self._again(number, rows, at):
                at += taken
                continue
            whole = {c: cell for c, (last, cell) in down.items() if here <= last and c not in row}
            down = {c: held for c, held in down.items() if here <= held[0]}
            down |= {c: (here + cell.rows - 1, cell) for c, cell in row.items() if cell.rows > 1}
            self._row(number, here, row, whole)
            at += 1

    def _head(self, number: int, rows: list[tuple[int, TableRow]]) -> int | None:
        """Take the first head; the place of the row below it. What stands above may be the title."""
        for at in range(min(WITHIN, len(rows))):
            below = rows[at + 1][1] if at + 1 < len(rows) else None
            if self._columns(number, *rows[at]) is None:
                continue
            for here, row in rows[:at]:
                self._above(number, here, row)
            return at + self._take(number, rows, at, below)
        return None

    def _again(self, number: int, rows: list[tuple[int, TableRow]], at: int) -> int:
        """How many rows a head takes that stands once more, such as on a new page."""
        below = rows[at + 1][1] if at + 1 < len(rows) else None
        return self._take(number, rows, at, below) if self._columns(number, *rows[at]) else 0

    def _columns(
        self, number: int, here: int, row: TableRow, below: TableRow | None = None
    ) -> dict[int, Column] | None:
        """The columns that a row heads, as chosen by a person, else by its words; None for no heading."""
        own = {at: holds for (g, r, at), holds in self.chosen.items() if (g, r) == (number, here)}
        read_columns = columns_in(row, below)
        if read_columns is None and "activity" not in own.values():
            return None
        columns = read_columns or {
            at: column_of(cell.text) for at, cell in row.items() if cell.text
        }
        for at, holds in own.items():
            if at in columns and not columns[at].days:
                currency = currency_in(columns[at].text) if holds == "budget" else ""
                columns[at] = Column(columns[at].text, holds, None, currency)
        return columns

    def _offer(self, number: int, rows: list[tuple[int, TableRow]]) -> None:
        """Note the row of a table without a known head that most likely is one."""
        for here, row in rows[:WITHIN]:
            cells = [(at, cell.text) for at, cell in sorted(row.items()) if cell.text]
            columns = tuple((at, text, column_of(text).holds) for at, text in cells)
            if len(columns) > 1:
                self.columns.append(Head(number, here, self.grids[number].place, columns, False))
                return

    def _take(
        self, number: int, rows: list[tuple[int, TableRow]], at: int, below: TableRow | None
    ) -> int:
        here, row = rows[at]
        self.heads = self._columns(number, here, row, below) or {}
        heads = tuple((c, column.text, column.holds) for c, column in sorted(self.heads.items()))
        self.columns.append(Head(number, here, self.grids[number].place, heads, True))
        count = 2 if below is not None and is_second_row(row, below) else 1
        for here, cells in rows[at : at + count]:
            for column in cells:
                self.ledger.note(number, here, column, "placed", "heading")
        return count

    def _above(self, number: int, here: int, row: TableRow) -> None:
        for column, cell in row.items():
            if self._section(cell.text):
                self.ledger.note(number, here, column, "placed", "section")
            elif len(row) == 1 and not self.lines.title and len(cell.text) <= 200:
                self.lines.title = " ".join(cell.text.split())
                self.ledger.note(number, here, column, "placed", "title")

    def _section(self, text: str) -> bool:
        """Take a text for the pillar or the objective that what follows stands under."""
        plain_text = plain(text)
        words = [each for each in pillars() if f" {each} " in f" {plain_text} "]
        if len({pillars()[each] for each in words}) == 1 and len(text) <= SHORT:
            self.lines.pillar = pillars()[words[0]]
            return True
        if begins_section(text):
            self.lines.under(text)
            return True
        return False

    def _row(self, number: int, here: int, row: TableRow, carried: Mapping[int, Cell]) -> None:
        filled = {column: cell for column, cell in row.items() if cell.text}
        if len(filled) == 1 and not carried:
            ((column, cell),) = filled.items()
            alone = cell.columns > 1 or self._holds(column) not in ("activity", "indicator")
            if alone or begins_section(cell.text):
                if not self._section(cell.text):
                    self.lines.under(cell.text)
                self.ledger.note(number, here, column, "placed", "section")
                return
        texts_by_use: dict[str, list[tuple[str, str]]] = {}
        for column, cell in sorted({**carried, **filled}.items()):
            head = self.heads.get(column)
            if head is None or (column in carried and head.holds not in Lines.CARRIED):
                continue
            texts_by_use.setdefault(head.holds, []).append((head.text, cell.text))
        ticks = [
            head.days
            for column, cell in sorted(filled.items())
            if (head := self.heads.get(column)) and head.days and is_tick(cell.text)
        ]
        spans = [
            days for column, cell in filled.items() for days in self._ticked_over(column, cell)
        ]
        currency = next((h.currency for h in self.heads.values() if h.currency), "")
        fates = self.lines.row(texts_by_use, [*ticks, *spans], currency)
        for column, cell in filled.items():
            head = self.heads.get(column)
            fate, what = fates.get((head.holds, cell.text) if head else ("", ""), ("unplaced", ""))
            if head is None:
                what = gettext("no heading stands over it")
            self.ledger.note(number, here, column, fate, what)

    def _holds(self, column: int) -> str:
        head = self.heads.get(column)
        return head.holds if head else ""

    def _ticked_over(self, column: int, cell: Cell) -> list[Days]:
        """The days of further columns that a ticked cell reaches over."""
        if not is_tick(cell.text) or cell.columns < 2:
            return []
        others = (self.heads.get(column + step) for step in range(1, cell.columns))
        return [head.days for head in others if head and head.days]


def _continues(heads: Mapping[int, Column], rows: list[tuple[int, TableRow]]) -> bool:
    """Whether a table without a head continues the one before."""
    widest = max((column for _, row in rows for column in row), default=0)
    return widest == max(heads)
