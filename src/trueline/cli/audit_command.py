"""`trueline audit`: a national plan, or a country's law, held against its section of the toolkit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from trueline.cli.account_commands import log
from trueline.cli.instances import Data
from trueline.cli.loading import load
from trueline.cli.options import Extra, Language, Paper, PaperSize
from trueline.cli.printing import console, fail, report_problems
from trueline.language import gettext

if TYPE_CHECKING:
    from trueline.review.audits import Audit

EPILOG = """\
Examples:

trueline audit our-plan.yaml

trueline audit our-plan.yaml --format docx --to audit-march.docx

trueline audit our-law.yaml --format pdf

Of a plan, it answers section 9 of the toolkit; of a legal review, section 5. What can be told from the structure is counted, such as activities with a budget: 12 of 57. What
only people can judge is left for the coordinator to say. There is no score.

Exit codes: 0 printed or written; 2 the file could not be read or written, or is neither."""


class Form(StrEnum):
    """How an audit is given."""

    text = "text"
    json = "json"
    docx = "docx"
    pdf = "pdf"


def audit(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE",
            show_default=False,
            help="A national plan of action or a legal review (.yaml, .yml, .json). Without one, what `trueline account"
            " log` shows; that goes with version 0.4.",
        ),
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="How to give it.")] = Form.text,
    to: Annotated[
        Path | None,
        typer.Option(
            "--to",
            "-t",
            show_default=False,
            help="File to write. For docx and pdf, if left out: the file's name with -audit.",
        ),
    ] = None,
    account: Annotated[str, typer.Option(hidden=True)] = "",
    days: Annotated[int, typer.Option(hidden=True, min=1, max=90)] = 90,
    data: Data = None,
    paper: Paper = PaperSize.a4,
    language: Language = None,
    extra: Extra = [],  # noqa: B006
) -> None:
    """Hold a national plan, or a country's law, against the toolkit's questions and indicators."""
    if file is None:
        log(account=account, days=days, data=data)
        return
    from trueline.cli.export_command import today
    from trueline.files import FileProblems
    from trueline.reports import ExportRequest, exports_of
    from trueline.reports.files import put
    from trueline.toolkit import load_toolkit

    document, toolkit, on = load(file).document, load_toolkit(extra=extra), today()
    audits = _audits()
    if document.kind not in audits:
        fail(
            gettext("{file} is neither a national plan nor a legal review.", file=file),
            gettext(
                "Such a file begins with “kind: plan” or “kind: legal”; `trueline new FILE --plan`"
                " or `--legal` begins one."
            ),
        )
    if form is Form.text and to is None:
        _print(audits[document.kind](document, toolkit, on=on))
        return
    if form is Form.text:
        fail(
            gettext("--to writes a file, and text is printed."),
            gettext("Add --format json, docx or pdf."),
        )
    made = exports_of(document.kind)[f"audit.{form}"].make(
        ExportRequest(document, toolkit, None, paper.value, on, file.name)
    )
    if form is Form.json and to is None:
        typer.echo(made.decode(), nl=False)
        return
    place = to or Path(f"{file.stem}-audit.{form}")
    try:
        put(place, made)
    except FileProblems as problems:
        report_problems(problems)
        raise typer.Exit(2) from None
    console().print(gettext("Wrote {place}.", place=place), markup=False, soft_wrap=True)


def _audits() -> Mapping[str, Callable[..., Audit[Any]]]:
    """The audit of each kind that has one."""
    from trueline.review import legal_audit, plan_audit

    return {"plan": plan_audit.audit, "legal": legal_audit.audit}


def _print(made: Audit[Any]) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from trueline.reports.audits import answer_text, audit_title

    out = console()
    out.print(Text(audit_title(made), style="bold"))
    for part in made.parts:
        out.print()
        out.print(Text(part.title, style="bold"))
        if part.limits:
            limits = gettext("What these don’t show: {limits}", limits=part.limits)
            out.print(Text(limits, style="dim"))
        for line in part.lines:
            title = "  ".join(filter(None, (line.ref, line.title)))
            out.print(Padding(Text(title), (1, 0, 0, 2)))
            for answer in line.answers:
                out.print(Padding(Text(f"· {answer_text(answer)}"), (0, 0, 0, 4)))
            for step in dict.fromkeys(finding.next_step for finding in line.findings):
                said = gettext("Next: {step}", step=step)
                out.print(Padding(Text(said, style="dim"), (0, 0, 0, 4)))
