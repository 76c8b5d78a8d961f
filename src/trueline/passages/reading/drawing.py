"""A page of a PDF as a picture, and where its words stand on it."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import Any

from trueline.files import FileProblems, Problem
from trueline.language import gettext
from trueline.passages.pictures import PagePicture, PlacedWord
from trueline.passages.reading.lines import in_reading_order
from trueline.passages.reading.pdf import lines_of, opened

WIDTH, HEIGHT = 1200, 2400
"""The most dots of a picture: as many as a wide screen shows of half its width, sharply."""
BYTES = 1_000_000
"""The most of a picture: a page of photographs becomes smaller until it fits."""
_SMALLER = 0.7
_SMALLEST = 200
_STEPS = bytes(min(255, (grey + 8) // 17 * 17) for grey in range(256))
"""Sixteen greys: as clear to read as all, and half of the bytes."""


def draw_page(data: bytes, name: str, page: int) -> PagePicture:
    """A page, counted from 1. Raises FileProblems where the file or the page can't be drawn."""
    import pypdfium2

    pdf = opened(data, name)
    try:
        if not 1 <= page <= len(pdf):
            raise FileProblems([Problem(name, gettext("It has no page {number}.", number=page))])
        try:
            return _drawn(pdf[page - 1])
        except pypdfium2.PdfiumError as error:
            message = gettext("Page {number} can’t be drawn.", number=page)
            raise FileProblems([Problem(name, message)]) from error
    finally:
        pdf.close()


def _drawn(page: Any) -> PagePicture:
    width, height = (max(side, 1.0) for side in page.get_size())
    scale = min(WIDTH / width, HEIGHT / height)
    while True:
        bitmap = page.render(scale=scale, rev_byteorder=True)
        png = _png(bitmap)
        if len(png) <= BYTES or bitmap.width * _SMALLER < _SMALLEST:
            words = tuple(_words(page, bitmap))
            return PagePicture(png, bitmap.width, bitmap.height, words)
        scale *= _SMALLER


def _png(bitmap: Any) -> bytes:
    """In greys where the page has no colour."""
    width, height, depth = bitmap.width, bitmap.height, bitmap.n_channels
    data = bytes(bitmap.buffer)
    red, green, blue = (
        b"".join(
            data[row * bitmap.stride + channel : row * bitmap.stride + width * depth : depth]
            for row in range(height)
        )
        for channel in range(3)
    )
    if red == green == blue:
        return _packed(red.translate(_STEPS), width, height, kind=0)
    colours = bytearray(width * height * 3)
    colours[0::3], colours[1::3], colours[2::3] = red, green, blue
    return _packed(bytes(colours), width, height, kind=2)


def _packed(pixels: bytes, width: int, height: int, *, kind: int) -> bytes:
    """A PNG of rows of eight bits a channel. `kind`: 0 for greys, 2 for colours."""
    length = len(pixels) // height
    rows = b"".join(b"\0" + pixels[at : at + length] for at in range(0, len(pixels), length))
    header = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(*part) for part in parts)


def _part(name: bytes, content: bytes) -> bytes:
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)


def _words(page: Any, bitmap: Any) -> Iterator[PlacedWord]:
    """The words in the order in which they are read, each with its box on the picture."""
    from pypdfium2 import raw

    place = bitmap.get_posconv(page)
    text = page.get_textpage()
    try:
        for line in in_reading_order(lines_of(text)):
            letters: list[int] = []
            for at in line.letters:
                if not chr(raw.FPDFText_GetUnicode(text.raw, at)).isspace():
                    letters.append(at)
                elif letters:
                    yield _placed(text, letters, place)
                    letters = []
            if letters:
                yield _placed(text, letters, place)
    finally:
        text.close()


def _placed(text: Any, letters: list[int], place: Any) -> PlacedWord:
    from pypdfium2 import raw

    word = "".join(chr(raw.FPDFText_GetUnicode(text.raw, at)) for at in letters)
    boxes = [text.get_charbox(at, loose=True) for at in letters]
    corners = [
        place.to_bitmap(x, y)
        for left, bottom, right, top in boxes
        for x, y in ((left, bottom), (right, top))
    ]
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    top, bottom = min(y for _, y in corners), max(y for _, y in corners)
    return PlacedWord(word, left, top, right - left, bottom - top)
