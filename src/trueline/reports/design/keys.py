"""The key of a logframe in the files that carry it, out of sight."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from decimal import Decimal
from typing import Any
from xml.sax.saxutils import escape

from trueline.design.logframe_key import NAMESPACE, SHEET, LogframeKey
from trueline.reports.layout.packing import packed

PART = "customXml/item9.xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"


def hide_key(book: Any, key: LogframeKey) -> None:
    """Put the key into a sheet that nobody sees."""
    sheet = book.add_worksheet(SHEET)
    sheet.very_hidden()
    for row, pieces in enumerate(key.rows()):
        for column, piece in enumerate(pieces):
            sheet.write_string(row, column, piece)


def with_key(content: bytes, key: LogframeKey, on: date | None) -> bytes:
    """A Word file with the key in a part that Word keeps and nobody sees."""
    rows = "".join(
        f'<row name="{escape(name)}">{escape(piece)}</row>' for name, piece in key.rows()
    )
    part = f'<?xml version="1.0" encoding="UTF-8"?><logframe xmlns="{NAMESPACE}">{rows}</logframe>'
    links = "word/_rels/document.xml.rels"
    link = f'<Relationship Id="rIdTrueline" Type="{_RELATION}" Target="../{PART}"/>'
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        linked = archive.read(links).replace(
            b"</Relationships>", f"{link}</Relationships>".encode()
        )
    return packed(content, on, {links: linked, PART: part})


def plain_number(value: Decimal) -> str:
    """A number as a workbook gives it back."""
    return f"{Decimal(f'{float(value):.15g}').normalize():f}"
