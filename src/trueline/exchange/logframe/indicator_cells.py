"""The cells of a row that say its indicators: one or several, named, typed, or going on from above."""

from __future__ import annotations

from collections.abc import Mapping

from trueline.exchange.logframe.headings import plain, says_nothing
from trueline.exchange.logframe.items import Coded, coded, inline_label, numbered_lines
from trueline.exchange.logframe.model import ObjectiveRow
from trueline.exchange.logframe.row_cells import METHODS, TARGETS, RowCells, is_activity
from trueline.language import gettext
from trueline.office import Cell

_DATED = (*TARGETS, "baseline")
_OF_ITS_OWN = METHODS | TARGETS | {"baseline", "definition", "frequency", "responsible"}
"""Cells in which two indicators of the same words may differ; other differences make parts of one."""


class IndicatorCells(RowCells):
    """Reads the indicators of the rows of one table."""

    typed: tuple[int, int, str] | None = None
    """Row and column of the type of an indicator, and what it says."""
    code_of_indicator = ""
    has_begun = False
    """Whether an objective was begun in this table."""

    def read_indicators(self, number: int, cells: Mapping[int, Cell]) -> None:
        """Start the indicators in the cells under headings of indicators."""
        row = self.frame.row
        code, self.code_of_indicator = self.code_of_indicator, ""
        for column, cell in cells.items():
            if self.role(column) != "indicator":
                continue
            if row is None:
                row = self.frame.loose(self.place(number))
            if is_activity(row):
                continue
            statements = [one for one in numbered_lines(cell.text) if not says_nothing(one.text)]
            if not statements:
                self.note(number, column, "unplaced", gettext("says that there is nothing"))
                continue
            self.indicators = []
            for one in statements:
                if not self._inline_measure(number, column, one.text):
                    indicator = self._with_code(one, column, code)
                    self.indicators.append(
                        self.frame.indicator(
                            row,
                            indicator,
                            self.place(number),
                            own=self._is_own(cells),
                            another=self._is_another(number, cells, row, indicator),
                        )
                    )
            self.note(number, column, "placed", gettext("indicator"))
            self.keep(number, column, "indicator", cell.text)
            for begun in self.indicators:
                headings = begun.raw.setdefault("headings", [])
                headings += [one.text for one in self.columns.values() if one.role in _DATED]
        if self.typed:
            place, typed, kind = self.typed
            self.typed = None
            if self.indicators:
                self.indicators[-1].comments.append(kind)
                self.note(place, typed, "comment", gettext("comment"))

    def _is_another(
        self, number: int, cells: Mapping[int, Cell], row: ObjectiveRow, indicator: Coded
    ) -> bool:
        """Whether a row of the same words as the one above is an indicator of its own.

        It is where the two have different values under one heading, and nothing says how they are
        broken down.
        """
        above = self.grid.rows.get(number - 1, {})
        column = next(c for c in cells if self.role(c) == "indicator")
        if indicator.code or plain(cells[column].text) != plain(_text_at(above, column)):
            return False
        differ = {
            c
            for c in {*cells, *above}
            if _text_at(cells, c) != _text_at(above, c)
            and self.role(c) not in ("objective", "level")
        }
        valued = [
            c for c in differ if self.role(c) in _DATED and _is_filled_in_both(cells, above, c)
        ]
        return bool(valued) and all(self.role(c) in _OF_ITS_OWN for c in differ)

    def _inline_measure(self, number: int, column: int, text: str) -> bool:
        """Take a line such as “Target: 15 by 2028” below an indicator as what its column would say."""
        labelled = inline_label(text)
        if not self.indicators or labelled is None:
            return False
        role, head, rest = labelled
        indicator = self.indicators[-1]
        if role in METHODS:
            indicator.methods += [rest] if rest not in indicator.methods else []
        else:
            self._add_text(indicator, role, head, rest, self.grid.address(number, column))
        return True

    def _is_own(self, cells: Mapping[int, Cell]) -> bool:
        """Whether the table links the indicators of a row to an objective."""
        columns = [c for c, one in self.columns.items() if one.role == "objective"]
        return self.has_begun and (not columns or any(column in cells for column in columns))

    def _with_code(self, objective: Coded, column: int, code: str) -> Coded:
        heading = self.columns[column].text
        headed = coded(f"{heading} x") if any(sign.isdigit() for sign in heading) else None
        return Coded(objective.text, objective.code or code or (headed.code if headed else ""))


def _text_at(cells: Mapping[int, Cell], column: int) -> str:
    return cells[column].text if column in cells else ""


def _is_filled_in_both(cells: Mapping[int, Cell], above: Mapping[int, Cell], column: int) -> bool:
    """Whether both rows say something in a column."""
    return bool(_text_at(cells, column) and _text_at(above, column))
