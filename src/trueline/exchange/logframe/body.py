"""The rows under the headings of a table: objectives, their indicators, and lists of activities."""

from __future__ import annotations

from collections.abc import Mapping

from trueline.exchange.logframe.columns import Heading, has_extra_words, is_strict, row_kind
from trueline.exchange.logframe.headings import LevelWord, column_named, level_named, plain, words
from trueline.exchange.logframe.indicator_cells import IndicatorCells
from trueline.exchange.logframe.items import Coded, label_number, numbered_lines, objective_in
from trueline.exchange.logframe.lists import activities_in
from trueline.exchange.logframe.row_cells import METHODS, OF_INDICATOR, is_activity
from trueline.language import gettext
from trueline.office import Cell

_REACHES_DOWN = METHODS | (OF_INDICATOR - {"baseline", "baseline_text"})
_FARTHEST = 300
_LONGEST_CODE = 30


class Body(IndicatorCells):
    """Reads the rows of one table into the frame."""

    is_unowned = False
    """Whether the rows are of indicators that name no result."""

    def take(self, columns: dict[int, Heading]) -> None:
        """Go on under new headings."""
        self.columns = columns
        level = next((heading.level for heading in columns.values() if heading.level), "")
        self.heading_level = level_named(level) if level else None
        self.reaching = {}

    def row(self, number: int, cells: Mapping[int, Cell]) -> None:
        """Read one row."""
        filled = {column: cell for column, cell in cells.items() if cell.text}
        if filled and not (len(filled) == 1 and self._alone(number, *filled.popitem())):
            filled = {column: cell for column, cell in cells.items() if cell.text}
            self._several(number, filled)
        for column, cell in cells.items():
            if cell.note:
                self.comment(gettext("Note"), cell.note)
                self.note(number, -1 - column, "comment", gettext("comment"))
            if cell.rows > 1:
                self.reaching[column] = (number, number + min(cell.rows, _FARTHEST) - 1, cell.text)

    def above(self, number: int, cells: Mapping[int, Cell]) -> None:
        """Read a row above the headings: the objective that the table is about, if it is one."""
        ((column, cell),) = cells.items()
        if plain(cell.text) in words().no_objective:
            self.frame.row, self.indicators = None, []
            self.note(number, column, "placed", gettext("heading"))
            return
        objective = objective_in(cell.text)
        if objective.level and objective.text:
            self._begin(number, column, objective, cell.indent)

    def _alone(self, number: int, column: int, cell: Cell) -> bool:
        text, role = cell.text, self.role(column)
        first = min(self.columns, default=0)
        if level := level_named(text):
            self._section(level)
            self.note(number, column, "placed", gettext("level"))
            return True
        if listed := activities_in(text):
            self.activities(number, listed.under, listed.listed)
            self.note(number, column, "placed", gettext("activities"))
            return True
        if text.startswith("*"):
            return True  # a footnote of the form
        head, _, rest = text.partition(":")
        if role == "indicator" and column_named(head[:40]) == "indicator":
            return False
        if rest is not None and ":" in text and column_named(head) == "comment" and len(head) < 40:
            if not rest.strip():
                self.note(number, column, "placed", gettext("heading"))
            else:
                self.comment(head.strip(), rest.strip())
                self.note(number, column, "comment", gettext("comment"))
            return True
        objective = objective_in(text)
        if plain(text) in words().no_objective:
            self.frame.row, self.indicators, self.is_unowned = None, [], True
            self.note(number, column, "placed", gettext("heading"))
            return True
        is_other = objective.level is None and has_extra_words(text)
        if role == "indicator" and self.is_unowned and is_other:
            return False
        if is_strict(text) and column_named(text) in ("assumptions", "risks", "comment", "source"):
            self.note(number, column, "placed", gettext("heading"))
            return True
        has_objective = any(one.role == "objective" for one in self.columns.values())
        if role == "indicator" and self._goes_on(objective.code):
            return False
        if objective.level is None and not (
            (role == "objective" and column == first) or cell.columns > 1
        ):
            return (
                False
                if has_objective or not objective.code or role != "indicator"
                else (self._begin(number, column, objective, cell.indent))
            )
        return self._begin(number, column, objective, cell.indent)

    def _goes_on(self, code: str) -> bool:
        """Whether a number is the next indicator's of the present objective, as 1.3 after 1.2."""
        parent, row = code.rpartition(".")[0], self.frame.row
        if not parent or row is None:
            return False
        last = self.indicators[-1].code if self.indicators else ""
        return parent in (last.rpartition(".")[0], row.number)

    def _begin(self, number: int, column: int, objective: Coded, indent: int) -> bool:
        with_code = Coded(objective.text, objective.code or self._pending_code(), objective.level)
        word = self.heading_level[0] if self.heading_level else None
        self.frame.begin(with_code, self.place(number), word, indent)
        self.heading_level = None
        self.indicators = []
        self._keep_objective(number, column)
        return True

    def _keep_objective(self, number: int, column: int) -> None:
        self.has_begun, self.is_unowned = True, False
        self.note(number, column, "placed", gettext("objective"))
        row, cell = self.frame.row, self.grid.rows[number].get(column)
        if row is not None and cell is not None:
            row.at.setdefault("objective", []).append(self.grid.address(number, column))
            row.raw.setdefault("objective", []).append(cell.text)

    def _pending_code(self) -> str:
        code = self.heading_level[1] if self.heading_level else self.section_code
        self.section_code = ""
        return code

    def _section(self, level: tuple[LevelWord, str]) -> None:
        self.frame.word, self.section_code = level
        self.frame.row = None
        self.heading_level = None
        self.indicators = []

    def _several(self, number: int, cells: Mapping[int, Cell]) -> None:
        if len(cells) == 2 and self.labelled(number, cells):
            return
        kind_at = next(
            (c for c, cell in cells.items() if self.role(c) is None and row_kind(cell.text)), None
        )
        kind = row_kind(cells[kind_at].text) if kind_at is not None else None
        if kind_at is not None:
            self.note(number, kind_at, "placed", gettext("heading"))
        if kind in ("achieved", "source"):
            self.further(number, kind, {c: one for c, one in cells.items() if c != kind_at})
            return
        rest = {c: one for c, one in cells.items() if c != kind_at}
        left_out = self._objective(number, rest)
        if left_out:
            return
        self.read_indicators(number, rest)
        self.read_row_cells(number, rest)

    def _objective(self, number: int, cells: Mapping[int, Cell]) -> bool:
        """Begin the objective that a row names; whether the row is one of those left out."""
        word: LevelWord | None = None
        code = ""
        at: int | None = None
        has_column = any(one.role == "objective" for one in self.columns.values())
        for column, cell in cells.items():
            role = self.role(column)
            level = level_named(cell.text)
            if role != "code" and role in (None, "level", "objective") and level and word is None:
                if role == "level" and not has_column:
                    pass
                word, code = level[0], level[1] or code
                self.note(number, column, "placed", gettext("level"))
            elif role == "objective" and at is None:
                at = column
            elif role == "code" and len(cell.text) < _LONGEST_CODE:
                code = label_number(cell.text) or cell.text.strip().rstrip(".")
                if level := level_named(cell.text):
                    code = level[1]
                    word = word if "." in code else word or level[0]
                    if "." in code and (owner := self.frame.measured_by(level[0], code)):
                        self.frame.row, self.code_of_indicator, code = owner, code, ""
        if at is None:
            at = self._stands_in(cells, word, has_column=has_column)
        if at is None:
            return self._without_objective(number, cells, word, code, has_column=has_column)
        cell = cells[at]
        if plain(cell.text) in words().whole_risks:
            self.whole_risks(number, at, cells)
            return True
        if plain(cell.text) in words().no_objective:
            self.frame.row = None
            self.indicators = []
            self.note(number, at, "placed", gettext("heading"))
            return False
        self._begin_listed(number, at, cell, word, code)
        self._note_codes(number, cells)
        return False

    def _stands_in(
        self, cells: Mapping[int, Cell], word: LevelWord | None, *, has_column: bool
    ) -> int | None:
        """The cell that holds the objective where the column that is headed so names the level."""
        for column, cell in cells.items():
            before = self.role(column - 1)
            if (
                self.role(column) is None
                and before in ("objective", "level")
                and not level_named(cell.text)
                and column not in self.columns
                and word
            ):
                return column
            if self.role(column) == "level" and not has_column and objective_in(cell.text).text:
                return column
        return None

    def _begin_listed(
        self, number: int, column: int, cell: Cell, word: LevelWord | None, code: str
    ) -> None:
        before = self.frame.row
        heading = self.heading_level
        listed = activities_in(cell.text)
        if listed:
            self.activities(number, listed.under, listed.listed)
            self.note(number, column, "placed", gettext("activities"))
            self.frame.row = self.frame.rows[-1] if self.frame.rows else None
            self.indicators = []
            return
        objective = objective_in(cell.text)
        level = objective.level or word or (heading[0] if heading else self.frame.word)
        several = numbered_lines(cell.text) if level in ("activity", "output", "result") else []
        if level != "activity" and sum(1 for one in several if one.code) < 2:
            several = []
        if len(several) > 1 and not objective.level:
            begun = [
                self.frame.begin(one, self.place(number), word or level, cell.indent)
                for one in several
            ]
            self.frame.row = begun[0]
        else:
            code = code or objective.code or (heading[1] if heading else self.section_code)
            one = Coded(objective.text, objective.code or code, objective.level)
            heading_word = heading[0] if heading else None
            begun = [self.frame.begin(one, self.place(number), word or heading_word, cell.indent)]
        self.heading_level, self.section_code = None, ""
        if self.frame.row is not before:
            self.indicators = []
        self._keep_objective(number, column)

    def _note_codes(self, number: int, cells: Mapping[int, Cell]) -> None:
        for column, cell in cells.items():
            if self.role(column) == "code" and len(cell.text) < _LONGEST_CODE:
                self.note(number, column, "placed", gettext("code"))

    def _without_objective(
        self,
        number: int,
        cells: Mapping[int, Cell],
        word: LevelWord | None,
        code: str,
        *,
        has_column: bool,
    ) -> bool:
        if word and self.frame.row is not None and not has_column:
            typed = next(
                (c for c in cells if self.role(c) == "level" and level_named(cells[c].text)), None
            )
            if typed is not None:  # the type of an indicator under the result of a section
                heading = self.columns[typed].text
                self.typed = (number, typed, f"{heading}: {cells[typed].text}")
                return False
        if word and (self.frame.word != word or self.frame.row is None):
            text = next((c.text for c in cells.values() if level_named(c.text)), "")
            self.frame.begin(Coded(text, code, word), self.place(number), word, 0)
            self.indicators = []
        if code:
            self.code_of_indicator = code
            self._note_codes(number, cells)
        return False

    def read_row_cells(self, number: int, cells: Mapping[int, Cell]) -> None:
        """Read the other cells in the row of an objective or an indicator."""
        row = self.frame.row
        measured = {c: cell.text for c, cell in cells.items()}
        for column, (begun, last, text) in self.reaching.items():
            if (
                begun < number <= last
                and column not in measured
                and self.role(column) in _REACHES_DOWN
            ):
                measured[column] = text
        has_assumptions = any(one.role == "assumptions" for one in self.columns.values())
        for column, text in measured.items():
            role = self.role(column)
            if role in ("objective", "indicator", "code") and not (
                role == "indicator" and row is not None and is_activity(row)
            ):
                continue
            if row is None and not self.indicators:
                continue
            fate, what = self.put(number, column, role, text, row, has_assumptions=has_assumptions)
            self.keep(number, column, role, text)
            if column in cells:
                self.note(number, column, fate, what)
