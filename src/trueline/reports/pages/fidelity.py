"""The page that says how far the pack's text is faithful to its source, unit by unit.

Counted from the pack and from the record of the readings, and never written by hand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from trueline.toolkit import Toolkit
from trueline.toolkit.readings import Reading, valid
from trueline.toolkit.units import Unit, place_of, places, units

HEAD = """\
# How far the text is faithful to its source

The pack says in plainer words what the ICAT toolkit says, and adds to it what is ours. A unit is one
thing that it says: a lesson, a point, a question, an indicator, a note, a paragraph of an introduction.
Readers who did not write a unit compare it with the source; the table counts what they noted.

- **Faithful**: it says what the source says at its place, no more and no less.
- **Exception**: it departs from the letter of the source, for the reason given below.
- **Quotation**: words of a law or a resolution, letter by letter, with their article.
- **To be read**: nobody has read it in its present words. A text that changes counts as unread.
- **Ours**: what the source does not say. It is marked as ours wherever it is shown.

The table for readers is written by `trueline toolkit units --to docs/fidelity.csv`; filled in, it is the
record that this page is counted from. `make docs` counts anew.
"""
COLUMNS = ("Part", "Units", "Faithful", "Exceptions", "Quotation", "To be read", "Ours")


def fidelity_page(toolkit: Toolkit, readings: Mapping[str, Reading]) -> str:
    """The page as Markdown."""
    every = units(toolkit)
    counted = {place: Counter[str]() for place, _ in places(toolkit)}
    elsewhere = 0
    for unit in every:
        if place := place_of(unit):
            counted[place][_column(unit, readings)] += 1
        else:
            elsewhere += 1
    lines = [HEAD, _row(COLUMNS), _row(["---", *["---:"] * (len(COLUMNS) - 1)])]
    lines += [_row(_cells(title, counted[place])) for place, title in places(toolkit)]
    total = sum(counted.values(), Counter[str]())
    lines.append(_row(f"**{cell}**" for cell in _cells("All", total)))
    lines.append(f"\nOurs besides: {elsewhere} texts in guides and lists of terms.\n")
    lines += _exceptions(toolkit, every, readings)
    return "\n".join(lines).rstrip() + "\n"


def _column(unit: Unit, readings: Mapping[str, Reading]) -> str:
    if unit.origin != "source":
        return unit.origin
    found = valid(readings.get(unit.id), unit)
    if unit.exception or (found and found.verdict == "exception"):
        return "exception"
    return "faithful" if found else "unread"


def _cells(title: str, count: Counter[str]) -> list[str]:
    names = ("faithful", "exception", "quotation", "unread")
    whole = sum(count[name] for name in names)
    return [title, *map(str, (whole, *(count[name] for name in names), count["ours"]))]


def _row(cells: Iterator[str] | list[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _exceptions(
    toolkit: Toolkit, every: tuple[Unit, ...], readings: Mapping[str, Reading]
) -> Iterator[str]:
    yield "## The exceptions, explained\n"
    for place, title in places(toolkit):
        held = [
            unit
            for unit in every
            if place_of(unit) == place and _column(unit, readings) == "exception"
        ]
        if held:
            yield f"**{title}**\n"
            for unit in held:
                found = valid(readings.get(unit.id), unit)
                reason = " ".join((unit.exception, found.note if found else "")).strip()
                yield f"- {unit.ref or unit.id}: {reason}"
            yield ""
