"""Reading one table: row by row, with the headings that stand above it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from trueline.design.logframe_key import digest
from trueline.exchange.logframe.body import Body
from trueline.exchange.logframe.columns import (
    WITHIN,
    Heading,
    activity_headings,
    has_extra_words,
    headings_in,
    is_group_row,
    under_groups,
)
from trueline.exchange.logframe.facts import facts_in, is_fact_sheet, is_result_sheet
from trueline.exchange.logframe.frame import Frame
from trueline.exchange.logframe.headings import level_named, plain
from trueline.exchange.logframe.inline import read_inline
from trueline.exchange.logframe.ledger import Ledger
from trueline.exchange.logframe.lists import segments
from trueline.exchange.logframe.model import TableRead
from trueline.language import gettext
from trueline.office import Cell, Grid

Chosen = Mapping[int, str]
"""The roles that a person gave to columns, by their numbers; "" for a column that is left aside."""


class TableReader:
    """Reads a grid into a frame, and notes in the ledger what became of its cells."""

    def __init__(
        self,
        number: int,
        grid: Grid,
        frame: Frame,
        ledger: Ledger,
        chosen: Chosen | None = None,
        left: frozenset[str] = frozenset(),
    ) -> None:
        """`left` holds the texts that a logframe of ours left with: a row with one of them heads nothing."""
        self.number, self.grid, self.ledger, self.chosen = number, grid, ledger, chosen or {}
        self.left = left
        self.rows = list(grid.rows.items())
        self.body = Body(number, grid, frame, ledger)
        self.shown: dict[int, tuple[str, str]] = {}
        self.headed = self.is_of_facts = False
        self.heading_texts: frozenset[str] = frozenset()

    @cached_property
    def is_candidate(self) -> bool:
        """Whether anything in it is a logframe: headings of one, or a sheet of an indicator's facts."""
        return self.first_headings is not None or is_fact_sheet(self.grid)

    @cached_property
    def first_headings(self) -> int | None:
        """The place among the filled rows of the first headings."""
        for at, (_, row) in enumerate(self.rows[:WITHIN]):
            if not self._is_content(row) and headings_in(row, again=False):
                return at
        return self._fullest() if any(self.chosen.values()) else None

    @cached_property
    def lists_activities(self) -> bool:
        """Whether it has the headings of a list of activities."""
        return any(activity_headings(row) for _, row in self.rows[:WITHIN])

    def _is_content(self, row: Mapping[int, Cell]) -> bool:
        """Whether a row holds a text that stood in it when it left."""
        return bool(self.left) and any(
            digest(cell.text) in self.left and has_extra_words(cell.text)
            for cell in row.values()
            if cell.text
        )

    def _fullest(self) -> int | None:
        """The row that a person's choice of columns must be about: the first with most cells."""
        counts = [len(row) for _, row in self.rows[:WITHIN]]
        return counts.index(max(counts)) if counts else None

    def read(self) -> None:
        """Read the whole of it."""
        if (
            self.is_of_facts
            or is_fact_sheet(self.grid)
            or (self.first_headings is None and is_result_sheet(self.grid))
        ):
            facts_in(self.body, self.grid)
            return
        at = 0
        while at < len(self.rows):
            number, row = self.rows[at]
            taken = self._headings(at)
            if taken:
                at += taken
                continue
            if self.headed:
                self.body.row(number, row)
            elif len(row) == 1 and self.first_headings is not None:
                self.body.above(number, row)
            elif any(True for cell in row.values() for _ in segments(cell.text)):
                read_inline(self.body, number, row)
            at += 1

    def _headings(self, at: int) -> int:
        """Take the headings that begin at a row; how many rows they are, 0 where there are none."""
        number, row = self.rows[at]
        if self._is_content(row):
            return 0
        if not self.headed and (self.first_headings is None or at < self.first_headings):
            headings = activity_headings(row) if self.first_headings is None else None
            return self._take_all([(number, row)], headings) if headings else 0
        headings = headings_in(
            row, again=self.headed, table_headings=self.heading_texts
        ) or activity_headings(row)
        if headings is None and not self.headed and at == self.first_headings:
            headings = {column: Heading(cell.text, None) for column, cell in row.items()}
        if headings is None:
            return 0
        if not self.headed and at:
            self._group_above(at, headings)
        rows = [(number, row)]
        for below_number, below in self.rows[at + 1 : at + 3]:
            joined = self._joined(rows, headings, below_number, below)
            if joined is None:
                break
            headings = joined
            rows.append((below_number, below))
        return self._take_all(rows, headings)

    def _take_all(
        self, rows: list[tuple[int, Mapping[int, Cell]]], headings: dict[int, Heading]
    ) -> int:
        """Take headings that stand in so many rows."""
        self._take(headings)
        for here, cells in rows:
            for column in cells:
                self.ledger.note(self.number, here, column, "placed", "heading")
        return len(rows)

    def _joined(
        self,
        rows: list[tuple[int, Mapping[int, Cell]]],
        headings: Mapping[int, Heading],
        number: int,
        row: Mapping[int, Cell],
    ) -> dict[int, Heading] | None:
        """The headings with the row below them, where that heads columns too."""
        last_number, last = rows[-1]
        reach = max((cell.rows for cell in last.values()), default=1)
        if self._is_content(row):
            return None
        if number > last_number + reach or any(level_named(cell.text) for cell in row.values()):
            return None
        spans = {column: cell.columns for column, cell in last.items()}
        is_below = any(column not in headings or spans.get(column, 1) > 1 for column in row)
        if not is_below and not headings_in(row, again=True):
            return None
        return under_groups(headings, spans, row)

    def _group_above(self, at: int, headings: Mapping[int, Heading]) -> None:
        number, row = self.rows[at - 1]
        if number + 1 == self.rows[at][0] and is_group_row(row, headings):
            for column in row:
                self.ledger.note(self.number, number, column, "placed", "heading")

    def _take(self, headings: dict[int, Heading]) -> None:
        before = self.body.columns
        roles = {heading.role for heading in headings.values()}
        if "objective" not in roles:
            objective_column = next(
                (c for c, heading in before.items() if heading.role == "objective"), None
            )
            first = min(
                (c for c, heading in headings.items() if heading.role == "indicator"), default=0
            )
            if self.headed and objective_column is not None and objective_column not in headings:
                headings[objective_column] = before[objective_column]
            elif first and not self.headed and first - 1 not in headings:
                headings[first - 1] = Heading(
                    "", "objective"
                )  # the first heading is often left blank
        for column, role in self.chosen.items():
            text = headings[column].text if column in headings else ""
            headings[column] = Heading(text, role or None)
        self.heading_texts |= {plain(heading.text) for heading in headings.values() if heading.role}
        self.body.take(headings)
        for column, heading in headings.items():
            self.shown.setdefault(column, (heading.text, heading.role or ""))
        self.headed = True

    def as_read(self, *, used: bool) -> TableRead:
        """The table as it was understood, for a person to correct."""
        columns = dict(self.shown)
        for column, cell in self.unnamed_columns(columns):
            columns.setdefault(column, (cell.text, ""))
        place = self.grid.place
        if self.grid.kind == "sheet":
            place = gettext("sheet {name}", name=place)
        return TableRead(self.number, place, dict(sorted(columns.items())), used, self.is_candidate)

    def unnamed_columns(self, columns: Mapping[int, object]) -> Iterator[tuple[int, Cell]]:
        """Columns that no heading names; of a table without headings, those of its fullest row."""
        if columns:
            return
        fullest = self._fullest()
        if fullest is not None:
            yield from self.rows[fullest][1].items()
