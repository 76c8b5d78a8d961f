"""The sheets of a workbook as grids, each cell as Excel shows it.

The XML is read as it stands: a reader that makes an object of every formatted cell takes minutes for
a sheet that is painted to its end, and one that goes from row to row walks through a million of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from trueline.office.archive import Archive, cannot_be_opened, parsed
from trueline.office.grid import LONGEST_CELL, MOST_CELLS, Cell, GridBuilder, too_much

_EMPTY_CELL = re.compile(rb"<((?:\w+:)?)c\b[^<>]*(?:/>|></\1c>)")
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


_BUILT_IN = {
    **dict.fromkeys((9, 10), "0%"),
    **dict.fromkeys((*range(14, 18), *range(27, 37), *range(50, 59), 22), "yyyy-mm-dd"),
    **dict.fromkeys((18, 19, 20, 21, 45, 46, 47), "h:mm"),
}
"""The patterns that a workbook names by number: ECMA-376, 18.8.30."""


@dataclass(frozen=True)
class Style:
    """How a cell is shown: the pattern of its number, and how far it is set in."""

    pattern: str = ""
    indent: int = 0


def read_workbook(data: bytes, name: str) -> GridBuilder:
    """Every sheet, the hidden ones marked. Raises FileProblems."""
    archive = Archive(data, name)
    book = archive.xml("xl/workbook.xml")
    if book is None:
        raise cannot_be_opened(name)
    builder = GridBuilder(name)
    related = archive.related("xl/workbook.xml")
    strings, styles = _strings(archive), _styles(archive)
    properties = book.find(f"{_MAIN}workbookPr")
    from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    for sheet in book.iter(f"{_MAIN}sheet"):
        kind, part = related.get(sheet.get(_RELATION, ""), ("", ""))
        if kind == "worksheet":
            reader = _Sheet(archive, part, strings, styles, from_1904=from_1904)
            hidden = sheet.get("state", "visible") != "visible"
            builder.grid(sheet.get("name", ""), reader.cells(), hidden=hidden)
    return builder


def _strings(archive: Archive) -> list[str]:
    tree = archive.xml("xl/sharedStrings.xml")
    return [] if tree is None else [_text(item) for item in tree.iter(f"{_MAIN}si")]


def _text(item: Any) -> str:
    """The text of a string, its runs joined; how it is read aloud in Japanese is left out."""
    texts = (
        part.text or "" for part in item.iter(f"{_MAIN}t") if part.getparent().tag != f"{_MAIN}rPh"
    )
    return re.sub(r"_x([0-9A-Fa-f]{4})_", _unescaped, "".join(texts))


def _unescaped(match: re.Match[str]) -> str:
    """A letter that XML can't hold, as Excel writes it."""
    letter = chr(int(match[1], 16))
    return letter if letter.isprintable() or letter in "\n\t" else " "


def _styles(archive: Archive) -> list[Style]:
    tree = archive.xml("xl/styles.xml")
    if tree is None:
        return []
    own = {
        each.get("numFmtId", ""): each.get("formatCode", "") for each in tree.iter(f"{_MAIN}numFmt")
    }
    formats = tree.find(f"{_MAIN}cellXfs")
    styles = []
    for each in formats if formats is not None else ():
        number = each.get("numFmtId", "0")
        built_in = _BUILT_IN.get(int(number), "") if number.isdecimal() else ""
        alignment = each.find(f"{_MAIN}alignment")
        indent = alignment.get("indent", "0") if alignment is not None else "0"
        pattern = own.get(number) or built_in
        styles.append(Style(pattern, int(indent) if indent.isdecimal() else 0))
    return styles


