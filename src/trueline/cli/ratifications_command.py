"""`trueline toolkit ratifications`: which treaties a country is party to, as far as is known."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from trueline.cli.printing import console, fail, report_problems
from trueline.language import gettext, joined, ngettext

if TYPE_CHECKING:
    from trueline.toolkit import Toolkit
    from trueline.toolkit.ratifications import Instrument, Ratification, Register

EPILOG = """\
Examples:

trueline toolkit ratifications Nepal

trueline toolkit ratifications "Côte d'Ivoire" Mali --instrument legal.tip-protocol

trueline toolkit ratifications --instrument C189 --format csv > c189.csv

trueline toolkit ratifications Nepal --with our-facts.csv

Exit codes: 0 printed; 2 a country, an instrument or a file could not be read."""


class Form(StrEnum):
    text = "text"
    json = "json"
    csv = "csv"


def ratifications(
    country: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="COUNTRY...",
            help="A name or code, such as Nepal, Népal, NP or NPL, or the European Union."
            " Without one, every state of the register.",
        ),
    ] = None,
    instrument: Annotated[
        list[str],
        typer.Option(
            "--instrument",
            "-i",
            metavar="ID",
            help="An id such as `legal.tip-protocol`, a place such as `5 E1.2`, or a short name such"
            " as C189. May be repeated. Without it, all.",
        ),
    ] = [],  # noqa: B006
    own: Annotated[
        Path | None,
        typer.Option(
            "--with",
            metavar="FILE",
            show_default=False,
            help="Your organisation's own facts (.csv or .xlsx), with the columns that --format csv"
            " writes.",
        ),
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="How to print.")] = Form.text,
) -> None:
    """Show what is known of a country's ratifications, each fact with its day and source.

    Unknown is neither yes nor no. No fact says anything of the time after its as-of day.
    """
    from trueline.toolkit import load_toolkit
    from trueline.toolkit.ratifications import load_register

    register, toolkit = load_register(), load_toolkit()
    if own is not None:
        register = _updated_register(register, own, toolkit)
    instruments = list(_instruments(register, instrument))
    if not country and not instrument and form is Form.text:
        fail(
            gettext("Name a country, an instrument, or both."),
            gettext("With --format csv or json the whole register is written."),
        )
    states = list(_states(register, country or [], toolkit)) or list(register.states)
    facts = list(_facts(register, states, instruments, toolkit))
    if form is Form.json:
        from trueline.reports.ratifications.data import facts_data

        typer.echo(json.dumps(facts_data(facts, register, toolkit), ensure_ascii=False, indent=1))
    elif form is Form.csv:
        from trueline.reports.ratifications.data import facts_csv

        typer.echo(facts_csv(facts, register, toolkit), nl=False)
    else:
        from trueline.cli.ratifications_view import print_facts

        print_facts(facts, register, toolkit)


def _facts(
    register: Register, states: list[str], instruments: list[Instrument], toolkit: Toolkit
) -> Iterator[Ratification]:
    """By the names of states, then by the titles of instruments."""
    from trueline.reports.ratifications.wording import by_name, by_title

    ordered = by_title(instruments)
    for state in by_name(set(states), toolkit):
        for instrument in ordered:
            yield register.of(state, instrument.id)


def _states(register: Register, names: list[str], toolkit: Toolkit) -> Iterator[str]:
    from trueline.reports.ratifications.wording import state_name
    from trueline.toolkit.ratifications import parse_state

    for name in names:
        read = parse_state(name)
        if read.is_ambiguous:
            meant = [f"{state_name(code, toolkit)} ({code})" for code in read.readings]
            fail(
                gettext("“{name}” can be {states}.", name=name, states=joined(meant, "or")),
                gettext("Write one of the codes."),
            )
        if read.value is None:
            fail(
                gettext("“{name}” is no country that is known.", name=name),
                gettext("Write its name in full, or its two-letter code."),
            )
        if read.value not in register.states:
            fail(
                gettext("The register has no line on “{name}”.", name=name),
                gettext(
                    "It holds the 193 members of the United Nations, the Holy See, Palestine, the"
                    " Cook Islands, Niue and the European Union. Facts of your own can be added"
                    " with --with."
                ),
            )
        yield read.value


def _instruments(register: Register, names: list[str]) -> Iterator[Instrument]:
    if not names:
        yield from register.instruments
    for name in dict.fromkeys(names):
        instruments = register.instruments_named(name)
        if not instruments:
            fail(
                gettext("There is no instrument “{name}” in the register.", name=name),
                gettext(
                    "The instruments are: {names}.",
                    names=", ".join(each.id for each in register.instruments),
                ),
            )
        yield from instruments


def _updated_register(register: Register, path: Path, toolkit: Toolkit) -> Register:
    from trueline.exchange.ratifications import read_update
    from trueline.files import FileProblems, Problem

    try:
        update = read_update(path.read_bytes(), str(path), register, today=date.today())
    except FileProblems as problems:
        report_problems(problems)
        raise typer.Exit(2) from None
    except OSError as error:
        reason = error.strerror or gettext("the system refused")
        message = gettext("It can’t be read: {reason}.", reason=reason)
        report_problems(FileProblems([Problem(str(path), message)]))
        raise typer.Exit(2) from None
    if update.older:
        from trueline.reports.ratifications.wording import state_name

        unused = [
            f"{state_name(fact.state, toolkit)}, {register.instrument(fact.instrument).short}"
            for fact in update.older
        ]
        console(errors=True).print(
            ngettext(
                "{count} fact of your file was not used, for the register knows of a later day:"
                " {facts}.",
                "{count} facts of your file were not used, for the register knows of a later day:"
                " {facts}.",
                len(unused),
                facts="; ".join(unused),
            ),
            markup=False,
            soft_wrap=True,
        )
    return update.register
