"""Queries of pages about the figures of a programme, each in a few."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from trueline.design import Indicator
from trueline.web.accounts.models import User
from trueline.web.accounts.roles import roles_that
from trueline.web.accounts.second_step_rule import memberships_in_time
from trueline.web.documents.models import DocumentRecord
from trueline.web.monitoring.models import (
    Measurement,
    Occasion,
    ProposedCorrection,
    ReportingPeriod,
)


def measured(record: DocumentRecord) -> dict[str, Indicator]:
    """The indicators measured of a programme now, by their ids in the design. One query."""
    return {each.key: each.meaning for each in record.monitored_indicators.filter(retired=None)}


def measurements_in(period: ReportingPeriod) -> QuerySet[Measurement]:
    """The measurements due in a period, with figures, in the order of the indicators. Two queries."""
    rows = period.measurements.filter(Q(indicator__retired=None) | ~Q(state="due"))
    people = ("changed_by", "submitted_by", "decided_by")
    return (
        rows.select_related("indicator", "period", "site", *people)
        .prefetch_related("cells")
        .order_by("indicator__position", "site__name", "pk")
    )


def periods_to_enter(user: User, *, until: date) -> QuerySet[ReportingPeriod]:
    """Periods that end by a day, of programmes that somebody owns and may edit, for which figures
    are still to be entered. One query.
    """
    editing = memberships_in_time(user).filter(role__in=roles_that("edit"))
    periods = periods_with_figures_to_enter().filter(
        document__owner=user, document__organisation__memberships__in=editing, end__lte=until
    )
    return periods.select_related("document").defer("document__content")


def periods_with_figures_to_enter() -> QuerySet[ReportingPeriod]:
    """Open periods of any programme for which figures are still to be entered."""
    open_ones = Measurement.objects.filter(
        period=OuterRef("pk"), indicator__retired=None, state__in=("due", "draft", "returned")
    )
    return ReportingPeriod.objects.filter(Exists(open_ones), document__archived=None, locked=None)


@dataclass(frozen=True)
class PeriodLine:
    """A period in the calendar: how many of its figures are where."""

    period: ReportingPeriod
    counts: dict[str, int]
    occasions: tuple[str, ...]
    today: date
    proposed: int = 0
    """Corrections of approved figures that wait for a decision; only for whole programmes."""

    @property
    def to_enter(self) -> int:
        """Figures that are still to be entered, or were returned."""
        return sum(self.counts.get(state, 0) for state in ("due", "draft", "returned"))

    def matches(self, words: str) -> bool:
        """Whether the names of the period and of its programme hold all of these words."""
        text = f"{self.period.label} {self.period.document.label}".casefold()
        return all(word in text for word in words.casefold().split())

    @property
    def returned(self) -> int:
        return self.counts.get("returned", 0)

    @property
    def submitted(self) -> int:
        return self.counts.get("submitted", 0)

    @property
    def approved(self) -> int:
        return self.counts.get("approved", 0)

    @property
    def is_over(self) -> bool:
        return self.period.end < self.today

    @property
    def is_overdue(self) -> bool:
        """Whether figures are missing for a period that is over."""
        return self.is_over and self.to_enter > 0


def calendar(record: DocumentRecord, today: date) -> list[PeriodLine]:
    """The periods of a programme in their order. Two queries."""
    open_ones = ProposedCorrection.objects.filter(measurement__period=OuterRef("pk"), outcome="")
    counted = open_ones.order_by().values("measurement__period").annotate(n=Count("pk"))
    periods = ReportingPeriod.objects.annotate(proposed=Subquery(counted.values("n")))
    return lines_of(Measurement.objects.filter(period__document=record), today, periods)


def lines_of(
    rows: QuerySet[Measurement], today: date, periods: QuerySet[ReportingPeriod] | None = None
) -> list[PeriodLine]:
    """The periods of measurements in their order, read from `periods`. Two queries."""
    periods = ReportingPeriod.objects.all() if periods is None else periods
    rows = rows.filter(Q(indicator__retired=None) | ~Q(state="due"))
    counts: defaultdict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    occasions: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for row in rows.order_by().values("period", "state", "occasion").annotate(n=Count("pk")):
        counts[row["period"]][row["state"]] += row["n"]
        occasions[row["period"]][row["occasion"]] = None
    return [
        PeriodLine(
            period,
            dict(counts[period.pk]),
            tuple(
                str(Occasion(each).label)
                for each in Occasion.values
                if each in occasions[period.pk]
            ),
            today,
            getattr(period, "proposed", None) or 0,
        )
        for period in periods.filter(pk__in=list(counts))
    ]


def last_day(lines: list[PeriodLine], today: date) -> date:
    """Until when figures are expected: today, or the end of the last period that has any."""
    return max([today, *(each.period.end for each in lines if each.approved)])
