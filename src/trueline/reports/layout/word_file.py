"""A document as a Word file, for those who want to write into it."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from trueline.reports.layout import word_tables
from trueline.reports.layout.blocks import (
    Block,
    Card,
    Cover,
    Document,
    Facts,
    Heading,
    Missing,
    Picture,
    Points,
    Prose,
    Section,
    Sheet,
    Table,
)
from trueline.reports.layout.packing import packed
from trueline.reports.layout.typesetting import picture_png
from trueline.reports.layout.wide_tables import fitted
from trueline.reports.layout.word import Document as WordDocument
from trueline.reports.layout.word_spacing import room_above
from trueline.reports.layout.word_styles import PAPERS

_HEAD = 4.6 + 3.4
_SIDES: dict[Sheet, float] = {"turned": 1.6}
_USUAL_SIDE = 2.4
"""Centimetres left and right of what is printed: wide tables need the room."""

_ENDS: dict[Sheet, tuple[float, float]] = {"turned": (2.0, 1.6)}
_USUAL_ENDS = (2.4, 2.2)
"""Above and below it."""
"""Centimetres of a page that are no place for a picture: at its sides, and above and below."""
_POINT = 2.54 / 72
_LOOKS = {"plain": "Normal", "lead": "Lead", "small": "Small", "faint": "Faint", "label": "Label"}
_LABEL = 3.9
DOTS = 150


def word_file(document: Document, paper: str = "a4") -> bytes:
    """The .docx; `paper` is "a4" or "letter"."""
    return WordWriter(fitted(document), paper).content()


class WordWriter:
    """Writes a document block by block. It knows which sheet it stands on."""

    def __init__(self, document: Document, paper: str) -> None:
        self.document = document
        self.paper = paper
        self.sheet: Sheet = "upright"
        self.word = WordDocument(title=document.title, paper=paper, running=document.running)
        self.word.languages = document.languages
        self.styles = word_tables.Styles(self.word.style_ids, document.languages)

    def content(self) -> bytes:
        """The file, the same for the same document."""
        if self.document.cover:
            self._cover(self.document.cover)
        if self.document.contents:
            self.word.contents([section.title for section in self.document.sections])
        before = bool(self.document.cover or self.document.contents)
        for number, section in enumerate(self.document.sections):
            self._section(section, first=number == 0 and not before)
        on = self.document.on
        if on:
            self.word.dated(datetime.combine(on, time(), UTC))
        return packed(self.word.content(), on)

    def _cover(self, cover: Cover) -> None:
        self._texts(cover.kind, "Subtitle")
        room_above(self.word.last, 70)
        self._texts(cover.title, "Title")
        self._texts(cover.lead, "Lead")
        room_above(self.word.last, 12)
        self._facts(cover.facts)
        if cover.note:
            self._texts(cover.note, "Faint")

    def _section(self, section: Section, *, first: bool) -> None:
        turned = section.sheet != self.sheet
        if turned:
            self._turn(section.sheet, self.word.docx.sections[0] if first else None)
        new_page = section.new_page and not turned and not first
        self.word.heading(1, section.title, new_page=new_page)
        for number, block in enumerate(section.blocks):
            self._block(block)
            if number == 0 and isinstance(block, Prose) and block.look == "small":
                # It speaks of all that follows, and stays with the beginning of it.
                Paragraph(
                    self.word.last, self.word.docx._body
                ).paragraph_format.keep_with_next = True

    def _turn(self, sheet: Sheet, part: Any = None) -> None:
        """Go on with sheets of another sort; `part` is one that holds nothing yet."""
        width, height = _size(self.paper, sheet)
        added: Any = part or self.word.docx.add_section(WD_SECTION.NEW_PAGE)
        added.orientation = WD_ORIENT.LANDSCAPE if width > height else WD_ORIENT.PORTRAIT
        added.page_width, added.page_height = Cm(width), Cm(height)
        added.left_margin = added.right_margin = Cm(_SIDES.get(sheet, _USUAL_SIDE))
        above, below = _ENDS.get(sheet, _USUAL_ENDS)
        added.top_margin, added.bottom_margin = Cm(above), Cm(below)
        added.different_first_page_header_footer = False
        self.sheet = sheet

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                self.word.heading(block.level, block.text, place=block.mark or None)
            case Prose():
                self._texts(block.text, _LOOKS[block.look])
            case Missing():
                self._texts(block.text, "Missing")
            case Points():
                self._points(block)
            case Facts():
                self._facts(block.rows)
            case Table():
                self._table(block)
            case Picture():
                self._picture(block)
            case Card():
                self._card(block)

    def _texts(self, text: str, style: str) -> None:
        self.word.raw(word_tables.paragraphs(text, style, self.styles))

    def _points(self, block: Points) -> None:
        if block.title:
            self._texts(block.title, "Label")
        for item in block.items:
            self._texts(" ".join(item.split()), "List Bullet")

    def _facts(self, rows: tuple[tuple[str, str], ...]) -> None:
        widths = (_LABEL, self._width - _LABEL)
        self.word.insert(word_tables.facts(rows, widths, self.styles))
        self._texts("", "Cell")

    def _table(self, block: Table) -> None:
        share = self._width / sum(block.shares)
        widths = [share * one for one in block.shares]
        self.word.insert(word_tables.ruled(block, widths, self.styles))
        self._texts("", "Cell")

    def _card(self, block: Card) -> None:
        self.word.heading(2, block.title, mark=block.mark, style="Card title")
        self._facts(block.rows)

    def _picture(self, block: Picture) -> None:
        """As wide as the page, unless that would make it higher than the page."""
        height = _size(self.paper, self.sheet)[1] - _HEAD
        widest = min(self._width, block.width * _POINT * 1.15)
        width = min(widest, height * block.width / block.height)
        dots = min(DOTS, DOTS * width / (block.width * _POINT) * 1.3)
        self.word.picture(picture_png(block.svg, round(dots)), width, block.about)

    @property
    def _width(self) -> float:
        return _size(self.paper, self.sheet)[0] - 2 * _SIDES.get(self.sheet, _USUAL_SIDE)


def _size(paper: str, sheet: Sheet) -> tuple[float, float]:
    """Width and height of a sheet in centimetres; large and tall ones are two pages of the paper."""
    width, height = PAPERS[paper]
    sizes: dict[Sheet, tuple[float, float]] = {
        "upright": (width, height),
        "turned": (height, width),
        "large": (2 * width, height),
        "tall": (height, 2 * width),
    }
    return sizes[sheet]
