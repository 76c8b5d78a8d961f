"""Finds the countries and areas that a running text names, and how often."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from trueline.language.parsing.country import NAMES_IN, country_codes

_WORD = re.compile(r"\w+")
LONGEST = 6
"""So many words has the longest name that is looked for."""


def count_country_mentions(text: str, languages: tuple[str, ...] = ("en",)) -> Counter[str]:
    """By code how often each country is named in these languages, by its whole name, as written there.

    A name begins with a capital where its script has them, so that "turkey" on a menu is none.
    """
    names = _names(tuple(each for each in languages if each in NAMES_IN) or ("en",))
    words = [(_plain(match[0]), match[0][0]) for match in _WORD.finditer(text)]
    counts: Counter[str] = Counter()
    at = 0
    while at < len(words):
        size = _name_at(words, at, names)
        if size:
            counts[names[tuple(word for word, _first in words[at : at + size])]] += 1
        at += size or 1
    return counts


def _name_at(words: list[tuple[str, str]], at: int, names: dict[tuple[str, ...], str]) -> int:
    """How many words the longest name has that begins here; 0 where none does."""
    if words[at][1].islower():
        return 0
    for size in range(min(LONGEST, len(words) - at), 0, -1):
        if tuple(word for word, _first in words[at : at + size]) in names:
            return size
    return 0


@cache
def _names(languages: tuple[str, ...]) -> dict[tuple[str, ...], str]:
    from babel import Locale

    codes = set(country_codes())
    names: dict[tuple[str, ...], str] = {}
    for language in languages:
        for code, name in Locale(language).territories.items():
            if code in codes:
                names.setdefault(tuple(_plain(word) for word in _WORD.findall(name)), code)
    return names


def _plain(word: str) -> str:
    """Without accents, in small letters."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(each for each in decomposed if not unicodedata.combining(each))
