"""The language spoken just now.

It is a context variable, so that two requests or exports side by side do not disturb each other.
Where none is set, the program that serves pages says which one the reader chose (`follow`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

ENGLISH = "en"
"""The language of the sources."""

_language: ContextVar[str | None] = ContextVar("language", default=None)
_untranslated: ContextVar[set[str] | None] = ContextVar("untranslated", default=None)
_followed: list[Callable[[], str | None]] = []


def get_language() -> str:
    """The code of the language that is spoken, such as `fr`."""
    if chosen := _language.get():
        return chosen
    return (_followed[-1]() if _followed else None) or ENGLISH


def follow(source: Callable[[], str | None]) -> None:
    """Ask `source` for the language wherever none is set."""
    _followed.append(source)


@contextmanager
def override(language: str | None) -> Iterator[None]:
    """Speak a language for a while; None leaves it as it is."""
    token = _language.set(language or _language.get())
    try:
        yield
    finally:
        _language.reset(token)


@contextmanager
def noting_untranslated(*, quietly: bool = False) -> Iterator[set[str]]:
    """Gather the strings that stayed in English for want of a translation.

    Whoever gathers them further out hears of them too, unless it is done `quietly`.
    """
    outer = _untranslated.get()
    noted: set[str] = set()
    token = _untranslated.set(noted)
    try:
        yield noted
    finally:
        _untranslated.reset(token)
        if outer is not None and not quietly:
            outer |= noted


def note_untranslated(message: str) -> None:
    """Say of a string that it has no translation, to whoever gathers these."""
    noted = _untranslated.get()
    if noted is not None:
        noted.add(message)


def reader_language(environment: Mapping[str, str] = os.environ) -> str:
    """The language that somebody at a terminal has chosen: `TRUELINE_LANGUAGE`, or the system's."""
    for name in ("TRUELINE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if chosen := environment.get(name):
            code = chosen.partition(".")[0].replace("_", "-").lower()
            return ENGLISH if code in ("c", "posix") else code
    return ENGLISH
