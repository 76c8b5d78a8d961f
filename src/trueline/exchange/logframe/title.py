"""What stands above a logframe: the programme's title, and facts about it under labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from trueline.exchange.logframe.headings import column_named, level_named, plain, words
from trueline.exchange.logframe.ledger import Ledger
from trueline.language import gettext
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
        "organisation",
        "organization",
        "applicant",
        "implementing organisation",
        "implementing organization",
        "organisme",
        "organizacion",
        "durchfuhrungsorganisation",
    ),
    "countries": ("country", "countries", "pays", "pais", "paises", "land", "location"),
    "dates": (
        "dates",
        "project period",
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
    """The title, "" where none stands there, and what labels say beside it."""

    text: str = ""
    facts: dict[str, str] = field(default_factory=dict)


def title_in(
    grids: Sequence[Grid], used: Sequence[int], headings: Mapping[int, int | None], ledger: Ledger
) -> Title:
    """What stands above the first table of a logframe, in its sheet or in the paragraphs before."""
    found = Title()
    first = used[0]
    cells = [(number, *place) for number, place in _above(grids, first, headings.get(first))]
    plausible = []
    for grid, row, column, text in cells:
        if (grid, row, column) in ledger.said:
            continue
        label, _, said = text.partition(":")
        beside = grids[grid].rows[row].get(column + 1) if not said.strip() else None
        said = said.strip() or (beside.text if beside else "")
        key = plain(label)
        if key in words().title_labels and said:
            found.text = found.text or said[:500]
        elif (fact := _fact(key)) and said:
            found.facts.setdefault(fact, said)
        else:
            plausible.append((grid, row, column, text))
            continue
        ledger.note(
            grid, row, column, "placed", gettext("title") if key in words().title_labels else label
        )
        if beside:
            ledger.note(grid, row, column + 1, "placed", gettext("title"))
    if not found.text:
        in_text = [one for one in plausible if grids[one[0]].kind == "text"]
        for grid, row, column, text in (*reversed(in_text), *plausible):
            if _may_be_title(text):
                found.text = text[:500]
                ledger.note(grid, row, column, "placed", gettext("title"))
                break
    for grid, row, column, text in plausible:
        if words().titles.are_in(plain(text)) and len(text) < 80:
            ledger.note(grid, row, column, "placed", gettext("name of the table"))
    return found


def _fact(label: str) -> str:
    return next((name for name, labels in _FACTS.items() if label in labels), "")


def _may_be_title(text: str) -> bool:
    said = plain(text)
    return (
        3 < len(text) <= 300
        and not words().titles.are_in(said)
        and not said.startswith(_INSTRUCTS)
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
