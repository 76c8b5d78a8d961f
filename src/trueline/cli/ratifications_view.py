"""Prints facts of the ratification register on a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from rich.padding import Padding
from rich.text import Text

from trueline.cli.printing import console
from trueline.reports.ratifications.wording import (
    about,
    attribution,
    fact_in_words,
    place_of,
    source_in_words,
    state_name,
)
from trueline.toolkit import Toolkit
from trueline.toolkit.ratifications import Ratification, Register


def print_facts(facts: Iterable[Ratification], register: Register, toolkit: Toolkit) -> None:
    """Each state with its facts; every fact with its day and source."""
    out = console()
    out.print(Text(about(), style="dim"))
    for state, of_state in groupby(facts, key=lambda fact: fact.state):
        out.print()
        out.print(Text(state_name(state, toolkit), style="bold underline"))
        for fact in of_state:
            for indent, line in _lines(fact, register):
                out.print(Padding(line, (0, 0, 0, indent), expand=False))


def _lines(fact: Ratification, register: Register) -> Iterable[tuple[int, Text]]:
    instrument = register.instrument(fact.instrument)
    heading = Text(instrument.title, style="bold")
    yield 2, heading.append(f"  {instrument.id}  [{place_of(instrument)}]", style="dim not bold")
    yield 4, Text(fact_in_words(fact))
    if fact.source:
        by = attribution(fact, instrument)
        yield 4, Text(f"{by}: {source_in_words(fact.source)}", style="dim")
