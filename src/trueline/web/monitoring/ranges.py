"""The range of periods that a report is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from trueline.web.documents.models import DocumentRecord
from trueline.web.monitoring.models import ReportingPeriod
from trueline.web.monitoring.queries import PeriodLine, calendar


@dataclass(frozen=True)
class Range:
    """From the start of the first period to the end of the last."""

    first: ReportingPeriod
    last: ReportingPeriod

    @property
    def days(self) -> tuple[date, date]:
        return self.first.start, self.last.end

    @property
    def query(self) -> dict[str, int]:
        """Its query in an address."""
        return {"first": self.first.pk, "last": self.last.pk}


def reportable(record: DocumentRecord, today: date) -> list[PeriodLine]:
    """The periods that may hold figures by now: those that are over, and those with approved ones."""
    return [each for each in calendar(record, today) if each.is_over or each.approved > 0]


def range_in(lines: Sequence[PeriodLine], chosen: Mapping[str, str]) -> Range:
    """The range that a form chose; all periods where it chose none. Needs at least one period."""
    periods = [each.period for each in lines]
    by_key = {str(each.pk): each for each in periods}
    first = by_key.get(chosen.get("first", "")) or min(periods, key=lambda each: each.start)
    last = by_key.get(chosen.get("last", "")) or max(periods, key=lambda each: each.end)
    return Range(last, first) if first.end > last.end else Range(first, last)
