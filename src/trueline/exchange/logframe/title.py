"""Reads the head of a logframe: the programme's title, and facts about it under labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from trueline.exchange.logframe.amounts import day_in, money_in, span_in
from trueline.exchange.logframe.headings import column_named, level_named, plain, words
from trueline.exchange.logframe.ledger import Ledger
from trueline.language import gettext
from trueline.language.parsing import parse_country
from trueline.office import Grid

_INSTRUCTS = (
    "instruction",
    "please",
    "note",
    "guidance",
    "veuillez",
    "consigne",
    "por favor",
    "instruc",
)
_FACTS = {
    "lead": (
        "lead organisation",
        "lead organization",
        "lead agency",
        "lead partner",
        "chef de file",
        "organisation chef de file",
        "organizacion lider",
        "entidad ejecutora",
        "organisation",
        "organization",
        "applicant",
        "implementing organisation",
        "implementing organization",
        "organisme",
        "organizacion",
        "durchfuhrungsorganisation",
    ),
    "countries": (
        "country",
        "countries",
        "country ies",
        "country countries",
        "pays concernes",
        "pays",
        "pais",
        "paises",
        "land",
        "location",
    ),
    "dates": (
        "dates",
        "project period",
        "implementation period",
        "project dates",
        "periode du projet",
        "periodo del proyecto",
        "periodo de ejecucion",
        "duration",
        "period",
        "periode",
        "duree",
        "periodo",
        "laufzeit",
    ),
    "start": ("start date", "project start", "date de debut", "fecha de inicio", "beginn"),
    "end": ("end date", "project end", "date de fin", "fecha de fin", "ende"),
    "budget": ("budget", "total budget", "project budget", "budget total", "presupuesto total"),
}


@dataclass
class Title:
    """The title, "" where none stands there, and the fields of a design that labels beside it name."""

    text: str = ""
    facts: dict[str, Any] = field(default_factory=dict)


def title_in(
    grids: Sequence[Grid], used: Sequence[int], headings: Mapping[int, int | None], ledger: Ledger
) -> Title:
    """The text above the first table of a logframe, in its sheet or in the paragraphs before."""
    title = Title()
    first = used[0]
    cells = [(number, *place) for number, place in _above(grids, first, headings.get(first))]
    plausible = []
    left: set[tuple[int, int, int]] = set()
    for grid, row, column, text in cells:
        if (grid, row, column) in ledger.noted or (grid, row, column) in left:
            continue
        label, _, value = text.partition(":")
        next_cell = grids[grid].rows[row].get(column + 1) if not value.strip() else None
        value = value.strip() or (next_cell.text if next_cell else "")
        key = plain(label)
        if key in words().title_labels and value:
            title.text = title.text or value[:500]
        elif (fact := _fact(key)) and value:
            values = _values(fact, value)
            if not values or values.keys() & title.facts.keys():
                left.add((grid, row, column + 1))
                continue  # listed as not placed
            title.facts |= values
        else:
            plausible.append((grid, row, column, text))
            continue
        ledger.note(
            grid, row, column, "placed", gettext("title") if key in words().title_labels else label
        )
        if next_cell:
            what = gettext("title") if key in words().title_labels else label
            ledger.note(grid, row, column + 1, "placed", what)
    if not title.text:
        in_text = [one for one in plausible if grids[one[0]].kind == "text"]
        for grid, row, column, text in (*reversed(in_text), *plausible):
            if _may_be_title(text):
                title.text = text[:500]
                ledger.note(grid, row, column, "placed", gettext("title"))
                break
    for grid, row, column, text in plausible:
        if words().titles.are_in(plain(text)) and len(text) < 80:
            ledger.note(grid, row, column, "placed", gettext("name of the table"))
    return title


def _fact(label: str) -> str:
    return next((name for name, labels in _FACTS.items() if label in labels), "")


_BETWEEN = re.compile(r"[,;/\n]|\s(?:and|et|y|e|und)\s")


def _values(fact: str, text: str) -> dict[str, Any]:
    """A fact as values of a design's fields; none where it can't be read as one."""
    match fact:
        case "lead":
            return {"lead": text[:500]}
        case "countries":
            codes = [parse_country(name).value for name in _BETWEEN.split(text) if name.strip()]
            return {"countries": tuple(dict.fromkeys(codes))} if codes and all(codes) else {}
        case "dates":
            span = span_in(text)
            return {"start": span[0], "end": span[1]} if span else {}
        case "start" | "end":
            day = day_in(text, last_of_year=fact == "end")
            return {fact: day} if day else {}
        case _:
            money = money_in(text)
            return {"budget": money} if money else {}


def _may_be_title(text: str) -> bool:
    folded = plain(text)
    return (
        3 < len(text) <= 300
        and not words().titles.are_in(folded)
        and not folded.startswith(_INSTRUCTS)
        and level_named(text) is None
        and column_named(text) is None
    )


def _above(
    grids: Sequence[Grid], first: int, heading: int | None
) -> Iterator[tuple[int, tuple[int, int, str]]]:
    before = range(max(first - 1, 0), first) if grids[first].kind == "table" else range(0)
    for number in before:
        if grids[number].kind == "text":
            for row, column, cell in grids[number].cells():
                yield number, (row, column, cell.text)
    for row, cells in list(grids[first].rows.items())[: heading or 0]:
        for column, cell in cells.items():
            yield first, (row, column, cell.text)
