"""One row of a logframe: its level, its own number, and what its cells list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trueline.exchange.logframe.headings import (
    NOTHING,
    LogframeLevel,
    columns_named,
    level_named,
    plain,
)


@dataclass(frozen=True)
class Row:
    """One objective of the logframe. `place` says where it stands; `number` is its own, as 1.2."""

    level: LogframeLevel
    objective: str
    place: str
    number: str = ""
    indicators: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()


def level_in(
    cells: tuple[str, ...], columns: dict[str, int], before: LogframeLevel | None
) -> tuple[LogframeLevel | None, str | None]:
    """The level of a row, and its objective without the level's name where that stood before it."""
    objective = cell_of(cells, columns, "objective")
    others = (cell for place, cell in enumerate(cells) if place not in columns.values())
    beside: LogframeLevel | None = next(filter(None, map(level_named, others)), None)
    if level := level_named(objective):
        return beside or level, ""
    first, _, rest = objective.partition("\n")
    if level := level_named(first):
        return beside or level, rest.strip()
    match = _NAMED.match(objective)
    if match and (level := level_named(match["name"])):
        said = f"{match['number']}. {match['rest']}" if match["number"] else match["rest"]
        return beside or level, said
    return beside or before, None


_NAMED = re.compile(
    r"(?P<name>[^\W\d][\w\s()/-]{2,40}?)\s*(?P<number>\d[\d.]*)?\s*[:.–-]\s*(?P<rest>.+)", re.DOTALL
)


def rows_in(
    cells: tuple[str, ...],
    columns: dict[str, int],
    level: LogframeLevel,
    objective: str,
    place: str,
) -> Iterator[Row]:
    """The rows that one row of the file holds: several where a cell lists several activities."""
    lists = {
        name: tuple(listed(cell_of(cells, columns, name)))
        for name in ("indicators", "means", "assumptions")
    }
    objectives = tuple(items(objective)) if level in ("activity", "output") else (objective,)
    for number, text in enumerate(objectives or ("",)):
        match = _NUMBER.match(text)
        rest = lists if number == 0 else {}
        yield Row(
            level, text[match.end() :].strip() if match else text, place, _bare(match), **rest
        )


def _bare(match: re.Match[str] | None) -> str:
    return (match["sign"] or match["bare"]).rstrip(".):") if match else ""


_NUMBER = re.compile(
    r"\s*(?:(?:R|A|OS|SO|Oc|Op) ?(?P<sign>\d+(?:\.\d+)*)[.):]?"  # as funders' forms have it
    r"|(?P<bare>\d+(?:\.\d+)*[.):]|\d+(?:\.\d+)+))\s+(?!mill|bill)"
)
"""The number of a row, such as 1., 1.2 or Op 1.2. In “60 inspectors” it is what is counted."""


def cell_of(cells: tuple[str, ...], columns: dict[str, int], name: str) -> str:
    """What a row says in a column; nothing where it ends before, or there is no such column."""
    place = columns.get(name)
    return cells[place] if place is not None and place < len(cells) else ""


def items(text: str) -> Iterator[str]:
    """What a cell lists: its lines, without bullets; one item where it has one line."""
    for line in text.splitlines():
        item = _BULLET.sub("", line).strip()
        if item:
            yield item


_BULLET = re.compile(r"^\s*[•●▪◦‣*–—-]\s*")


def listed(text: str) -> Iterator[str]:
    """The indicators, means or assumptions of a cell, without the numbers they bear."""
    for item in items(text):
        named = _LABEL.match(item)
        is_label = named and (level_named(named[1]) or "indicators" in columns_named(named[1]))
        said = item[named.end() :] if named and is_label else _ORDER.sub("", item)
        if said and plain(said) not in NOTHING:
            yield said


_LABEL = re.compile(r"(\w+) \d+(?:\.\d+)*[.):]?(?:\s+|$)")
_ORDER = re.compile(r"^\d{1,2}[.)]\s+")
