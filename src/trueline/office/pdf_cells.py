"""The text of a cell on a PDF page, and where the end of a line may have parted a word.

Word processors break a word that is wider than its column wherever the column ends, without a hyphen.
Such a piece stands alone on its line and fills it. Whether a word was parted there or two words stand
below each other can't be seen from the page: the place is marked, and who knows words settles it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

PARTED = "\u200b"
"""Stands where a line's end may have parted a word."""
HYPHEN = "\u00ad"
"""Stands for a hyphen at a line's end, which may belong to the word or not."""
_HYPHENS = str.maketrans(dict.fromkeys("\x02\ufffe\u00ad", HYPHEN))
SIGNS = 60_000
"""The most signs of a page whose places are looked at."""
SLACK = 1.0
"""Points."""


@dataclass(frozen=True, slots=True)
class _Sign:
    """A letter with its box."""

    middle: float
    left: float
    right: float
    height: float
    text: str


@dataclass
class _Line:
    """A line of a cell: where it runs, and its first and last letters."""

    middle: float
    left: float
    right: float
    text: str
    first_width: float


class CellText:
    """The text of a page, asked for by rectangles."""

    def __init__(self, page: Any) -> None:
        self.page = page

    def within(self, left: float, bottom: float, right: float, top: float) -> str:
        """The text in a cell, on one line, with marks where a word may have been parted."""
        written = self.page.get_text_bounded(left=left, bottom=bottom, right=right, top=top)
        written = written.translate(_HYPHENS).replace(PARTED, "")
        lines = [" ".join(line.split()) for line in written.splitlines() if line.strip()]
        if not any(_may_be_parted(*each) for each in pairwise(lines)):
            return _joined(lines, [" "] * len(lines))
        placed = self._lines(left, bottom, right, top)
        if len(placed) != len(lines):
            return _joined(lines, [" "] * len(lines))
        inner = right - left - 2 * max(min(line.left for line in placed) - left, 0.0)
        joints = [
            PARTED
            if _may_be_parted(lines[at], lines[at + 1])
            and here.right - here.left + below.first_width + SLACK > inner
            else " "
            for at, (here, below) in enumerate(pairwise(placed))
        ]
        return _joined(lines, [*joints, " "])

    def _lines(self, left: float, bottom: float, right: float, top: float) -> list[_Line]:
        """The lines of a cell with their edges, from top to bottom."""
        heights = self._heights
        inside = self._signs[bisect_left(heights, bottom) : bisect_right(heights, top)]
        lines: list[_Line] = []
        for sign in sorted(
            (sign for sign in inside if left <= (sign.left + sign.right) / 2 <= right),
            key=lambda sign: -sign.middle,
        ):
            if not lines or lines[-1].middle - sign.middle > max(sign.height, 3.0) * 0.8:
                lines.append(_Line(sign.middle, sign.left, sign.right, sign.text, 0.0))
            line = lines[-1]
            if sign.left <= line.left:
                line.left, line.first_width = sign.left, sign.right - sign.left
            line.right = max(line.right, sign.right)
        return lines

    @cached_property
    def _heights(self) -> list[float]:
        return [sign.middle for sign in self._signs]

    @cached_property
    def _signs(self) -> list[_Sign]:
        """Every letter of the page, from the lowest up."""
        from pypdfium2 import raw

        signs = []
        for place in range(min(self.page.count_chars(), SIGNS)):
            text = chr(raw.FPDFText_GetUnicode(self.page.raw, place))
            if text.isspace() or not text.isprintable():
                continue
            left, low, right, high = self.page.get_charbox(place, loose=True)
            signs.append(_Sign((low + high) / 2, left, right, high - low, text))
        return sorted(signs, key=lambda sign: sign.middle)


def _may_be_parted(line: str, below: str) -> bool:
    """A line of one piece that goes on in small letters, or in digits, on the one below."""
    if " " in line:
        return False
    last, first = line[-1:], below[:1]
    is_word = last.isalpha() and first.isalpha() and not first.isupper()
    return is_word or ((last.isdigit() or last in ",.") and first.isdigit())


def _joined(lines: list[str], joints: list[str]) -> str:
    text = ""
    for line, joint in zip(lines, joints, strict=True):
        text += line if line.endswith(HYPHEN) else line + joint
    return text.rstrip(f" {PARTED}")
