"""Prison terms in an English sentence: which the law sets, and which a court passed in one case.

A sentence that somebody received says nothing of what the law allows. Numbers are proposed only where
a sentence speaks of one term; where it speaks of several, a person has to choose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

_UNITS = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty")
NUMBERS = {word: number for number, word in enumerate(_UNITS, 1)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
for _tens in _TENS:
    NUMBERS |= {
        f"{_tens}-{unit}": NUMBERS[_tens] + number for number, unit in enumerate(_UNITS[:9], 1)
    }
_WORDS = "|".join(sorted(NUMBERS, key=len, reverse=True))
_NUMBER = rf"(?:\d{{1,2}}|{_WORDS})(?:\s*\(\d{{1,2}}\))?"
_UNIT = r"(?:years?|months?)"
_PRISON = (
    r"(?:imprisonment|prison(?!-)|jail|custody|detention|incarceration|deprivation\s+of\s+liberty)"
)
_LEAST = (
    r"(?:not?\s+less\s+than|at\s+least|(?:a\s+)?minimum(?:\s+\w+){0,2}?\s+of|no\s+fewer\s+than)"
)
_MOST = (
    r"(?:not?\s+more\s+than|not?\s+exceeding|up\s+to|at\s+most|(?:a\s+)?maximum(?:\s+\w+){0,2}?\s+of"
    r"|not?\s+longer\s+than)"
)
_LIFE = r"life(?:\s+(?:imprisonment|in\s+prison|sentence))?"
TERM = re.compile(
    rf"(?:{_LEAST}\s+(?P<least>{_NUMBER})(?:\s+(?P<least_unit>{_UNIT}))?"
    rf"(?:(?:,?\s+(?:and|but|or|nor)|,)?\s+{_MOST}\s+(?P<most>{_NUMBER}))?"
    rf"|{_MOST}\s+(?P<only_most>{_NUMBER})"
    rf"|(?P<low>{_NUMBER})(?:\s+(?P<low_unit>{_UNIT}))?\s*(?:\bto\b|\band\b|-|–)\s*"
    rf"(?P<high>{_NUMBER})"
    rf"|(?P<from>{_NUMBER})(?=\s+{_UNIT}[’']?\s+to\s+life)"
    rf"|(?P<fixed>{_NUMBER}))"
    rf"\s*[- ]?(?P<unit>{_UNIT})\b[’']?(?P<life>\s+to\s+{_LIFE})?",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    rf"\b(?:{_PRISON}|imprisoned|jailed|sentence[ds]?|penalt(?:y|ies))\b", re.IGNORECASE
)
_SPAN = re.compile(rf"\b(?:{_UNIT}|life)\b", re.IGNORECASE)
_LIFE_ALONE = re.compile(
    r"\b(?:life\s+(?:imprisonment|in\s+prison|sentence)|imprisonment\s+for\s+life)\b", re.IGNORECASE
)
_WITHIN = re.compile(rf"\b{_PRISON}\b", re.IGNORECASE)
_AFTER = re.compile(rf"\s*(?:of\s+|in\s+|to\s+be\s+spent\s+in\s+)?{_PRISON}\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?:imprison(?:ment|ed)|prison|jail(?:ed)?|custody|detention|incarceration|deprivation\s+of\s+liberty"
    r"|sentences?|penalt(?:y|ies))(?:\s+(?:terms?|sentences?))?"
    r"(?:\s+(?:for|of|from|between|ranging|a|the|period|term|with|is|are|was|to|or|both)){0,5}\s*$",
    re.IGNORECASE,
)
_JOINED = re.compile(
    rf"^\s*+(?:(?:of|in)\s++)?(?:{_PRISON})?\s*+,?\s*+(?:and|or|to)?\s*+(?:from\s++)?$",
    re.IGNORECASE,
)
_PASSED = re.compile(
    r"\b(?:sentenc(?:ed|ing)|convicted|received|jailed|handed\s+down|(?:court|judge|tribunal)s?\s+(?:\w+\s+){0,2}"
    r"(?:imposed|gave|ordered|sentenced))\b",
    re.IGNORECASE,
)
_SET = re.compile(
    r"\b(?:prescrib\w+|punish\w+|criminali[sz]\w+|carr(?:y|ies|ied)|provid\w+\s+for|liable|penali[sz]\w+"
    r"|(?:law|code|act|article|section)\b.{0,80}\b(?:sets?|imposes?|establish\w+)|on\s+conviction)\b",
    re.IGNORECASE,
)
Meaning = Literal["law", "case", "open"]


@dataclass(frozen=True, slots=True)
class Term:
    """A prison term in years; None where it is not given, and for life at its upper end."""

    minimum: Decimal | None
    maximum: Decimal | None


def terms(sentence: str) -> tuple[Term, ...]:
    """The prison terms that a sentence names, ages and other spans of years left out."""
    if not (_SPEAKS.search(sentence) and _SPAN.search(sentence)):
        return ()
    named, last = list[Term](), 0
    for match in TERM.finditer(sentence):
        before, after = sentence[: match.start()], sentence[match.end() :]
        goes_on = bool(named) and bool(_JOINED.match(sentence[last : match.start()]))
        is_prison = _WITHIN.search(match[0]) or _AFTER.match(after) or _BEFORE.search(before)
        if is_prison or goes_on:
            named.append(_term(match))
            last = match.end()
    if not named and _LIFE_ALONE.search(sentence):
        named.append(Term(None, None))
    return tuple(named)


def meaning(sentence: str) -> Meaning:
    """Whether a sentence is about what the law sets or what a court passed; open where neither or both."""
    is_case, is_law = bool(_PASSED.search(sentence)), bool(_SET.search(sentence))
    if is_case == is_law:
        return "open"
    return "case" if is_case else "law"


def _term(match: re.Match[str]) -> Term:
    unit = match["unit"]
    least, most = match["least"] or match["low"], match["most"] or match["high"]
    lower = _years(least, match["least_unit"] or match["low_unit"] or unit)
    upper = _years(most or match["only_most"], unit)
    if fixed := match["fixed"] or match["from"]:
        lower = _years(fixed, unit)
        upper = None if match["life"] else lower
    return Term(lower, upper)


def _years(number: str | None, unit: str) -> Decimal | None:
    """In years; None for months that are no quarter of a year, which would be rounded."""
    if number is None:
        return None
    first = number.split("(")[0].strip().lower()
    count = int(first) if first.isdigit() else NUMBERS[first]
    if unit.lower().startswith("year"):
        return Decimal(count)
    return Decimal(count) / 12 if count % 3 == 0 else None
