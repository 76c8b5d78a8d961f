"""States beside instruments: a cell for each fact, with the day of which it is known.

States stand in the order of their names, instruments in that of their titles. Nothing is counted
and nothing coloured by what a state lacks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trueline.language import gettext, gettext_noop
from trueline.language.terms import RATIFICATION, TREATY_ACTION
from trueline.reports.layout.rows_workbook import Rows, rows_workbook
from trueline.reports.ratifications.wording import about, by_name, by_title, state_name
from trueline.toolkit import Toolkit
from trueline.toolkit.ratifications import Instrument, Ratification, Register

NOT_IN_REGISTER = gettext_noop("no line in the register")


@dataclass(frozen=True, slots=True)
class Cell:
    """A fact in few words. `status` marks an unknown fact as unknown, never as “no”."""

    status: str
    act: str
    day: str
    as_of: str


@dataclass(frozen=True, slots=True)
class StateRow:
    """The facts on one state."""

    state: str
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """States by instruments."""

    instruments: tuple[Instrument, ...]
    rows: tuple[StateRow, ...]

    @property
    def by_instrument(self) -> list[tuple[Instrument, list[Cell]]]:
        """The other way round, for a few states side by side."""
        return [
            (instrument, [row.cells[place] for row in self.rows])
            for place, instrument in enumerate(self.instruments)
        ]


def matrix(
    register: Register,
    toolkit: Toolkit,
    states: Iterable[str] = (),
    instruments: Iterable[Instrument] = (),
) -> Matrix:
    """The register's facts on these states and instruments; on all, if none is named."""
    columns = tuple(by_title(tuple(instruments) or register.instruments))
    words = {status: RATIFICATION.label(status) for status in RATIFICATION.labels}
    acts = {action: TREATY_ACTION.label(action) for action in TREATY_ACTION.labels}
    rows = tuple(
        StateRow(
            state,
            state_name(state, toolkit),
            tuple(_cell(register.of(state, each.id), words, acts) for each in columns),
        )
        for state in by_name(set(states) or register.states, toolkit)
    )
    return Matrix(columns, rows)


def matrix_workbook(matrix: Matrix) -> bytes:
    """The same to filter and hand on."""
    head = [gettext("State or organisation"), *(each.short for each in matrix.instruments)]
    rows = ([row.name, *(_text(cell) for cell in row.cells)] for row in matrix.rows)
    return rows_workbook(Rows(gettext("Ratifications"), head, rows, [about()]))


def _text(cell: Cell) -> str:
    as_of = gettext("as of {day}", day=cell.as_of)
    act = " ".join(filter(None, (cell.act, cell.day)))
    return ". ".join(filter(None, (cell.status, act, as_of)))


def _cell(fact: Ratification, words: dict[str, str], acts: dict[str, str]) -> Cell:
    as_of = gettext(NOT_IN_REGISTER) if fact.as_of is None else str(fact.as_of)
    act = acts[fact.action] if fact.action else ""
    return Cell(words[fact.status], act, str(fact.day or ""), as_of)
