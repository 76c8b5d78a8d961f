"""Reads times as tables of plans write them: a day, a year, a quarter, from one to another."""

from __future__ import annotations

import re
from datetime import date

from trueline.exchange.plan_table.words import without_until
from trueline.language.parsing import parse_date

_RANGE = re.compile(
    r"\s*(?:[–—]|\s-\s|-|/|\bto\b|\buntil\b|\bau\b|\bà\b|\bhasta\b|\ba\b|\bal\b)\s*", re.IGNORECASE
)
_PART_OF_YEAR = re.compile(r"[QT]([1-4])", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
Days = tuple[date | None, date | None]


def days_in(text: str) -> Days | None:
    """The first and the last day of “2025–2027”, “Q1 2026” or “by June 2026”; None for anything else."""
    days, only_end = without_until(text)
    days = re.sub(r"^(from|du|de|desde)\s+", "", days, flags=re.IGNORECASE)
    span = parse_date(days).value
    if span is not None:
        return (None if only_end else span.first, span.last)
    for split in _RANGE.finditer(days):
        first, last = days[: split.start()].strip(), days[split.end() :].strip()
        year = _YEAR.search(last)
        if year and not _YEAR.search(first):
            first = f"{first} {year.group()}"  # Q1-Q3 2026, March to May 2027
        begins, ends = parse_date(first).value, parse_date(last).value
        if begins is not None and ends is not None and begins.first <= ends.last:
            return begins.first, ends.last
    return None


def heading_days(text: str, above: str = "") -> Days | None:
    """The days of a column that is ticked: a year, or a quarter of the year above it."""
    heading = " ".join(text.split())
    if _PART_OF_YEAR.fullmatch(heading) and (year := _YEAR.search(above)):
        heading = f"{heading} {year.group()}"
    if not _YEAR.search(heading) or len(heading) > 20:
        return None
    span = parse_date(heading).value
    return (span.first, span.last) if span else None
