"""Tables of a Word file, written as XML at once: cell by cell, python-docx takes ten times longer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from trueline.language import direction
from trueline.reports.layout import palette
from trueline.reports.layout.blocks import Cell, Row, Table
from trueline.reports.layout.lines import Line, leans, line_of
from trueline.reports.layout.palette import without_sign

RULE, INK = without_sign(palette.RULE), without_sign(palette.INK)
_TWIPS = 567
"""Twentieths of a point in a centimetre."""

_LONG = 900
"""Letters from which on a row may run over to the next page."""


@dataclass(frozen=True)
class Styles:
    """Ids of styles by their names, and the languages of lines that are not in the document's."""

    ids: Mapping[str, str]
    languages: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        return self.ids[name]


def ruled(table: Table, widths: Sequence[float], styles: Styles) -> Any:
    """A table with rules between its rows; its heads, if it has any, are repeated on every page."""
    lines = "".join(
        _line(row, widths, styles, is_head=number < table.heads)
        for number, row in enumerate(_followed(table.rows))
    )
    above = _head(table.head, widths, styles) if any(table.head) else ""
    return _table(above + lines, widths, inside=True)


def facts(rows: Sequence[tuple[str, str]], widths: tuple[float, float], styles: Styles) -> Any:
    """Labels on the left, texts on the right, no rules."""
    lines = (
        f"<w:tr>{_whole(value)}{_cell(label, widths[0], 'Cell head', styles)}"
        f"{_cell(value, widths[1], 'Cell', styles)}</w:tr>"
        for label, value in rows
    )
    return _table("".join(lines), widths, inside=False)


def paragraphs(text: str, style: str, styles: Styles, *, stays: bool = False) -> str:
    """A paragraph of a style, by its name, for each line of a text; `stays` with what follows."""
    lines = (line_of(line.strip(), styles.languages) for line in text.split("\n"))
    return "".join(_paragraph(line, styles[style], stays=stays) for line in lines)


def _paragraph(line: Line, style: str, *, stays: bool) -> str:
    run = (
        f'<w:r>{run_marks(line)}<w:t xml:space="preserve">{escape(line.text)}</w:t></w:r>'
        if line.text
        else ""
    )
    keep_next = "<w:keepNext/>" if stays else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep_next}{turned(line)}</w:pPr>{run}</w:p>'


def turned(line: Line) -> str:
    """The direction of a paragraph, where it is not the document's.

    What runs from left to right in a document from the right stands at the right, beside the rest.
    """
    if not line.text or line.direction == direction():
        return ""
    return "<w:bidi/>" if line.direction == "rtl" else '<w:bidi w:val="0"/><w:jc w:val="right"/>'


def run_marks(line: Line) -> str:
    """The direction and language of the letters of a line."""
    way = "<w:rtl/>" if leans(line.text) == "rtl" else ""
    kind = "bidi" if way else "val"
    tag = f'<w:lang w:{kind}="{escape(line.language)}"/>' if line.language else ""
    return f"<w:rPr>{way}{tag}</w:rPr>" if way or tag else ""


def _followed(rows: Iterable[Row]) -> Iterator[list[tuple[Cell | None, int]]]:
    """Each row with what stands in its columns, and how many rows above reach into them."""
    reaching: dict[int, int] = {}
    for row in rows:
        line: list[tuple[Cell | None, int]] = []
        for column, value in enumerate(row):
            if value is None:
                line.append((None, reaching.get(column, 0)))
                reaching[column] = max(reaching.get(column, 0) - 1, 0)
                continue
            cell = Cell(value) if isinstance(value, str) else value
            reaching[column] = cell.rows - 1
            line.append((cell, 0))
        yield line


def _head(head: Sequence[str], widths: Sequence[float], styles: Styles) -> str:
    cells = "".join(
        _cell(text, width, "Cell head", styles) for text, width in zip(head, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _line(
    line: list[tuple[Cell | None, int]],
    widths: Sequence[float],
    styles: Styles,
    *,
    is_head: bool = False,
) -> str:
    cells = []
    for column, (cell, reached) in enumerate(line):
        if cell:
            cells.append(_filled(cell, sum(widths[column : column + cell.columns]), styles))
        elif reached:
            cells.append(_cell("", widths[column], "Cell", styles, "<w:vMerge/>"))
    text = "".join(cell.text for cell, _ in line if cell)
    row_properties = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if is_head else _whole(text)
    return f"<w:tr>{row_properties}{''.join(cells)}</w:tr>"


def _whole(text: str) -> str:
    """A row that is not long stays on one page."""
    return "<w:trPr><w:cantSplit/></w:trPr>" if len(text) < _LONG else ""


def _filled(cell: Cell, width: float, styles: Styles) -> str:
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    span += '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
    if cell.head and not cell.text:
        return _cell(cell.head, width, "Cell head", styles, span, stays=cell.stays)
    above = paragraphs(cell.head, "Cell head", styles) if cell.head else ""
    return _cell(cell.text, width, "Cell", styles, span, above, stays=cell.stays)


def _cell(
    text: str,
    width: float,
    style: str,
    styles: Styles,
    span: str = "",
    above: str = "",
    *,
    stays: bool = False,
) -> str:
    twips = round(width * _TWIPS)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{twips}" w:type="dxa"/>{span}</w:tcPr>'
        f"{above}{paragraphs(text, style, styles, stays=stays)}</w:tc>"
    )


def _table(lines: str, widths: Sequence[float], *, inside: bool) -> Any:
    sides = ("top", "bottom", "insideH") if inside else ()
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="{4 if side == "insideH" else 6}" w:space="0"'
        f' w:color="{RULE if side == "insideH" else INK}"/>'
        for side in sides
    )
    grid = "".join(f'<w:gridCol w:w="{round(width * _TWIPS)}"/>' for width in widths)
    mirrored = "<w:bidiVisual/>" if direction() == "rtl" else ""
    return parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr>{mirrored}<w:tblW w:w="0" w:type="auto"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="60" w:type="dxa"/>'
        '<w:bottom w:w="20" w:type="dxa"/><w:right w:w="90" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"
    )
