"""Numbers with their thousands and decimals parted in any of the usual ways."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from trueline.language.parsing.parsed import Parsed, parsed
from trueline.language.parsing.signs import ARABIC_DECIMAL, in_ascii

DecimalSign = Literal[".", ",", ""]
"""The sign before decimals; "" where it is not known."""

LONGEST = 60
"""No number has more signs than this."""
WORDS: dict[str, int] = {
    **dict.fromkeys(("k", "thousand", "mille", "mil", "milhares", "тыс", "тысяч", "тысячи"), 3),
    **dict.fromkeys(("ألف", "آلاف", "ألفا"), 3),
    **dict.fromkeys(("m", "mio", "mn", "mln", "million", "millions", "millón", "millon"), 6),
    **dict.fromkeys(("millones", "milhão", "milhões", "миллион", "млн", "مليون"), 6),
    **dict.fromkeys(("миллиона", "миллионов", "ملايين"), 6),
    **dict.fromkeys(("bn", "billion", "milliard", "milliards", "млрд", "مليار"), 9),
    **dict.fromkeys(("lakh", "lakhs", "lac"), 5),
    **dict.fromkeys(("crore", "crores"), 7),
}
"""Words for powers of ten, by the number of zeros."""
PER_CENT = ("%", "per cent", "percent", "pct", "pour cent", "por ciento", "por cento", "процентов")
_NUMBER = re.compile(rf"\d+(?:[ .,'{ARABIC_DECIMAL}]\d+)*")


@dataclass(frozen=True)
class Reading:
    """A value, with the signs that were read as parting its decimals and its thousands."""

    value: Decimal
    decimal: str
    group: str


def parse_number(
    text: str, *, decimals: int | None = None, decimal_sign: DecimalSign = ""
) -> Parsed[Decimal]:
    """Read a number, a per cent sign left aside.

    `decimals` is the most that the number can have (0 for people): with it, 6.000 people are six
    thousand. `decimal_sign` is the sign that the language or the other cells of a column use.
    """
    readings = readings_of(text, decimals=decimals, decimal_sign=decimal_sign)
    return parsed(text, (reading.value for reading in readings))


def readings_of(
    text: str, *, decimals: int | None = None, decimal_sign: DecimalSign = ""
) -> list[Reading]:
    """Every way to read a text as a number; none where it holds anything else."""
    if len(text) > LONGEST:
        return []
    rest = _without_per_cent(in_ascii(text))
    negative = rest.startswith("-") or (rest.startswith("(") and rest.endswith(")"))
    rest = rest.strip("()") if rest.startswith("(") and rest.endswith(")") else rest.lstrip("-+")
    body, zeros = _without_word(rest.strip())
    if body[:1] in (".", ",", ARABIC_DECIMAL) and body[1:].isdigit():
        body = f"0{body}"
    if not _NUMBER.fullmatch(body):
        return []
    factor = Decimal(-1 if negative else 1).scaleb(zeros)
    readings = list(_readings(body, None if zeros else decimals))
    if decimal_sign:
        fitting = [
            r for r in readings if r.group != decimal_sign and r.decimal in ("", decimal_sign)
        ]
        readings = fitting or readings
    return [
        Reading(_without_exponent(reading.value * factor), reading.decimal, reading.group)
        for reading in readings
    ]


def _without_exponent(value: Decimal) -> Decimal:
    """The same without an exponent: 1200000, not 1.2E+6."""
    return Decimal(format(value, "f"))


def decimal_sign_of(texts: Iterable[str]) -> DecimalSign:
    """The sign before decimals that some of these texts show, and none of them denies."""
    signs: set[str] = set()
    for text in texts:
        readings = readings_of(text)
        if len(readings) == 1:
            only = readings[0]
            signs |= {only.decimal} & {".", ","}
            signs |= {{".": ",", ",": "."}.get(only.group, "")} - {""}
    return "." if signs == {"."} else "," if signs == {","} else ""


def _without_per_cent(text: str) -> str:
    for ending in PER_CENT:
        if text.casefold().endswith(ending):
            return text[: len(text) - len(ending)].rstrip()
    return text


def _without_word(text: str) -> tuple[str, int]:
    body = text.rstrip(".")
    number = body.rstrip("".join(c for c in set(body) if c.isalpha() and not c.isdigit()))
    word = body[len(number) :].casefold()
    return (number.rstrip(), WORDS[word]) if word in WORDS else (text, 0)


def _readings(body: str, decimals: int | None) -> Iterator[Reading]:
    groups = re.split(r"\D", body)
    signs = [sign for sign in body if not sign.isdigit()]
    whole = (
        len(set(signs)) < 2 and signs[:1] != [ARABIC_DECIMAL] and _parts_thousands(groups, signs)
    )
    if whole:
        yield Reading(Decimal("".join(groups)), "", signs[0] if signs else "")
    if not signs or signs[-1] not in f".,{ARABIC_DECIMAL}" or signs.count(signs[-1]) > 1:
        return
    *before, last = groups
    if len(set(signs[:-1])) > 1 or not _parts_thousands(before, signs[:-1]):
        return
    if not whole or decimals is None or len(last) <= decimals:
        group = signs[0] if len(signs) > 1 else ""
        yield Reading(Decimal(f"{''.join(before)}.{last}"), signs[-1], group)


def _parts_thousands(groups: list[str], signs: list[str]) -> bool:
    """Whether groups of digits part a number by threes, or as in India by twos before the last.

    Some programs part the last three digits alone by an apostrophe, which can mean nothing else.
    """
    first, *others = groups
    if not others:
        return True
    longest = 3 if signs[0] != "'" else LONGEST
    if first.startswith("0") or len(first) > longest or len(others[-1]) != 3:
        return False
    sizes = {len(group) for group in others[:-1]}
    return sizes <= {3} or (sizes == {2} and len(first) < 3 and signs[0] in ", ")
