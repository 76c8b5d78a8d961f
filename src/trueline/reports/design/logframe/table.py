"""The logframe as a table to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trueline.reports.design.logframe.content import ALL_LEVELS, COLUMNS, NO_INDICATOR, LogframeRow
from trueline.reports.layout.blocks import Cell, Row, Table

SHARES = (2.2, 3.2, 2.6, 3)
_NEED_INDICATORS = ("Impact", "Outcome", "Output", "Result")


def logframe_table(rows: Iterable[LogframeRow]) -> Table:
    """Four columns; an objective and its assumptions stand beside all of its indicators."""
    return Table(COLUMNS, tuple(line for row in rows for line in _lines(row)), SHARES)


def _lines(row: LogframeRow) -> Iterator[Row]:
    if row.level == ALL_LEVELS:
        yield (row.objective, Cell("\n".join(row.assumptions), columns=3), None, None)
        return
    height = max(len(row.indicators), 1)
    objective = Cell(row.objective, row.code, height)
    assumptions = Cell("\n".join(row.assumptions), "", height)
    if not row.indicators:
        missing = NO_INDICATOR if row.level in _NEED_INDICATORS else ""
        yield (objective, missing, "", assumptions)
    for number, one in enumerate(row.indicators):
        beside = (Cell(one.text, one.code), one.means)
        yield (objective, *beside, assumptions) if number == 0 else (None, *beside, None)
