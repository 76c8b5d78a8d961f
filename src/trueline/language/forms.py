"""The forms in which a language joins items and writes a day, kept from one start to the next.

Babel reads the whole of a language (currencies, time zones, countries) to say where its “and”
stands, a tenth of what a short command takes.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from trueline.cache import cached, keep
from trueline.language.context import get_language
from trueline.language.locales import locale


@dataclass(frozen=True)
class ListForm:
    """Texts with two places each: for a pair, for the beginning, the middle and the end of more."""

    pair: str
    start: str
    middle: str
    end: str


@dataclass(frozen=True)
class Forms:
    """The cached forms of one language. `days` has a text for each month, with `{d}` and `{y}`."""

    both: ListForm
    either: ListForm
    days: tuple[str, ...]


def forms() -> Forms:
    """The forms of the language that is spoken."""
    return _forms(get_language())


@functools.cache
def _forms(language: str) -> Forms:
    name = f"forms-{language}-{_edition_of_babel()}.json"
    if (read := _cached_forms(name)) is None:
        read = _from_babel()
        keep(name, json.dumps(asdict(read), ensure_ascii=False).encode())
    return read


def _cached_forms(name: str) -> Forms | None:
    """The forms cached under a name, or None where there are none that can be used."""
    try:
        values = json.loads(cached(name) or b"{}")
        both, either = ListForm(**values["both"]), ListForm(**values["either"])
        stored = Forms(both, either, tuple(values["days"]))
        lists = [text.format("1", "2") for form in (both, either) for text in asdict(form).values()]
        days = [text.format(d=1, y=2) for text in stored.days]
    except (ValueError, TypeError, AttributeError, LookupError):
        return None
    whole = len(days) == 12 and all("1" in text and "2" in text for text in (*lists, *days))
    return stored if whole else None


def _from_babel() -> Forms:
    patterns = locale().list_patterns
    both, either = (
        ListForm(texts["2"], texts["start"], texts["middle"], texts["end"])
        for texts in (patterns["standard"], patterns["or"])
    )
    return Forms(both, either, tuple(_day_of(month) for month in range(1, 13)))


def _day_of(month: int) -> str:
    """A day of a month as Babel writes it, with places for the day's number and the year's."""
    from babel.dates import format_date

    text = format_date(date(1987, month, 23), "long", locale=locale())
    escaped = text.replace("{", "{{").replace("}", "}}")
    return escaped.replace("1987", "{y}").replace("23", "{d}")


@functools.cache
def _edition_of_babel() -> str:
    """A name for the Babel that is installed, without importing it."""
    spec = importlib.util.find_spec("babel")
    file = Path(spec.origin) if spec and spec.origin else None
    state = file.stat() if file else None
    state_text = f"{file}\0{state.st_size}\0{state.st_mtime_ns}" if state else ""
    return hashlib.sha256(state_text.encode()).hexdigest()[:16]
