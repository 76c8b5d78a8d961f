"""The head of a plan's table: what each column holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from trueline.exchange.logframe.headings import plain, without_brackets
from trueline.exchange.plan_table.times import Days, heading_days
from trueline.exchange.plan_table.words import headings
from trueline.language.parsing import currencies
from trueline.office import Cell

TableRow = Mapping[int, Cell]
_CURRENCY = re.compile(r"\b[A-Z]{3}\b")
_SIGNS = {"€": "EUR", "£": "GBP", "US$": "USD", "USD$": "USD"}


@dataclass(frozen=True)
class Column:
    """A column: its heading, what it holds ("" where no word says so), and the days that it stands for."""

    text: str
    holds: str
    days: Days | None = None
    currency: str = ""


def columns_in(row: TableRow, below: TableRow | None = None) -> dict[int, Column] | None:
    """The columns that a row heads, with the row below it where that names parts; None if it heads none."""
    columns = {number: column_of(cell.text) for number, cell in row.items() if cell.text}
    held = {column.holds for column in columns.values()} - {""}
    if "activity" not in held or len(held) + any(c.days for c in columns.values()) < 2:
        return None
    if below is not None and is_second_row(row, below):
        for number, cell in below.items():
            above = _over(row, number)
            columns[number] = column_of(cell.text, above)
    return columns


def is_second_row(row: TableRow, below: TableRow) -> bool:
    """Whether the row below only names parts of what this row heads: quarters, years."""
    parts = [heading_days(cell.text, _over(row, number)) for number, cell in below.items()]
    return bool(parts) and all(parts)


def _over(row: TableRow, number: int) -> str:
    """The text of the cell that reaches over a column."""
    return next((c.text for at, c in row.items() if at <= number < at + max(c.columns, 1)), "")


def column_of(text: str, above: str = "") -> Column:
    """A column's content by the words of its heading, and of the merged cell above it."""
    days = heading_days(text, above)
    if days:
        return Column(text, "tick", days)
    heading = plain(without_brackets(text)) or plain(text)
    uses = headings()
    holds = uses.get(heading) or uses.get(re.sub(r"\s*(and|et|y|e|of|s)\s.*$", "", heading), "")
    if not holds:
        words = heading.split()
        tries = [" ".join(words[:count]) for count in range(len(words) - 1, 0, -1)]
        holds = next((uses[each] for each in tries if each in uses), "") if len(words) <= 5 else ""
    return Column(text, holds, None, currency_in(text) if holds == "budget" else "")


def currency_in(text: str) -> str:
    """The currency that a heading names, "" for none."""
    for sign, code in _SIGNS.items():
        if sign in text:
            return code
    return next((code for code in _CURRENCY.findall(text) if code in currencies()), "")
