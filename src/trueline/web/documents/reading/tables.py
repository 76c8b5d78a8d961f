"""Elements side by side: a table, where each says only a few short things."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trueline.web.documents.cards import Card

MOST_COLUMNS = 3
LONGEST = 160
"""Characters of a value that still reads well in a cell."""


Value = tuple[str, bool]
"""A value in words, and whether somebody wrote them."""


@dataclass(frozen=True)
class Table:
    """`columns` are titles of fields; each line has a name, its language, and as many values, some empty."""

    columns: list[str]
    lines: list[tuple[str, str, list[Value]]]


def as_table(cards: list[Card]) -> Table | None:
    """The table of some elements; None where they say too much for one, or are alone."""
    columns = list(dict.fromkeys(title for card in cards for title, _value in _cells(card)))
    fits = len(cards) > 1 and 0 < len(columns) <= MOST_COLUMNS
    if not fits or any(card.lists for card in cards):
        return None
    if any(len(value[0]) > LONGEST for card in cards for _title, value in _cells(card)):
        return None
    return Table(columns, [(card.name, card.language, _line(card, columns)) for card in cards])


def _line(card: Card, columns: list[str]) -> list[Value]:
    values = dict(_cells(card))
    return [values.get(column, ("", False)) for column in columns]


def _cells(card: Card) -> Iterator[tuple[str, Value]]:
    for row in card.rows:
        yield row.title, ("; ".join(row.values), row.written)
