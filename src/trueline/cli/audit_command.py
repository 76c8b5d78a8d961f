"""`trueline audit`: a national plan held against section 9 of the toolkit."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from trueline.cli.account_commands import log
from trueline.cli.instances import Data
from trueline.cli.loading import load
from trueline.cli.options import Extra, Language, Paper, PaperSize
from trueline.cli.printing import console, fail, report_problems
from trueline.language import gettext

if TYPE_CHECKING:
    from trueline.review.plan_audit import Audit

EPILOG = """\
Examples:

trueline audit our-plan.yaml

trueline audit our-plan.yaml --format docx --to audit-march.docx

What can be told from the structure is counted, such as activities with a budget: 12 of 57. What
only people can judge is left for the coordinator to say. There is no score.

Exit codes: 0 printed or written; 2 the file could not be read or written, or is no plan."""


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
            metavar="PLAN",
            show_default=False,
            help="A national plan of action (.yaml, .yml, .json). Without one, what `trueline account"
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
            help="File to write. For docx and pdf, if left out: the plan's name with -audit.",
        ),
    ] = None,
    account: Annotated[str, typer.Option(hidden=True)] = "",
    days: Annotated[int, typer.Option(hidden=True, min=1, max=90)] = 90,
    data: Data = None,
    paper: Paper = PaperSize.a4,
    language: Language = None,
    extra: Extra = [],  # noqa: B006
) -> None:
    """Hold a national plan of action against the toolkit's questions and indicators on plans."""
    if file is None:
        log(account=account, days=days, data=data)
        return
    from trueline.cli.export_command import today
    from trueline.files import FileProblems
    from trueline.plan import Plan
    from trueline.reports import ExportRequest, exports_of
    from trueline.reports.files import put
    from trueline.review.plan_audit import audit as audited
    from trueline.toolkit import load_toolkit

    document, toolkit, on = load(file).document, load_toolkit(extra=extra), today()
    if not isinstance(document, Plan):
        fail(
            gettext("{file} is no national plan of action.", file=file),
            gettext("Such a file begins with “kind: plan”; `trueline new FILE --plan` begins one."),
        )
    if form is Form.text and to is None:
        _print(audited(document, toolkit, on=on))
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


def _print(made: Audit) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from trueline.reports.plan.audit import answer_text, audit_title

    out = console()
    out.print(Text(audit_title(made), style="bold"))
    for part in made.parts:
        out.print()
        out.print(Text(part.title, style="bold"))
        if part.limits:
            limits = gettext("What these don’t show: {limits}", limits=part.limits)
            out.print(Text(limits, style="dim"))
        for line in part.lines:
            out.print(Padding(Text(f"{line.ref}  {line.title}"), (1, 0, 0, 2)))
            for answer in line.answers:
                out.print(Padding(Text(f"· {answer_text(answer)}"), (0, 0, 0, 4)))
            for step in dict.fromkeys(finding.next_step for finding in line.findings):
                said = gettext("Next: {step}", step=step)
                out.print(Padding(Text(said, style="dim"), (0, 0, 0, 4)))
