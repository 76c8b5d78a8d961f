"""`trueline new` and `trueline schema`: a file to begin with, and what helps an editor with it."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from trueline.cli.options import Extra
from trueline.cli.printing import console, fail, report_problems
from trueline.language import gettext

SCHEMA_NAME = "trueline-design.schema.json"
EPILOG = """\
Examples:

trueline new safe-work.yaml --kind justice --kind support

trueline new safe-work.yaml --kind awareness && trueline review safe-work.yaml

Beside the design lies a schema, with which editors that know YAML (VS Code, IntelliJ, Vim, Emacs)
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


class Schema(StrEnum):
    """The forms that have a schema."""

    design = "design"
    review = "review"
    toolkit = "toolkit"


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
    with_schema: Annotated[
        bool, typer.Option("--schema/--no-schema", help="Put the schema for editors beside it.")
    ] = True,
    extra: Extra = [],  # noqa: B006
) -> None:
    """Begin a design: a file with every field, its help, and the questions that come with it.

    Nothing in it has to be filled in before it can be reviewed.
    """
    from trueline.files import typed
    from trueline.reports.design.starting import starting_file
    from trueline.reports.files import put
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
    text = starting_file(kind, load_toolkit(extra=extra), SCHEMA_NAME if with_schema else "")
    put(file, text.encode())
    out = console()
    out.print(gettext("Wrote {file}.", file=file), markup=False, soft_wrap=True)
    if with_schema:
        _put_schema(file.parent / SCHEMA_NAME)
    if not kind:
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


def _put_schema(path: Path) -> None:
    """Write or renew the schema. A file of this name that is something else stays as it is."""
    from trueline.design import design_schema
    from trueline.files import FileProblems
    from trueline.reports.files import put

    if not _holds_schema(path):
        return
    try:
        put(path, design_schema().encode())
    except FileProblems as problems:
        report_problems(problems, done=1)
        raise typer.Exit(2) from None


def _holds_schema(path: Path) -> bool:
    """Whether a schema of ours stands there, or nothing yet."""
    try:
        return '"urn:trueline:design:' in path.read_text("utf-8", "replace")
    except FileNotFoundError:
        return True
    except OSError:
        return False


def schema(
    of: Annotated[Schema, typer.Argument(help="What the schema describes.")] = Schema.design,
) -> None:
    """Print the JSON Schema of a design, of a review as JSON, or of the toolkit as JSON."""
    from trueline.design import design_schema
    from trueline.reports.review.data import review_schema
    from trueline.reports.toolkit_edition.data import toolkit_schema

    made = {
        Schema.design: design_schema,
        Schema.review: review_schema,
        Schema.toolkit: toolkit_schema,
    }
    typer.echo(made[of](), nl=False)
