"""Opening rounds of progress, and what becomes of the answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone

from trueline.limits import ROUNDS
from trueline.plan import Plan
from trueline.plan.progress import ActivityProgress, to_ask
from trueline.web.accounts.models import User
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.documents.models import DocumentRecord
from trueline.web.plans.models import ActivityReport, BodyReport, ProgressRound, ReportStep

SUBJECT = "progress round"
State = BodyReport.State


class Met(Exception):
    """Somebody else wrote, handed in or decided meanwhile. Nothing was saved."""


@transaction.atomic
def open_round(
    record: DocumentRecord, plan: Plan, *, title: str, first: date, last: date, due: date, by: User
) -> ProgressRound:
    """Ask each body for its activities in the plan as it stands. Raises OverLimit."""
    ROUNDS.check(record.progress_rounds.count() + 1)
    round = ProgressRound.objects.create(
        document=record,
        revision=record.revisions.get(number=record.revision),
        title=title,
        first=first,
        last=last,
        due=due,
        opened_by=by,
    )
    for body, activities in to_ask(plan, last).items():
        report = BodyReport.objects.create(round=round, body=body)
        ActivityReport.objects.bulk_create(
            ActivityReport(report=report, activity=each.id) for each in activities
        )
    _tell(Action.CREATED, round, by)
    return round


@transaction.atomic
def close(round: ProgressRound, *, by: User) -> None:
    """End a round: nothing more is written in it, until it is opened again."""
    if ProgressRound.objects.filter(pk=round.pk, closed=None).update(closed=timezone.now()):
        _tell(Action.LOCKED, round, by)


@transaction.atomic
def reopen(round: ProgressRound, *, by: User) -> None:
    """Let bodies write in a round again."""
    if ProgressRound.objects.filter(pk=round.pk).exclude(closed=None).update(closed=None):
        _tell(Action.UNLOCKED, round, by)


@transaction.atomic
def write(report: BodyReport, progress: Mapping[int, ActivityProgress], *, version: int) -> None:
    """Keep what is written of some activities, by the ids of their lines. Raises Met."""
    _turn(report, version, report.state)
    for pk, each in progress.items():
        report.lines.filter(pk=pk).update(
            status=each.status,
            spent=each.spent.amount if each.spent else None,
            currency=each.spent.currency if each.spent else "",
            hinders=each.hinders,
            evidence=each.evidence,
        )


@transaction.atomic
def submit(report: BodyReport, *, version: int, by: User | None) -> None:
    """Hand a report in. `by` is None where the body does it by its link. Raises Met."""
    _turn(report, version, State.SUBMITTED)
    _step(report, State.SUBMITTED, by=by)
    _tell(Action.SUBMITTED, report.round, by, body=report.body)


@transaction.atomic
def accept(report: BodyReport, *, version: int, by: User) -> None:
    """Let what a body handed in stand. Raises Met."""
    _turn(report, version, State.ACCEPTED, when=(State.SUBMITTED,))
    _step(report, State.ACCEPTED, by=by)
    _tell(Action.APPROVED, report.round, by, body=report.body)


@transaction.atomic
def give_back(report: BodyReport, *, reason: str, version: int, by: User) -> None:
    """Ask a body to look at its report again, one that was accepted as well. Raises Met."""
    _turn(report, version, State.RETURNED, when=(State.SUBMITTED, State.ACCEPTED))
    _step(report, State.RETURNED, by=by, reason=reason)
    _tell(Action.RETURNED, report.round, by, body=report.body)


def _turn(
    report: BodyReport,
    version: int,
    state: str,
    *,
    when: tuple[str, ...] = (State.ASKED, State.RETURNED),
) -> None:
    """Take the report from the version that was seen to the next one, in an open round."""
    seen = BodyReport.objects.filter(
        pk=report.pk, version=version, state__in=when, round__closed=None
    )
    if not seen.update(version=version + 1, state=state, saved=timezone.now()):
        raise Met
    report.version, report.state = version + 1, state


def _step(report: BodyReport, state: str, *, by: User | None, reason: str = "") -> None:
    ReportStep.objects.create(
        report=report,
        state=state,
        by=by,
        by_link=by is None,
        reason=reason,
        progress=[
            {
                "activity": each.activity,
                "status": each.status,
                "spent": None if each.spent is None else str(each.spent.normalize()),
                "currency": each.currency,
                "hinders": each.hinders,
                "evidence": each.evidence,
            }
            for each in report.lines.all()
        ],
    )


def _tell(action: Action, round: ProgressRound, by: User | None, **detail: str) -> None:
    record_event(
        action,
        by=by,
        organisation=round.document.organisation_id,
        subject=SUBJECT,
        subject_id=round.document_id,
        round=round.pk,
        **detail,
    )
