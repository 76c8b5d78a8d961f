"""A Word document as it reads: paragraphs and tables in order, with what is easily passed over.

The XML is read as it stands, since python-docx passes over what lies in content controls (the fields
to fill in that funders' forms are made of), in tables within tables, in text boxes and in changes
that are not accepted yet, knows no footnotes, and gives no automatic number. Here insertions stand and
deletions don't; a list's number stands before its paragraph; a note stands in brackets where its mark
is; an empty field's prompt (“Click to enter text”) is no text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from trueline.office.archive import Archive, cannot_be_opened
from trueline.office.grid import LONGEST_CELL, Cell, GridBuilder
from trueline.office.word_numbers import Numbering

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = f"{W}txbxContent"
_LEFT_OUT = frozenset(
    (f"{W}del", f"{W}moveFrom", f"{W}rPr", f"{W}pPr", f"{W}instrText", f"{W}delText", _FALLBACK)
)
_SIGNS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": " ", f"{W}noBreakHyphen": "\u2011"}
_WIDEST = 200
DATA, HIDDEN = b"urn:trueline:", "_trueline"
"""The namespace of data that our own Word files carry, and what the grid made of it is called."""
NOTE = "FootnoteText"
"""The style of notes that stand apart."""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of the running text. `style` is the id of its style, such as Heading1."""

    text: str
    style: str = ""


@dataclass(frozen=True)
class WordTable:
    """A table by its cells: row, column and text."""

    cells: tuple[tuple[int, int, Cell], ...]


Block = Paragraph | WordTable


def read_word(data: bytes, name: str) -> GridBuilder:
    """Every table of a document, and the paragraphs between them. Raises FileProblems."""
    builder = GridBuilder(name)
    texts: list[Paragraph] = []
    number = 0
    for block in word_blocks(data, name):
        if isinstance(block, WordTable):
            _add_texts(builder, texts)
            number += 1
            builder.grid(f"table {number}", block.cells, "table")
        elif block.text:
            texts.append(block)
    _add_texts(builder, texts)
    _add_data(builder, data, name)
    return builder


def _add_data(builder: GridBuilder, data: bytes, name: str) -> None:
    """Rows of data that travel in a part of their own, as a hidden grid: a name and a piece each."""
    archive = Archive(data, name)
    for part in sorted(archive.names):
        if part.startswith("customXml/item") and DATA in archive.read(part)[:300]:
            rows = [row for row in archive.xml(part) if row.tag.endswith("}row")]
            filled = [
                (number, column, Cell(text))
                for number, row in enumerate(rows, 1)
                for column, text in enumerate((row.get("name", ""), row.text or ""))
            ]
            builder.grid(HIDDEN, filled, hidden=True)


def _add_texts(builder: GridBuilder, texts: list[Paragraph]) -> None:
    rows_before = sum(len(grid.rows) for grid in builder.grids if grid.kind == "text")
    filled = [(rows_before + n, 0, Cell(one.text)) for n, one in enumerate(texts, 1)]
    builder.grid("paragraph", filled, "text")
    texts.clear()


def word_blocks(data: bytes, name: str) -> Iterator[Block]:
    """Paragraphs and tables in reading order; a table within a cell follows the one it stands in.

    Headers and footers come last, each text once. Raises FileProblems.
    """
    archive = Archive(data, name)
    body, related = _main_part(archive)
    reader = _Reader(archive, related)
    yield from reader.blocks(body)
    seen: set[str] = set()
    for kind, part in related.values():
        if kind in ("header", "footer") and (tree := archive.xml(part)) is not None:
            for block in reader.blocks(tree):
                key = repr(block)
                if key not in seen:
                    seen.add(key)
                    yield block


def word_text(data: bytes, name: str) -> Iterator[Block]:
    """The text as its reader has it: without headers, footers and remarks, and each note apart.

    A note follows what it belongs to, as a paragraph in the style NOTE. Raises FileProblems.
    """
    archive = Archive(data, name)
    body, related = _main_part(archive)
    yield from _Reader(archive, related, notes_apart=True).blocks(body)


def _main_part(archive: Archive) -> tuple[Any, dict[str, tuple[str, str]]]:
    main = next(
        (part for kind, part in archive.related("").values() if kind == "officeDocument"),
        "word/document.xml",
    )
    tree = archive.xml(main)
    body = tree.find(f"{W}body") if tree is not None else None
    if body is None:
        raise cannot_be_opened(archive.name)
    return body, archive.related(main)


