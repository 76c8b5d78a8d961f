"""Reads the cell of a baseline or target: a number, its unit, its day, and the words beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from trueline.exchange.logframe.headings import column_named, plain
from trueline.language.parsing import parse_date, parse_money, parse_number
from trueline.memory import remembered

_BRACKETS = re.compile(r"[(\[（]([^()\[\]（）]{4,40})[)\]）]")
_BY = re.compile(
    r"\s(?:by|until|end of|d.ici|avant|para|antes de|até|bis|до|к|بحلول)\s([^\n]{4,30})$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.,/-])((?:19|20)\d\d)(?![\d.,])")
_AMOUNT = re.compile(
    r"^(?P<number>[+-]?\d[\d.,' \u00a0\u202f\u066b\u066c]*)\s*(?P<rest>.*)$", re.DOTALL
)
_PERCENT = re.compile(
    r"^(?:%|٪|per ?cent\b|percent\b|pour ?cent\b|por ?ciento\b|por ?cento\b|prozent\b|процент\w*|بالمئة)",
    re.IGNORECASE,
)
PER_CENT = "per cent"
SEX = frozenset(
    map(
        plain,
        [
            "women",
            "men",
            "girls",
            "boys",
            "female",
            "male",
            "femme",
            "femmes",
            "fille",
            "filles",
            "homme",
            "hommes",
            "garçons",
            "mujer",
            "mujeres",
            "hombre",
            "hombres",
            "niñas",
            "niños",
            "mulheres",
            "homens",
            "meninas",
            "meninos",
            "frauen",
            "männer",
            "mädchen",
            "jungen",
            "женщин",
            "женщины",
            "мужчин",
            "мужчины",
            "نساء",
            "رجال",
            "فتيات",
            "فتيان",
            "امرأة",
        ],
    )
)


@dataclass(frozen=True)
class Amount:
    """A cell of a baseline or target. Without a number, all of it is words."""

    number: Decimal | None
    words: str
    unit: str = ""
    day: date | None = None

    @property
    def by_sex(self) -> bool:
        """Whether it says how many women or men."""
        return any(word in SEX for word in plain(self.words).split())


@remembered(20_000)
def amount_in(text: str, *, last_of_year: bool) -> Amount:
    """Read a cell. A year or month becomes its last day for targets, its first for baselines.

    A number that could be two, such as 6.000, stays words for a person to settle.
    """
    bare, day = _without_day(text.strip(), last_of_year=last_of_year)
    match = _AMOUNT.match(bare)
    number = decimal_in(match["number"]) if match else None
    if match is None or number is None:
        return Amount(None, bare, day=day)
    rest = match["rest"].strip()
    unit = ""
    if percent := _PERCENT.match(rest):
        unit, rest = PER_CENT, rest[percent.end() :].strip()
    rest = rest.strip(" ,;.")
    if rest.startswith(_GOES_ON) and not rest.startswith("of whom"):
        return Amount(None, bare, day=day)
    return Amount(number, rest, unit, day)


_GOES_ON = ("/", "-", "–", "of ", "out of", "sur ", "de ", ":", "°")
"""Signs behind a number that is not the whole amount: “3 of 10”, “10–20”."""


def _without_day(text: str, *, last_of_year: bool) -> tuple[str, date | None]:
    """A cell without the day that it names in brackets or after “by”, and that day."""
    for match in reversed(list(_BRACKETS.finditer(text))):
        if day := _day(match[1], last_of_year=last_of_year):
            return f"{text[: match.start()].rstrip()}{text[match.end() :]}".strip(), day
    by = _BY.search(text)
    if by and (day := _day(by[1], last_of_year=last_of_year)):
        return text[: by.start()].strip(), day
    return text, None


def _day(text: str, *, last_of_year: bool) -> date | None:
    span = parse_date(text.strip()).value
    if span is None:
        return None
    return span.last if last_of_year else span.first


@remembered(20_000)
def day_in(text: str, *, last_of_year: bool) -> date | None:
    """The day that a text names, alone or at its end: “Target 30 June 2028”, “Milestone 1 (2027)”."""
    words = re.sub(r"[()\[\]:]", " ", text[:200]).split()
    if len(words) > 2 and column_named(words[0]) == "milestone" and words[1].isdecimal():
        words = words[2:]  # the number of a milestone is no day
    for start in range(max(len(words) - 6, 0), len(words)):
        if day := _day(" ".join(words[start:]), last_of_year=last_of_year):
            return day
    years = _YEAR.findall(text[:200])
    if not years:
        return None
    return date(int(years[-1]), 12, 31) if last_of_year else date(int(years[-1]), 1, 1)


def decimal_in(text: str) -> Decimal | None:
    """A number as people write it; None where it is none, or could be two."""
    number = parse_number(text.strip().rstrip(".,' ")).value
    if number is None or abs(number) >= 10**12 or number != round(number, 6):
        return None
    return number


def money_in(text: str) -> dict[str, object] | None:
    """An amount with its currency; None where either is not clear."""
    money = parse_money(text.strip()).value
    if (
        money is None
        or not money.currency
        or money.amount < 0
        or money.amount != round(money.amount, 2)
    ):
        return None
    return {"amount": money.amount, "currency": money.currency}


_TO = re.compile(r"\s(?:to|until|au|à|a|al|até|bis|до|إلى|至)\s|\s?[–—]\s?|\s-\s")


def span_in(text: str) -> tuple[date, date] | None:
    """The first and last day of a text that names both, or one month, quarter or year."""
    parts = _TO.split(text.strip()) if len(text) < 100 else []
    if len(parts) == 1:
        span = parse_date(parts[0]).value
        return (span.first, span.last) if span and span.first != span.last else None
    if len(parts) != 2:
        return None
    first, last = (parse_date(part.strip()).value for part in parts)
    return (first.first, last.last) if first and last and first.first <= last.last else None
