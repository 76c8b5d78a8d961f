"""The logframe as a table to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trueline.language import gettext
from trueline.reports.design.logframe.content import LogframeRow, columns
from trueline.reports.layout.blocks import Cell, Row, Table

SHARES = (2.2, 3.2, 2.6, 3)
_NEED_INDICATORS = ("impact", "outcome", "result", "output")


def logframe_table(rows: Iterable[LogframeRow]) -> Table:
    """Four columns; an objective and its assumptions stand beside all of its indicators."""
    return Table(columns(), tuple(line for row in rows for line in _lines(row)), SHARES)


def _lines(row: LogframeRow) -> Iterator[Row]:
    if row.level == "all":
        yield (row.objective, Cell("\n".join(row.assumptions), columns=3), None, None)
        return
    height = max(len(row.indicators), 1)
    objective = Cell(row.objective, row.code, height)
    assumptions = Cell("\n".join(row.assumptions), "", height)
    if not row.indicators:
        missing = gettext("No indicator yet.") if row.level in _NEED_INDICATORS else ""
        yield (objective, missing, "", assumptions)
    for number, one in enumerate(row.indicators):
        indicator = (Cell(one.text, one.code), one.means)
        yield (objective, *indicator, assumptions) if number == 0 else (None, *indicator, None)