class _Reader:
    """Reads the parts of one document, which share notes and lists."""

    def __init__(
        self, archive: Archive, related: dict[str, tuple[str, str]], *, notes_apart: bool = False
    ) -> None:
        self.notes_apart = notes_apart
        self._met: list[str] = []
        """Notes whose marks were met since the last block, where they stand apart."""
        parts = {kind: archive.xml(part) for kind, part in related.values() if kind in _SHARED}
        self.numbering = Numbering(parts.get("numbering"), parts.get("styles"))
        self.notes: dict[tuple[str, str], str] = {}
        for kind in ("footnotes", "endnotes", "comments"):
            for note in parts[kind] if parts.get(kind) is not None else ():
                key = (kind.removesuffix("s"), note.get(f"{W}id", ""))
                if note.get(f"{W}type") in (None, "normal"):
                    self.notes[key] = self.text(note)

    def blocks(self, holder: Any) -> Iterator[Block]:
        for child in holder:
            if child.tag == f"{W}p":
                yield Paragraph(self.paragraph(child), _style(child))
                yield from self._notes_met()
                yield from self._boxes(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
                yield from self._notes_met()
            elif child.tag not in _LEFT_OUT and child.tag != f"{W}sectPr":
                yield from self.blocks(child) if not _is_prompt(child) else ()

    def _notes_met(self) -> Iterator[Block]:
        yield from (Paragraph(note, NOTE) for note in self._met)
        self._met.clear()

    def _boxes(self, paragraph: Any) -> Iterator[Block]:
        """The contents of text boxes anchored to a paragraph."""
        for box in paragraph.iter(_BOX):
            if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                yield from self.blocks(box)

    def _table(self, table: Any) -> Iterator[Block]:
        cells: list[tuple[int, int, Cell]] = []
        begun: dict[int, int] = {}
        nested: list[Any] = []
        for number, row in enumerate(_within(table, f"{W}tr", f"{W}tbl"), 1):
            column = _count(row, f"{W}trPr/{W}gridBefore", 0)
            for cell in _within(row, f"{W}tc", f"{W}tr"):
                width = max(_count(cell, f"{W}tcPr/{W}gridSpan", 1), 1)
                merge = cell.find(f"{W}tcPr/{W}vMerge")
                goes_on = merge is not None and merge.get(f"{W}val", "continue") == "continue"
                nested += _within(cell, f"{W}tbl", f"{W}tc")
                text = self.text(cell)
                if goes_on and column in begun:
                    at = begun[column]
                    row_of, column_of, first = cells[at]
                    joined = f"{first.text}\n{text}".strip() if text else first.text
                    cells[at] = (
                        row_of,
                        column_of,
                        Cell(joined, number - row_of + 1, first.columns, first.indent, first.note),
                    )
                else:
                    begun[column] = len(cells)
                    indent = _indent(cell)
                    cells.append((number, column, Cell(text, 1, width, indent)))
                column += width
                if column >= _WIDEST:
                    break
        yield WordTable(tuple(cells))
        for each in nested:
            yield from self._table(each)

    def text(self, holder: Any) -> str:
        """The paragraphs of a cell or note, a line each; tables within it are read by themselves."""
        lines = [self.paragraph(each) for each in self._paragraphs(holder)]
        return "\n".join(lines).strip()[:LONGEST_CELL]

    def _paragraphs(self, holder: Any) -> Iterator[Any]:
        for child in holder:
            if child.tag == f"{W}p":
                yield child
                for box in child.iter(_BOX):
                    if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                        yield from self._paragraphs(box)
            elif child.tag not in _LEFT_OUT and child.tag != f"{W}tbl" and not _is_prompt(child):
                yield from self._paragraphs(child)

    def paragraph(self, paragraph: Any) -> str:
        text = "".join(self._runs(paragraph)).replace("\u200b", "").strip(" \t\r\xa0")
        number = self.numbering.of(paragraph) if text else ""
        return f"{number} {text}" if number else text

    def _runs(self, holder: Any) -> Iterator[str]:
        for child in holder:
            tag = child.tag
            if tag == f"{W}t":
                yield child.text or ""
            elif tag in _SIGNS:
                yield _SIGNS[tag]
            elif tag == f"{W}sym":
                yield _symbol(child)
            elif tag in _NOTE_MARKS:
                kind = _NOTE_MARKS[tag]
                note = self.notes.get((kind, child.get(f"{W}id", "")), "")
                if note and not self.notes_apart:
                    yield f" [{note}]"
                elif note and kind != "comment":
                    self._met.append(note)
            elif tag not in _LEFT_OUT and tag != _BOX and not _is_prompt(child):
                yield from self._runs(child)


_SHARED = ("numbering", "styles", "footnotes", "endnotes", "comments")
_NOTE_MARKS = {
    f"{W}footnoteReference": "footnote",
    f"{W}endnoteReference": "endnote",
    f"{W}commentReference": "comment",
}


def _is_prompt(element: Any) -> bool:
    """Whether a field still shows only its prompt."""
    return element.tag == f"{W}sdt" and element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def _symbol(element: Any) -> str:
    """A sign of a symbol font: a box that is ticked or not, else a bullet."""
    code = element.get(f"{W}char", "").upper()[-2:]
    return {"FE": "☒", "FD": "☒", "52": "☑", "A8": "☐", "6F": "☐", "FC": "✓"}.get(code, "•")


def _style(paragraph: Any) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val", ""))


def _indent(cell: Any) -> int:
    """How many half centimetres the first paragraph of a cell is set in."""
    indent = cell.find(f"{W}p/{W}pPr/{W}ind")
    written = "0" if indent is None else indent.get(f"{W}left", indent.get(f"{W}start", "0"))
    return int(written) // 283 if written.isdecimal() else 0


def _within(holder: Any, wanted: str, border: str) -> Iterator[Any]:
    """The wanted descendants of a holder, but not those inside another holder of its kind."""
    for child in holder:
        if child.tag == wanted:
            yield child
        elif child.tag != border and child.tag not in (f"{W}del", _FALLBACK):
            yield from _within(child, wanted, border)


def _count(element: Any, path: str, default: int) -> int:
    child = element.find(path)
    text = child.get(f"{W}val", "") if child is not None else ""
    return min(int(text), _WIDEST) if text.isdecimal() else default
