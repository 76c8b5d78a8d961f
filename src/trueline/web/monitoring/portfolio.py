"""The programmes of an organisation side by side: where each stands, what is due, what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from uuid import UUID

from django.db.models import Count, Exists, IntegerField, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import ngettext

from trueline.design.figure_wording import coverage_in_words
from trueline.web.accounts.models import Organisation, User
from trueline.web.documents.models import DocumentRecord
from trueline.web.lists import Filter
from trueline.web.monitoring.models import Measurement, MeasurementState, MonitoredIndicator
from trueline.web.monitoring.summaries import Stands, Summary, summaries_of

ON_A_PAGE = 20
TO_ENTER = Q(state__in=("due", "draft", "returned"))


@dataclass(frozen=True)
class ProgrammeRow:
    """A programme: how many of its indicators stand where, and what of its figures is due."""

    record: DocumentRecord
    summary: Summary
    due: Mapping[str, int | date | None] = field(default_factory=dict)

    @property
    def standing(self) -> list[str]:
        """How many indicators stand where, each in words; what none does is left out."""
        counts = Counter(line.stands for line in self.summary.lines)
        return [_count_text(each, counts[each]) for each in Stands if counts[each]]

    @property
    def gaps(self) -> str:
        """How many of the figures expected so far came in."""
        coverage = self.summary.coverage
        return coverage_in_words(coverage) if coverage.expected else ""


def _count_text(stands: Stands, count: int) -> str:
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


@dataclass(frozen=True)
class ProgrammeFilter:
    """A filter of an organisation's programmes, by words and names."""

    words: str = ""
    due: str = ""
    whose: str = ""

    def records(
        self, organisation: Organisation, *, user: User, today: date
    ) -> QuerySet[DocumentRecord, DocumentRecord]:
        """The programmes that fit, those with most overdue figures first."""
        measured = programmes_measured(organisation, today)
        held = Filter(self.words).holding(measured, "title", "owner__name")
        return narrowed(held, due=self.due, whose=self.whose, user=user)


def narrowed(
    records: QuerySet[DocumentRecord, DocumentRecord], *, due: str, whose: str, user: User
) -> QuerySet[DocumentRecord, DocumentRecord]:
    """Programmes with figures overdue (`late`), or waiting for approval (`waiting`); one's own (`mine`)."""
    if due == "late":
        records = records.filter(overdue__gt=0)
    if due == "waiting":
        waiting = Measurement.objects.filter(state=MeasurementState.SUBMITTED)
        records = records.filter(Exists(waiting.filter(indicator__document=OuterRef("pk"))))
    return records.filter(owner=user) if whose == "mine" else records


@dataclass(frozen=True)
class Portfolio:
    """Programmes with where they stand. Four queries, however many they are, where that is kept."""

    records: list[DocumentRecord]
    today: date

    @cached_property
    def rows(self) -> list[ProgrammeRow]:
        summaries, due = summaries_of(self.records, self.today), _due(self.records, self.today)
        none = Summary()
        return [
            ProgrammeRow(each, summaries.get(each.pk, none), due.get(each.pk, {}))
            for each in self.records
        ]


def _due(
    records: Iterable[DocumentRecord], today: date
) -> dict[UUID, Mapping[str, int | date | None]]:
    """The counts of what is to be entered and decided on, and the days of it, by document. One query."""
    rows = Measurement.objects.filter(indicator__document__in=list(records))
    rows = rows.filter(Q(indicator__retired=None) | ~Q(state="due")).order_by()
    counted = rows.values("indicator__document").annotate(
        waiting=Count("pk", filter=Q(state=MeasurementState.SUBMITTED)),
        next=Min("period__end", filter=TO_ENTER & Q(period__end__gte=today)),
    )
    return {row.pop("indicator__document"): row for row in counted}
