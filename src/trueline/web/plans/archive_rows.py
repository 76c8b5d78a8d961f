"""Rounds of progress in the archive of an organisation and the data of a person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from trueline.web.accounts.models import Organisation, User
from trueline.web.plans.models import ActivityReport, BodyLink, ProgressRound, ReportStep

ArchiveRow = dict[str, Any]
FORMER = "a former member"
BY_LINK = "the body, by its link"


def rounds(organisation: Organisation) -> Iterator[ArchiveRow]:
    """A row for each activity of each round, with what its body reported."""
    lines = ActivityReport.objects.filter(report__round__document__organisation=organisation)
    for one in lines.select_related("report__round__revision"):
        round = one.report.round
        yield {
            "document": str(round.document_id),
            "round": round.title,
            "first": round.first.isoformat(),
            "last": round.last.isoformat(),
            "due": round.due.isoformat(),
            "closed": round.closed.isoformat() if round.closed else "",
            "revision": round.revision.number,
            "body": one.report.body,
            "state": one.report.state,
            "activity": one.activity,
            "status": one.status,
            "spent": "" if one.spent is None else str(one.spent),
            "currency": one.currency,
            "hinders": one.hinders,
            "evidence": one.evidence,
        }


def steps(organisation: Organisation) -> Iterator[ArchiveRow]:
    """Each time that a report was handed in, accepted or returned, as it was then."""
    rows = ReportStep.objects.filter(report__round__document__organisation=organisation)
    for one in rows.select_related("report__round", "by"):
        yield {
            "document": str(one.report.round.document_id),
            "round": one.report.round.title,
            "body": one.report.body,
            "state": one.state,
            "at": one.at.isoformat(),
            "by": BY_LINK if one.by_link else str(one.by or FORMER),
            "reason": one.reason,
            "progress": str(one.progress),
        }


def of_person(user: User) -> list[ArchiveRow]:
    """Rounds that somebody opened, reports that they handed in or decided on, links that they made."""
    opened = ProgressRound.objects.filter(opened_by=user)
    steps = ReportStep.objects.filter(by=user).select_related("report__round")
    links = BodyLink.objects.filter(Q(created_by=user) | Q(kept_by=user))
    return [
        *({"document": str(one.document_id), "opened": one.opened.isoformat()} for one in opened),
        *(
            {"document": str(one.report.round.document_id), one.state: one.at.isoformat()}
            for one in steps
        ),
        *({"link_made": one.created.isoformat()} for one in links),
    ]
