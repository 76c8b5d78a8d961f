"""Sheets of a workbook, in the direction of the language."""

from __future__ import annotations

from typing import Any

from trueline.language import direction, gettext

LONGEST_NAME = 31
_REFUSED = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def sheet_of(book: Any, name: str) -> Any:
    """A new sheet, with its first column at the right where the language is read from there."""
    taken = {one.get_name().casefold() for one in book.worksheets()}
    sheet = book.add_worksheet(_free(name, taken))
    if direction() == "rtl":
        sheet.right_to_left()
    return sheet


def _free(name: str, taken: set[str]) -> str:
    """The name within what a sheet may be called, and not twice."""
    name = " ".join(name.translate(_REFUSED).split()).strip("'") or gettext("Sheet")
    free, number = name[:LONGEST_NAME], 2
    while free.casefold() in taken:
        free = f"{name[: LONGEST_NAME - 4]} ({number})"
        number += 1
    return free
