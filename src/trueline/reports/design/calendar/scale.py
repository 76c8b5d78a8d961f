"""From days to places on a time line, and which days to mark on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from trueline.language import short_month
from trueline.reports.design.calendar.moments import Calendar

_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 24000)
"""Months between ticks, from which the closest that leaves room is taken."""
_ROOM = 34.0


@dataclass(frozen=True)
class Scale:
    """Days `first` to `last` on the points `left` to `right`."""

    first: date
    last: date
    left: float
    right: float
    ticks: tuple[tuple[date, str], ...]

    def x(self, day: date) -> float:
        """The position of a day."""
        whole = (self.last - self.first).days
        return self.left + (self.right - self.left) * (day - self.first).days / whole


def scale_of(calendar: Calendar, left: float, right: float) -> Scale | None:
    """The scale on which everything dated finds room; None where nothing is dated."""
    days = [moment.on for lane in calendar.lanes for moment in lane.moments]
    days += [day for lane in calendar.lanes if lane.span for day in lane.span]
    if not days:
        return None
    days += [day for day in (calendar.start, calendar.end) if day]
    first, last = _month(min(days), 0), _month(max(days), 1)
    months = max((last.year - first.year) * 12 + last.month - first.month, 1)
    most = (right - left) / _ROOM
    step = next((step for step in _STEPS if months / step <= most), _STEPS[-1])
    return Scale(first, last, left, right, tuple(_ticks(first, last, step)))


def _month(day: date, later: int) -> date:
    """The first of the month, or of the next; the calendar's last day where there is none."""
    number = day.year * 12 + day.month - 1 + later
    year, month = divmod(number, 12)
    return date(year, month + 1, 1) if year <= date.max.year else date.max


def _ticks(first: date, last: date, step: int) -> Iterator[tuple[date, str]]:
    number = -(-(first.year * 12 + first.month - 1) // step) * step
    while number <= last.year * 12 + last.month - 1:
        day = date(number // 12, number % 12 + 1, 1) if number >= 12 else first
        yield day, f"{day.year}" if step >= 12 else short_month(day)
        number += step
