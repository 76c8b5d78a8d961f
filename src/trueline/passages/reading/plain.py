"""Plain text and Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trueline.passages.text import Block, Role

_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*$")
_ITEM = re.compile(r"(?:[-*•–‣]|\(?\d{1,3}[.)])\s+(.*)$", re.DOTALL)
_RULE = re.compile(r"[-=*_|:\s]+$")


def blocks_of_text(text: str) -> Iterator[Block]:
    """Blocks parted by blank lines, marks of headings and of items."""
    lines: list[str] = []
    for line in [*text.splitlines(), ""]:
        stripped = line.strip()
        if not stripped or _HEADING.match(stripped) or _ITEM.match(stripped) or "|" in stripped:
            yield from _block(lines)
            lines = []
        if heading := _HEADING.match(stripped):
            yield Block(heading[1], role=Role.HEADING)
        elif stripped.startswith("|"):
            yield from _cells(stripped)
        elif stripped:
            lines.append(stripped)


def _block(lines: list[str]) -> Iterator[Block]:
    text = " ".join(lines)
    if not text or _RULE.match(text):
        return
    item = _ITEM.match(text)
    yield Block(item[1], role=Role.ITEM) if item else Block(text)


def _cells(row: str) -> Iterator[Block]:
    for cell in row.strip("|").split("|"):
        if cell.strip() and not _RULE.match(cell):
            yield Block(cell.strip(), role=Role.CELL)


def decoded(data: bytes) -> str:
    """UTF-8 or UTF-16 where it is, else the encoding of Windows in western Europe."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
