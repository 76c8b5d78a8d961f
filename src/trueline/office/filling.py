"""Filling the placeholders of a form that somebody else made: `{{ title }}`, `{{ indicator.baseline }}`.

A placeholder is a name and nothing more: no expression is evaluated, so a form can't do anything. A row
of a table that names an element of a list, such as `indicator`, is repeated for each of them. Runs in the
process for strangers' files, since the form is one.
"""

from __future__ import annotations

import base64
import copy
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from trueline.language import gettext
from trueline.office.archive import Archive, parsed, refused

Values = Mapping[str, Any]
"""Texts by name, and lists of such texts by the name of one of their elements."""

_PLACEHOLDER = re.compile(r"\{\{\s*([a-z_]{1,40}(?:\.[a-z_]{1,40})?)\s*\}\}")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WORD_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_SHEETS = re.compile(r"xl/worksheets/[^/]+\.xml")
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d+)")
ENDINGS = (".docx", ".xlsx")


def request_for(values: Values, form: bytes) -> bytes:
    """The input of `fill`: the values on a line, then the form."""
    return json.dumps(values).encode() + b"\n" + form


def fill(data: bytes, name: str) -> dict[str, Any]:
    """The reader: the filled form, unknown placeholders, and what is lost.

    Raises FileProblems.
    """
    line, _, form = data.partition(b"\n")
    values: Values = json.loads(line)
    ending = PurePath(name).suffix.lower()
    if ending not in ENDINGS:
        raise refused(
            name,
            gettext("A form is a Word or Excel file."),
            gettext("Save it as .docx or .xlsx, with placeholders such as {{ title }}."),
        )
    filling = _Filling(values)
    archive = Archive(form, name)
    parts = _word(archive, filling) if ending == ".docx" else _excel(archive, filling)
    if not filling.filled and not filling.unknown:
        raise refused(
            name,
            gettext("It holds no placeholders."),
            gettext("Write {{ title }} or {{ indicator.statement }} where they belong."),
        )
    packed = _packed(archive, parts)
    return {
        "file": base64.b64encode(packed).decode("ascii"),
        "unknown": sorted(filling.unknown),
        "lost": sorted(filling.lost),
    }


class _Filling:
    """Puts values in the place of names, and remembers which there were."""

    def __init__(self, values: Values) -> None:
        self.values = values
        self.filled: set[str] = set()
        self.unknown: set[str] = set()
        self.lost: set[str] = set()

    def list_in(self, text: str) -> str:
        """The list over which a row with this text is repeated, "" for none."""
        names = {name.partition(".")[0] for name in _PLACEHOLDER.findall(text) if "." in name}
        return next((name for name in sorted(names) if isinstance(self.values.get(name), list)), "")

    def value(self, name: str, item: Values | None) -> str:
        """The value of a placeholder; an unknown placeholder stays, for a person to see."""
        holder, _, field = name.partition(".")
        value = (item or {}).get(field) if field else self.values.get(holder)
        if isinstance(value, list):
            value = "\n".join(str(each.get("statement") or each.get("title", "")) for each in value)
        if not isinstance(value, str):
            self.unknown.add(name)
            return "{{ " + name + " }}"
        self.filled.add(name)
        return value

    def text(self, template: str, item: Values | None) -> str:
        """A text with its placeholders filled."""
        return _PLACEHOLDER.sub(lambda match: self.value(match[1], item), template)


