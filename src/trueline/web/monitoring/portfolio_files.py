"""The programmes of an organisation as a file: every row that was asked for, not the page alone.

It leaves the organisation: small counts of people are held back in it, as on the page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _

from trueline.language import label
from trueline.reports.layout.rows_workbook import Rows, rows_workbook
from trueline.web.monitoring.portfolio import Portfolio, ProgrammeRow
from trueline.web.monitoring.summaries import Line, Stands
from trueline.web.tables import csv_text


def columns() -> list[str]:
    """The heads of the columns, a programme in each row."""
    return [
        _("Programme"),
        _("Owner"),
        label("Indicators"),
        *(_standing(each) for each in Stands),
        _("Figures expected so far"),
        _("Reported"),
        _("Missing"),
        _("Not applicable"),
        _("Overdue"),
        _("To approve"),
        _("Due next"),
    ]


def _standing(stands: Stands) -> str:
    """The label for the number of indicators that stand so."""
    return {
        Stands.REACHED: _("Target reached"),
        Stands.ON_THE_WAY: _("On the way"),
        Stands.MISSED: _("Not reached in time"),
        Stands.AWAY: _("Moved away"),
        Stands.NO_FIGURE: _("Without a figure"),
        Stands.HELD_BACK: _("Held back"),
        Stands.UNKNOWN: _("No target held against"),
    }[stands]


def lines(rows: Sequence[ProgrammeRow]) -> Iterator[list[object]]:
    """The rows as values; what is not known is None."""
    for row in rows:
        record, coverage = row.record, row.summary.coverage
        counts = Counter(line.stands for line in row.summary.lines)
        coming = row.due.get("next")
        yield [
            record.label,
            str(record.owner or ""),
            len(row.summary.lines),
            *(counts[each] for each in Stands),
            coverage.expected,
            coverage.reported,
            coverage.missing,
            coverage.not_applicable,
            record.overdue,
            row.due.get("waiting") or 0,
            coming.isoformat() if isinstance(coming, date) else None,
        ]


def indicator_columns() -> list[str]:
    """The heads of the second sheet, an indicator in each row."""
    return [
        _("Programme"),
        label("Indicator"),
        _("Figure to date"),
        label("Unit"),
        _("In words"),
        label("Target"),
        _("Target in words"),
        _("Per cent of the way"),
        _("How it stands"),
    ]


def indicator_lines(rows: Sequence[ProgrammeRow]) -> Iterator[list[object]]:
    """Each indicator with its figure as a number, where it has one that may leave."""
    for row in rows:
        for line in row.summary.lines:
            yield [row.record.label, *_indicator(line)]


def _indicator(line: Line) -> list[object]:
    aim = line.aim.value if line.aim else None
    return [
        line.label,
        line.number,
        line.unit,
        line.value,
        None if aim is None else float(aim),
        line.target,
        None if line.share is None else round(float(line.share) * 100, 1),
        _standing(line.stands),
    ]


def portfolio_csv(portfolio: Portfolio) -> bytes:
    """The programmes as CSV."""
    return csv_text(columns(), lines(portfolio.rows)).encode()


def portfolio_workbook(portfolio: Portfolio) -> bytes:
    """The programmes in one sheet, their indicators in another."""
    note = _("Counts of fewer than 11 people are held back. What is missing is not 0.")
    rows = portfolio.rows
    return rows_workbook(
        Rows(_("Programmes"), columns(), lines(rows), [note]),
        Rows(label("Indicators"), indicator_columns(), indicator_lines(rows), [note]),
    )
