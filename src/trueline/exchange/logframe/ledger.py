"""The fate of every cell of a file. A cell that nobody spoke for is not placed."""

from __future__ import annotations

from collections.abc import Iterable

from trueline.design.logframe_key import SHEET
from trueline.exchange.logframe.model import CellFate, Fate
from trueline.language import gettext
from trueline.office import Grid

_RANK = {"unplaced": 0, "comment": 1, "placed": 2}


class Ledger:
    """Records what each cell became; the best outcome counts."""

    def __init__(self, grids: Iterable[Grid]) -> None:
        self.grids = tuple(grids)
        self.noted: dict[tuple[int, int, int], tuple[Fate, str]] = {}
        self.reasons: dict[int, str] = {}

    def note(self, grid: int, row: int, column: int, fate: Fate, what: str) -> None:
        """Say what a cell became."""
        key = (grid, row, column)
        before = self.noted.get(key)
        if before is None or _RANK[fate] > _RANK[before[0]]:
            self.noted[key] = (fate, what)

    def forget(self, grid: int, reason: str) -> None:
        """A table that is not used after all: its cells are not placed, for this reason."""
        self.noted = {key: text for key, text in self.noted.items() if key[0] != grid}
        self.reasons[grid] = reason

    def fates(self) -> tuple[CellFate, ...]:
        """Every filled cell of the file with what became of it, in reading order."""
        cell_fates: list[CellFate] = []
        for number, grid in enumerate(self.grids):
            if grid.hidden and grid.place == SHEET:
                continue  # our own key, which nobody wrote
            for row, column, cell in grid.cells():
                place = grid.address(row, column)
                if cell.text:
                    fate, what = self.noted.get((number, row, column), ("unplaced", ""))
                    why = what or self.reasons.get(number, "")
                    cell_fates.append(CellFate(place, cell.text, fate, why))
                if cell.note:
                    fate, what = self.noted.get((number, row, -1 - column), ("unplaced", ""))
                    here = gettext("{place}, the note at it", place=place)
                    cell_fates.append(CellFate(here, cell.note, fate, what))
        return tuple(cell_fates)