def _packed(archive: Archive, parts: Mapping[str, bytes | None]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in archive.zip.infolist():
            data = parts.get(entry.filename, archive.read(entry.filename))
            if data is not None:
                new.writestr(entry.filename, data)
    return stream.getvalue()


def _bytes(tree: Any) -> bytes:
    from lxml import etree

    data: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


# Word


def _word(archive: Archive, filling: _Filling) -> dict[str, bytes | None]:
    parts: dict[str, bytes | None] = {}
    for name in sorted(archive.names):
        if _WORD_PARTS.fullmatch(name) and (tree := archive.xml(name)) is not None:
            for row in list(tree.iter(f"{_W}tr")):
                _repeat_row(row, filling)
            for paragraph in tree.iter(f"{_W}p"):
                _fill_paragraph(paragraph, filling, None)
            parts[name] = _bytes(tree)
    return parts


def _repeat_row(row: Any, filling: _Filling) -> None:
    """A row for each element of the list that it names."""
    name = filling.list_in(_plain_text(row))
    holder = row.getparent()
    if not name or holder is None:
        return
    for item in filling.values[name]:
        copied = copy.deepcopy(row)
        for paragraph in copied.iter(f"{_W}p"):
            _fill_paragraph(paragraph, filling, item)
        row.addprevious(copied)
    holder.remove(row)


def _plain_text(holder: Any) -> str:
    return "".join(part.text or "" for part in holder.iter(f"{_W}t"))


def _fill_paragraph(paragraph: Any, filling: _Filling, item: Values | None) -> None:
    """Fill the placeholders of a paragraph, each in the type of its first letter.

    Word cuts a text into pieces wherever somebody stopped typing, so one may lie in several.
    """
    texts = [t for t in paragraph.iter(f"{_W}t") if _own(t, paragraph)]
    joined = "".join(t.text or "" for t in texts)
    for match in reversed(list(_PLACEHOLDER.finditer(joined))):
        if item is None and "." in match[1] and filling.list_in(match[0]):
            value = filling.value(match[1], None)
        else:
            value = filling.value(match[1], item)
        _put(texts, match.start(), match.end(), value)
    for text in texts:
        _break_lines(text)


def _own(text: Any, paragraph: Any) -> bool:
    return next(text.iterancestors(f"{_W}p"), None) is paragraph


def _put(texts: list[Any], start: int, end: int, value: str) -> None:
    """Put a value in the place of the letters from start to end, counted over all pieces."""
    at = 0
    for text in texts:
        template = text.text or ""
        first, last = max(start - at, 0), min(end - at, len(template))
        if first < last:
            text.text = template[:first] + (value if at <= start else "") + template[last:]
            text.set(_SPACE, "preserve")
        at += len(template)


def _break_lines(text: Any) -> None:
    lines = (text.text or "").split("\n")
    if len(lines) == 1:
        return
    text.text = lines[0]
    for line in reversed(lines[1:]):
        more = copy.deepcopy(text)
        more.text = line
        text.addnext(more)
        text.addnext(text.makeelement(f"{_W}br"))


# Excel


def _excel(archive: Archive, filling: _Filling) -> dict[str, bytes | None]:
    table = archive.xml("xl/sharedStrings.xml")
    strings = list(table.iter(f"{_M}si")) if table is not None else []
    texts = ["".join(t.text or "" for t in each.iter(f"{_M}t")) for each in strings]
    parts: dict[str, bytes | None] = {}
    for name in sorted(archive.names):
        if _SHEETS.fullmatch(name):
            tree = parsed(archive.read(name), archive.name)
            if _fill_sheet(tree, texts, strings, filling):
                parts[name] = _bytes(tree)
    if parts and "xl/calcChain.xml" in archive.names:
        parts |= _without_calculation_chain(archive)
    return parts


def _fill_sheet(tree: Any, texts: list[str], strings: list[Any], filling: _Filling) -> bool:
    """Fill a sheet's cells and repeat its rows; whether it held a placeholder."""
    data = tree.find(f"{_M}sheetData")
    rows = list(data) if data is not None else []
    moved: list[tuple[int, int]] = []
    is_changed = False
    by = 0
    for row in rows:
        number = int(row.get("r", "0"))
        cell_texts = {cell: _cell_text(cell, texts) for cell in row.iter(f"{_M}c")}
        whole = "\n".join(cell_texts.values())
        if not _PLACEHOLDER.search(whole):
            _move(row, by)
            continue
        is_changed = True
        name = filling.list_in(whole)
        items: list[Values | None] = list(filling.values[name]) if name else [None]
        for place, item in enumerate(items):
            copied = copy.deepcopy(row)
            for cell, text in zip(copied.iter(f"{_M}c"), cell_texts.values(), strict=True):
                if _PLACEHOLDER.search(text):
                    _note_lost(cell, strings, filling)
                    _set_text(cell, filling.text(text, item))
            row.addprevious(copied)
            _move(copied, by + place)
        data.remove(row)
        if len(items) != 1:
            moved.append((number, len(items) - 1))
            by += len(items) - 1
    if moved:
        _move_merged(tree, moved)
        if tree.find(f".//{_M}f") is not None:
            filling.lost.add(gettext("formulas still name the rows that they named"))
    return is_changed


def _cell_text(cell: Any, texts: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return "".join(t.text or "" for t in cell.iter(f"{_M}t"))
    value = cell.findtext(f"{_M}v") or ""
    if cell.get("t") == "s" and value.isdecimal() and int(value) < len(texts):
        return texts[int(value)]
    return ""


def _note_lost(cell: Any, strings: list[Any], filling: _Filling) -> None:
    value = cell.findtext(f"{_M}v") or ""
    if (
        cell.get("t") == "s"
        and value.isdecimal()
        and strings[int(value)].find(f"{_M}r") is not None
    ):
        filling.lost.add(gettext("words of different type within one cell"))


def _set_text(cell: Any, text: str) -> None:
    """Let a cell hold a text of its own. It is a text whatever it begins with, and never a formula."""
    for child in list(cell):
        cell.remove(child)
    cell.set("t", "inlineStr")
    inner = cell.makeelement(f"{_M}is")
    holder = cell.makeelement(f"{_M}t")
    holder.text = text[:32_767]
    holder.set(_SPACE, "preserve")
    inner.append(holder)
    cell.append(inner)


def _move(row: Any, by: int) -> None:
    if not by:
        return
    number = int(row.get("r", "0")) + by
    row.set("r", str(number))
    for cell in row.iter(f"{_M}c"):
        if match := _REFERENCE.fullmatch(cell.get("r", "")):
            cell.set("r", f"{match[1]}{number}")


def _move_merged(tree: Any, moved: list[tuple[int, int]]) -> None:
    """Merged cells below rows that were repeated move with what they hold."""

    def now(match: re.Match[str]) -> str:
        row = int(match[2])
        return f"{match[1]}{row + sum(by for after, by in moved if row > after)}"

    for merged in tree.iter(f"{_M}mergeCell"):
        merged.set("ref", _REFERENCE.sub(now, merged.get("ref", "")))
    for size in tree.iter(f"{_M}dimension"):
        size.getparent().remove(size)
        break


def _without_calculation_chain(archive: Archive) -> Iterator[tuple[str, bytes | None]]:
    """The order in which Excel computes names cells that have moved; it makes a new one by itself."""
    yield "xl/calcChain.xml", None
    for part, mark in (
        ("xl/_rels/workbook.xml.rels", b"calcChain"),
        ("[Content_Types].xml", b"calcChain"),
    ):
        tree = parsed(archive.read(part), archive.name)
        for each in list(tree):
            if any(mark.decode() in value for value in each.attrib.values()):
                tree.remove(each)
        yield part, _bytes(tree)
