"""Dates, lists and quotations as the reader's language writes them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import reduce
from typing import Literal

from trueline.language.forms import forms
from trueline.language.locales import direction, locale
from trueline.language.translating import gettext

LONGEST = 160
"""How much of a text is quoted."""

_MAY_RUN_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
"""Unicode marks around a text that sets its own direction by its first letter."""

SHORT = 90
"""How much of a text names a thing in a line."""


def day(value: date) -> str:
    """A day as people write it: 3 March 2027."""
    return forms().days[value.month - 1].format(d=value.day, y=value.year)


def month(value: date) -> str:
    """A month as the axis of a chart names it: Mar 2027."""
    from babel.dates import format_skeleton

    return format_skeleton("yMMM", value, locale=locale())


def short_month(value: date) -> str:
    """The same with two digits of the year: Mar 27."""
    from babel.dates import format_date

    return format_date(value, "LLL yy", locale=locale())


def dates(start: date | None, end: date | None) -> str:
    """From when to when, as far as it is known."""
    if start and end:
        return gettext("{start} to {end}", start=day(start), end=day(end))
    if start:
        return gettext("From {start}", start=day(start))
    return gettext("Until {end}", end=day(end)) if end else ""


def lower_first(text: str) -> str:
    """A label as it stands within a sentence."""
    return text[:1].lower() + text[1:]


def joined(items: Sequence[str], kind: Literal["and", "or"] = "and") -> str:
    """Words as a list in a sentence: “a, b and c”."""
    if len(items) < 2:
        return "".join(items)
    form = forms().both if kind == "and" else forms().either
    first, *between, last = items
    if not between:
        return form.pair.format(first, last)
    text = form.start.format(first, between[0])
    for item in between[1:]:
        text = form.middle.format(text, item)
    return form.end.format(text, last)


def joined_by_semicolons(parts: Iterable[str]) -> str:
    """Parts of a line that may hold commas themselves, by the semicolon of the language: “a; b”."""
    first, *others = [*parts] or [""]
    return reduce(lambda line, part: gettext("{line}; {part}", line=line, part=part), others, first)


def shortened(text: str, length: int = SHORT) -> str:
    """The text on one line, cut at a word where it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1].rsplit(" ", 1)[0] + " …"


def quoted(words: object, longest: int = LONGEST) -> str:
    """A name or statement in quotation marks: on one line, short, without its own full stop."""
    text = " ".join(str(words).split())
    if len(text) > longest:
        text = text[:longest].rpartition(" ")[0].rstrip(",;:") + " …"
    return isolate(gettext("“{text}”", text=text.removesuffix(".")))


def isolate(text: str) -> str:
    """A name within a sentence, apart from it where one of them may run from right to left.

    So its signs and those of the sentence stay where they belong.
    """
    if not text or (direction() == "ltr" and not _from_the_right(text)):
        return text
    return f"{_ISOLATE}{text}{_END_ISOLATE}"


def _from_the_right(text: str) -> bool:
    """Whether a sign of it is written from right to left; only those of a few blocks are looked up."""
    return any(
        unicodedata.bidirectional(sign) in ("R", "AL") for sign in _MAY_RUN_LEFT.findall(text)
    )


def untranslated_notice(noted: Collection[str]) -> str:
    """A sentence for the end of a document of which some strings stand in English; else ""."""
    if not noted:
        return ""
    return gettext("Some words of this document are not translated yet and stand in English.")
