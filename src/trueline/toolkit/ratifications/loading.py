"""The register that comes with the toolkit, out of its three files."""

from __future__ import annotations

import csv
import functools
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from pydantic import Field

from trueline.files import read_file, validate
from trueline.toolkit.loading import load_toolkit
from trueline.toolkit.measuring import Indicator
from trueline.toolkit.ratifications.facts import (
    Action,
    Confirms,
    Depositary,
    Instrument,
    Ratification,
    Source,
    Status,
    parse_moment,
)
from trueline.toolkit.ratifications.register import Register
from trueline.toolkit.texts import Model, Text

FOLDER = Path(__file__).parent / "data"
COLUMNS = ("state", "instrument", "status", "day", "action", "as_of", "source")
"""Columns of the register, and of an organisation's own file."""
SHOWN_BESIDE = ("state_name", "instrument_title", "source_title", "attribution", "note")
"""What a table that is handed on says besides. It is passed over when such a table is read."""


class _Instrument(Model):
    id: Text
    indicator: Text | None = None
    short: Text
    also: tuple[Text, ...] = ()
    title: Text | None = Field(None, description="Without one, as the toolkit names it.")
    adopted: date
    depositary: Depositary
    needs: Text | None = None
    under: str = ""


class _Instruments(Model):
    instruments: tuple[_Instrument, ...]


class _Source(Model):
    id: Text
    title: Text
    at: str = ""
    confirms: Confirms
    note: str = ""


class _Sources(Model):
    sources: tuple[_Source, ...]


@functools.cache
def load_register() -> Register:
    """The register as it comes with the toolkit, read once."""
    return Register(_instruments(), _facts(known_sources()))


@functools.cache
def known_sources() -> Mapping[str, Source]:
    """The sources that the register names, by id."""
    listed = validate(_Sources, read_file(FOLDER / "sources.yaml")).sources
    return {each.id: Source(**each.model_dump()) for each in listed}


def _instruments() -> Iterator[Instrument]:
    entries = (node.item for node in load_toolkit() if node.kind == "indicator")
    indicators = {entry.id: entry for entry in entries if isinstance(entry, Indicator)}
    for each in validate(_Instruments, read_file(FOLDER / "instruments.yaml")).instruments:
        values = each.model_dump()
        if each.indicator:
            indicator = indicators[each.indicator]
            values |= {"title": each.title or indicator.name, "ref": indicator.ref}
        yield Instrument(**values)


def _facts(sources: Mapping[str, Source]) -> Iterator[Ratification]:
    moment = functools.cache(parse_moment)
    statuses = {each.value: each for each in Status}
    actions: dict[str, Action | None] = {"": None, **{each.value: each for each in Action}}
    with (FOLDER / "register.csv").open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream)
        next(rows)
        for state, instrument, status, day, action, as_of, source in rows:
            yield Ratification(
                state,
                instrument,
                statuses[status],
                moment(day),
                actions[action],
                moment(as_of),
                sources[source],
            )
