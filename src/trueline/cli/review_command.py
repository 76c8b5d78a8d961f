"""`trueline review`: designs in, findings out."""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from trueline.cli.options import Extra, Language
from trueline.cli.printing import fail, report_problems, with_progress
from trueline.cli.review_formats import Format, form_of
from trueline.language import gettext

if TYPE_CHECKING:
    from trueline.cli.reviewing import Outcome


class FailOn(StrEnum):
    """The lightest severity at which the command ends with exit code 1."""

    error = "error"
    warning = "warning"
    note = "note"
    never = "never"


FAILING = {
    FailOn.error: ("error",),
    FailOn.warning: ("error", "warning"),
    FailOn.note: ("error", "warning", "note"),
    FailOn.never: (),
}

EPILOG = """\
Examples:

trueline review safe-work.yaml

trueline review proposals/ --summary

trueline review safe-work.yaml --out review.html

trueline review safe-work.yaml --data figures.csv --narrative annual-report.docx

trueline review designs/ --format sarif --out review.sarif --fail-on warning

Exit codes: 0 nothing at or above --fail-on; 1 such a finding, and it is not set aside; 2 a file
could not be read or written (those that can be read are reviewed all the same); 3 with --strict,
a design holds nothing to review yet."""


def review(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            show_default=False,
            help="Designs (.yaml, .yml, .json), or folders with designs at any depth.",
        ),
    ],
    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            show_default=False,
            help="What is written. Without it the ending of --out decides, else text.",
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            show_default=False,
            help="File to write to; a folder where html or pdf is made of several.",
        ),
    ] = None,
    fail_on: Annotated[
        FailOn, typer.Option(help="The lowest severity at which the exit code is 1.")
    ] = FailOn.error,
    summary: Annotated[
        bool, typer.Option("--summary", "-s", help="Only a table with a line for each design.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit code 3 where a design holds nothing to review.")
    ] = False,
    language: Language = None,
    data: Annotated[
        list[Path],
        typer.Option(
            show_default=False,
            metavar="TABLE",
            help="Table of what was measured (see `trueline measure`); may be repeated. One design"
            " only.",
        ),
    ] = [],  # noqa: B006
    narrative: Annotated[
        list[Path],
        typer.Option(
            show_default=False,
            help="Report whose claims are held against the data (.docx, .pdf, .odt, .txt, ...); may"
            " be repeated.",
        ),
    ] = [],  # noqa: B006
    others: Annotated[
        list[Path],
        typer.Option(
            "--beside",
            show_default=False,
            metavar="LEGAL",
            help="Legal review that activities of designs name by its title; may be repeated.",
        ),
    ] = [],  # noqa: B006
    extra: Extra = [],  # noqa: B006
) -> None:
    """Review designs by what the field has learned, and say what to look at again.

    Each note names its place in the file, why it matters, where the source says so, and a next
    step. It is advice: what you decide against can be set aside in the design, with a reason and
    an end date, and stays visible.
    """
    from trueline.cli.design_files import designs_at
    from trueline.cli.review_output import write_review
    from trueline.cli.reviewing import Work
    from trueline.files import FileProblems

    chosen_format = Format.text if summary and not format else format or _by_ending(out)
    if summary and chosen_format is not Format.text:
        fail(gettext("--summary is a table of text."), gettext("Leave out --summary, or --format."))
    chosen = designs_at(paths)
    measured, related = _figures_and_reports(chosen.files, data, narrative)
    related |= _legal_reviews(others)
    form = form_of(chosen_format, coloured=out is None and sys.stdout.isatty(), summary=summary)
    work = Work(form.render, on=date.today(), extra=tuple(extra), data=measured, related=related)
    form.check(out, len(chosen.files))
    outcomes = list(
        with_progress(work.outcomes(chosen.files), len(chosen.files), gettext("Reviewing"))
    )
    problems = [*chosen.problems, *(p for outcome in outcomes for p in outcome.problems)]
    reviewed = [outcome for outcome in outcomes if outcome.summary]
    refused = write_review(form, reviewed, problems, out, passed_over=chosen.passed_over)
    if problems or refused:
        report_problems(FileProblems([*problems, *refused]), succeeded=len(reviewed) - len(refused))
        raise typer.Exit(2)
    if any(_fails(outcome, fail_on) for outcome in reviewed):
        raise typer.Exit(1)
    if strict and any(outcome.nothing_to_review for outcome in reviewed):
        raise typer.Exit(3)


def _figures_and_reports(
    designs: list[Path], tables: list[Path], reports: list[Path]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Further inputs of rules: a design's figures, and the texts of reports."""
    from trueline.cli.measured import figures_of, narratives

    if not tables and not reports:
        return {}, {}
    if not tables:
        fail(gettext("--narrative is held against data."), gettext("Give them with --data."))
    if len(designs) != 1:
        fail(gettext("--data are those of one design."), gettext("Name one file."))
    related = {"narrative": narratives(reports)} if reports else {}
    return dict(figures_of(designs[0], tables)), related


def _legal_reviews(files: list[Path]) -> dict[str, Any]:
    """The legal reviews at hand. Ends the command where a file is none."""
    from trueline.cli.loading import load

    if not files:
        return {}
    reviews = [load(file).document for file in files]
    for file, document in zip(files, reviews, strict=True):
        if document.kind != "legal":
            fail(
                gettext("{file} is no legal review.", file=file),
                gettext(
                    "--beside names what activities on the law rest on; it begins with “kind: legal”."
                ),
            )
    return {"legal": tuple(reviews)}


def _by_ending(out: Path | None) -> Format:
    ending = out.suffix.lower().removeprefix(".") if out else ""
    if ending in ("txt", ""):
        return Format.text
    if ending == "xml":
        return Format.junit
    if ending not in Format.__members__:
        endings = ", ".join(
            f".{name}" for name in Format.__members__ if name not in ("text", "junit")
        )
        fail(
            gettext("“{out}” ends in none of .txt, {known}.", out=out, known=endings),
            gettext("Or say what to write with --format."),
        )
    return Format(ending)


def _fails(outcome: Outcome, fail_on: FailOn) -> bool:
    counts = outcome.summary.severities if outcome.summary else {}
    return any(number for severity, number in counts.items() if severity in FAILING[fail_on])
