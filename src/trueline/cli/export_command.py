"""`trueline export`: a design in, a document for somebody else out."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from trueline.cli.loading import load
from trueline.cli.options import Extra, Language, Paper, PaperSize
from trueline.cli.printing import console, fail, report_problems
from trueline.language import gettext, joined

if TYPE_CHECKING:
    from trueline.reports import Export


EPILOG = """\
The end of the file's name says what is written, so `safe-work-dossier.pdf` is a dossier as much
as `dossier.pdf` is:

dossier.pdf, dossier.docx: the whole design as a document to hand to a funder

logframe.xlsx, logframe.docx: the logframe; the workbook holds indicator sheets and tracking too

logframe-eu, -fcdo, -usaid-pmp, -usaid-pirs, -prm, -iom, -un (.xlsx, .docx): in the donor's layout

theory-of-change.svg, theory-of-change.png: the diagram

evaluation.docx: an evaluation plan with terms of reference, and whether an impact study is due

review.pdf, review.html, review.json, review.sarif: the review on its own

audit.pdf, audit.docx, audit.json: of a national plan, held against section 9 of the toolkit

design.yaml, design.json, plan.yaml, plan.json: what was filled in, and nothing else

Examples:

trueline export safe-work.yaml --to dossier.pdf

trueline export safe-work.yaml --to to-send/safe-work-dossier.docx --to to-send/logframe.xlsx

trueline export safe-work.yaml --to dossier.pdf --with-review --paper letter

trueline export safe-work.yaml --form donor-form.docx --to filled.docx

The date on the cover is today's, or that of SOURCE_DATE_EPOCH where it is set: then the same
design gives the same file."""


def export(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", show_default=False, help="A design (.yaml, .yml, .json)."),
    ],
    to: Annotated[
        list[Path],
        typer.Option(
            "--to",
            "-t",
            show_default=False,
            help="File to write. The end of its name says what: dossier.pdf,"
            " logframe.xlsx, theory-of-change.svg, ... May be repeated.",
        ),
    ],
    form: Annotated[
        Path | None,
        typer.Option(
            "--form",
            show_default=False,
            help="A donor's own form (.docx, .xlsx) with placeholders such as {{ title }}, to fill"
            " and write to --to.",
        ),
    ] = None,
    with_review: Annotated[
        bool,
        typer.Option(
            "--with-review",
            help="Add the review, and what the team decided in response, to the dossier.",
        ),
    ] = False,
    paper: Paper = PaperSize.a4,
    language: Language = None,
    extra: Extra = [],  # noqa: B006
) -> None:
    """Make a document of a design: a dossier, a logframe, a diagram, its review.

    What the design does not say, the document does not make up: a baseline that is not measured
    is left open, and never 0.
    """
    from trueline.files import FileProblems, Problem
    from trueline.reports import ExportRequest
    from trueline.reports.files import put
    from trueline.review import review
    from trueline.toolkit import load_toolkit

    document = load(file).document
    if form:
        from trueline.cli.export_form import export_form

        export_form(document, form, to, load_toolkit(extra=extra))
        return
    wanted = [(place, _export(place, file, document.kind)) for place in dict.fromkeys(to)]
    if with_review and all(export.holds_review == "never" for _, export in wanted):
        fail(
            gettext("--with-review adds to a dossier, and none is asked for."),
            gettext("Add --to dossier.pdf."),
        )
    toolkit, on = load_toolkit(extra=extra), today()
    findings = review(document, toolkit, on=on) if with_review else None
    request = ExportRequest(document, toolkit, findings, paper.value, on, file.name)
    problems: list[Problem] = []
    for place, export in wanted:
        try:
            put(place, export.make(request))
        except FileProblems as refused:
            problems.extend(refused.problems)
        else:
            console().print(gettext("Wrote {place}.", place=place), markup=False, soft_wrap=True)
    if problems:
        report_problems(FileProblems(problems), succeeded=len(wanted) - len(problems))
        raise typer.Exit(2)


def _export(place: Path, source: Path, kind: str) -> Export:
    """The export for a file name; ends the command with the possible names if there is none."""
    from trueline.reports import export_for, exports_of

    export = export_for(place.name, kind)
    if export is None:
        names_of_kind = exports_of(kind)
        alike = [name for name in names_of_kind if name.endswith(place.suffix.lower() or "?")]
        names = alike or list(names_of_kind)
        example = f"{place.stem or 'my'}-{names[0]}"
        fail(
            gettext("The name “{name}” doesn't say what to write.", name=place.name),
            gettext(
                "Let it end in {endings}; such as {example}.",
                endings=joined(names, "or"),
                example=example,
            ),
        )
    if os.path.exists(place) and os.path.exists(source) and place.samefile(source):
        fail(
            gettext("“{place}” is the document itself.", place=place),
            gettext("Choose another name, so that it stays as it is."),
        )
    return export


def today() -> date:
    """Today, or the day that builds which must repeat are given by SOURCE_DATE_EPOCH."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not seconds:
        return date.today()
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError):
        fail(
            gettext("SOURCE_DATE_EPOCH is “{seconds}”.", seconds=seconds),
            gettext("It should be seconds since 1970, or unset."),
        )
