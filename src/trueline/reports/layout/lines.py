"""The language and direction of each line of a document, where these are not those of the document.

A document is made in one language; what somebody wrote may stand in another, and so does what has no
translation yet.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from trueline.document import Document, resolve
from trueline.document.fields import Part
from trueline.language import base_language, direction, direction_of, get_language
from trueline.language.context import ENGLISH

_STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_DEEPER = {"LRI": 1, "RLI": 1, "FSI": 1, "PDI": -1}
NO_LANGUAGES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Line:
    """A line of a text: its language, "" where it is the document's, and its direction."""

    text: str
    language: str
    direction: str


def line_of(text: str, languages: Mapping[str, str]) -> Line:
    """A line with what is known of it. Its first letter decides its direction."""
    language = languages.get(text, "")
    return Line(
        text, language, leans(text) or (direction_of(language) if language else direction())
    )


def leans(text: str) -> str:
    """The direction of the first letter that has one: `ltr` or `rtl`; "" where none has.

    A name that is set apart does not count: the sentence around it decides.
    """
    depth = 0
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        depth += _DEEPER.get(kind, 0)
        if not depth and kind in _STRONG:
            return _STRONG[kind]
    return ""


def languages_of(document: Document, untranslated: Iterable[str] = ()) -> Mapping[str, str]:
    """The language of each line that is not in the one spoken just now.

    These are the lines that somebody wrote, where the document says another language, and the
    strings of ours that have no translation.
    """
    languages = dict.fromkeys(untranslated, ENGLISH)
    _mark(languages, document, document.language or "")
    for each in sorted(document.text_languages, key=lambda each: len(each.element)):
        try:
            part = resolve(document, each.element)
        except (KeyError, ValueError):
            continue  # it is no longer there
        _mark(languages, part, each.language)
    return languages


def _mark(languages: dict[str, str], part: Part, written: str) -> None:
    """Note in which language the lines of a part are; not where it is the one spoken just now."""
    if not written:
        return
    if base_language(written) != base_language(get_language()):
        languages |= dict.fromkeys(_lines_of(part), written)
    else:
        for line in _lines_of(part):
            languages.pop(line, None)


def _lines_of(part: Part) -> Iterator[str]:
    """Every line that stands in a part or in those below it."""
    waiting: list[object] = [part]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Part):
            waiting.extend(getattr(value, name) for name in type(value).model_fields)
        elif isinstance(value, tuple):
            waiting.extend(value)
        elif isinstance(value, str):
            yield from filter(None, map(str.strip, value.split("\n")))
