"""The lines of a PDF page, put into the order in which they are read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from trueline.passages.reading.right_to_left import reads_right_to_left
from trueline.passages.text import Block, Role

HYPHEN = "\u00ad"
"""Stands in a line for a hyphen that a line's end may have made."""
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_AT_END = re.compile(r"[^\W\d_][-\u2010]$")
_PARTED = re.compile(rf"(?<![^\W\d_])([^\W\d_]+){HYPHEN}([^\W\d_]+)")
_ITEM = re.compile(r"(?:[•▪●■◦○–\-*§\uf0a7\uf0b7]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+")
_PAGE_NUMBER = re.compile(
    r"[\divxlc .\-–/|]+(?:of \d+)?$|(?:page|pág\.?|seite)\s*\d+.*$", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_REPEATED = 3
"""A line that stands at the edge of so many pages is a running header or footer."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its box, in points from the lower left corner of its page.

    Where a word is parted at its end, it reaches into the next one, since the file says so. `letters`
    are their numbers on its page in the order of reading, where they are known. `cells` of a table
    that stand beside each other are one line.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    is_bold: bool = False
    letters: Sequence[int] = ()
    cells: int = 1

    @property
    def height(self) -> float:
        return max(self.size, 1.0)


def without_running(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """Pages without what repeats at their edges, and without their numbers."""
    repeated: Counter[str] = Counter()
    for number, (lines, height) in enumerate(zip(pages, heights, strict=True)):
        at_edge = [line for line in lines if _at_edge(line, height)]
        repeated.update({shape for line in at_edge for shape in _shapes(line, number)})

    def is_running(line: Line, number: int, height: float) -> bool:
        if not _at_edge(line, height):
            return False
        return bool(_PAGE_NUMBER.match(line.text.strip())) or any(
            repeated[shape] >= _REPEATED for shape in _shapes(line, number)
        )

    return [
        [line for line in lines if not is_running(line, number, height)]
        for number, (lines, height) in enumerate(zip(pages, heights, strict=True))
    ]


def _at_edge(line: Line, height: float) -> bool:
    return line.bottom > height * 0.88 or line.top < height * 0.1


def _shapes(line: Line, page: int) -> set[str]:
    """What a running line repeats: its words as they are, or with a number that counts the pages.

    “Objective 1”, “Objective 2” at the heads of pages are none: they don't go with the pages.
    """
    text = line.text.strip().lower()
    shapes = {text}
    for match in _DIGITS.finditer(text):
        if len(match[0]) < 5:
            from_page = int(match[0]) - page
            shapes.add(f"{text[: match.start()]}#{from_page}#{text[match.end() :]}")
    return shapes


def in_reading_order(lines: Iterable[Line]) -> list[Line]:
    """Lines from top to bottom, column by column: the left one before the right.

    In a page that is read from right to left, the right one is first. Where the file draws a column at a time, its own order is kept; only lines that jump back up
    beside what has been read make a new column.
    """
    columns: list[list[Line]] = []
    lines = list(lines)
    for line in lines:
        home = next((each for each in reversed(columns) if _continues(each, line)), None)
        if home is None:
            columns.append([line])
        else:
            home.append(line)
    from_right = reads_right_to_left(" ".join(line.text for line in lines))
    return [line for column in _sorted_columns(columns, from_right) for line in column]


def _continues(column: Sequence[Line], line: Line) -> bool:
    last = column[-1]
    is_below = line.top <= last.top + 0.6 * last.height
    overlaps = line.left < max(each.right for each in column[-3:]) and line.right > min(
        each.left for each in column[-3:]
    )
    return is_below and overlaps and last.bottom - line.top < 12 * last.height


def _sorted_columns(columns: list[list[Line]], from_right: bool) -> list[list[Line]]:
    """Bands from top to bottom; within a band, columns from left to right, or from the right."""
    rest = sorted(columns, key=lambda each: -each[0].top)
    ordered: list[list[Line]] = []
    while rest:
        floor = min(line.bottom for line in rest[0])
        band = [each for each in rest if each is rest[0] or each[0].top > floor + 1]
        if from_right:
            first = max(band, key=lambda each: max(line.right for line in each))
        else:
            first = min(band, key=lambda each: min(line.left for line in each))
        ordered.append(first)
        rest = [each for each in rest if each is not first]
    return ordered


def blocks_of(lines: Sequence[Line], page: int, body: float) -> Iterator[Block]:
    """Lines joined to paragraphs, headings and items. `body` is the size of running text."""
    group: list[Line] = []
    pitch = _pitch(lines)
    for line in lines:
        if group and (_begins_anew(group[-1], line, pitch) or _is_next_row(group[0], line)):
            yield _block(group, page, body)
            group = []
        group.append(line)
    if group:
        yield _block(group, page, body)


def _pitch(lines: Sequence[Line]) -> float:
    """From one line of running text to the next: the usual distance between their feet."""
    steps = [one.bottom - other.bottom for one, other in pairwise(lines)]
    steps = [step for step in steps if 0 < step < 60]
    return median(steps) if steps else 14.0


def _begins_anew(last: Line, line: Line, pitch: float) -> bool:
    lines_between = (last.bottom - line.top + line.size) / pitch
    return (
        _ITEM.match(line.text) is not None
        or last.is_bold != line.is_bold
        or abs(line.size - last.size) > 0.1 * max(line.size, last.size)
        or lines_between > 1.4
        or line.top > last.top + last.height
        or line.left > last.right
    )


def _is_next_row(row: Line, line: Line) -> bool:
    """Whether a line begins a row of a table: several cells, or its first one below that of a row."""
    return line.cells > 1 or (row.cells > 1 and line.left <= row.left + 1)


def _is_heading(group: Sequence[Line], text: str, body: float) -> bool:
    if len(text) > 200 or len(group) > 3 or text.endswith((".", ",", ";")):
        return False
    is_set_off = group[0].is_bold or group[0].size > 1.15 * body
    return is_set_off and any(sign.isalpha() for sign in text)


def _block(group: Sequence[Line], page: int, body: float) -> Block:
    text = joined(line.text for line in group)
    if _is_heading(group, text, body):
        return Block(text, page, Role.HEADING)
    if match := _ITEM.match(text):
        return Block(text[match.end() :].lstrip() or text, page, Role.ITEM)
    if group[0].cells > 1:
        return Block(text, page, Role.CELL)
    if group[0].size < 0.85 * body and re.match(r"\d{1,3}\s|[*†‡]", text):
        return Block(text, page, Role.FOOTNOTE)
    return Block(text, page)


def joined(lines: Iterable[str]) -> str:
    """Lines as one text, with a mark where the end of a line parted a word."""
    text = ""
    for line in lines:
        stripped = " ".join(line.split())
        if _AT_END.search(text):
            text = text[:-1] + HYPHEN
        is_parted = text.endswith(HYPHEN) and stripped
        text = f"{text}{stripped}" if is_parted or not text else f"{text} {stripped}"
    return text.rstrip(HYPHEN)


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """The whole words of a document, by which parted ones are mended."""
    return frozenset(word.lower() for text in texts for word in _WORD.findall(text))


def mended(text: str, words: frozenset[str]) -> str:
    """A text whose parted words are whole again.

    A hyphen stays where the document writes the word with one elsewhere, or where both halves are
    words and the whole is not: “Counter-Trafficking”, but “trafficking”.
    """

    def whole(match: re.Match[str]) -> str:
        first, second = match[1], match[2]
        together, hyphened = (first + second).lower(), f"{first}-{second}".lower()
        if together in words:
            return first + second
        are_words = first.lower() in words and second.lower() in words
        if hyphened in words or are_words or not second[:1].islower():
            return f"{first}-{second}"
        return first + second

    return _PARTED.sub(whole, text).replace(HYPHEN, "-")


def body_size(pages: Iterable[Iterable[Line]]) -> float:
    """The size in which most letters are set."""
    letters: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            letters[round(line.size)] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 10.0
