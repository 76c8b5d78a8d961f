"""Passages on a picture of their page: which boxes they fill."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from trueline.passages.text import DocumentText

_CHUNK = 5
"""Words of a passage that are looked for together, where it does not stand in one piece."""


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word as a page has it, with its box in dots from the upper left corner."""

    text: str
    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Box:
    """A stretch of one line, in dots from the upper left corner."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True)
class PagePicture:
    """A page as a PNG, and its words in the order in which they are read."""

    png: bytes
    width: int
    height: int
    words: tuple[PlacedWord, ...]

    @cached_property
    def _letters(self) -> str:
        return "".join(_plain(word.text) for word in self.words)

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(len(_plain(word.text)) for word in self.words))

    def boxes(self, quote: str, nth: int = 0) -> list[Box]:
        """The boxes of a passage: where it stands for the `nth` time, from 0, else for the last.

        Blanks, hyphens and signs do not count: a text has mended them. Of a passage that the page has
        in pieces, as between columns, the pieces are found.
        """
        spans: list[tuple[int, int]] = []
        at = 0
        for part in quote.splitlines():
            plain = _plain(part)
            if not plain:
                continue
            start = self._find(plain, nth, at)
            pieces = [(start, start + len(plain))] if start >= 0 else self._in_pieces(part, at)
            spans += pieces
            nth, at = 0, pieces[-1][1] if pieces else at
        return self._joined(spans)

    def _find(self, plain: str, nth: int, at: int) -> int:
        place = self._letters.find(plain, at)
        for _again in range(nth):
            onward = self._letters.find(plain, place + len(plain))
            if place < 0 or onward < 0:
                break
            place = onward
        return place

    def _in_pieces(self, part: str, at: int) -> list[tuple[int, int]]:
        pieces = []
        words = part.split()
        for first in range(0, len(words), _CHUNK):
            plain = _plain("".join(words[first : first + _CHUNK]))
            start = self._letters.find(plain, at) if plain else -1
            if start >= 0:
                at = start + len(plain)
                pieces.append((start, at))
        return pieces

    def _joined(self, spans: Sequence[tuple[int, int]]) -> list[Box]:
        boxes: list[Box] = []
        for begin, word in zip([0, *self._ends], self.words, strict=False):
            end = begin + len(_plain(word.text))
            if not any(begin < stop and start < end for start, stop in spans):
                continue
            if boxes and _is_on_line(boxes[-1], word):
                boxes[-1] = _around(boxes[-1], word)
            else:
                boxes.append(Box(word.left, word.top, word.width, word.height))
        return boxes


def _plain(text: str) -> str:
    """Letters and digits alone, without capitals and ligatures."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def _is_on_line(box: Box, word: PlacedWord) -> bool:
    middle = word.top + word.height / 2
    gap = max(word.left - box.left - box.width, box.left - word.left - word.width)
    return box.top <= middle <= box.top + box.height and gap <= 2 * max(word.height, 1)


def _around(box: Box, word: PlacedWord) -> Box:
    left, top = min(box.left, word.left), min(box.top, word.top)
    right = max(box.left + box.width, word.left + word.width)
    bottom = max(box.top + box.height, word.top + word.height)
    return Box(left, top, right - left, bottom - top)


def times_before(document: DocumentText, start: int, quote: str) -> int:
    """How often the words of a passage stand on its page before the passage itself."""
    at, before, page = 0, "", 0
    for block in document.blocks:
        if block.page != page:
            before, page = "", block.page
        if start < at + len(block.text) + 1:
            before += block.text[: start - at]
            break
        before += block.text
        at += len(block.text) + 1
    plain = _plain(quote)
    return _plain(before).count(plain) if plain else 0
