"""Alternatives to look for, compiled once."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import re2

NO_LETTER = r"[^\p{L}\p{M}\p{N}_]"
"""What may stand beside a whole word; the library's own `\\b` knows English letters alone."""


@dataclass(frozen=True)
class Expression:
    """Words and phrases to look for, as alternatives of a pattern: `train(?:ed|ing)|workshops?`.

    They are found as whole words, in capitals or not. Write `\\p{L}*` where a word may go on, and
    `^` for the beginning. There is no look-around and no reference back: what can't be done in one
    pass is refused when the pattern is compiled.
    """

    alternatives: str

    @cached_property
    def pattern(self) -> Any:
        """The pattern over UTF-8, whose first group is what was found."""
        options = re2.Options()
        options.case_sensitive = False
        options.max_mem = 1 << 26
        edged = rf"(?:^|{NO_LETTER})({self.alternatives})(?:{NO_LETTER}|$)"
        return re2.compile(edged.encode(), options)

    def found_in(self, text: str) -> bool:
        """Whether any of the alternatives stands in a text."""
        return self.pattern.search(readable(text)) is not None

    def places(self, text: bytes) -> Iterator[tuple[int, int]]:
        """Where they stand in a text of UTF-8, from left to right, none within another."""
        match = self.pattern.search(text)
        while match:
            yield match.span(1)
            match = self.pattern.search(text, match.end(1))


def readable(text: str) -> bytes:
    """A text as the patterns read it: letters composed, words one space apart, in UTF-8.

    Half a sign, which UTF-8 cannot hold, becomes a question mark.
    """
    return unicodedata.normalize("NFC", " ".join(text.split())).encode("utf-8", "replace")
