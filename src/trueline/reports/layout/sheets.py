"""Sheets of a workbook, in the direction of the language."""

from __future__ import annotations

from typing import Any

from trueline.language import direction


def sheet_of(book: Any, name: str) -> Any:
    """A new sheet, with its first column at the right where the language is read from there."""
    sheet = book.add_worksheet(name)
    if direction() == "rtl":
        sheet.right_to_left()
    return sheet
