"""Cleans tables and lists that are pasted from Word, Excel or a page.

They part cells by tabs, which neither pages nor files show, so that columns would run together.
"""

from __future__ import annotations

import re
from typing import Any

from django import forms

MARK = re.compile(r"^(\s*(?:[•◦▪‣·o*–-]|\(?(?:\d{1,3}|[A-Za-z]{1,4})[.)]))\t+")
"""The bullet or number of a list, which Word parts from its text by a tab."""
BETWEEN = " | "


def tabs_as_bars(text: str) -> str:
    """The text with tabs replaced: " | " between the cells of a row, a space after list marks."""
    if "\t" not in text:
        return text
    lines = [MARK.sub(r"\1 ", line) for line in text.split("\n")]
    is_table = any("\t" in line.strip("\t") for line in lines)
    return "\n".join(_row(line) if is_table else line.replace("\t", " ").strip() for line in lines)


def _row(line: str) -> str:
    if "\t" not in line:
        return line
    return BETWEEN.join(cell.strip() for cell in line.split("\t")).strip()


class Prose(forms.CharField):
    """A text whose lines end as the document's do, however the browser ends them; tables keep columns."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(strip=False, **kwargs)  # the first cell of a table may be empty

    def to_python(self, value: Any) -> str:
        text = str(super().to_python(value)).replace("\r\n", "\n").replace("\r", "\n")
        return tabs_as_bars(text).strip()
