"""The record of a reading: what somebody who did not write a unit found with the source beside it.

It is a table with a line for each unit. `digest` is that of the text that was read, so that a text
which changed since counts as unread. `readings` says how many readers compared these words.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from trueline.files import FileProblems, Problem
from trueline.language import gettext, joined
from trueline.toolkit.units import Unit

COLUMNS = ("unit", "ref", "kind", "text", "exception", "digest", "verdict", "readings", "note")
VERDICTS = ("faithful", "exception")
"""`exception`: it departs from the letter of the source for the reason in the note."""


@dataclass(frozen=True)
class Reading:
    """A reader's finding on one unit, and how many readers compared it in these words."""

    digest: str
    verdict: str
    note: str = ""
    times: int = 1


def read_readings(path: Path) -> Mapping[str, Reading]:
    """The readings in a table, by unit; none where there is no file. Raises FileProblems."""
    if not path.exists():
        return {}
    readings: dict[str, Reading] = {}
    problems: list[Problem] = []
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = csv.DictReader(stream)
        missing = {"unit", "digest", "verdict"} - set(rows.fieldnames or ())
        if missing:
            message = gettext("The table lacks the column {names}.", names=joined(sorted(missing)))
            hint = gettext("Begin from the table that `trueline toolkit units --to` writes.")
            raise FileProblems([Problem(str(path), message, 1, hint=hint)])
        for row in rows:
            match _reading(row, path, rows.line_num):
                case Reading() as reading:
                    readings[row["unit"]] = reading
                case Problem() as problem:
                    problems.append(problem)
    if problems:
        raise FileProblems(problems)
    return readings


def _reading(row: dict[str, str], path: Path, line: int) -> Reading | Problem | None:
    """The reading of a line; None where nobody has read the unit yet."""
    verdict = (row["verdict"] or "").strip().lower()
    times = (row.get("readings") or "1").strip()
    if not verdict:
        return None
    if verdict not in VERDICTS:
        message = gettext("“{verdict}” is no verdict on {unit}.", verdict=verdict, unit=row["unit"])
        hint = gettext("Write {verdicts}, or leave it empty.", verdicts=joined(VERDICTS, "or"))
        return Problem(str(path), message, line, hint=hint)
    if not times.isdecimal() or not int(times):
        message = gettext(
            "“{number}” is no number of readings of {unit}.", number=times, unit=row["unit"]
        )
        hint = gettext("Write how many readers compared its present words: 1, 2 or more.")
        return Problem(str(path), message, line, hint=hint)
    note = (row.get("note") or "").strip()
    return Reading(row["digest"] or "", verdict, note, int(times))


def valid(reading: Reading | None, unit: Unit) -> Reading | None:
    """The reading, where it is of the text as it stands now."""
    return reading if reading and reading.digest == unit.digest else None


def table(units: tuple[Unit, ...], readings: Mapping[str, Reading]) -> str:
    """The table for readers: every unit of the source, with what was found of it so far."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for unit in units:
        if unit.origin == "ours":
            continue
        reading = valid(readings.get(unit.id), unit)
        record = (reading.verdict, reading.times, reading.note) if reading else ("", "", "")
        writer.writerow(
            [unit.id, unit.ref, unit.kind, unit.text, unit.exception, unit.digest, *record]
        )
    return stream.getvalue()
