"""Summaries of programmes' indicators: computed once, and stored until a figure or a day changes them.

A portfolio of hundreds of programmes cannot compute all their figures for each view. A summary
records which figures it was computed from, and until which day it holds; an outdated one is
computed again where it is read, and stored again by housekeeping. Reading never writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Literal, NamedTuple
from uuid import UUID

from django.db.models import Count, Max, OuterRef, Q, Subquery
from django.utils import timezone
from pydantic import BaseModel, ConfigDict, ValidationError

import trueline
from trueline.design.figure_wording import figure_in_words, progress_in_words, target_in_words
from trueline.design.figures import Figure, in_unit
from trueline.design.sharing import alone_to_share
from trueline.document.targets import Target
from trueline.measures.aggregates import Aggregate, Coverage
from trueline.measures.progress import Progress, Standing
from trueline.measures.readings import Count as Counted
from trueline.measures.readings import Mean, Ratio, Reading, Share, State, Words
from trueline.web.documents.models import DocumentRecord, Submission
from trueline.web.monitoring.models import (
    Measurement,
    MeasurementState,
    ProgrammeSummary,
    TestResult,
)
from trueline.web.monitoring.series import FIGURES_OF, Programme, programmes_of
from trueline.web.monitoring.snapshots import digest

AT_A_TIME = 50
"""How many are kept anew before others have their turn."""


class Stands(StrEnum):
    """An indicator's standing against the target that falls due next, or fell due last."""

    REACHED = "reached"
    ON_THE_WAY = "on the way"
    MISSED = "missed"
    AWAY = "away"
    NO_FIGURE = "no figure"
    HELD_BACK = "held back"
    UNKNOWN = "unknown"


def stands(figure: Figure, today: date) -> Stands:
    """The standing of an indicator. A target whose day is over and that was not reached is missed."""
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


