"""The programmes of an organisation side by side: where each stands, what is due, what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from uuid import UUID

from django.db.models import Count, Exists, IntegerField, Max, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import ngettext

from trueline.design.figure_wording import coverage_in_words
from trueline.design.figures import Figure
from trueline.design.sharing import alone_to_share
from trueline.measures.aggregates import Coverage
from trueline.measures.progress import Standing
from trueline.web.accounts.models import Organisation, User
from trueline.web.documents.models import DocumentRecord
from trueline.web.monitoring.display import InWords
from trueline.web.monitoring.models import Measurement, MeasurementState, MonitoredIndicator
from trueline.web.monitoring.queries import Programme, Series, programmes_of

ON_A_PAGE = 20
TO_ENTER = Q(state__in=("due", "draft", "returned"))
NOTHING = Coverage()


class Stands(StrEnum):
    """Where an indicator stands beside the target that falls due next, or fell due last."""

    REACHED = "reached"
    ON_THE_WAY = "on the way"
    MISSED = "missed"
    AWAY = "away"
    NO_FIGURE = "no figure"
    HELD_BACK = "held back"
    UNKNOWN = "unknown"


def stands(figure: Figure, today: date) -> Stands:
    """Where an indicator stands. A target whose day is over and that was not reached is missed."""
    is_over = figure.target is not None and figure.target.due < today
    match figure.progress.standing:
        case Standing.MAINTAINED:
            return Stands.REACHED
        case Standing.NOT_MAINTAINED:
            return Stands.MISSED if is_over else Stands.AWAY
        case Standing.NO_FIGURE:
            return Stands.NO_FIGURE
        case Standing.HELD_BACK:
            return Stands.HELD_BACK
        case Standing.SHARE if figure.progress.share is not None:
            if figure.progress.share >= 1:
                return Stands.REACHED
            if is_over:
                return Stands.MISSED
            return Stands.AWAY if figure.progress.share < 0 else Stands.ON_THE_WAY
        case _:
            return Stands.UNKNOWN


@dataclass(frozen=True)
class Line(InWords):
    """An indicator of a programme, small counts of people held back."""

    series: Series
    stands: Stands


@dataclass(frozen=True)
class Row:
    """A programme: how many of its indicators stand where, and what of its figures is due."""

    record: DocumentRecord
    lines: list[Line]
    coverage: Coverage
    due: Mapping[str, int | date | None] = field(default_factory=dict)

    @property
    def standing(self) -> list[str]:
        """How many indicators stand where, each in words; what none does is left out."""
        counts = Counter(line.stands for line in self.lines)
        return [_counted(each, counts[each]) for each in Stands if counts[each]]

    @property
    def gaps(self) -> str:
        """Of the figures expected so far, how many came in."""
        return coverage_in_words(self.coverage) if self.coverage.expected else ""


def _counted(stands: Stands, count: int) -> str:
    """So many indicators stand so."""
    match stands:
        case Stands.REACHED:
            text = ngettext("%(count)s reached", "%(count)s reached", count)
        case Stands.ON_THE_WAY:
            text = ngettext("%(count)s on the way", "%(count)s on the way", count)
        case Stands.MISSED:
            text = ngettext("%(count)s not reached in time", "%(count)s not reached in time", count)
        case Stands.AWAY:
            text = ngettext("%(count)s moved away", "%(count)s moved away", count)
        case Stands.NO_FIGURE:
            text = ngettext("%(count)s without a figure", "%(count)s without a figure", count)
        case Stands.HELD_BACK:
            text = ngettext("%(count)s held back", "%(count)s held back", count)
        case _:
            text = ngettext(
                "%(count)s that no target is held against",
                "%(count)s that no target is held against",
                count,
            )
    return text % {"count": count}


def programmes_measured(
    organisation: Organisation, today: date
) -> QuerySet[DocumentRecord, DocumentRecord]:
    """Documents of which something is measured, those with most overdue figures first."""
    measured = MonitoredIndicator.objects.filter(document=OuterRef("pk"), retired=None)
    late = Measurement.objects.filter(
        TO_ENTER, indicator__document=OuterRef("pk"), indicator__retired=None, period__end__lt=today
    )
    number = late.order_by().values("indicator__document").annotate(n=Count("pk")).values("n")
    records = DocumentRecord.objects.filter(Exists(measured), organisation=organisation)
    records = records.filter(archived=None).select_related("owner").defer("content")
    overdue = Coalesce(Subquery(number, output_field=IntegerField()), 0)
    return records.annotate(overdue=overdue).order_by("-overdue", "title", "pk")


def narrowed(
    records: QuerySet[DocumentRecord, DocumentRecord], *, due: str, whose: str, user: User
) -> QuerySet[DocumentRecord, DocumentRecord]:
    """Those with figures overdue (`late`), or waiting for approval (`waiting`); one's own (`mine`)."""
    if due == "late":
        records = records.filter(overdue__gt=0)
    if due == "waiting":
        waiting = Measurement.objects.filter(state=MeasurementState.SUBMITTED)
        records = records.filter(Exists(waiting.filter(indicator__document=OuterRef("pk"))))
    return records.filter(owner=user) if whose == "mine" else records


@dataclass(frozen=True)
class Portfolio:
    """A page of programmes with their figures. Six queries, however many they are."""

    records: list[DocumentRecord]
    today: date

    @cached_property
    def rows(self) -> list[Row]:
        measured, due = programmes_of(self.records), _due(self.records, self.today)
        none = Programme()
        return [
            _row(each, measured.get(each.pk, none), due.get(each.pk, {}), self.today)
            for each in self.records
        ]


def _row(
    record: DocumentRecord, programme: Programme, due: Mapping[str, int | date | None], today: date
) -> Row:
    last = due.get("last")
    until = max(today, last) if isinstance(last, date) else today
    lines, coverage = list[Line](), NOTHING
    for series, figure in programme.figures(date.min, until):
        coverage += sum((Coverage.of(each.state) for _when, each in figure.by_period), NOTHING)
        shared = alone_to_share(figure)
        lines.append(Line(shared, series, stands(shared, today)))
    return Row(record, lines, coverage, due)


def _due(
    records: Iterable[DocumentRecord], today: date
) -> dict[UUID, Mapping[str, int | date | None]]:
    """What is to be entered and decided on, and the days of it, by document. One query."""
    rows = Measurement.objects.filter(indicator__document__in=list(records))
    rows = rows.filter(Q(indicator__retired=None) | ~Q(state="due")).order_by()
    counted = rows.values("indicator__document").annotate(
        waiting=Count("pk", filter=Q(state=MeasurementState.SUBMITTED)),
        next=Min("period__end", filter=TO_ENTER & Q(period__end__gte=today)),
        last=Max("period__end", filter=Q(state=MeasurementState.APPROVED)),
    )
    return {row.pop("indicator__document"): row for row in counted}
