"""`trueline import`: a logframe as a design or into one, and the tables of a national plan as a plan."""

from __future__ import annotations

import json
import os
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from trueline.cli.printing import fail
from trueline.language import gettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trueline.document import Document
    from trueline.exchange.logframe import ImportedDesign

EPILOG = """\
Nothing of the file is dropped in silence: each filled cell has found a place, is kept as a comment on
the element that it stands at, or is listed as not placed.

Examples:

trueline import logframe.xlsx

trueline import logframe.docx --to safe-work.yaml

trueline import returned.xlsx --update safe-work.yaml

trueline import logframe.xlsx --to safe-work.yaml --due "Target=2028-12-31"

trueline import logframe.xlsx --to safe-work.yaml --number "6.000=6000"

trueline import national-plan.docx --plan --to our-plan.yaml

Exit codes: 0 done; 2 the file could not be read, and why."""


class Format(StrEnum):
    """Output formats of the report."""

    text = "text"
    json = "json"


def import_logframe(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="LOGFRAME",
            show_default=False,
            help="A logframe, or with --plan a national plan (.xlsx, .xlsm, .ods, .csv, .docx; a plan also .pdf).",
        ),
    ],
    to: Annotated[
        Path | None,
        typer.Option(
            "--to",
            "-t",
            metavar="FILE",
            show_default=False,
            help="Design or plan to begin with it (.yaml or .json). It must not exist yet.",
        ),
    ] = None,
    update: Annotated[
        Path | None,
        typer.Option(
            "--update",
            "-u",
            metavar="DESIGN",
            show_default=False,
            help="Design to bring up to date with it. Each difference is shown and asked.",
        ),
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="With --update: take every difference, unasked.")
    ] = False,
    due: Annotated[
        list[str],
        typer.Option(
            "--due",
            metavar="HEADING=DAY",
            show_default=False,
            help="Day of the targets under a heading that names none, as Target=2028-12-31. May be"
            " repeated.",
        ),
    ] = [],  # noqa: B006
    number: Annotated[
        list[str],
        typer.Option(
            "--number",
            metavar="TEXT=NUMBER",
            show_default=False,
            help="What a number is that could be two, as 6.000=6000. May be repeated.",
        ),
    ] = [],  # noqa: B006
    plan: Annotated[
        bool, typer.Option("--plan", help="Read the tables of a national plan of action.")
    ] = False,
    as_format: Annotated[
        Format, typer.Option("--format", "-f", help="How the report is printed.")
    ] = Format.text,
) -> None:
    """Read a logframe or a plan: say what became of each cell, and begin with it or update a design."""
    from trueline.cli.import_view import print_report
    from trueline.exchange.logframe import begin, read_logframe, settled
    from trueline.exchange.logframe.report import report_data

    if to and update:
        fail(gettext("Choose one of --to and --update."))
    if to and os.path.exists(to):
        fail(
            gettext("{file} is there already, and stays as it is.", file=to),
            gettext("Choose another name."),
        )
    if plan:
        if update or due or number:
            fail(gettext("--update, --due and --number are for logframes; --plan goes without."))
        _import_plan(file, to, as_format)
        return
    table = read_logframe(_content(file), file.name)
    table = settled(table, dict(map(_number, number)))
    begun = begin(table, due=dict(map(_day, due)))
    if as_format is Format.json:
        typer.echo(json.dumps(report_data(table, begun), ensure_ascii=False, indent=1))
    else:
        print_report(table, begun)
    _warn(begun.design, [text for _at, text in begun.comments])
    if update:
        from trueline.cli.import_update import update_design

        update_design(update, table, dict(map(_day, due)), yes=yes)
    if to:
        _write(to, begun, quiet=as_format is Format.json)


def _import_plan(file: Path, to: Path | None, as_format: Format) -> None:
    from trueline.cli.import_view import print_plan
    from trueline.document import document_to_yaml
    from trueline.exchange.plan_table import read_plan
    from trueline.exchange.plan_table.report import report_data

    read = read_plan(_content(file), file.name)
    if as_format is Format.json:
        typer.echo(json.dumps(report_data(read), ensure_ascii=False, indent=1))
    else:
        print_plan(read)
    _warn(read.plan)
    if to:
        _put(to, read.plan, document_to_yaml(read.plan), quiet=as_format is Format.json)


def _warn(document: Document, others: Sequence[str] = ()) -> None:
    """Say at once where the file lets a client be known, apart from the report."""
    from trueline.cli.printing import console
    from trueline.review.personal_data import warning_on
    from trueline.toolkit import load_toolkit

    if warning := warning_on(document, load_toolkit(), others):
        console(errors=True).print(warning, style="bold", markup=False, soft_wrap=True)


def _content(file: Path) -> bytes:
    from trueline.files import FileProblems, Problem
    from trueline.office.archive import LARGEST

    try:
        with file.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError as error:
        reason = error.strerror or gettext("the system refused")
        message = gettext("It can't be read: {reason}.", reason=reason)
        raise FileProblems([Problem(str(file), message)]) from error


def _number(written: str) -> tuple[str, Decimal]:
    text, _, value = written.rpartition("=")
    try:
        number = Decimal(value.strip())
    except InvalidOperation:
        number = Decimal("NaN")
    if not text or not number.is_finite():
        fail(
            gettext("--number “{said}” names no number and what it is.", said=written),
            gettext('Write it as --number "6.000=6000".'),
        )
    return text.strip(), number


def _day(written: str) -> tuple[str, date]:
    heading, _, day = written.rpartition("=")
    try:
        return heading.strip(), date.fromisoformat(day.strip())
    except ValueError:
        fail(
            gettext("--due “{said}” names no heading and day.", said=written),
            gettext('Write it as --due "Target=2028-12-31".'),
        )


def _write(to: Path, imported: ImportedDesign, *, quiet: bool) -> None:
    from trueline.exchange.logframe.written import yaml_of

    _put(to, imported.design, yaml_of(imported), quiet=quiet)


def _put(to: Path, document: Document, as_yaml: str, *, quiet: bool) -> None:
    """Write what was begun, in the form that the name of its file asks for."""
    from trueline.cli.printing import console
    from trueline.document import document_to_json
    from trueline.files import typed
    from trueline.reports.files import put

    in_json = to.suffix.lower() == ".json"
    put(to, (document_to_json(document) + "\n" if in_json else as_yaml).encode())
    out = console(errors=quiet)
    out.print(gettext("Wrote {file}.", file=to), markup=False, soft_wrap=True)
    command = gettext("Next: trueline review {file}", file=typed(to))
    out.print(command, markup=False, soft_wrap=True)
