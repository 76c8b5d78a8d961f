"""The logframe of a file: which of its tables belong to it, and what all of its cells became."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trueline.exchange.logframe.facts import is_fact_sheet, is_result_sheet, names_results
from trueline.exchange.logframe.frame import Frame
from trueline.exchange.logframe.headings import plain, words
from trueline.exchange.logframe.items import objective_in
from trueline.exchange.logframe.layouts import layout_of
from trueline.exchange.logframe.ledger import Ledger
from trueline.exchange.logframe.levels import settle
from trueline.exchange.logframe.logframe import Logframe
from trueline.exchange.logframe.model import ObjectiveRow
from trueline.exchange.logframe.round_trip import identified, key_in
from trueline.exchange.logframe.table import Chosen, TableReader
from trueline.exchange.logframe.title import Title, title_in
from trueline.language import gettext
from trueline.office import Grid

LEFT_ASIDE: Chosen = {-1: ""}
"""Stands for a table that a person leaves aside."""


def logframe_in(
    grids: Sequence[Grid], chosen: Mapping[int, Chosen] | None = None
) -> Logframe | None:
    """The logframe of these grids, None where none of them holds one.

    `chosen` says for a grid, by its number, what its columns hold, or that it is left aside.
    """
    chosen = chosen or {}
    ledger = Ledger(grids)
    frame = Frame()
    key = key_in(grids)
    left = key.texts if key else frozenset()
    readers = {
        number: TableReader(number, grid, frame, ledger, _columns(chosen.get(number)), left)
        for number, grid in enumerate(grids)
        if grid.kind != "text"
    }
    used = [
        number
        for number, reader in readers.items()
        if reader.is_candidate and not grids[number].hidden and -1 not in chosen.get(number, {})
    ]
    used = _of_one_logframe(used, grids, chosen, ledger, frame, left)
    if key and (not used or key.layout == "usaid-pirs"):
        used = sorted({*used, *_of_a_key(readers)})
    if not used:
        return None
    if any(is_fact_sheet(grids[number]) for number in used):
        used = sorted({*used, *(n for n in readers if is_result_sheet(grids[n]))})
    last = [number for number in used if used.index(number) and number < used[0]]
    for number in sorted(range(len(grids)), key=lambda each: (each in last, each)):
        grid = grids[number]
        if grid.kind == "text":
            _objectives_above(number, grids, used, frame, ledger)
        elif number in used or (number > used[0] and _may_hold_activities(readers[number], chosen)):
            readers[number].read()
    rows = tuple(row for row in frame.rows if row.objective or row.indicators or row.risks)
    doubts = [*frame.doubts, *settle(list(rows))]
    title = title_in(grids, used, {n: readers[n].first_headings for n in used}, ledger)
    if not key and not any(row.indicators or row.assumptions for row in rows) and len(rows) < 2:
        return None
    return Logframe(
        readers[used[0]].as_read(used=True).place,
        rows,
        title.text,
        layout_of(grids, used, readers),
        tuple(reader.as_read(used=number in used) for number, reader in readers.items()),
        ledger.fates(),
        tuple(dict.fromkeys(doubts)),
        title.facts,
        identified(grids, rows, key),
    )


def _of_a_key(readers: Mapping[int, TableReader]) -> list[int]:
    """Tables of a logframe of ours that has no indicators: lists of activities, sheets of results."""
    used = []
    for number, reader in readers.items():
        if reader.first_headings is not None:
            continue
        reader.is_of_facts = not reader.lists_activities and names_results(reader.grid)
        if (reader.is_of_facts or reader.lists_activities) and not reader.grid.hidden:
            used.append(number)
    return used


def _columns(chosen: Chosen | None) -> Chosen:
    return {column: role for column, role in (chosen or {}).items() if column >= 0}


def _may_hold_activities(reader: TableReader, chosen: Mapping[int, Chosen]) -> bool:
    """Whether a table after a logframe may hold its activities."""
    if reader.is_candidate or reader.grid.hidden or chosen.get(reader.number):
        return False
    return reader.grid.kind == "table" or reader.lists_activities


def _of_one_logframe(
    candidates: list[int],
    grids: Sequence[Grid],
    chosen: Mapping[int, Chosen],
    ledger: Ledger,
    frame: Frame,
    left: frozenset[str],
) -> list[int]:
    """The candidates that belong together: another sheet with another impact is another logframe.

    Sheets in which no objective stands come last: what they track stands in the others.
    """
    goals: set[str] = set()
    together: list[int] = []
    without_objectives: list[int] = []
    for number in candidates:
        grid = grids[number]
        if grid.kind == "sheet" and len(candidates) > 1:
            alone = Frame()
            own_columns = _columns(chosen.get(number))
            TableReader(number, grid, alone, Ledger(grids), own_columns, left).read()
            own = {plain(row.objective) for row in alone.rows if row.word == "impact"}
            if not any(row.objective for row in alone.rows):
                without_objectives.append(number)
                continue
            if goals and own and not own & goals and number not in chosen:
                reason = gettext(
                    "sheet {name}: a logframe too, which was not read.", name=grid.place
                )
                frame.doubts.append(reason[:1].upper() + reason[1:])
                ledger.reasons[number] = gettext("another logframe")
                continue
            goals |= own
        together.append(number)
    return together + without_objectives


def _objectives_above(
    number: int, grids: Sequence[Grid], used: list[int], frame: Frame, ledger: Ledger
) -> None:
    """Objectives that stand as paragraphs right above a table of theirs."""
    if number + 1 not in used:
        return
    paragraphs = list(grids[number].rows.items())[-3:]
    for row, cells in paragraphs:
        objective = objective_in(cells[0].text)
        if objective.level and objective.text and objective.level != "activity":
            result: ObjectiveRow = frame.begin(
                objective, grids[number].address(row, 0), objective.level, 0
            )
            ledger.note(number, row, 0, "placed", gettext("objective"))
            frame.row = result


__all__ = ["LEFT_ASIDE", "Title", "logframe_in", "words"]
