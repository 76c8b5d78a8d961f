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
- **To be read**: nobody but its writer has read it in its present words. A text that changes counts
  as unread.
- **Ours**: what the source does not say. It is marked as ours wherever it is shown.

The table for readers is written by `trueline toolkit units --to docs/fidelity.csv`; filled in, it is the
record that this page is counted from. `make docs` counts anew. [Who read what](fidelity-readings.md)
tells of each reading.
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
    lines += _how_often(every, readings)
    lines += _exceptions(toolkit, every, readings)
    return "\n".join(lines).rstrip() + "\n"


def _how_often(every: tuple[Unit, ...], readings: Mapping[str, Reading]) -> Iterator[str]:
    readings_held = (valid(readings.get(unit.id), unit) for unit in every if unit.origin != "ours")
    counted = Counter(one.times if one else 0 for one in readings_held)
    yield "## How often they were read\n"
    yield "Counted are readers of the present words who did not write them.\n"
    yield _row(["Readers", "Units"])
    yield _row(["---:", "---:"])
    yield from (_row([str(times), str(counted[times])]) for times in sorted(counted, reverse=True))
    yield ""


def _column(unit: Unit, readings: Mapping[str, Reading]) -> str:
    if unit.origin != "source":
        return unit.origin
    reading = valid(readings.get(unit.id), unit)
    if reading is None:
        return "unread"
    return "exception" if _departs(unit, reading) else "faithful"


def _departs(unit: Unit, reading: Reading | None) -> bool:
    """Whether it departs from the letter of the source, by its writer's word or a reader's."""
    return bool(unit.exception or (reading and reading.verdict == "exception"))


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
            if place_of(unit) == place and _departs(unit, valid(readings.get(unit.id), unit))
        ]
        if held:
            yield f"**{title}**\n"
            for unit in held:
                reading = valid(readings.get(unit.id), unit)
                reason = " ".join((unit.exception, reading.note if reading else "")).strip()
                yield f"- {unit.ref or unit.id}: {reason}"
            yield ""
