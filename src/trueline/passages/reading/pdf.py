"""PDF pages as lines, by pypdfium2."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any

from trueline.files import FileProblems, Problem
from trueline.language import gettext, number
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
from trueline.passages.reading.right_to_left import (
    holds_right_to_left,
    in_order_of_reading,
    mirrored,
    reads_right_to_left,
)
from trueline.passages.reading.spacing import is_spaced_out, joined_up
from trueline.passages.text import Block

PAGES = 600
"""The most pages that are read."""
SIGNS = 60_000
"""The most signs of a page that are read: more is a drawing made of letters."""
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st"})
PARTING = str.maketrans(dict.fromkeys(("\x02", "\ufffe", "\u00ad"), HYPHEN))
"""The signs that PDFium has where the end of a line parts a word, each as one."""
_BOLD = 600
_GAP = 1.5
"""A blank as wide as so many times the height of a letter parts columns, or cells of a table."""
_PROSE = 20
"""Letters of a stretch of running text; cells of tables are mostly shorter."""
_LINES_BESIDE = 6
_SHORT_CELL = 5
"""Letters of a cell such as “9” or “No”."""
_WIDER = 2.5
"""A blank so many times as wide as those within its line parts cells."""
_ROWS, _CELL = 3, 4.0
"""So many lines that begin, or go on behind a wide blank, within so many points are a table's column."""
_NEAR = 12.0
"""Points within which gaps of several lines are one gutter."""


def blocks_of_pdf(data: bytes, name: str) -> tuple[list[Block], int, tuple[int, ...]]:
    """The blocks of a PDF, how many pages it has, and which of them hold no text.

    Raises FileProblems where it is encrypted, broken or too long.
    """
    pdf = opened(data, name)
    try:
        if len(pdf) > PAGES:
            message = gettext("It has {count} pages.", count=number(len(pdf)))
            hint = gettext(
                "Up to {count} are read: send the part that matters.", count=number(PAGES)
            )
            raise FileProblems([Problem(name, message, hint=hint)])
        pages, heights = [], []
        for page in range(len(pdf)):
            lines, height = _lines_of_page(pdf, page)
            pages.append(lines)
            heights.append(height)
    finally:
        pdf.close()
    empty = tuple(page for page, lines in enumerate(pages, 1) if not lines)
    pages = without_running(pages, heights)
    body = body_size(pages)
    words = words_of(line.text for lines in pages for line in lines)
    blocks = [
        Block(mended(block.text, words), block.page, block.role)
        for page, lines in enumerate(pages, 1)
        for block in blocks_of(in_reading_order(lines), page, body)
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


def _lines_of_page(pdf: Any, place: int) -> tuple[list[Line], float]:
    import pypdfium2

    try:
        page = pdf[place]
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
    columns = _columns(page, stretches)
    from_right = reads_right_to_left("".join(signs))
    for parts in stretches:
        first, last = parts[0]
        cells, is_row = 1, _is_row(page, signs, parts)
        for start, end in parts[1:]:
            if _is_in(gutters, page, last - 1, start):
                yield _line(page, signs, range(first, last), from_right, cells)
                first, cells = start, 1
            else:
                cells += is_row and _near(page.get_charbox(start)[0]) in columns
            last = end
        yield _line(page, signs, range(first, last), from_right, cells)


def _rows(page: Any) -> tuple[list[str], list[tuple[int, int]]]:
    from pypdfium2 import raw

    count = min(page.count_chars(), SIGNS)
    signs = [chr(raw.FPDFText_GetUnicode(page.raw, place)) for place in range(count)]
    rows: list[tuple[int, int]] = []
    start = 0
    for place in range(count + 1):
        if place == count or signs[place] in "\r\n":
            if any(not sign.isspace() for sign in signs[start:place]):
                if rows and _is_beside(page, signs, rows[-1], start, place):
                    start = rows.pop()[0]
                rows.append((start, place))
            start = place + 1
    return signs, rows


def _is_beside(page: Any, signs: list[str], row: tuple[int, int], start: int, end: int) -> bool:
    """Whether the next letters are a short cell of the same row, which PDFium puts on a line of its own."""
    if end - start > _SHORT_CELL or signs[start].isspace():
        return False
    last = row[1] - 1
    while signs[last].isspace():
        last -= 1
    _, foot, right, head = page.get_charbox(last)
    left, bottom, _, top = page.get_charbox(start)
    return bool(left > right and foot <= (bottom + top) / 2 <= head)


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


def _is_row(page: Any, signs: list[str], parts: list[tuple[int, int]]) -> bool:
    """Whether wide blanks part cells: in a justified line, all blanks are about as wide."""
    if len(parts) == 1:
        return False
    between = [_blank(page, end, after) for (_, end), (after, _) in pairwise(parts)]
    within = [
        _blank(page, place, place + 1)
        for start, end in parts
        for place in range(start + 1, end - 1)
        if signs[place].isspace() and not signs[place + 1].isspace()
    ]
    if within:
        return min(between) > _WIDER * median(within)
    return len(between) == 1 or max(between) > 1.3 * min(between)


def _blank(page: Any, end: int, start: int) -> float:
    """The width from the letter before `end` to the one at `start`."""
    return float(page.get_charbox(start)[0] - page.get_charbox(end - 1)[2])


def _columns(page: Any, lines: list[list[tuple[int, int]]]) -> frozenset[int]:
    """Where cells of tables begin: behind wide blanks of several lines, at the same place.

    A wide blank in a justified line stands alone.
    """
    begins: Counter[int] = Counter()
    for parts in lines:
        here = {_near(page.get_charbox(start)[0]) for start, _ in parts}
        begins.update({place + step for place in here for step in (-1, 0, 1)})
    return frozenset(place for place, count in begins.items() if count >= _ROWS)


def _near(place: float) -> int:
    return round(place / _CELL)


def _is_in(gutters: Counter[int], page: Any, before: int, after: int) -> bool:
    right, left = page.get_charbox(before)[2], page.get_charbox(after)[0]
    return any(right - _NEAR <= place * _NEAR <= left + _NEAR for place in gutters)


def _line(page: Any, signs: list[str], drawn: range, from_right: bool, cells: int) -> Line:
    from pypdfium2 import raw

    letters = _in_order(page, signs, drawn, from_right)
    first, last = (page.get_charbox(letter, loose=True) for letter in (drawn[0], drawn[-1]))
    text = mirrored("".join(signs[letter] for letter in letters))
    return Line(
        text.translate(_LIGATURES).translate(PARTING).replace("\x00", ""),
        left=min(first[0], last[0]),
        bottom=min(first[1], last[1]),
        right=max(first[2], last[2]),
        top=max(first[3], last[3]),
        size=round(first[3] - first[1], 1),
        is_bold=raw.FPDFText_GetFontWeight(page.raw, drawn[0]) >= _BOLD,
        letters=letters,
        cells=cells,
    )


def _in_order(page: Any, signs: list[str], drawn: range, from_right: bool) -> Sequence[int]:
    """The numbers of a line's letters as they are read, without the blanks of a spaced-out word."""
    text = "".join(signs[drawn.start : drawn.stop])
    if holds_right_to_left(text):
        boxes = [page.get_charbox(letter)[::2] for letter in drawn]
        order = in_order_of_reading(text, boxes, from_right=from_right)
    elif is_spaced_out(text):
        boxes = [page.get_charbox(letter)[::2] for letter in drawn]
        order = joined_up(text, boxes)
    else:
        return drawn
    return [drawn[letter] for letter in order]
