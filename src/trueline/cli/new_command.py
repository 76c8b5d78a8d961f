"""`trueline new` and `trueline schema`: a file to begin with, and what helps an editor with it."""

from __future__ import annotations

import os
import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from trueline.cli.options import Extra
from trueline.cli.printing import console, fail, report_problems
from trueline.language import gettext

if TYPE_CHECKING:
    from trueline.toolkit import Toolkit

EPILOG = """\
Examples:

trueline new safe-work.yaml --kind justice --kind support

trueline new safe-work.yaml --kind awareness && trueline review safe-work.yaml

trueline new our-plan.yaml --plan

trueline new our-law.yaml --legal --country NP --country QA

trueline new our-law.yaml --legal --country NP --report report-on-nepal-2021.pdf

Beside the file lies a schema, with which editors that know YAML (VS Code, IntelliJ, Vim, Emacs)
complete names and words and show the help of each field."""


class Kind(StrEnum):
    """The kinds of activity that the toolkit covers."""

    awareness = "awareness"
    livelihoods = "livelihoods"
    legal = "legal"
    justice = "justice"
    identification = "identification"
    support = "support"
    plans = "plans"


OTHER_SCHEMAS = ("review", "toolkit")
"""The forms that have a schema besides those of documents."""


def _kind_names() -> list[str]:
    import trueline.kinds  # noqa: F401
    from trueline.document import kinds

    return [kind.name for kind in kinds()]


def _schema_names() -> list[str]:
    return [*_kind_names(), *OTHER_SCHEMAS]


def _one_of(name: str, names: list[str]) -> str:
    """The name, if it is one of those known; else a message that lists them."""
    if name in names:
        return name
    return fail(
        gettext("There is no “{name}”.", name=name),
        gettext("Choose one of: {names}.", names=", ".join(names)),
    )


def new(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            show_default=False,
            help="File to write, such as safe-work.yaml. It must not exist yet.",
        ),
    ],
    kind: Annotated[
        list[Kind],
        typer.Option(
            "--kind",
            "-k",
            show_default=False,
            help="A kind of activity that is planned. May be repeated.",
        ),
    ] = [],  # noqa: B006
    document: Annotated[
        str,
        typer.Option(
            "--document",
            "-d",
            autocompletion=_kind_names,
            help="The kind of document to begin, such as design.",
        ),
    ] = "design",
    plan: Annotated[
        bool, typer.Option("--plan", help="Begin a national plan of action: the same as -d plan.")
    ] = False,
    legal: Annotated[
        bool, typer.Option("--legal", help="Begin a legal framework review: the same as -d legal.")
    ] = False,
    country: Annotated[
        list[str],
        typer.Option(
            "--country",
            show_default=False,
            help="For a legal review: the country whose law it is, then those on the route.",
        ),
    ] = [],  # noqa: B006
    from_report: Annotated[
        Path | None,
        typer.Option(
            "--report",
            metavar="REPORT",
            show_default=False,
            help="For a legal review: a report in English whose articles, penalties and ratifications it begins with.",
        ),
    ] = None,
    as_of: Annotated[
        str,
        typer.Option(
            "--as-of",
            metavar="DAY|YEAR",
            show_default=False,
            help="With --report: when the report was made; else the year in its name.",
        ),
    ] = "",
    with_schema: Annotated[
        bool, typer.Option("--schema/--no-schema", help="Put the schema for editors beside it.")
    ] = True,
    extra: Extra = [],  # noqa: B006
) -> None:
    """Begin a document: a file with every field, its help, and the questions that come with it.

    Nothing in it has to be filled in before it can be reviewed.
    """
    from trueline.document import kind_named
    from trueline.files import typed
    from trueline.reports.files import put
    from trueline.reports.starting import starting_file
    from trueline.toolkit import load_toolkit

    if file.suffix.lower() not in (".yaml", ".yml"):
        fail(
            gettext(
                "“{file}” should be a name that ends in .yaml, such as safe-work.yaml.", file=file
            ),
            gettext("The help stands in comments, which JSON has not."),
        )
    if os.path.exists(file):
        fail(
            gettext("{file} is there already, and stays as it is.", file=file),
            gettext("Choose another name."),
        )
    kind_name = "plan" if plan else "legal" if legal else document
    wanted = kind_named(_one_of(kind_name, _kind_names()))
    items = _codes(country) if wanted.name == "legal" else kind
    toolkit = load_toolkit(extra=extra)
    values = _from_report(from_report, wanted.name, list(items), as_of, toolkit)
    schema = f"trueline-{wanted.name}.schema.json" if with_schema else ""
    text = starting_file(wanted, toolkit, items=items, schema=schema, values=values)
    put(file, text.encode())
    out = console()
    out.print(gettext("Wrote {file}.", file=file), markup=False, soft_wrap=True)
    if with_schema:
        _put_schema(file.parent / schema, wanted.name)
    if not kind and wanted.name == "design":
        kinds = ", ".join(Kind)
        out.print(
            gettext("With --kind it also carries the questions for: {kinds}.", kinds=kinds),
            soft_wrap=True,
        )
    out.print(
        gettext("Fill in what you know, then: trueline review {file}", file=typed(file)),
        markup=False,
        soft_wrap=True,
    )


