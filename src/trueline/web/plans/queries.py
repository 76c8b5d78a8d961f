"""Queries of the pages of a plan on other documents and on rounds of progress."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from trueline.design import DESIGN
from trueline.plan.alignment import REPORTS_LOOKED_AT, Report
from trueline.plan.progress import BodyProgress, Round
from trueline.reports.plan.progress import Progress
from trueline.web.accounts.models import User
from trueline.web.accounts.roles import roles_that
from trueline.web.accounts.second_step_rule import memberships_in_time
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.store import document_in
from trueline.web.monitoring.models import Narrative
from trueline.web.plans.models import BodyReport, ProgressRound


def titles_of_programmes(record: DocumentRecord) -> list[str]:
    """The titles of the designs in the organisation of a document, archived ones and templates aside."""
    designs = DocumentRecord.objects.filter(
        organisation_id=record.organisation_id, kind=DESIGN.name, archived=None, is_template=False
    )
    return list(designs.exclude(title="").order_by("title").values_list("title", flat=True))


def narratives_of_programmes(record: DocumentRecord) -> list[Report]:
    """The narratives of the programmes in the organisation of a document, the latest ones first."""
    narratives = Narrative.objects.filter(
        document__organisation_id=record.organisation_id, document__archived=None
    ).order_by("-last", "document__title")
    return [
        Report(title, first, last, "\n\n".join(str(text) for text in texts.values() if text))
        for title, first, last, texts in narratives.values_list(
            "document__title", "first", "last", "texts"
        )[:REPORTS_LOOKED_AT]
    ]


def as_round(round: ProgressRound) -> Round:
    """A round as a plain value. Two queries."""
    bodies = []
    for report in round.reports.prefetch_related("lines"):
        lines = {line.activity: line.progress for line in report.lines.all()}
        bodies.append(BodyProgress(report.body, report.state, tuple(lines), lines))
    return Round(round.title, round.first, round.last, round.due, tuple(bodies))


def round_before(round: ProgressRound) -> ProgressRound | None:
    """The last round whose days end before this one's."""
    others = ProgressRound.objects.filter(document_id=round.document_id, last__lt=round.last)
    return others.order_by("-last", "-pk").first()


@dataclass(frozen=True)
class Waiting:
    """A round that waits for somebody: for their answer to a body, or for bodies to answer until a day.

    `report` is what a body has handed in; None where `missing` bodies have not.
    """

    round: ProgressRound
    report: BodyReport | None = None
    missing: int = 0


def rounds_waiting(user: User, *, until: date, most: int) -> list[Waiting]:
    """Open rounds that the person opened, or of plans that they own and may edit. Two queries."""
    submitted = BodyReport.objects.filter(state=BodyReport.State.SUBMITTED)
    editable = Q(
        document__organisation__memberships__in=memberships_in_time(user).filter(
            role__in=roles_that("edit")
        )
    )
    rounds = (
        ProgressRound.objects.filter(
            editable, Q(document__owner=user) | Q(opened_by=user), closed=None
        )
        .filter(document__archived=None)
        .filter(Q(due__lte=until) | Q(pk__in=submitted.values("round")))
        .select_related("document")
        .defer("document__content")
        .prefetch_related("reports")
        .order_by("due", "pk")[:most]
    )
    waiting = []
    for round in rounds:
        reports = round.reports.all()
        waiting += [
            Waiting(round, each) for each in reports if each.state == BodyReport.State.SUBMITTED
        ]
        missing = sum(each.can_be_entered for each in reports)
        if missing and round.due <= until:
            waiting.append(Waiting(round, missing=missing))
    return waiting


def progress_of(round: ProgressRound, on: date) -> Progress:
    """Everything that a report of a round is computed from."""
    before = round_before(round)
    return Progress(
        document_in(round.revision), as_round(round), as_round(before) if before else None, on
    )
