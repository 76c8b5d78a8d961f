"""`trueline review`: designs in, findings out."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from trueline.cli.printing import console


class Format(StrEnum):
    """What a review can be written as."""

    text = "text"
    json = "json"


class FailOn(StrEnum):
    """The lightest severity at which the command ends with exit code 1."""

    error = "error"
    warning = "warning"
    never = "never"


def review(
    files: Annotated[list[Path], typer.Argument(help="Designs, as .yaml or .json.")],
    format: Annotated[
        Format, typer.Option("--format", "-f", help="What is written.")
    ] = Format.text,
    fail_on: Annotated[FailOn, typer.Option(help="When to end with exit code 1.")] = FailOn.error,
) -> None:
    """Hold designs against what the field has learned."""
    from trueline.cli.review_view import print_review
    from trueline.design import load_design
    from trueline.reports.review import reviewed
    from trueline.reports.review.data import review_json
    from trueline.toolkit import load_toolkit

    toolkit = load_toolkit()
    reviews = [reviewed(load_design(path), toolkit, on=date.today()) for path in files]
    if format is Format.json:
        typer.echo(review_json(reviews, toolkit.head.edition), nl=False)
    else:
        for one in reviews:
            print_review(console(), one)
    failing = {FailOn.error: ("error",), FailOn.warning: ("error", "warning"), FailOn.never: ()}
    if any(one.summary.severities[level] for one in reviews for level in failing[fail_on]):  # type: ignore[index]
        raise typer.Exit(1)
