"""`trueline report`: the results of a programme for some periods, as a document to hand over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from trueline.cli.export_command import today
from trueline.cli.options import Extra, Paper, PaperSize
from trueline.cli.printing import console, fail
from trueline.language import gettext, joined

if TYPE_CHECKING:
    from trueline.design import Design
    from trueline.exchange.measurements import Measurements
    from trueline.reports.measuring.results import Reported, Span
    from trueline.toolkit import Toolkit

EPILOG = """\
The report holds each figure beside its baseline and target, a chart of it, what was noted of it, the
ladder of what can be claimed, and what is missing. Counts of fewer than 11 people are held back.

Tables are those of `trueline measure`. A `note` says why a figure is missing or differs; an
`occasion` of baseline or follow-up keeps a figure out of the sum.

Examples:

trueline report safe-work.yaml figures.csv --to results.pdf

trueline report safe-work.yaml figures.csv --to results.docx --from 2027-Q1 --until 2027-Q4

trueline report safe-work.yaml figures.csv --to results.docx --narrative what-happened.docx

trueline report safe-work.yaml figures.csv --layout usaid --to tracking.xlsx"""


class Layout(StrEnum):
    """In whose layout figures are written."""

    results = "results"
    eu = "eu"
    usaid = "usaid"
    iom = "iom"


def report(
    design: Annotated[Path, typer.Argument(metavar="DESIGN", help="A design.")],
    tables: Annotated[
        list[Path], typer.Argument(metavar="TABLE...", help="Tables of what was measured.")
    ],
    to: Annotated[
        list[Path],
        typer.Option(
            "--to",
            "-t",
            show_default=False,
            help="File to write: .pdf or .docx; .xlsx or .docx in a donor's layout. May be repeated.",
        ),
    ],
    start: Annotated[
        str, typer.Option("--from", metavar="PERIOD", help="The first period of the report.")
    ] = "",
    end: Annotated[
        str, typer.Option("--until", metavar="PERIOD", help="The last period of the report.")
    ] = "",
    narrative: Annotated[
        list[Path],
        typer.Option(
            help="A text on what happened, to put in front; may be repeated. What it claims is held"
            " against the figures."
        ),
    ] = [],  # noqa: B006
    layout: Annotated[
        Layout, typer.Option(help="The results report, or the tables that a donor asks for.")
    ] = Layout.results,
    paper: Paper = PaperSize.a4,
    extra: Extra = [],  # noqa: B006
) -> None:
    """Make a results report of a programme from tables of figures, or a donor's tables.

    It says what the figures show, and not more: each claim stands beside what it would take.
    """
    from trueline.cli.measured import design_at, measurements_of, narratives
    from trueline.reports.files import put
    from trueline.toolkit import load_toolkit

    _refuse_unknown(to, layout)
    loaded = design_at(design)
    measurements = measurements_of(loaded, tables, extra)
    loaded = measurements.with_baselines(loaded)
    span = _span(measurements, start, end)
    reported, texts = _reported_indicators(loaded, measurements, span), narratives(narrative)
    toolkit = load_toolkit(extra=extra)
    if layout is Layout.results:
        render = _results(loaded, reported, span, texts, toolkit, paper.value)
    else:
        render = _laid(loaded, reported, span, layout, toolkit, paper.value)
    for place in dict.fromkeys(to):
        put(place, render(place.suffix.lower()))
        console().print(gettext("Wrote {place}.", place=place), markup=False, soft_wrap=True)
    _say_what_is_claimed(loaded, reported, texts, toolkit)


def _refuse_unknown(to: Sequence[Path], layout: Layout) -> None:
    endings = [".pdf", ".docx"] if layout is Layout.results else [".xlsx", ".docx"]
    for place in to:
        if place.suffix.lower() not in endings:
            fail(
                gettext("The name “{name}” doesn't say what to write.", name=place.name),
                gettext("Let it end in {endings}.", endings=joined(endings, "or")),
            )


def _results(
    design: Design,
    reported: Sequence[Reported],
    span: Span,
    texts: dict[str, str],
    toolkit: Toolkit,
    paper: str,
) -> Callable[[str], bytes]:
    """Makes the results report as a file that ends in this."""
    from trueline.reports.layout.pdf import pdf_file
    from trueline.reports.layout.word_file import word_file
    from trueline.reports.measuring.results import results_report
    from trueline.toolkit.wording import group_in_words

    document = results_report(
        design,
        reported,
        toolkit,
        span,
        label=lambda group: group_in_words(group, toolkit),
        texts=[(Path(name).stem, text) for name, text in texts.items()],
        on=today(),
    )
    return lambda ending: (pdf_file if ending == ".pdf" else word_file)(document, paper)


def _laid(
    design: Design,
    reported: Sequence[Reported],
    span: Span,
    layout: Layout,
    toolkit: Toolkit,
    paper: str,
) -> Callable[[str], bytes]:
    """Makes a donor's tables as a file that ends in this."""
    from trueline.reports.design.layouts.word import laid_document
    from trueline.reports.design.layouts.workbook import laid_workbook
    from trueline.reports.layout.word_file import word_file
    from trueline.reports.measuring.donors import DONORS
    from trueline.reports.measuring.donors.figures import ProgrammeFigures
    from trueline.toolkit.wording import group_in_words

    programme = ProgrammeFigures.of(
        design, toolkit, reported, span, lambda group: group_in_words(group, toolkit)
    )
    laid, title = DONORS[layout.value](programme), design.title

    def render_laid(ending: str) -> bytes:
        if ending == ".xlsx":
            return laid_workbook(laid, title, paper, on=span.last)
        return word_file(laid_document(laid, title, on=span.last), paper)

    return render_laid