def _from_report(
    report: Path | None, kind: str, countries: list[str], as_of: str, toolkit: Toolkit
) -> dict[str, Any] | None:
    """The initial values of a legal review from a report; None without one."""
    if report is None:
        return None
    if kind != "legal":
        fail(gettext("--report is for legal reviews."), gettext("Add --legal."))
    if as_of and not re.fullmatch(r"[12]\d{3}(-[01]\d-[0-3]\d)?", as_of):
        fail(gettext("--as-of takes a day such as 2021-09-29, or the year alone."))
    from trueline.cli.legal_report import begin_from_report
    from trueline.files import FileProblems
    from trueline.reports.legal.starting import begun_with

    try:
        return begun_with(begin_from_report(report, countries, as_of), toolkit)
    except FileProblems as problems:
        report_problems(problems)
        raise typer.Exit(2) from None


def _codes(countries: list[str]) -> list[str]:
    """The codes of countries that are given by code or name."""
    from trueline.language.parsing import parse_country

    codes = []
    for country in countries:
        readings = parse_country(country).readings
        if len(readings) != 1:
            fail(
                gettext("“{country}” is no country that we know.", country=country),
                gettext("Give its two-letter code, such as NP."),
            )
        codes.append(readings[0])
    return codes


def _put_schema(path: Path, kind: str) -> None:
    """Write or renew the schema. A file of this name that is something else stays as it is."""
    from trueline.files import FileProblems
    from trueline.reports.files import put

    if not _holds_schema(path, kind):
        return
    try:
        put(path, _document_schema(kind).encode())
    except FileProblems as problems:
        report_problems(problems, succeeded=1)
        raise typer.Exit(2) from None


def _holds_schema(path: Path, kind: str) -> bool:
    """Whether the path is free, or holds a schema written by us."""
    try:
        return f'"urn:trueline:{kind}:' in path.read_text("utf-8", "replace")
    except FileNotFoundError:
        return True
    except OSError:
        return False


def schema(
    of: Annotated[
        str,
        typer.Argument(
            metavar="[NAME]",
            autocompletion=_schema_names,
            help="What the schema describes: a kind of document, such as design; review or toolkit.",
        ),
    ] = "design",
) -> None:
    """Print the JSON Schema of a kind of document, of a review as JSON, or of the toolkit as JSON."""
    from trueline.reports.review.data import review_schema
    from trueline.reports.toolkit_edition.data import toolkit_schema

    name = _one_of(of, _schema_names())
    others = {"review": review_schema, "toolkit": toolkit_schema}
    typer.echo(others[name]() if name in others else _document_schema(name), nl=False)


def _document_schema(name: str) -> str:
    from trueline.document import document_schema, kind_named

    return document_schema(kind_named(name))
