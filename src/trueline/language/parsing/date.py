"""Days, months, quarters and years in the orders and words in which people write them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import permutations
from types import MappingProxyType
from typing import Literal

from trueline.language.parsing.parsed import Parsed, parsed
from trueline.language.parsing.signs import in_ascii, plain_words

DateOrder = Literal["dmy", "mdy", "ymd", ""]
"""In which order a day, a month and a year stand; "" where it is not known."""
MONTHS_IN = ("en", "fr", "es", "pt", "ar", "ar_LB", "ar_TN", "ru", "de")
"""Languages whose months are known."""
EARLIEST, LATEST = 1900, 2150


@dataclass(frozen=True)
class Span:
    """From a first to a last day: of a day, a month, a quarter, a half or whole years."""

    first: date
    last: date

    @property
    def day(self) -> date | None:
        """The day, where it is one."""
        return self.first if self.first == self.last else None


def parse_date(text: str, *, order: DateOrder = "") -> Parsed[Span]:
    """Read a date. `order` is the one in which the language or the other cells write it.

    A month or a year alone is the whole of it: whether its first or its last day is meant, the
    caller knows. Its end is its last day. A day without a year is no date, nor one on another day of the
    week than it says.
    """
    if len(text) > 80:
        return Parsed(text)
    written = _TIME.sub("", in_ascii(text).strip().rstrip("."))
    readings = list(_by_numbers(written)) or list(_by_words(written))
    if order:
        readings = [each for each in readings if each[0] in (order, "")] or readings
    return parsed(text, (span for _, span in readings))


_TIME = re.compile(r"(?<=\d)[T ]\d\d?:\d\d(:\d\d(\.\d+)?)?( ?(Z|[+-]\d\d:?\d\d))?$")
_THREE = re.compile(r"(\d{1,4}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{1,4})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})")
_YEAR_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})")
_YEARS = re.compile(r"(\d{4})(?: ?[-/] ?(\d{4}))?")
_PART = re.compile(r"(?:([QTHS])([1-4])[ /-]*(\d{4})|(\d{4})[ /-]*([QTHS])([1-4]))", re.IGNORECASE)
_MONTHS_OF = {"q": 3, "t": 3, "h": 6, "s": 6}

_Reading = tuple[str, Span]


def _by_numbers(written: str) -> Iterator[_Reading]:
    if three := _THREE.fullmatch(written):
        yield from _of_three(three[1], three[3], three[4], three[2])
    elif years := _YEARS.fullmatch(written):
        yield from _of_years(int(years[1]), int(years[2] or years[1]))
    elif month := _MONTH_YEAR.fullmatch(written):
        yield from _months(int(month[2]), int(month[1]))
    elif month := _YEAR_MONTH.fullmatch(written):
        yield from _months(int(month[1]), int(month[2]))
    elif part := _PART.fullmatch(written):
        letter, number, year = part[1] or part[5], part[2] or part[6], part[3] or part[4]
        length = _MONTHS_OF[letter.casefold()]
        yield from _months(int(year), (int(number) - 1) * length + 1, length)


def _of_three(*three: str) -> Iterator[_Reading]:
    """Day, month and year in each order that holds; points never stand in the American order."""
    *parts, sign = three
    orders: tuple[DateOrder, ...] = ("dmy", "ymd") if sign == "." else ("dmy", "mdy", "ymd")
    long = [len(part) > 2 for part in parts]
    for order in orders:
        by_letter = dict(zip(order, parts, strict=True))
        year = by_letter["y"]
        if sum(long) > 1 or (any(long) and len(year) != 4) or len(year) not in (2, 4):
            continue
        with suppress(ValueError):
            full = int(year) if len(year) == 4 else 2000 + int(year)
            yield order, _one(date(full, int(by_letter["m"]), int(by_letter["d"])))


def _one(day: date) -> Span:
    if not EARLIEST <= day.year <= LATEST:
        raise ValueError(day)
    return Span(day, day)


def _of_years(first: int, last: int) -> Iterator[_Reading]:
    if EARLIEST <= first <= last <= LATEST:
        yield "", Span(date(first, 1, 1), date(last, 12, 31))


def _months(year: int, month: int, length: int = 1) -> Iterator[_Reading]:
    last = month + length - 1
    if EARLIEST <= year <= LATEST and month >= 1 and last <= 12:
        yield "", Span(date(year, month, 1), date(year, last, monthrange(year, last)[1]))


_TOKEN = re.compile(r"\d+|[^\W\d]+")
_LEADING = frozenset(
    [
        "by",
        "of",
        "the",
        "on",
        "until",
        "st",
        "nd",
        "rd",
        "th",
        "le",
        "el",
        "o",
        "os",
        "d",
        "ici",
        "à",
        "a",
        "para",
        "de",
        "del",
        "al",
        "hasta",
        "er",
        "em",
        "do",
        "da",
        "до",
        "к",
        "г",
        "года",
        "بحلول",
        "في",
    ]
)
_ENDING = frozenset(["end", "fin", "final", "finales", "fines", "fim", "конца", "конец", "نهاية"])
_BEFORE = frozenset(["before", "avant", "antes", "قبل"])
"""What stands before a month or year as a whole says nothing of a day in it, unless it is its end."""
_SHORT_YEAR = re.compile(r"[^\W\d]{3,}\.?[-'/ ]*['-/](\d\d)")


def _by_words(written: str) -> Iterator[_Reading]:
    """A month by its name, with a year, and perhaps a day; the end of either by its last day."""
    words = {plain_words(word) for word in _TOKEN.findall(written.casefold())}
    weekdays_named = frozenset().union(
        *(days for word, days in _weekdays().items() if word in words)
    )
    for order, span in _spans_by_words(written):
        if words & _ENDING and span.day is None:
            yield order, Span(span.last, span.last)
        elif span.day is None and words & _BEFORE:
            continue
        elif not weekdays_named or span.day is None or span.day.weekday() in weekdays_named:
            yield order, span


def _spans_by_words(written: str) -> Iterator[_Reading]:
    months_by_name = _month_names()
    words = _TOKEN.findall(written.casefold())
    numbers = [word for word in words if word.isdigit()]
    names = [plain_words(word) for word in words if not word.isdigit()]
    left_out = _LEADING | _ENDING | _BEFORE
    names = _joined([name for name in names if name not in left_out], months_by_name)
    months = {months_by_name[name] for name in names if name in months_by_name}
    others = [name for name in names if name not in months_by_name and name not in _weekdays()]
    years = [number for number in numbers if len(number) == 4]
    if others or (not months and (len(numbers) != 1 or names)):
        return
    if not months:
        yield from _of_years(int(years[0]), int(years[0])) if years else ()
    elif len(months) == 1 and len(numbers) == 1 and years:
        yield from _months(int(years[0]), months.pop())
    elif len(months) == 1 and len(numbers) == 1 and _SHORT_YEAR.fullmatch(written):
        yield from _months(2000 + int(numbers[0]), months.pop())
    elif len(months) == 1 and len(numbers) == 2 and len(years) < 2:
        month = months.pop()
        for day, year in permutations(numbers):
            if len(day) < 3 and (len(year) == 4 or (not years and day == numbers[0])):
                with suppress(ValueError):
                    full = int(year) if len(year) == 4 else 2000 + int(year)
                    yield "", _one(date(full, month, int(day)))


def _joined(names: list[str], months_by_name: Mapping[str, int]) -> list[str]:
    """Words that are one month together, as in Arabic of the Levant, as one."""
    whole = " ".join(names)
    return [whole] if whole in months_by_name else names


@cache
def _month_names() -> Mapping[str, int]:
    from babel import Locale

    numbers = {"sept": 9, "setiembre": 9}
    for language in MONTHS_IN:
        months = Locale.parse(language).months
        for form in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[form][width].items():
                    numbers.setdefault(plain_words(name), number)
    return MappingProxyType({name: n for name, n in numbers.items() if not name.isdigit()})


@cache
def _weekdays() -> Mapping[str, frozenset[int]]:
    """The days of the week, Monday as 0, that a name may mean; none for one that is a month, too (mar)."""
    from babel import Locale

    numbers: dict[str, set[int]] = {}
    for language in MONTHS_IN:
        for width in ("wide", "abbreviated"):
            for number, name in Locale.parse(language).days["format"][width].items():
                numbers.setdefault(plain_words(name), set()).add(number)
    months = _month_names()
    return MappingProxyType(
        {name: frozenset(days) for name, days in numbers.items() if name not in months}
    )
