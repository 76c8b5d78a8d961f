"""A plan with a round in which one body has handed in, for tests of its pages."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from trueline.document import Money, load_any
from trueline.plan.progress import ActivityProgress
from trueline.web.accounts.models import User
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.store import document_of
from trueline.web.plans.actions import links, rounds
from trueline.web.plans.models import BodyReport, ProgressRound

EXAMPLES = Path(__file__).parents[3] / "examples" / "plans"
FINISHED = load_any(EXAMPLES / "oresia-plan.yaml").document


def opened(
    record: DocumentRecord,
    *,
    by: User,
    title: str = "First half of 2027",
    first: date = date(2027, 1, 1),
    last: date = date(2027, 6, 30),
) -> ProgressRound:
    """A round of a plan."""
    return rounds.open_round(
        record,
        document_of(record),
        title=title,
        first=first,
        last=last,
        due=date(2027, 7, 31),
        by=by,
    )


def report_in(made: ProgressRound, body: str = "") -> BodyReport:
    """What one body was asked, the first where none is named."""
    reports = made.reports.select_related("round__document", "round__revision__document")
    return reports.get(body=body) if body else reports.first()


def hand_in(report: BodyReport, *, by: User | None, **said: Any) -> None:
    """Write the same of each activity, and hand it in."""
    each = ActivityProgress(
        **{"status": "under-way", "spent": Money(amount=1000, currency="EUR"), **said}
    )
    rounds.write(report, {line.pk: each for line in report.lines.all()}, version=report.version)
    rounds.submit(report, version=report.version, by=by)


def with_round(record: DocumentRecord, *, by: User, note: str) -> dict[str, Any]:
    """A round in which one body wrote `note` and another is asked, by the names that addresses ask for."""
    made = opened(record, by=by, title=note)
    first, second = (report_in(made, each.body) for each in made.reports.all()[:2])
    hand_in(first, by=by, hinders=note, evidence=note)
    expires = timezone.now() + timedelta(days=9)
    link, secret = links.make_link(first, by=by, expires=expires)
    _link, asked = links.make_link(second, by=by, expires=expires)
    return {
        "round_id": made.pk,
        "report_id": first.pk,
        "link_id": link.pk,
        "secret": secret,
        "asked_id": second.pk,
        "asked_secret": asked,
    }
