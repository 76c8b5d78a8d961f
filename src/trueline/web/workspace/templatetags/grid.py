"""The control of a cell, written out: a table has hundreds of them, and each lookup takes its time."""

from __future__ import annotations

from collections.abc import Container

from django.template import Library
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from trueline.web.workspace.grid.table import Cell

register = Library()


@register.simple_tag
def cell_control(cell: Cell, row: int, place: int, lists: Container[int]) -> SafeString:
    """The control of a cell: a line, or a text of several lines."""
    name, text = escape(cell.name), escape(cell.text)
    common = f' name="{name}" id="{cell.id}" dir="auto" aria-labelledby="h{place} n{row}"' + (
        f' aria-invalid="true" aria-describedby="{cell.id}e"' if cell.error else ""
    )
    if cell.column.has_lines:
        return mark_safe(f'<textarea rows="1"{common}>{text}</textarea>')  # escaped above
    hints = ' inputmode="decimal"' if cell.column.width == "number" else ""
    hints += f' list="l{place}"' if place in lists else ""
    return mark_safe(f'<input autocomplete="off" value="{text}"{common}{hints}>')