def _span(measurements: Measurements, start: str, end: str) -> Span:
    from trueline.cli.measure_command import bounds
    from trueline.reports.measuring.results import Span

    periods = sorted(measurements.periods.values())
    first, last = bounds({"--from": start, "--until": end})
    if not periods:
        fail(gettext("No table tells of a period between these."))
    return Span(
        first.start if first else min(each.start for each in periods),
        last.end if last else max(each.end for each in periods),
    )


def _reported_indicators(design: Design, measurements: Measurements, span: Span) -> list[Reported]:
    from dataclasses import replace

    from trueline.design.occasions import with_occasions
    from trueline.design.tables import table
    from trueline.reports.measuring.results import Reported

    notes: dict[str, dict[str, str]] = {}
    for row in measurements.rows:
        if row.note and not row.record.cell:
            notes.setdefault(row.indicator, {})[row.period.label] = row.note
    reported = []
    for indicator in design.indicators:
        records = measurements.records.get(indicator.id, [])
        places = list(dict.fromkeys(record.place for record in records)) or [""]
        periods = [each for each in measurements.periods.values() if each.end <= span.last]
        figures_table = table(indicator, records, periods if records else [], places=places)
        once = [
            each for each in measurements.measured_once(indicator) if each.when.end <= span.last
        ]
        figures = replace(figures_table, figure=with_occasions(figures_table.figure, once))
        reported.append(Reported(figures, records, notes.get(indicator.id, {})))
    return reported


def _say_what_is_claimed(
    design: Design, reported: Sequence[Reported], texts: dict[str, str], toolkit: Toolkit
) -> None:
    """Print sentences of the narrative that claim more than the figures show, with what they support."""
    from trueline.review import review
    from trueline.review.engine import all_rules

    if not texts:
        return
    rule = all_rules()["indicators.says-more-than-was-measured"]
    data = {each.figures.figure.indicator.id: each.figures.figure for each in reported}
    findings = review(design, toolkit, rules=[rule], data=data, related={"narrative": dict(texts)})
    for finding in findings:
        if not finding.path:
            console().print(f"{finding.message}\n{finding.next_step}", markup=False)
