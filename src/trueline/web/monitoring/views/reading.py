"""Pages that show figures: of a programme, of one indicator, and what falls due when."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from html import escape
from itertools import takewhile

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from trueline.design import DESIGN
from trueline.design.figure_wording import (
    baseline_in_words,
    coverage_in_words,
    figure_in_words,
    questions,
    target_in_words,
)
from trueline.design.figures import Figure, in_unit
from trueline.document.targets import Baseline, Target
from trueline.language import get_language, label, override, wording_key
from trueline.measures.aggregates import Cell, Coverage
from trueline.reports.measuring.trend import Point, trend
from trueline.review.claims import evidence_from
from trueline.review.claims.wording import figure_details, figure_line, shows
from trueline.toolkit import Toolkit
from trueline.web.documents.access import in_document
from trueline.web.documents.cache import cached_fragment
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.workspace import Workspace
from trueline.web.lists import page_of
from trueline.web.monitoring.assigned import Scope, tell_of_evidence
from trueline.web.monitoring.claims import approved_design, ladders, with_current_design
from trueline.web.monitoring.display import (
    DisplayedMeasurement,
    InWords,
    displayed,
    snapshot_in_words,
)
from trueline.web.monitoring.models import Correction, PlannedValue, ProposedCorrection, TestResult
from trueline.web.monitoring.proposals import tell_of_proposals
from trueline.web.monitoring.queries import PeriodLine, calendar
from trueline.web.monitoring.series import Programme, Series, programme_of, series_of
from trueline.web.monitoring.studies import studies_of
from trueline.web.monitoring.summaries import Basis, bases
from trueline.web.monitoring.value_types import group_label, key_of

MOST_GROUPS = 8
"""So many groups of people stand beside a figure on the dashboard; more stand on its own page."""


@dataclass(frozen=True)
class DashboardIndicator(InWords):
    """An indicator on the dashboard, in words."""

    series: Series
    label_of: Callable[[Cell], str]
    """The label of a group of people."""

    @property
    def value(self) -> str:
        return super().value if self.figure.by_period else _("Nothing due yet")

    @property
    def baseline(self) -> str:
        return baseline_in_words(self.figure.indicator.baseline)

    @property
    def is_above(self) -> bool:
        """Whether the target is exceeded, which calls for a question."""
        share = self.figure.progress.share
        return share is not None and share > 1

    @property
    def coverage(self) -> str:
        """In how many of the periods there is a figure, for whatever groups."""
        if not self.figure.by_period:
            return ""
        coverages = (Coverage.of(each.state) for _when, each in self.figure.by_period)
        return coverage_in_words(sum(coverages, Coverage()))

    @property
    def questions(self) -> list[str]:
        return questions(self.figure)

    @property
    def groups(self) -> list[tuple[str, str]]:
        """The figure of each group of people that it is broken down by."""
        unit = self.figure.indicator.unit
        return [
            (self.label_of(group), figure_in_words(each, unit))
            for group, each in self.figure.by_group
        ]

    @property
    def groups_line(self) -> str:
        """The same as items of a list; "" where they are so many that only its page has them."""
        if len(self.figure.by_group) > MOST_GROUPS:
            return ""
        return mark_safe(
            "".join(
                f'<li dir="auto">{escape(label)}: <bdi>{escape(value)}</bdi></li>'
                for label, value in self.groups
            )
        )

    @property
    def periods(self) -> str:
        """The figure of each period, as rows of a table. There are many: a template takes longer."""
        unit = self.figure.indicator.unit
        rows = (
            f'<tr><th scope="row"><bdi dir="ltr">{escape(when.label)}</bdi></th>'
            f'<td dir="auto">{escape(figure_in_words(each, unit))}</td></tr>'
            for when, each in self.figure.by_period
        )
        return mark_safe("\n".join(rows))

    @property
    def chart(self) -> str:
        """The periods as a picture; "" where there are fewer than two figures."""
        target = self.figure.target
        picture = trend(
            [Point(when.label, in_unit(each.reading)) for when, each in self.figure.by_period],
            title=self.series.monitored.label,
            target=target.value if target else None,
            target_label=label("Target"),
        )
        return mark_safe(picture)


def _labels(toolkit: Toolkit) -> Callable[[Cell], str]:
    """The labels of groups: fifty indicators are broken down by the same few."""
    return cache(lambda group: group_label(key_of(group), toolkit))


@in_document(permission="read", only=DESIGN.name)
@require_safe
def dashboard(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Each indicator against its target, and what is due."""
    record, today = workspace.record, timezone.localdate()
    lines = calendar(record, today)
    overdue = [each for each in lines if each.is_overdue]
    coming = [each for each in lines if not each.is_over and each.to_enter]
    context = {
        "figures": _figures(request, workspace, today, lines),
        "overdue": overdue,
        "next": coming[:1],
        "to_enter": next((each for each in (*overdue, *coming) if not each.period.locked), None),
        "waiting": [each for each in lines if each.submitted],
        "proposed": [each for each in lines if each.proposed],
    }
    return workspace.page(request, "monitoring/dashboard.html", context)


