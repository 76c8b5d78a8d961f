"""What a Word file says of itself to programs that read it aloud."""

from __future__ import annotations

import io
import itertools
import re
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn


def word_faults(content: bytes) -> list[str]:
    """What somebody who hears a Word file would stumble over."""
    file = docx.Document(io.BytesIO(content))
    return [*_of_headings(file), *_of_paragraphs(file), *_of_tables(file)]


def text_of(paragraph: Any) -> str:
    return "".join(t.text or "" for t in paragraph.iter(qn("w:t")))


def _of_headings(file: Any) -> Iterator[str]:
    levels = [int(match[1]) for p in file.paragraphs if (match := _level_of(p.style))]
    if levels[:1] != [1]:
        yield f"begins with headings {levels[:1]}"
    for before, after in itertools.pairwise(levels):
        if after > before + 1:
            yield f"skips from heading {before} to {after}"


def _level_of(style: Any) -> re.Match[str] | None:
    """The number in the name of a heading's style, or of that which it is based on."""
    while style is not None:
        if match := re.fullmatch(r"Heading (\d)", style.name):
            return match
        style = style.base_style
    return None


def _of_paragraphs(file: Any) -> Iterator[str]:
    """Word wants a paragraph between two tables and at the end of a section: no other may be empty."""
    for element in file.element.body:
        if element.tag != qn("w:p") or text_of(element) or _is_drawn(element):
            continue
        before, after = element.getprevious(), element.getnext()
        ends = element.find(f".//{qn('w:sectPr')}") is not None
        if before is None or before.tag != qn("w:tbl") or not (after.tag != qn("w:p") or ends):
            yield "an empty paragraph stands between texts"


def _is_drawn(element: Any) -> bool:
    return element.find(f".//{qn('w:drawing')}") is not None


def _of_tables(file: Any) -> Iterator[str]:
    """A table of more than two columns has a row of heads; with two, the first says what the other is."""
    for table in file.tables:
        first = table._tbl.tr_lst[0]
        if len(table.columns) > 2 and first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None:
            yield f"a table of {len(table.columns)} columns without a row of heads"