class _Sheet:
    """Reads one sheet."""

    def __init__(
        self,
        archive: Archive,
        part: str,
        strings: list[str],
        styles: list[Style],
        *,
        from_1904: bool,
    ) -> None:
        self.strings, self.styles, self.from_1904 = strings, styles, from_1904
        lean = _EMPTY_CELL.sub(b"", archive.read(part))
        if lean.count(b"</c>") + lean.count(b":c>") > MOST_CELLS:
            raise too_much(archive.name)
        self.tree = parsed(lean, archive.name)
        self.notes = dict(_notes(archive, part))

    def cells(self) -> Iterator[tuple[int, int, Cell]]:
        """Every filled cell, and how far it reaches."""
        spans = {
            place: span
            for merged in self.tree.iter(f"{_MAIN}mergeCell")
            if (merged_range := _range(merged.get("ref", "")))
            for place, span in [merged_range]
        }
        row_number = 0
        for row in self.tree.iter(f"{_MAIN}row"):
            written_number = row.get("r", "")
            row_number = int(written_number) if written_number.isdecimal() else row_number + 1
            column = -1
            for cell in row.iter(f"{_MAIN}c"):
                place = _place(cell.get("r", ""))
                number, column = place if place else (row_number, column + 1)
                height, width = spans.get((number, column), (1, 1))
                note = self.notes.pop((number, column), "")
                reaching = replace(self._cell(cell), rows=height, columns=width, note=note)
                yield number, column, reaching
        for (number, column), note in self.notes.items():
            yield number, column, Cell("", note=note)

    def _cell(self, cell: Any) -> Cell:
        style = _at(self.styles, cell.get("s", "0"), Style())
        text = self._displayed_text(cell, style.pattern)
        indent = style.indent + (len(text) - len(text.lstrip(" \t\xa0\u3000"))) // 2
        return Cell(_trimmed(text), indent=indent)

    def _displayed_text(self, cell: Any, pattern: str) -> str:
        kind, value = cell.get("t", "n"), cell.findtext(f"{_MAIN}v")
        if kind == "inlineStr":
            return _text(cell)
        if kind == "str" and value == "":
            return ""  # a formula whose value is no text
        if not value:
            formula = cell.findtext(f"{_MAIN}f")
            return f"={formula}" if formula else ""
        if kind == "s":
            return str(_at(self.strings, value, ""))
        if kind == "b":
            return "Yes" if value == "1" else "No"
        if kind == "d":
            return str(value).partition("T")[0]
        if kind != "n":
            return str(value)
        return _number_text(value, pattern, from_1904=self.from_1904)


def _at(values: list[Any], index: str, default: Any) -> Any:
    return values[int(index)] if index.isdecimal() and int(index) < len(values) else default


def _trimmed(text: str) -> str:
    """Without spaces around it, whatever kind, and without signs that have no width."""
    return (
        text.replace("\u200b", "")
        .replace("\ufeff", "")
        .replace("_x000D_", "")
        .strip()[:LONGEST_CELL]
    )


def _place(reference: str) -> tuple[int, int] | None:
    match = _REFERENCE.fullmatch(reference)
    if not match:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column - 1


def _range(reference: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The first cell of a merged one, and over how many rows and columns it reaches."""
    first, last = (_place(part) for part in (*reference.split(":", 1), "")[:2])
    if not first or not last:
        return None
    return first, (max(last[0] - first[0] + 1, 1), max(last[1] - first[1] + 1, 1))


def _number_text(value: str, pattern: str, *, from_1904: bool) -> str:
    try:
        number = float(value)
    except ValueError:
        return value
    if is_date(pattern):
        return _day_text(number, from_1904=from_1904) or number_text(number)
    if pattern.rstrip().endswith("%"):
        return f"{number_text(number * 100)}%"
    return number_text(number)


def is_date(pattern: str) -> bool:
    """Whether a pattern shows a day or a time; its quotations, colours and conditions don't count."""
    bare = re.sub(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', "", pattern.lower())
    return any(sign in bare.partition(";")[0] for sign in "dmyhs") and "general" not in bare


def _day_text(number: float, *, from_1904: bool) -> str:
    """A day as 2026-03-01, with the time where there is one; nothing beyond the calendar."""
    first = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)
    try:
        when = first + timedelta(days=number)
    except (OverflowError, ValueError):
        return ""
    when = (when + timedelta(microseconds=500_000)).replace(microsecond=0)
    if number < 1:
        return f"{when:%H:%M}"
    return day_text(when) if when.time() == time() else f"{day_text(when)} {when:%H:%M}"


def day_text(value: date) -> str:
    """A day as ISO 8601 writes it, which no country reads otherwise."""
    return f"{value.year:04}-{value.month:02}-{value.day:02}"


def number_text(value: float) -> str:
    """Without the digits that a computer's way of counting leaves behind, as in 0.30000000000004."""
    return f"{Decimal(f'{value:.15g}').normalize():f}" if value == value else ""


def _notes(archive: Archive, part: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Comments at cells, by the place of the cell."""
    for kind, other in archive.related(part).values():
        if kind == "comments":
            tree = archive.xml(other)
            for comment in tree.iter(f"{_MAIN}comment") if tree is not None else ():
                if place := _place(comment.get("ref", "")):
                    yield place, _trimmed(_text(comment))
