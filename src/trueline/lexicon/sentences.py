"""A text as sentences, and a sentence as words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from trueline.lexicon.expression import readable

_END = re.compile(r"[;!?…。؟]|\.(?!\d)|\n[ \t\r]*\n")
"""The dot of a decimal ends no sentence; a blank line ends one."""


@dataclass(frozen=True)
class Sentence:
    """One sentence as the patterns read it: places in it are counted in bytes."""

    text: bytes

    @cached_property
    def _blanks(self) -> list[int]:
        return [place for place, sign in enumerate(self.text) if sign == ord(" ")]

    def blanks_between(self, start: int, end: int) -> int:
        """How many blanks stand between two places: one more than there are words."""
        return bisect_left(self._blanks, end) - bisect_left(self._blanks, start)


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text, from first to last."""
    return (Sentence(readable(sentence)) for sentence in _END.split(text))
