"""Reporting periods: a year, a half, a quarter, a month or a day, as people write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_YEAR = re.compile(r"(\d{4})")
_MONTH = re.compile(r"(\d{4})[-/. ](\d{1,2})")
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_PART = re.compile(r"(\d{4})[-/ ]?([QTHS])([1-4])|([QTHS])([1-4])[-/ ]?(\d{4})", re.IGNORECASE)
_MONTHS = {"Q": 3, "T": 3, "H": 6, "S": 6}
"""A letter of a part of a year and its months: quarter and half, trimestre and semestre."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of time, its last day included. Periods sort by their last day."""

    end: date
    start: date
    label: str

    def __str__(self) -> str:
        return self.label

    @property
    def months(self) -> int:
        """How many calendar months it covers; 0 for a day."""
        if self.start == self.end:
            return 0
        years = self.end.year - self.start.year
        return years * 12 + self.end.month - self.start.month + 1

    def overlaps(self, other: Period) -> bool:
        """Whether some day lies in both."""
        return self.start <= other.end and other.start <= self.end


def period(text: str) -> Period | None:
    """The period that a text names, or None: 2026, 2026-H1, Q3 2026, 2026-07, 2026-07-15.

    One period has one label, however it is written.
    """
    text = text.strip()
    if match := _PART.fullmatch(text):
        year, letter, number = match[1] or match[6], match[2] or match[4], match[3] or match[5]
        return _part(int(year), letter.upper(), int(number))
    if match := _YEAR.fullmatch(text):
        return _months(int(match[1]), 1, 12, match[1])
    if match := _MONTH.fullmatch(text):
        year, month = int(match[1]), int(match[2])
        return _months(year, month, 1, f"{year}-{month:02}") if 1 <= month <= 12 else None
    if match := _DAY.fullmatch(text):
        try:
            day = date(*map(int, match.groups()))
        except ValueError:
            return None
        return Period(day, day, day.isoformat())
    return None


def _part(year: int, letter: str, number: int) -> Period | None:
    months = _MONTHS[letter]
    if number * months > 12:
        return None
    label = f"{year}-{'Q' if months == 3 else 'H'}{number}"
    return _months(year, (number - 1) * months + 1, months, label)


def _months(year: int, first: int, count: int, label: str) -> Period | None:
    if not 1900 <= year <= 2200:
        return None
    after = first + count
    next_day = date(year, after, 1) if after <= 12 else date(year + 1, 1, 1)
    return Period(next_day - timedelta(days=1), date(year, first, 1), label)
