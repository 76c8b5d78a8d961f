"""PDF pages as lines, by pypdfium2."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from trueline.files import FileProblems, Problem
from trueline.language import gettext
from trueline.passages.reading.lines import (
    HYPHEN,
    Line,
    blocks_of,
    body_size,
    in_reading_order,
    mended,
    without_running,
    words_of,
)
from trueline.passages.text import Block

PAGES = 600
"""The most pages that are read."""
SIGNS = 60_000
"""The most signs of a page that are read: more is a drawing made of letters."""
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st"})
HYPHENS = ("\x02", "\ufffe", "\u00ad")
_BOLD = 600
_GAP = 1.5
"""A blank as wide as so many times the height of a letter parts columns, or cells of a table."""
_PROSE = 20
"""Letters of a stretch of running text; cells of tables are mostly shorter."""
_LINES_BESIDE = 6
_NEAR = 12.0
"""Points within which gaps of several lines are one gutter."""


def blocks_of_pdf(data: bytes, name: str) -> tuple[list[Block], int, tuple[int, ...]]:
    """The blocks of a PDF, how many pages it has, and which of them hold no text.

    Raises FileProblems where it is encrypted, broken or too long.
    """
    pdf = opened(data, name)
    try:
        if len(pdf) > PAGES:
            message = gettext("It has {count} pages.", count=len(pdf))
            hint = gettext("Up to {count} are read: send the part that matters.", count=PAGES)
            raise FileProblems([Problem(name, message, hint=hint)])
        pages, heights = [], []
        for number in range(len(pdf)):
            lines, height = _lines_of_page(pdf, number)
            pages.append(lines)
            heights.append(height)
    finally:
        pdf.close()
    empty = tuple(number for number, lines in enumerate(pages, 1) if not lines)
    pages = without_running(pages, heights)
    body = body_size(pages)
    words = words_of(line.text for lines in pages for line in lines)
    blocks = [
        Block(mended(block.text, words), block.page, block.role)
        for number, lines in enumerate(pages, 1)
        for block in blocks_of(in_reading_order(lines), number, body)
    ]
    return blocks, len(pages), empty


def opened(data: bytes, name: str) -> Any:
    """A PDF, to be closed again. Raises FileProblems where it is encrypted or broken."""
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refused(name, error) from error


def _refused(name: str, error: Exception) -> FileProblems:
    if "password" in str(error).lower():
        message = gettext("The PDF has a password.")
        hint = gettext("Save it without one, and send that.")
    else:
        message = gettext("The PDF is damaged, or is none.")
        hint = gettext("Open it yourself, print it to a new PDF, and send that.")
    return FileProblems([Problem(name, message, hint=hint)])


def _lines_of_page(pdf: Any, number: int) -> tuple[list[Line], float]:
    import pypdfium2

    try:
        page = pdf[number]
    except pypdfium2.PdfiumError:
        return [], 842.0
    text = page.get_textpage()
    try:
        return list(lines_of(text)), page.get_height()
    finally:
        text.close()
        page.close()


def lines_of(page: Any) -> Iterator[Line]:
    """The lines of a page as the file has them, parted where two columns of text share one."""
    signs, rows = _rows(page)
    stretches = [_stretches(page, signs, start, end) for start, end in rows]
    gutters = _gutters(page, stretches)
    for parts in stretches:
        first, last = parts[0]
        for start, end in parts[1:]:
            if _is_in(gutters, page, last - 1, start):
                yield _line(page, signs, first, last)
                first = start
            last = end
        yield _line(page, signs, first, last)


def _rows(page: Any) -> tuple[list[str], list[tuple[int, int]]]:
    from pypdfium2 import raw

    count = min(page.count_chars(), SIGNS)
    signs = [chr(raw.FPDFText_GetUnicode(page.raw, place)) for place in range(count)]
    rows, start = [], 0
    for place in range(count + 1):
        if place == count or signs[place] in "\r\n":
            if any(not sign.isspace() for sign in signs[start:place]):
                rows.append((start, place))
            start = place + 1
    return signs, rows


def _stretches(page: Any, signs: list[str], start: int, end: int) -> list[tuple[int, int]]:
    """A line in the stretches that wide blanks part: columns of text, or cells of a table."""
    while signs[start].isspace():
        start += 1
    while signs[end - 1].isspace():
        end -= 1
    parts, first = [], start
    for place in range(start + 1, end - 1):
        if not signs[place].isspace() or signs[place + 1].isspace():
            continue
        last = place
        while signs[last - 1].isspace():
            last -= 1
        right = page.get_charbox(last - 1)[2]
        left, bottom, _, top = page.get_charbox(place + 1)
        if left - right > _GAP * max(top - bottom, 4.0):
            parts.append((first, last))
            first = place + 1
    return [*parts, (first, end)]


def _gutters(page: Any, lines: list[list[tuple[int, int]]]) -> Counter[int]:
    """Where so many lines have text of some length on both sides that they are two columns."""
    edges: Counter[int] = Counter()
    for parts in lines:
        for (start, end), (after, last) in pairwise(parts):
            if min(end - start, last - after) >= _PROSE:
                middle = (page.get_charbox(end - 1)[2] + page.get_charbox(after)[0]) / 2
                edges[round(middle / _NEAR)] += 1
    return Counter({place: n for place, n in edges.items() if n >= _LINES_BESIDE})


def _is_in(gutters: Counter[int], page: Any, before: int, after: int) -> bool:
    right, left = page.get_charbox(before)[2], page.get_charbox(after)[0]
    return any(right - _NEAR <= place * _NEAR <= left + _NEAR for place in gutters)


def _line(page: Any, signs: list[str], start: int, end: int) -> Line:
    from pypdfium2 import raw

    text = "".join(HYPHEN if sign in HYPHENS else sign for sign in signs[start:end])
    left, bottom, _, top = page.get_charbox(start, loose=True)
    size = round(top - bottom, 1)
    _, low, right, high = page.get_charbox(end - 1, loose=True)
    is_bold = raw.FPDFText_GetFontWeight(page.raw, start) >= _BOLD
    bottom, top = min(bottom, low), max(top, high)
    whole = text.translate(_LIGATURES).replace("\x00", "")
    return Line(whole, left, bottom, right, top, size, is_bold, start, end)