class Part(BaseModel):
    """A part that a summary is made of."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class StoredReading(Part):
    """A figure, so that it can be kept. A scale leaves as the share that is reported of it."""

    kind: Literal["count", "share", "ratio", "mean", "words"]
    numbers: tuple[Decimal, ...] = ()
    texts: tuple[str, ...] = ()

    @classmethod
    def of(cls, reading: Reading) -> StoredReading:
        """The stored form of a figure."""
        match reading:
            case Counted(value):
                return cls(kind="count", numbers=(value,))
            case Share(numerator, denominator):
                return cls(kind="share", numbers=(numerator, denominator))
            case Ratio(numerator, denominator):
                return cls(kind="ratio", numbers=(numerator, denominator))
            case Mean(total, n):
                return cls(kind="mean", numbers=(total, Decimal(n)))
            case Words(texts):
                return cls(kind="words", texts=texts)
        raise TypeError(f"{type(reading).__name__} is kept as a share")

    @property
    def reading(self) -> Reading:
        """The figure."""
        match self.kind:
            case "count":
                return Counted(*self.numbers)
            case "share":
                return Share(*self.numbers)
            case "ratio":
                return Ratio(*self.numbers)
            case "mean":
                total, n = self.numbers
                return Mean(total, int(n))
            case "words":
                return Words(self.texts)


class Line(Part):
    """An indicator of a programme to date, small counts of people held back."""

    pk: int
    label: str
    unit: str
    stands: Stands
    state: State
    kept: StoredReading | None
    below: int | None
    aim: Target | None
    standing: Standing
    share: Fraction | None

    @classmethod
    def of(cls, pk: int, label: str, figure: Figure, today: date) -> Line:
        """The stored form of a figure that may leave the organisation."""
        to_date, way = figure.to_date, figure.progress
        return cls(
            pk=pk,
            label=label,
            unit=figure.indicator.unit,
            stands=stands(figure, today),
            state=to_date.state,
            kept=StoredReading.of(to_date.reading) if to_date.reading else None,
            below=to_date.below,
            aim=figure.target or figure.final,
            standing=way.standing,
            share=way.share,
        )

    @property
    def figure(self) -> Aggregate:
        """The figure itself."""
        return Aggregate(self.state, self.kept.reading if self.kept else None, below=self.below)

    @property
    def number(self) -> float | None:
        """The figure in its unit, shares in per cent; None where there is none."""
        value = in_unit(self.figure.reading)
        return None if value is None else float(value)

    @property
    def value(self) -> str:
        return figure_in_words(self.figure, self.unit)

    @property
    def target(self) -> str:
        return target_in_words(self.aim) if self.aim else ""

    @property
    def progress(self) -> str:
        return progress_in_words(Progress(self.standing, self.share))


class Summary(Part):
    """The standing of a programme: its indicators, and how much of what was expected came in."""

    lines: tuple[Line, ...] = ()
    counts: tuple[int, int, int, int, int] = (0, 0, 0, 0, 0)

    @property
    def coverage(self) -> Coverage:
        """How many of the figures expected so far came in."""
        return Coverage(*self.counts)


class Basis(NamedTuple):
    """The state of the rows that a summary is computed from, and the last day with a figure."""

    state: str
    last: date | None
    tests: int = 0
    """How many tests before and after stand beside the figures."""

    def until(self, today: date) -> date:
        """Up to which day figures count: today, or the end of the last period that has any."""
        return max(today, self.last) if self.last else today


def bases(records: Iterable[DocumentRecord]) -> dict[UUID, Basis]:
    """The basis from which each programme is to be reckoned now. Two queries, however many they are."""
    documents = [each.pk for each in records]
    versions = Submission.objects.filter(revision__document__in=documents, approved__isnull=False)
    tests = TestResult.objects.filter(document=OuterRef("revision__document")).order_by()
    of_document = tests.values("document")
    counted = of_document.annotate(n=Count("pk")).values("n")
    saved = of_document.annotate(at=Max("saved")).values("at")
    approved = {
        row["revision__document"]: row
        for row in versions.order_by()
        .values("revision__document")
        .annotate(at=Max("approved"), tests=Subquery(counted), tested=Subquery(saved))
    }
    is_approved = Q(state=MeasurementState.APPROVED)
    rows = Measurement.objects.filter(indicator__document__in=documents).order_by()
    counts = rows.values("indicator__document").annotate(
        n=Count("pk"),
        newest=Max("pk"),  # the count alone may stay equal while sites change
        accepted=Count("pk", filter=is_approved),
        changed=Max("changed"),
        decided=Max("decided"),
        last=Max("period__end", filter=is_approved),
    )
    return {
        row["indicator__document"]: Basis(
            digest(
                [
                    trueline.__version__,
                    *map(str, approved.get(row["indicator__document"], {}).values()),
                    *map(str, row.values()),
                ]
            ),
            row["last"],
            approved.get(row["indicator__document"], {}).get("tests") or 0,
        )
        for row in counts
    }


def summaries_of(records: Iterable[DocumentRecord], today: date) -> dict[UUID, Summary]:
    """The standing of each programme: as it is kept, or reckoned now where that no longer fits."""
    documents = list(records)
    now = bases(documents)
    stored = ProgrammeSummary.objects.filter(document__in=documents).in_bulk(
        field_name="document_id"
    )
    current = {
        pk: summary
        for pk, row in stored.items()
        if pk in now and (summary := _still(row, now[pk], today)) is not None
    }
    stale = [each for each in documents if each.pk not in current]
    reckoned = programmes_of(stale) if stale else {}
    return current | {
        pk: _summary_of(programme, now[pk].until(today) if pk in now else today, today)
        for pk, programme in reckoned.items()
    }


def _still(row: ProgrammeSummary, basis: Basis, today: date) -> Summary | None:
    """The stored summary, where it was reckoned from these very rows and for this day."""
    if row.state != basis.state or not row.since <= today <= row.until:
        return None
    try:
        return Summary.model_validate_json(row.content)
    except ValidationError:
        return None


def _summary_of(programme: Programme, until: date, today: date) -> Summary:
    lines, coverage = list[Line](), list[Coverage]()
    for series, figure in programme.figures(date.min, until):
        coverage += [Coverage.of(each.state) for _when, each in figure.by_period]
        one = series.monitored
        lines.append(Line.of(one.pk, one.label, alone_to_share(figure), today))
    whole = Coverage.sum(coverage)
    counts = (whole.expected, whole.reported, whole.missing, whole.not_applicable, whole.suppressed)
    return Summary(lines=tuple(lines), counts=counts)


def forget(document: UUID) -> None:
    """Mark a summary as outdated, so that housekeeping computes it again. One query."""
    ProgrammeSummary.objects.filter(document=document).update(state="")


def keep_some() -> int:
    """Keep summaries where there is none, or one that no longer holds. Returns how many."""
    today = timezone.localdate()
    measured = Q(monitored_indicators__retired=None, monitored_indicators__isnull=False)
    old = Q(summary=None) | Q(summary__state="") | Q(summary__until__lt=today)
    old |= Q(summary__since__gt=today)
    records = (
        DocumentRecord.objects.filter(measured, old, archived=None).distinct().defer("content")
    )
    return keep(records[:AT_A_TIME], today)


def keep(records: Iterable[DocumentRecord], today: date) -> int:
    """Keep where these programmes stand on a day. Returns how many that were."""
    documents = list(records)
    now = bases(documents)  # before the figures: one that comes in between is noticed later
    rows = [
        ProgrammeSummary(
            document_id=pk,
            state=now[pk].state,
            since=today,
            until=_holds_until(programme, now[pk].until(today), today),
            content=_summary_of(programme, now[pk].until(today), today).model_dump_json(),
        )
        for pk, programme in programmes_of(documents).items()
        if pk in now
    ]
    ProgrammeSummary.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["document"],
        update_fields=["state", "since", "until", "content"],
    )
    return len(rows)


def _holds_until(programme: Programme, until: date, today: date) -> date:
    """The last day on which nothing but a new figure changes it: then a period or a target is over."""
    return min(_turns(programme, until, today), default=date.max)


def _turns(programme: Programme, until: date, today: date) -> Iterator[date]:
    for series in programme.series:
        for one in series.measurements:
            if one.occasion in FIGURES_OF and one.period.end > until:
                yield one.period.end - timedelta(days=1)
        yield from (target.due for target in series.indicator.targets if target.due >= today)
