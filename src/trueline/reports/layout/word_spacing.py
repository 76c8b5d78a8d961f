"""Space between the parts of a Word file: kept by the paragraphs that stand there, not by empty ones.

Whoever hears a file hears each empty paragraph as “blank”. Word needs one between two tables, and
behind a table that stands last; these are as low as can be.
"""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

_BEFORE = "120"
"""Twentieths of a point above what follows a table."""
_CONTENT = (qn("w:t"), qn("w:drawing"), qn("w:fldChar"), qn("w:br"))


def without_gaps(body: Any) -> None:
    """Take the empty paragraphs out of the body of a document, and give their room to what follows."""
    _join_breaks(body)
    for paragraph in body.findall(qn("w:p")):
        if not is_empty(paragraph) or paragraph.find(f".//{qn('w:sectPr')}") is not None:
            continue
        before, after = paragraph.getprevious(), paragraph.getnext()
        if _is(before, "w:tbl") and not _is(after, "w:p"):
            _lower(paragraph)
        else:
            if _is(before, "w:tbl"):
                _add_space_above(after)
            body.remove(paragraph)


def is_empty(paragraph: Any) -> bool:
    """Whether nothing stands in a paragraph."""
    return not any(one.tag in _CONTENT for one in paragraph.iter())


def _join_breaks(body: Any) -> None:
    """Let the last paragraph of a part end it, where python-docx adds one of its own for that."""
    for paragraph in body.findall(qn("w:p")):
        section = paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
        if section is None or not is_empty(paragraph):
            continue
        before = paragraph.getprevious()
        while _is(before, "w:p") and is_empty(before) and _is(before.getprevious(), "w:p"):
            body.remove(before)
            before = paragraph.getprevious()
        if _is(before, "w:p") and not is_empty(before):
            before.get_or_add_pPr().append(section)
            body.remove(paragraph)
        elif _is(before, "w:p"):
            body.remove(before)
            _lower(paragraph)
        else:
            _lower(paragraph)


def _is(element: Any, name: str) -> bool:
    return element is not None and element.tag == qn(name)


def _lower(paragraph: Any) -> None:
    """As low as a paragraph can be."""
    spacing = paragraph.get_or_add_pPr().get_or_add_spacing()
    for name, value in (("before", "0"), ("after", "0"), ("line", "20"), ("lineRule", "exact")):
        spacing.set(qn(f"w:{name}"), value)


def _add_space_above(paragraph: Any) -> None:
    """Room above a paragraph, unless its style is one of headings, which have their own."""
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    if style is not None and style.get(qn("w:val"), "").startswith(("Heading", "Card")):
        return
    spacing = paragraph.get_or_add_pPr().get_or_add_spacing()
    if spacing.get(qn("w:before")) is None:
        spacing.set(qn("w:before"), _BEFORE)


def room_above(paragraph: Any, points: float) -> None:
    """Room above a paragraph, in points."""
    spacing = paragraph.get_or_add_pPr().get_or_add_spacing()
    spacing.set(qn("w:before"), str(round(points * 20)))
