"""The words of `words.yaml`, found in a text: which conducts and which treaties it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from trueline.files import decoded, parse_text

OTHER = "other"
"""Names that are none of the toolkit's."""

Sort = Literal["conducts", "treaties"]


_NOTE = re.compile(r"^\([\d,\s\-–]+\)\s*")


def without_note(sentence: str) -> str:
    """A sentence without the number of the note that closes the one before it."""
    return _NOTE.sub("", sentence)


def items_in(sort: Sort, text: str) -> Iterator[tuple[str, int, int]]:
    """Each item that a text names, with the start and end of its name; the longest name counts."""
    pattern, items = _pattern(sort)
    for match in pattern.finditer(text):
        item = items[" ".join(match[0].split()).casefold()]
        if item != OTHER:
            yield item, match.start(), match.end()


@cache
def _pattern(sort: Sort) -> tuple[re.Pattern[str], Mapping[str, str]]:
    items = {str(name).casefold(): item for item, names in _words()[sort].items() for name in names}
    longest_first = sorted(items, key=lambda name: (-len(name), name))
    names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE), items


@cache
def _words() -> Mapping[str, Mapping[str, list[Any]]]:
    text = files("trueline.legal.reading").joinpath("words.yaml").read_bytes()
    data: Mapping[str, Mapping[str, list[Any]]] = parse_text(
        decoded(text, "words.yaml"), "words.yaml"
    ).data
    return data