def _figures(
    request: HttpRequest, workspace: Workspace, today: date, lines: Iterable[PeriodLine]
) -> SafeString:
    """The claims that figures support, and where each indicator stands; "" where nothing is measured.

    It is drawn once for the figures that there are: a programme of years has thousands.
    """
    record = workspace.record
    basis = bases([record]).get(record.pk, Basis("", None))
    until = basis.until(today)

    def make() -> SafeString:
        with override(
            get_language()
        ):  # look the language up once, not for each of a thousand words
            programme = programme_of(record, periods=loaded_periods, tested=basis.tests > 0)
            return _drawn(request, workspace, programme, until)

    loaded_periods = [each.period for each in lines]
    page_number = request.GET.get("page", "")[:9]
    key = ("figures", record.pk, basis.state, until, wording_key(), record.language, page_number)
    return cached_fragment(key, make) if basis.state else make()


def _drawn(
    request: HttpRequest, workspace: Workspace, programme: Programme, until: date
) -> SafeString:
    figures = programme.figures(date.min, until, divided=True)
    if not figures:
        return SafeString()
    design, label_of = approved_design(workspace.record), _labels(workspace.toolkit)
    rows = [DashboardIndicator(figure, series, label_of) for series, figure in figures]
    context = {
        "workspace": workspace,
        "page": page_of(rows, request.GET),
        "claims": ladders(design, figures, workspace.toolkit) if design else [],
    }
    return render_to_string("monitoring/figures.html", context)


@in_document(permission="read", only=DESIGN.name)
@require_safe
def periods(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Shows when periods fall due, and how far each has come."""
    lines = calendar(workspace.record, timezone.localdate())
    over = sum(1 for _line in takewhile(lambda line: line.is_over and not line.to_enter, lines))
    own = DocumentRecord.objects.filter(pk=workspace.record.pk)
    context = {"page": page_of(lines, request.GET, usual=over), "studies": studies_of(own)}
    return workspace.page(request, "monitoring/calendar.html", context)


@dataclass(frozen=True)
class Before:
    """An earlier state of a measurement."""

    correction: Correction
    lines: list[tuple[str, str]]

    @property
    def note(self) -> str:
        return str(self.correction.before["note"])

    @property
    def who(self) -> str:
        return str(self.correction.by or _("Somebody who has left"))


@dataclass(frozen=True)
class Line:
    """A measurement on the page of its indicator, with its earlier states."""

    displayed: DisplayedMeasurement
    before: list[Before]


@dataclass(frozen=True)
class PlannedValueLine:
    """A baseline or target, of today or of an earlier version."""

    value: PlannedValue
    text: str
    why: str

    @property
    def who(self) -> str:
        """The person who approved the version that the value comes from."""
        return str(self.value.said_by.approved_by or _("Somebody who has left"))


@in_document(permission="read", only=DESIGN.name)
@require_safe
def indicator(request: HttpRequest, workspace: Workspace, indicator_id: int) -> HttpResponse:
    """One indicator: what it means, its figures, and what was changed."""
    of_it = OuterRef("pk")
    rows = workspace.record.monitored_indicators.select_related("since", "retired_by").annotate(
        is_tested=Exists(TestResult.objects.filter(indicator=of_it)),
        is_proposed=Exists(ProposedCorrection.objects.filter(measurement__indicator=of_it)),
    )
    monitored = get_object_or_404(rows, pk=indicator_id)
    (series, measurements), today = (
        series_of(monitored, tested=monitored.is_tested),
        timezone.localdate(),
    )
    last = max([today, *(one.period.end for one in series.approved)])
    ((_series, figure),) = Programme([series]).figures(date.min, last, divided=True)
    page = page_of(measurements, request.GET)
    tell_of_evidence(page, workspace.record, Scope())
    if monitored.is_proposed:
        tell_of_proposals(page, workspace.toolkit)
    corrections = Correction.objects.filter(measurement__in=list(page))
    by_measurement: dict[int, list[Before]] = {}
    for one in corrections.select_related("by"):
        lines = snapshot_in_words(one.before, monitored.meaning, workspace.toolkit)
        by_measurement.setdefault(one.measurement_id, []).append(Before(one, lines))
    context = {
        "shown": DashboardIndicator(figure, series, _labels(workspace.toolkit)),
        "evidence": _evidence(workspace, series, figure),
        "meaning": monitored.meaning,
        "page": page,
        "lines": [
            Line(displayed(one, workspace.toolkit), by_measurement.get(one.pk, [])) for one in page
        ],
        "planned": _planned_value_lines(
            monitored.planned_values.select_related("said_by__approved_by")
        ),
    }
    return workspace.page(request, "monitoring/indicator.html", context)


def _evidence(workspace: Workspace, series: Series, figure: Figure) -> list[tuple[str, list[str]]]:
    """The evidence of its figures, each with what that shows and does not show, and how sure it is."""
    design = approved_design(workspace.record)
    if design is None:
        return []
    shown_by = evidence_from(
        design, with_current_design(design, [(series, figure)]), workspace.toolkit
    )
    lines = [(figure_line(each), list(figure_details(each)), shows(each)) for each in shown_by]
    later = [*(meaning for _sentence, _details, meaning in lines), ""][1:]
    return [
        (sentence, [*details, *([meaning] if meaning and meaning != following else [])])
        for (sentence, details, meaning), following in zip(lines, later, strict=True)
    ]


def _planned_value_lines(values: Iterable[PlannedValue]) -> list[PlannedValueLine]:
    planned = []
    for value in values:
        if value.kind == PlannedValue.Kind.BASELINE:
            text, why = baseline_in_words(Baseline.model_validate_json(value.content)), ""
        else:
            target = Target.model_validate_json(value.content)
            text, why = target_in_words(target), target.rationale
        planned.append(PlannedValueLine(value, text, why))
    return planned
