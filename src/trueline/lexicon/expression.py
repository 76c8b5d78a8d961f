"""Alternatives to look for, compiled once.

They are read in Latin-1, which holds every letter that English, French and Spanish patterns name: a
sign is one byte then, and compiling takes a tenth of the time that UTF-8 and capitals would.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import re2

NO_LETTER = r"[^\p{L}\p{M}\p{N}_]"
"""Signs that may stand beside a whole word; the library's own `\\b` knows English letters alone."""

_ESCAPE = re.compile(r"(\\(?:[pP]\{\w+\}|.))")
"""Classes and signs behind a backslash, whose capitals mean something else."""


@dataclass(frozen=True)
class Expression:
    """Words and phrases to look for, as alternatives of a pattern: `train(?:ed|ing)|workshops?`.

    They are found as whole words, in capitals or not. Write `\\p{L}*` where a word may go on, and
    `^` for the beginning. There is no look-around and no reference back: what can't be done in one
    pass is refused when the pattern is compiled, and so is a letter that Latin-1 lacks.
    """

    alternatives: str

    @cached_property
    def pattern(self) -> Any:
        """The pattern over what `readable` gives, whose first group is what was found."""
        options = re2.Options()
        options.encoding = re2.Options.Encoding.LATIN1
        options.max_mem = 1 << 26
        small = "".join(
            part if part.startswith("\\") else part.lower()
            for part in _ESCAPE.split(self.alternatives)
        )
        edged = rf"(?:^|{NO_LETTER})({small})(?:{NO_LETTER}|$)"
        return re2.compile(edged.encode("latin-1"), options)

    def matches(self, text: str) -> bool:
        """Whether any of the alternatives stands in a text."""
        return self.pattern.search(readable(text)) is not None

    def places(self, text: bytes) -> Iterator[tuple[int, int]]:
        """Their places in a text that `readable` gave, from left to right, none within another."""
        match = self.pattern.search(text)
        while match:
            yield match.span(1)
            match = self.pattern.search(text, match.end(1))


def composed(text: str) -> str:
    """A text with its letters composed and its words one space apart."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def readable(text: str) -> bytes:
    """A text as the patterns read it: composed, and in small letters.

    Signs that Latin-1 lacks become one that no pattern names: a letter if they are part of a word.
    """
    small = composed(text.lower())
    try:
        return small.encode("latin-1")
    except UnicodeEncodeError:
        return "".join(sign if sign < "\u0100" else _other(sign) for sign in small).encode(
            "latin-1"
        )


def _other(sign: str) -> str:
    return "ª" if unicodedata.category(sign)[0] in "LMN" else "¦"
