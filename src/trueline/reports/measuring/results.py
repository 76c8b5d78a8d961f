"""The results report of a programme for a range of periods, as a document for PDF and Word.

It is written for others: small counts of people are held back, and nothing in it, not even a
difference of two of its figures, gives one away. What is missing is listed, not left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from trueline.design import Design
from trueline.design.figure_wording import (
    baseline_in_words,
    coverage_in_words,
    figure_in_words,
    progress_in_words,
    target_in_words,
)
from trueline.design.figures import Figure, in_unit, methods_of
from trueline.design.paired_test_wording import paired_test_details, paired_test_summary
from trueline.design.tables import Table as Figures
from trueline.design.tables import tables_to_share
from trueline.language import dates, day, gettext, gettext_noop, label, ngettext
from trueline.language.terms import LEVEL
from trueline.measures.aggregates import ALL, Aggregate, Cell, Record, aggregate
from trueline.measures.periods import Period
from trueline.measures.readings import State
from trueline.reports.layout.blocks import (
    Block,
    Cover,
    Document,
    Facts,
    Heading,
    Missing,
    Picture,
    Points,
    Prose,
    Row,
    Section,
    Table,
)
from trueline.reports.measuring.claims import (
    assumed,
    displacement_lines,
    meaning_of,
    reach_of,
    rungs,
    unmeasured,
)
from trueline.reports.measuring.trend import HEIGHT, WIDTH, Point, trend
from trueline.reports.titles import INVENTED, title_of
from trueline.review.claims import Claim, claims
from trueline.toolkit import Toolkit

NOTE = gettext_noop(
    "Made with Trueline from figures that were approved. Shares are put together from what was"
    " counted, and never averaged; what is missing is not 0. Counts of fewer than 11 people, and what"
    " would give them away, are held back. No figure here says what brought a change about: the ICAT"
    " toolkit, whose categories these are, does not deal with attribution."
)
MADE_UP = gettext_noop("The programme and its figures are made up: this is a worked example.")
CHART = 450.0
"""The width of a picture in points, that of a column of text."""


@dataclass(frozen=True)
class Reported:
    """An indicator as it goes into a report: its figures until the last day, and what was noted.

    `records` are those that the figures are made of. `notes` say by period why a figure is missing
    or is not what was planned.
    """

    figures: Figures
    records: Sequence[Record] = ()
    notes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Span:
    """The periods that a report is about, and what of a figure lies in them."""

    first: date
    last: date

    def holds(self, period: Period) -> bool:
        """Whether a period lies in it."""
        return self.first <= period.start and period.end <= self.last

    def figure_of(self, reported: Reported, whole_figure: Figure) -> Aggregate:
        """The figure of these periods. Where one of the figures by period is held back, a sum of
        several could give it away, and is held back too.
        """
        here = [(when, figure) for when, figure in whole_figure.by_period if self.holds(when)]
        if len(here) == 1:
            return here[0][1]
        is_held_back = any(
            figure.state is State.SUPPRESSED for _when, figure in whole_figure.by_period
        )
        if here and len(here) == len(whole_figure.by_period):
            return whole_figure.to_date
        whole = aggregate(
            reported.records,
            periods=[when.label for when, _figure in here],
            places=list(dict.fromkeys(record.place for record in reported.records)) or [""],
            methods=methods_of(whole_figure.indicator),
        )
        if is_held_back and whole.state is State.REPORTED:
            return Aggregate(State.SUPPRESSED, coverage=whole.coverage)
        return replace(whole, difference=None)


def results_report(
    design: Design,
    reported: Sequence[Reported],
    toolkit: Toolkit,
    span: Span,
    *,
    label: Callable[[Cell], str],
    texts: Sequence[tuple[str, str]] = (),
    on: date | None = None,
) -> Document:
    """The report. `label` says what a group of people is called; `texts` are titles and narratives."""
    shared = tables_to_share(each.figures for each in reported)
    figures = [each.figure for each in shared]
    claimed = claims(design, figures, toolkit)
    title = title_of(design, gettext("Untitled design"))
    lines = [
        ReportLine(one, table, span, label) for one, table in zip(reported, shared, strict=True)
    ]
    sections = [
        *([_narrative(texts)] if texts else []),
        Section(gettext("Where it stands"), tuple(_standings(lines))),
        Section(gettext("What can be claimed"), tuple(_claims(claimed))),
        Section(gettext("Indicator by indicator"), tuple(_details(lines)), new_page=True),
        Section(gettext("What is missing"), tuple(_gaps(lines, claimed))),
    ]
    return Document(
        title=title,
        running=title,
        kind=gettext("Results report"),
        sections=tuple(sections),
        cover=_cover(design, span, lines, on),
        on=on,
    )


def lines_to_share(
    reported: Sequence[Reported], span: Span, label: Callable[[Cell], str]
) -> list[ReportLine]:
    """The lines that may be published of each indicator in a report on these days."""
    shared = tables_to_share(each.figures for each in reported)
    return [
        ReportLine(one, table, span, label) for one, table in zip(reported, shared, strict=True)
    ]


@dataclass(frozen=True)
class ReportLine:
    """An indicator with everything that the report publishes on it, safe to share."""

    one: Reported
    table: Figures
    span: Span
    label: Callable[[Cell], str]

    @property
    def figure(self) -> Figure:
        return self.table.figure

    @property
    def name(self) -> str:
        return self.figure.indicator.statement or self.figure.indicator.id

    @property
    def in_span(self) -> Aggregate:
        return self.span.figure_of(self.one, self.figure)

    @property
    def target(self) -> str:
        target = self.figure.target or self.figure.final
        return target_in_words(target) if target else gettext("No target")

    @property
    def here(self) -> list[tuple[Period, Aggregate]]:
        """Its periods that the report is about."""
        return [each for each in self.figure.by_period if self.span.holds(each[0])]

    def words(self, figure: Aggregate) -> str:
        """A figure with its unit; before anything is due, that."""
        if figure.state is State.MISSING and not figure.coverage.expected:
            return gettext("Nothing due yet")
        return figure_in_words(figure, self.figure.indicator.unit)


def _cover(design: Design, span: Span, lines: Sequence[ReportLine], on: date | None) -> Cover:
    kind = gettext("Results report")
    with_figure = sum(line.in_span.state is State.REPORTED for line in lines)
    facts = [
        (gettext("Period"), dates(span.first, span.last)),
        (Design.field_title("lead"), design.lead or gettext("Not said yet")),
        (
            gettext("Figures"),
            ngettext(
                "{told} of {count} indicator has a figure",
                "{told} of {count} indicators have a figure",
                len(lines),
                told=with_figure,
            ),
        ),
        *([(gettext("Date of this report"), day(on))] if on else []),
    ]
    return Cover(
        kind=f"{kind} · {gettext(INVENTED)}" if design.invented else kind,
        title=design.title or gettext("Untitled design"),
        lead="",
        facts=tuple(facts),
        note=f"{gettext(MADE_UP)} {gettext(NOTE)}" if design.invented else gettext(NOTE),
    )


def _narrative(texts: Sequence[tuple[str, str]]) -> Section:
    blocks = [block for title, text in texts for block in (Heading(title), Prose(text))]
    return Section(gettext("What happened"), tuple(blocks))


def _standings(lines: Sequence[ReportLine]) -> Iterator[Block]:
    """Each indicator in a row: before, in these periods, to date, and beside its target."""
    if not lines:
        yield Missing(gettext("The design has no indicators."))
        return
    yield Table(
        (
            label("Indicator"),
            gettext("Before"),
            gettext("In this period"),
            gettext("To date"),
            label("Target"),
        ),
        tuple(_standing(line) for line in lines),
        (3.2, 1.5, 1.6, 1.6, 2.1),
    )


def _standing(line: ReportLine) -> Row:
    figure = line.figure
    progress = progress_in_words(figure.progress) if figure.target or figure.final else ""
    return (
        line.name,
        baseline_in_words(figure.indicator.baseline),
        line.words(line.in_span),
        line.words(figure.to_date),
        "\n".join(filter(None, [line.target, progress])),
    )


def _claims(claimed: Sequence[Claim]) -> Iterator[Block]:
    """Each result rung by rung, with what the figures show and do not show."""
    if not claimed:
        yield Missing(gettext("The design has no results that could be claimed."))
    for claim in claimed:
        level = LEVEL.label(claim.result.level) if claim.result.level else ""
        yield Heading(claim.result.statement or claim.result.id, mark=level)
        yield Prose(reach_of(claim), look="lead")
        yield from (Prose(line) for line in meaning_of(claim))
        yield Table((gettext("Rung"), gettext("What was measured")), tuple(_rungs(claim)), (1, 4))
        yield Points(tuple(assumed(claim)), title=gettext("What it rests on"))
        if claim.claimed == "impact":
            moved = tuple(displacement_lines(claim))
            yield Points(moved, title=gettext("Whether it moved elsewhere"))


def _rungs(claim: Claim) -> Iterator[Row]:
    """The rungs that have a figure, and a row for all those that have none."""
    everything = list(rungs(claim))
    yield from ((rung.name, "\n".join(rung.lines)) for rung in everything if rung.figures)
    silent = [rung.name for rung in everything if not rung.figures]
    if silent:
        yield gettext("Not measured"), ", ".join(silent)


def _details(lines: Sequence[ReportLine]) -> Iterator[Block]:
    for line in lines:
        yield Heading(line.name)
        yield Facts(tuple(_facts(line)))
        if picture := _picture(line):
            yield picture
        yield from _periods(line)
        yield from _groups(line)


def _facts(line: ReportLine) -> Iterator[tuple[str, str]]:
    figure = line.figure
    yield gettext("In this period"), line.words(line.in_span)
    yield gettext("To date"), line.words(figure.to_date)
    yield gettext("Before"), baseline_in_words(figure.indicator.baseline)
    if figure.target or figure.final:
        yield label("Target"), f"{line.target}; {progress_in_words(figure.progress)}"
    if figure.by_period:
        yield gettext("Readings"), coverage_in_words(figure.to_date.coverage)
    for when, again in figure.followed_up:
        yield gettext("Again, {day}", day=day(when.end)), line.words(again)
    for each in figure.tested:
        yield gettext("Test"), " ".join([paired_test_summary(each), *paired_test_details(each)])
    if figure.indicator.limitations:
        yield type(figure.indicator).field_title("limitations"), figure.indicator.limitations


def _picture(line: ReportLine) -> Picture | None:
    target = line.figure.target
    points = [Point(when.label, in_unit(figure.reading)) for when, figure in line.figure.by_period]
    svg = trend(
        points,
        title=line.name,
        target=target.value if target else None,
        target_label=label("Target"),
    )
    if not svg:
        return None
    about = gettext("{indicator}, period by period; the table below says the same.")
    about = about.format(indicator=line.name)
    return Picture(svg, CHART, CHART * HEIGHT / WIDTH, about)


def _periods(line: ReportLine) -> Iterator[Block]:
    """The figures and notes of each period of the report."""
    if not line.here:
        yield Missing(gettext("No figure was due in this period."))
        return
    yield Table(
        (gettext("Period"), gettext("Figure"), gettext("Why it is so")),
        tuple(
            (when.label, line.words(figure), line.one.notes.get(when.label, ""))
            for when, figure in line.here
        ),
        (1, 2, 3),
    )


def _groups(line: ReportLine) -> Iterator[Block]:
    """The groups of people to date, where they may leave."""
    rows = [row for row in line.table.rows if row.group != ALL]
    if rows:
        yield Table(
            (gettext("Group"), gettext("To date")),
            tuple((line.label(row.group), line.words(row.to_date)) for row in rows),
            (1, 2),
        )


def _gaps(lines: Sequence[ReportLine], claimed: Sequence[Claim]) -> Iterator[Block]:
    """Missing figures, figures held back, and results without any figure."""
    missing = [text for line in lines if (text := _missing(line))]
    yield from _listed(gettext("No figure came"), missing)
    held_back = [
        line.name
        for line in lines
        if any(each.state is State.SUPPRESSED for _when, each in line.here)
    ]
    yield from _listed(gettext("Held back, since few people were counted"), held_back)
    silent = unmeasured(claimed)
    yield from _listed(gettext("Not measured"), [silent] if silent else [])
    if not missing and not held_back and not silent:
        yield Prose(gettext("Nothing: every figure that was due came in."))


def _listed(title: str, items: Sequence[str]) -> Iterator[Block]:
    if items:
        yield Points(tuple(items), title=title)


def _missing(line: ReportLine) -> str:
    """The periods without a figure, with the reason where one was given."""
    gaps = []
    for when, figure in line.here:
        if figure.state is State.MISSING or (figure.state is State.NOT_APPLICABLE):
            why = line.one.notes.get(when.label) or gettext("no reason given")
            gaps.append(f"{when.label} ({why.rstrip('.')})")
    return f"{line.name}: {'; '.join(gaps)}" if gaps else ""
