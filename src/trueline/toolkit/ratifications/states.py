"""States by name or code, and the one organisation beside them."""

from __future__ import annotations

from trueline.language.parsing import Parsed, parse_country
from trueline.language.parsing.country import NAMES_IN
from trueline.language.parsing.signs import plain_words

EUROPEAN_UNION = "EU"
"""Becomes party to treaties, though it is no country. The code is reserved for it."""
_ABBREVIATIONS = ("EU", "UE")


def parse_state(text: str) -> Parsed[str]:
    """A state by its code or name, as `parse_country` reads countries; and the European Union."""
    read = parse_country(text)
    if read.readings:
        return read
    from babel import Locale

    names = {plain_words(Locale(each).territories[EUROPEAN_UNION]) for each in NAMES_IN}
    folded = plain_words(text)
    words = {folded, folded.partition(" ")[2]}
    if text.strip() in _ABBREVIATIONS or words & names:
        return Parsed(text, (EUROPEAN_UNION,))
    return read
