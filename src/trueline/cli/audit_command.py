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
    from trueline.cli.audit_table import AuditTable
    from trueline.review.audits import Audit

EPILOG = """\
Examples:

trueline audit our-plan.yaml

trueline audit our-plan.yaml --format docx --to audit-march.docx

trueline audit our-law.yaml --format pdf

trueline audit plans/*.yaml --format xlsx --to eleven-plans.xlsx

trueline audit our-plan.yaml --beside designs/

Several plans are held against the same criteria in one table; several legal reviews stand side by side, item by item.

Of a plan, it answers section 9 of the toolkit; of a legal review, section 5. What can be told from the structure is counted, such as activities with a budget: 12 of 57. What
only people can judge is left for the coordinator to say. There is no score.

Exit codes: 0 printed or written; 2 the file could not be read or written, or is neither."""


class Form(StrEnum):
    """Output formats of an audit."""

    text = "text"
    json = "json"
    docx = "docx"
    pdf = "pdf"
    xlsx = "xlsx"
    svg = "svg"


def audit(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE...",
            show_default=False,
            help="A national plan of action or a legal review (.yaml, .yml, .json), or several of a kind. Without one, what `trueline account"
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
    others: Annotated[
        list[Path],
        typer.Option(
            "--beside",
            metavar="DESIGN",
            show_default=False,
            help="A programme design, or a folder of them, held beside the plan or the legal review: who"
            " works on what. May be repeated.",
        ),
    ] = [],  # noqa: B006
    account: Annotated[str, typer.Option(hidden=True)] = "",
    days: Annotated[int, typer.Option(hidden=True, min=1, max=90)] = 90,
    data: Data = None,
    paper: Paper = PaperSize.a4,
    language: Language = None,
    extra: Extra = [],  # noqa: B006
) -> None:
    """Hold a national plan, or a country's law, against the toolkit's questions and indicators."""
    if not files:
        log(account=account, days=days, data=data)
        return
    if others:
        _compare_with_programmes(files, others, form, to)
        return
    if len(files) > 1 or form in (Form.xlsx, Form.svg):
        _compare_documents(files, form, to)
        return
    file = files[0]
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
    content = exports_of(document.kind)[f"audit.{form}"].make(
        ExportRequest(document, toolkit, None, paper.value, on, file.name)
    )
    if form is Form.json and to is None:
        typer.echo(content.decode(), nl=False)
        return
    place = to or Path(f"{file.stem}-audit.{form}")
    try:
        put(place, content)
    except FileProblems as problems:
        report_problems(problems)
        raise typer.Exit(2) from None
    console().print(gettext("Wrote {place}.", place=place), markup=False, soft_wrap=True)


def _compare_documents(files: list[Path], form: Form, to: Path | None) -> None:
    """Several documents of a kind in one table."""
    from trueline.cli.audit_table import print_table, table_of
    from trueline.files import FileProblems
    from trueline.reports.files import put

    documents = [load(file).document for file in files]
    if form in (Form.docx, Form.pdf) or (form is Form.text and to):
        fail(
            gettext(
                "Several documents make one table, as text, json or xlsx, and plans a picture, svg."
            ),
            gettext("Name a single file for docx and pdf, or add --format xlsx."),
        )
    table = table_of(documents)
    if table is None:
        fail(
            gettext("These are not all national plans, nor all legal reviews."),
            gettext("Name files of one kind; theirs is what stands after “kind:”."),
        )
    if form is Form.text:
        print_table(table)
        return
    if form is Form.json and to is None:
        typer.echo(table.json(), nl=False)
        return
    place = to or Path(f"audit.{form}")
    if form is Form.svg and table.picture is None:
        fail(
            gettext("Only of national plans there is a picture."),
            gettext("For legal reviews, add --format xlsx."),
        )
    try:
        put(place, _table_content(table, form))
    except FileProblems as problems:
        report_problems(problems)
        raise typer.Exit(2) from None
    console().print(gettext("Wrote {place}.", place=place), markup=False, soft_wrap=True)


def _compare_with_programmes(
    files: list[Path], others: list[Path], form: Form, to: Path | None
) -> None:
    """One plan or legal review beside programmes that carry it."""
    from trueline.cli.audit_table import print_table, with_programmes
    from trueline.cli.design_files import designs_at
    from trueline.files import FileProblems
    from trueline.reports.files import put

    if len(files) > 1 or form not in (Form.text, Form.xlsx):
        fail(
            gettext("Programmes stand beside one plan or one legal review, as text or xlsx."),
            gettext("Name a single file before --beside, and --format xlsx for a workbook."),
        )
    table = with_programmes(
        load(files[0]).document, [load(each).document for each in designs_at(others).files]
    )
    if table is None:
        fail(
            gettext("{file} is neither a national plan nor a legal review.", file=files[0]),
            gettext("Programme designs are named behind --beside."),
        )
    if form is Form.text:
        print_table(table)
        return
    place = to or Path(f"{files[0].stem}-programmes.xlsx")
    try:
        put(place, table.workbook())
    except FileProblems as problems:
        report_problems(problems)
        raise typer.Exit(2) from None
    console().print(gettext("Wrote {place}.", place=place), markup=False, soft_wrap=True)


def _table_content(table: AuditTable, form: Form) -> bytes:
    if form is Form.svg and table.picture:
        return table.picture().encode()
    return table.json().encode() if form is Form.json else table.workbook()


def _audits() -> Mapping[str, Callable[..., Audit[Any]]]:
    """The audit of each kind that has one."""
    from trueline.review import legal_audit, plan_audit

    return {"plan": plan_audit.audit, "legal": legal_audit.audit}


def _print(audit: Audit[Any]) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from trueline.reports.audits import answer_text, audit_title

    out = console()
    out.print(Text(audit_title(audit), style="bold"))
    for part in audit.parts:
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
                line_below = gettext("Next: {step}", step=step)
                out.print(Padding(Text(line_below, style="dim"), (0, 0, 0, 4)))
