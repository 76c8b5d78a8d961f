"""Word files in our look, by python-docx: real heading styles, tables with header rows."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import count
from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.shape import CT_Inline
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from trueline.language import direction, get_language, gettext
from trueline.reports.layout import palette
from trueline.reports.layout.lines import NO_LANGUAGES, line_of
from trueline.reports.layout.palette import without_sign
from trueline.reports.layout.word_spacing import room_above, without_gaps
from trueline.reports.layout.word_styles import FAINT, add_field, dressed
from trueline.reports.layout.word_tables import run_marks, turned

RULE = without_sign(palette.RULE)


class Document:
    """A Word file being written, from top to bottom; `running` stands at the top of each page."""

    def __init__(self, *, title: str, paper: str = "a4", running: str = "") -> None:
        self.docx: Any = dressed(paper=paper, running=running)
        self.docx.core_properties.title = title[:255]  # as much as the form has room for
        self.docx.core_properties.author = "Trueline"
        self.docx.core_properties.language = get_language()
        self.style_ids = {style.name: style.style_id for style in self.docx.styles}
        self.languages: Mapping[str, str] = NO_LANGUAGES
        self.led_to: Iterator[int] = iter(())
        self._pictures = count(1)
        self._turn(self.docx.sections[0].header.paragraphs[0])

    def cover(self, title: str, subtitle: str, *notes: str) -> None:
        room_above(self.paragraph(title, "Title"), 110)
        self.paragraph(subtitle, "Subtitle")
        room = 130.0
        for note in notes:
            if note:
                room_above(self.paragraph(note, "Small"), room)
                room = 0

    def contents(self, headings: Sequence[str]) -> None:
        """A table of contents; `headings` are those of the first level that follow, in order.

        Page numbers are references, which Word and LibreOffice work out when the file is opened.
        """
        self.heading(1, gettext("Contents"), new_page=True)
        self.led_to = iter(range(1, len(headings) + 1))
        for number, text in enumerate(headings, 1):
            paragraph = self.docx.add_paragraph()
            paragraph.paragraph_format.tab_stops.add_tab_stop(
                self._text_width(), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
            )
            paragraph.add_run(f"{text}\t")
            self._turn(paragraph, text, whole=False)
            add_field(paragraph, f"PAGEREF {bookmark_name(number)} \\h", "…")
        settings = self.docx.settings.element
        update = OxmlElement("w:updateFields")
        update.set(qn("w:val"), "true")
        settings.append(update)

    def heading(
        self,
        level: int,
        text: str,
        *,
        place: str | None = None,
        mark: str = "",
        new_page: bool = False,
        style: str = "",
    ) -> None:
        """`place` stands faint behind the text, in one line with its last word; `mark` before it."""
        heading = self._paragraph(f"{mark}  {text}" if mark else text)
        self._set_style(heading, style or f"Heading {level}")
        self._turn(heading, text)
        number = next(self.led_to, None) if level == 1 else None
        if number:
            bookmark(heading, number)
        heading.paragraph_format.page_break_before = new_page
        if place:
            run = heading.add_run("\u00a0" * 3 + place.replace(" ", "\u00a0"))
            run.bold = False
            run.font.size = Pt(8.5)
            run.font.color.rgb = RGBColor.from_string(FAINT)

    def paragraph(self, text: str, style: str = "Normal", *, with_next: bool = False) -> Any:
        """`with_next` keeps it on the page of what comes after it."""
        paragraph = self._paragraph(text)
        self._set_style(paragraph, style)
        self._turn(paragraph)
        if with_next:
            paragraph.paragraph_format.keep_with_next = True
        return paragraph._p

    @property
    def last(self) -> Any:
        """The last that was added."""
        return self.docx.element.body.findall(qn("w:p"))[-1]

    def bullets(self, texts: Sequence[str]) -> None:
        for text in texts:
            self.paragraph(text, "List Bullet")

    def boxes(self, texts: Sequence[str]) -> None:
        """A list to tick."""
        for text in texts:
            self.paragraph(f"☐  {text}", "Tick")

    def insert(self, element: Any) -> None:
        """Add a block that is XML already: before what describes the last sheet, which ends the file.

        python-docx looks through the whole file for it, each time anew.
        """
        self.docx.element.body[-1].addprevious(element)

    def _paragraph(self, text: str = "") -> Any:
        element = OxmlElement("w:p")
        self.insert(element)
        paragraph = Paragraph(element, self.docx._body)
        if text:
            paragraph.add_run(text)
        return paragraph

    def raw(self, paragraphs: str) -> None:
        """Add paragraphs given as XML text."""
        for paragraph in parse_xml(f"<w:body {nsdecls('w')}>{paragraphs}</w:body>"):
            self.insert(paragraph)

    def dated(self, when: datetime) -> None:
        """Note when the document was made."""
        self.docx.core_properties.created = self.docx.core_properties.modified = when

    def picture(self, png: bytes, width_cm: float, description: str) -> None:
        """A picture, with the text that stands for it where it can't be seen."""
        part = self.docx.part
        place, image = part.get_or_add_image(io.BytesIO(png))
        size = image.scaled_dimensions(Cm(width_cm), None)
        inline = CT_Inline.new_pic_inline(next(self._pictures), place, image.filename, *size)
        inline.docPr.set("descr", description)
        self._paragraph().add_run()._r.add_drawing(inline)

    def answer_box(self) -> None:
        """An empty frame to write into."""
        table = self.docx.add_table(rows=1, cols=1)
        _borders(table, sides=("top", "bottom", "left", "right"))
        table.rows[0].height = Cm(2.2)
        self.paragraph("", "Cell")

    def table(
        self,
        rows: Sequence[Sequence[str]],
        *,
        head: Sequence[str] = (),
        widths: Sequence[float],
        bold_first: bool = False,
        with_next: bool = False,
    ) -> None:
        """A ruled table; `widths` in cm; `head` is repeated on each page, and never ends one.

        `with_next` keeps the whole of it on the page of what comes after it.
        """
        if not rows:
            return
        table = self.docx.add_table(rows=len(rows) + bool(head), cols=len(widths))
        table.autofit = False
        _borders(table, sides=("top", "bottom", "insideH"))
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        lines = [head, *rows] if head else rows
        for number, (row, line) in enumerate(zip(table.rows, lines, strict=True)):
            is_head = bool(head) and number == 0
            (_repeat if is_head else _unbroken)(row)
            cells = zip(row.cells, line, widths, strict=True)
            for column, (cell, text, width) in enumerate(cells):
                style = "Cell head" if is_head else "Cell"
                self._write(cell, text, style, bold=bold_first and column == 0)
                cell.width = Cm(width)
                for paragraph in cell.paragraphs if with_next or is_head else ():
                    paragraph.paragraph_format.keep_with_next = True
        self.paragraph("", "Cell", with_next=with_next)

    def _text_width(self) -> Any:
        section = self.docx.sections[-1]
        return section.page_width - section.left_margin - section.right_margin

    def content(self) -> bytes:
        """The file."""
        body = self.docx.element.body
        without_gaps(body)
        if direction() == "rtl":
            for section in body.iter(qn("w:sectPr")):
                section.insert_element_before(
                    OxmlElement("w:bidi"), "w:rtlGutter", "w:docGrid", "w:printerSettings"
                )
        stream = io.BytesIO()
        self.docx.save(stream)
        return stream.getvalue()

    def _write(self, cell: Any, text: str, style: str, *, bold: bool = False) -> None:
        first, *others = text.split("\n")
        paragraph = cell.paragraphs[0]
        self._set_style(paragraph, style)
        paragraph.add_run(first).bold = bold or None
        for other in others:
            paragraph = cell.add_paragraph()
            self._set_style(paragraph, style)
            paragraph.add_run(other).font.color.rgb = RGBColor.from_string(FAINT)

    def _turn(self, paragraph: Any, text: str = "", *, whole: bool = True) -> None:
        """Say of a paragraph and its letters which way they run, and in which language they are.

        Not `whole`, the paragraph itself runs as the document does.
        """
        line = line_of(text or paragraph.text, self.languages)
        for mark in _parsed(turned(line)) if whole else ():
            paragraph._p.get_or_add_pPr().insert_element_before(mark, *_BEHIND[mark.tag])
        for run in paragraph.runs:
            for group in _parsed(run_marks(line)):
                for mark in group:
                    run._r.get_or_add_rPr().append(mark)

    def _set_style(self, paragraph: Any, name: str) -> None:
        """Set a style by its id. By name, python-docx searches all styles, each time anew."""
        paragraph._p.style = self.style_ids[name]


_BEHIND_JC = ("w:textAlignment", "w:outlineLvl", "w:rPr", "w:sectPr")
_BEHIND = {
    qn("w:jc"): _BEHIND_JC,
    qn("w:bidi"): (
        "w:snapToGrid",
        "w:spacing",
        "w:ind",
        "w:contextualSpacing",
        "w:jc",
        *_BEHIND_JC,
    ),
}
"""Tags that stand behind a mark of a paragraph: Word insists on the order."""


def _parsed(marks: str) -> list[Any]:
    return list(parse_xml(f"<w:pPr {nsdecls('w')}>{marks}</w:pPr>")) if marks else []


def _borders(table: Any, sides: Sequence[str]) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in sides:
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", RULE)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)


def _repeat(row: Any) -> None:
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def _unbroken(row: Any) -> None:
    mark = OxmlElement("w:cantSplit")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def bookmark_name(number: int) -> str:
    """The name under which the contents find a heading."""
    return f"_Toc{number:04}"


def bookmark(paragraph: Any, number: int) -> None:
    """Marks a heading so that the contents can lead to it."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), bookmark_name(number))
    paragraph._p.insert(1, start)
    paragraph._p.append(end)
