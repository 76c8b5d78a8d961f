"""Things that last from one day to another, along time: a table in which each row has its bar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from trueline.document import Document, Element, elements_of
from trueline.language import direction
from trueline.reports.values import name_of
from trueline.toolkit import Toolkit
from trueline.web.documents.list_views import has_dates

MOST_TICKS = 12
"""So many years, or parts of years, are named over the bars at most."""


@dataclass(frozen=True)
class Bar:
    """One element: its days, and where its bar begins and how long it is, in hundredths of the picture.

    `warning` says what does not fit: no days, the end before the start, beyond the programme.
    """

    name: str
    address: str
    start: date | None
    end: date | None
    at: str = ""
    length: str = ""
    warning: str = ""


@dataclass(frozen=True)
class Tick:
    """A year that begins, or a quarter of it."""

    at: str
    name: str


@dataclass(frozen=True)
class Timeline:
    """All bars, by the day on which they begin; those without a day last."""

    bars: list[Bar]
    ticks: list[Tick]
    start: date | None
    end: date | None


def timeline(document: Document, toolkit: Toolkit) -> Timeline:
    """The timeline of a document."""
    lasting = [(at, each) for at, each in elements_of(document) if has_dates(type(each))]
    whole = (getattr(document, "start", None), getattr(document, "end", None))
    days = [d for d in whole if d] + [d for _at, e in lasting for d in _days(e) if d]
    if not days:
        bars = [_bar(at, each, toolkit, None, whole) for at, each in lasting]
        return Timeline(bars, [], *whole)
    scale = _Scale(min(days).replace(month=1, day=1), max(days).replace(month=12, day=31))
    lasting.sort(key=lambda pair: _days(pair[1])[0] or _days(pair[1])[1] or date.max)
    bars = [_bar(at, each, toolkit, scale, whole) for at, each in lasting]
    return Timeline(bars, scale.ticks(), *whole)


def _days(element: Element) -> tuple[date | None, date | None]:
    return element.start, element.end  # type: ignore[attr-defined]


class _Scale:
    """From days to hundredths of the picture, from the right where the language is read so."""

    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, last
        self.length = (last - first).days + 1
        self.is_mirrored = direction() == "rtl"

    def span(self, start: date, end: date) -> tuple[str, str]:
        begins = (start - self.first).days / self.length * 100
        lasts = max(((end - start).days + 1) / self.length * 100, 0.6)
        at = 100 - begins - lasts if self.is_mirrored else begins
        return f"{at:.2f}%", f"{lasts:.2f}%"

    def ticks(self) -> list[Tick]:
        years = range(self.first.year, self.last.year + 1)
        every = -(-len(years) // MOST_TICKS)
        return [
            Tick(self._at(date(year, 1, 1)), str(year))
            for year in years
            if (year - self.first.year) % every == 0
        ]

    def _at(self, day: date) -> str:
        share = (day - self.first).days / self.length * 100
        return f"{100 - share if self.is_mirrored else share:.2f}%"


def _bar(
    address: str,
    element: Element,
    toolkit: Toolkit,
    scale: _Scale | None,
    whole: tuple[date | None, date | None],
) -> Bar:
    start, end = _days(element)
    name = name_of(element, toolkit)
    if scale is None or not (start or end):
        return Bar(name, address, start, end, warning=_("No days yet."))
    if start and end and end < start:
        return Bar(name, address, start, end, warning=_("It ends before it begins."))
    first = start or whole[0] or scale.first
    last = end or whole[1] or scale.last
    at, length = scale.span(min(first, last), max(first, last))
    return Bar(name, address, start, end, at, length, _warning(start, end, whole))


def _warning(start: date | None, end: date | None, whole: tuple[date | None, date | None]) -> str:
    begins, ends = whole
    if start and begins and start < begins:
        return _("It begins before the programme does.")
    if end and ends and end > ends:
        return _("It ends after the programme does.")
    if not start:
        return _("It is not said when it begins.")
    return "" if end else _("It is not said when it ends.")
