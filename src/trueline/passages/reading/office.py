"""Word documents and OpenDocument texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from trueline.office.archive import Archive, cannot_be_opened
from trueline.office.word import NOTE, Paragraph, word_text
from trueline.passages.text import Block, Role

_HEADING = re.compile(
    r"(?:heading|title|titre|título|titulo|überschrift|berschrift)", re.IGNORECASE
)
_ITEM = re.compile(r"list", re.IGNORECASE)
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_SPACES = {f"{_TEXT}s": " ", f"{_TEXT}tab": " ", f"{_TEXT}line-break": " "}
_LEFT_OUT = frozenset((f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note-citation"))


def blocks_of_word(data: bytes, name: str) -> Iterator[Block]:
    """Paragraphs, notes and cells in order, insertions that were not accepted among them."""
    for block in word_text(data, name):
        if isinstance(block, Paragraph):
            yield Block(block.text, role=_role(block.style))
        else:
            for _, _, cell in block.cells:
                yield Block(cell.text, role=Role.CELL)


def _role(style: str) -> Role:
    if style == NOTE:
        return Role.FOOTNOTE
    if _HEADING.match(style):
        return Role.HEADING
    return Role.ITEM if _ITEM.search(style) else Role.PARAGRAPH


def blocks_of_odt(data: bytes, name: str) -> Iterator[Block]:
    """Headings, paragraphs, items, cells and notes in order. Raises FileProblems."""
    tree = Archive(data, name).xml("content.xml")
    if tree is None:
        raise cannot_be_opened(name)
    for element in tree.iter(f"{_TEXT}p", f"{_TEXT}h"):
        above = {each.tag for each in element.iterancestors()}
        if above & _LEFT_OUT:
            continue
        text = "".join(_texts(element))
        if element.tag == f"{_TEXT}h":
            yield Block(text, role=Role.HEADING)
        elif f"{_TEXT}note" in above:
            yield Block(text, role=Role.FOOTNOTE)
        elif f"{_TABLE}table-cell" in above:
            yield Block(text, role=Role.CELL)
        else:
            yield Block(text, role=Role.ITEM if f"{_TEXT}list-item" in above else Role.PARAGRAPH)


def _texts(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in _SPACES:
            yield _SPACES[child.tag]
        elif child.tag not in _LEFT_OUT and child.tag != f"{_TEXT}note":
            yield from _texts(child)
        yield child.tail or ""
