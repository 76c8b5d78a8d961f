"""Rows of an organisation's table, held against the register: all of them or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from trueline.exchange.measurements.sheets import rows_of
from trueline.exchange.ratifications.rows import fact_of
from trueline.files import FileProblems, Problem
from trueline.files.wording import nearest, shortened
from trueline.language import gettext, joined
from trueline.toolkit.ratifications import (
    COLUMNS,
    SHOWN_BESIDE,
    Ratification,
    Register,
    Status,
    first_day,
    last_day,
)

REQUIRED = ("state", "instrument", "status", "as_of", "source")
ENDINGS = (".csv", ".xlsx")


@dataclass(frozen=True)
class Update:
    """A register with an organisation's facts in it, and the facts that were not taken."""

    register: Register
    taken: tuple[Ratification, ...]
    older: tuple[Ratification, ...]
    """Facts of which the register knew something of a later day already."""


def read_update(data: bytes, name: str, register: Register, *, today: date) -> Update:
    """Update the register from a table. Raises FileProblems with every row that can't be used.

    A row replaces what the register has on its state and instrument, unless the register's fact is
    of a later day. A row that says what the register says changes nothing.
    """
    if PurePath(name).suffix.lower() not in ENDINGS:
        hint = gettext("Save the table as one of them.")
        message = gettext("Facts are read from {endings} files.", endings=joined(ENDINGS))
        raise FileProblems([Problem(name, message, hint=hint)])
    return update_in(rows_of(data, name), name, register, today=today)


def update_in(
    table: Iterable[tuple[int, Sequence[object]]], name: str, register: Register, *, today: date
) -> Update:
    """The same of a table that was taken apart already: each row with its line, the head first."""
    rows = _rows(iter(table), name)
    facts: dict[int, Ratification] = {}
    lines: dict[tuple[str, str], int] = {}
    problems: list[Problem] = []
    for line, row in rows:
        fact, wrong = fact_of(row, register, name, line, today)
        problems.extend(wrong)
        if fact is None:
            continue
        key = (fact.state, fact.instrument)
        if key in lines:
            message = gettext(
                "Line {line} speaks of this state and instrument already.", line=lines[key]
            )
            problems.append(Problem(name, message, line, hint=gettext("Keep one of the two.")))
        else:
            lines[key], facts[line] = line, fact
    recorded = {key: register.of(*key) for key in lines}
    changes = {
        line: fact for line, fact in facts.items() if fact != recorded[fact.state, fact.instrument]
    }
    older = tuple(
        fact for fact in changes.values() if _is_older(fact, recorded[fact.state, fact.instrument])
    )
    taken = {line: fact for line, fact in changes.items() if fact not in older}
    updated = register.updated(taken.values())
    problems.extend(_without_what_it_needs(taken, updated, name))
    if problems:
        raise FileProblems(sorted(problems, key=lambda each: each.line or 0))
    return Update(updated, tuple(taken.values()), older)


def _rows(
    rows: Iterator[tuple[int, Sequence[object]]], name: str
) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row by its columns, with its line."""
    head = next(rows, None)
    if head is None:
        raise FileProblems([Problem(name, gettext("The file is empty."))])
    columns = _columns([str(cell) for cell in head[1]], name, head[0])
    for line, cells in rows:
        yield (
            line,
            {
                column: " ".join(str(cells[position]).split()) if position < len(cells) else ""
                for column, position in columns.items()
            },
        )


def _columns(headings: Sequence[str], name: str, line: int) -> Mapping[str, int]:
    """The place of each column. Raises FileProblems."""
    columns: dict[str, int] = {}
    problems = []
    expected = gettext("The columns are {columns}.", columns=", ".join(COLUMNS))
    for position, heading in enumerate(headings):
        plain = heading.strip().casefold().replace(" ", "_").replace("-", "_")
        if plain in columns:
            message = gettext("There are two columns “{heading}”.", heading=shortened(heading))
            problems.append(Problem(name, message, line, position + 1))
        elif plain in COLUMNS:
            columns[plain] = position
        elif plain and plain not in SHOWN_BESIDE:
            message = gettext("“{heading}” is no column.", heading=shortened(heading))
            hint = nearest(heading, COLUMNS) or expected
            problems.append(Problem(name, message, line, position + 1, hint))
    if missing := [column for column in REQUIRED if column not in columns]:
        message = gettext(
            "There is no column {columns}.", columns=joined([f"“{each}”" for each in missing])
        )
        problems.append(Problem(name, message, line, hint=expected))
    if problems:
        raise FileProblems(problems)
    return columns


def _is_older(fact: Ratification, recorded: Ratification) -> bool:
    return (
        fact.as_of is not None
        and recorded.as_of is not None
        and last_day(fact.as_of) < first_day(recorded.as_of)
    )


def _without_what_it_needs(
    taken: Mapping[int, Ratification], register: Register, name: str
) -> Iterator[Problem]:
    """Parties to a protocol that are, as far as is known, no party to its convention."""
    for line, fact in taken.items():
        instrument = register.instrument(fact.instrument)
        if fact.status is not Status.PARTY or not instrument.needs:
            continue
        needed = register.instrument(instrument.needs)
        if register.of(fact.state, needed.id).status in (Status.SIGNED, Status.NOT_PARTY):
            yield Problem(
                name,
                gettext(
                    "Only a party to {needed} can be party to {instrument} ({under}), and the"
                    " register has it as none.",
                    needed=needed.short,
                    instrument=instrument.short,
                    under=instrument.under,
                ),
                line,
                hint=gettext("Add a line on {needed}, or correct this one.", needed=needed.id),
            )
