"""Things that need somebody: comments, submissions and dates of these days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from trueline.web.accounts.access import reachable
from trueline.web.accounts.models import User
from trueline.web.accounts.roles import roles_that
from trueline.web.accounts.second_step_rule import memberships_in_time
from trueline.web.appraisals.standing import Standing
from trueline.web.appraisals.waiting import proposals_for
from trueline.web.comments.mentions import mentions_of
from trueline.web.comments.models import Mention
from trueline.web.documents.models import (
    Assignment,
    DocumentRecord,
    PortfolioEntry,
    Revision,
    Submission,
)
from trueline.web.documents.places import anchor_of
from trueline.web.documents.portfolio.entries import folded
from trueline.web.monitoring.assigned import periods_assigned
from trueline.web.monitoring.queries import periods_to_enter
from trueline.web.plans.queries import rounds_waiting

MOST = 5
"""So many of each sort are shown; more are a page away."""
AHEAD = timedelta(days=30)
"""Days ahead for which what comes near is shown."""


@dataclass(frozen=True)
class DueItem:
    """Something to do by a day, and the document it is about."""

    text: str
    day: date
    document: DocumentRecord
    url: str

    @property
    def overdue(self) -> bool:
        """Whether the day has passed."""
        return self.day < timezone.localdate()


@dataclass(frozen=True)
class Needs:
    """Waiting things on the start page."""

    mentions: list[Mention]
    assignments: list[Assignment]
    submissions: list[Submission]
    proposals: list[Standing]
    due: list[DueItem]
    recent: list[DocumentRecord]

    @property
    def any(self) -> bool:
        """Whether anything waits."""
        return bool(
            self.mentions or self.assignments or self.submissions or self.proposals or self.due
        )

    @property
    def visible_proposals(self) -> list[Standing]:
        return self.proposals[:MOST]

    @property
    def more_proposals(self) -> int:
        return max(0, len(self.proposals) - MOST)


def needs_of(user: User) -> Needs:
    """Everything that needs somebody now. Fourteen queries at most, however much there is."""
    return Needs(
        mentions=list(mentions_of(user).filter(seen=None)[:MOST]),
        assignments=list(assignments_of(user)[:MOST]),
        submissions=list(submissions_for(user)[:MOST]),
        proposals=proposals_for(user),
        due=sorted([*_due(user), *_figures(user), *_rounds(user)], key=lambda each: each.day)[
            :MOST
        ],
        recent=list(_recent(user)),
    )


def submissions_for(user: User) -> QuerySet[Submission]:
    """Submissions that the person may approve, neither approved nor withdrawn."""
    owned = memberships_in_time(user).filter(role__in=roles_that("manage"))
    waiting = Submission.objects.filter(
        approved=None,
        withdrawn=None,
        revision__document__archived=None,
        revision__document__organisation__memberships__in=owned,
    )
    with_names = waiting.select_related("revision__document", "submitted_by")
    return with_names.defer("revision__packed", "revision__document__content")


def assignments_of(user: User) -> QuerySet[Assignment]:
    """The person's assigned notes that are still open, by day."""
    theirs = reachable(Assignment.objects, user, through="document__organisation").filter(
        person=user, settled=None, document__archived=None
    )
    return theirs.select_related("document", "assigned_by").defer("document__content")


def _due(user: User) -> Iterator[DueItem]:
    """Next steps of these weeks in documents that the person owns, or that name them for it."""
    until = timezone.localdate() + AHEAD
    name = folded(user.name)
    theirs = Q(document__owner=user)
    if name:
        theirs |= Q(due_of__contains=name)
    entries = reachable(PortfolioEntry.objects, user, through="document__organisation")
    near = entries.filter(theirs, next_due__lte=until, document__archived=None)
    for entry in (
        near.select_related("document")
        .defer("words", "document__content")
        .order_by("next_due")[:MOST]
    ):
        record = entry.document
        for step in entry.due:
            day = date.fromisoformat(step["day"])
            mine = record.owner_id == user.pk or name in folded(step["owner"])
            if day <= until and mine:
                review = reverse("workspace:review", args=[record.pk])
                yield DueItem(step["step"], day, record, f"{review}#{anchor_of(step['at'])}")


def _figures(user: User) -> Iterator[DueItem]:
    """Periods of the programmes that the person owns, over by then and without all figures; those of
    which they were assigned something, as well.
    """
    for period in periods_to_enter(user, until=timezone.localdate() + AHEAD)[:MOST]:
        text = gettext("Figures of %(period)s") % {"period": period.isolated_label}
        address = reverse("monitoring:enter", args=[period.document_id, period.pk])
        yield DueItem(text, period.end, period.document, address)
    for line in periods_assigned(user, today := timezone.localdate()):
        if line.to_enter and line.period.end <= today + AHEAD:
            text = gettext("Figures of %(period)s") % {"period": line.period.isolated_label}
            document = line.period.document
            address = reverse("monitoring:report", args=[document.pk, line.period.pk])
            yield DueItem(text, line.period.end, document, address)


def _rounds(user: User) -> Iterator[DueItem]:
    """Rounds of progress of plans: what bodies handed in, and answers that are missing near their day."""
    until = timezone.localdate() + AHEAD
    for each in rounds_waiting(user, until=until, most=MOST):
        progress_round = each.round
        if each.report:
            says = gettext("%(body)s has handed in: %(round)s")
            text = says % {"body": each.report.body, "round": progress_round.title}
            address = reverse(
                "plans:body", args=[progress_round.document_id, progress_round.pk, each.report.pk]
            )
        else:
            says = ngettext(
                "%(round)s: %(count)s body has not answered",
                "%(round)s: %(count)s bodies have not answered",
                each.missing,
            )
            text = says % {"round": progress_round.title, "count": each.missing}
            address = reverse("plans:round", args=[progress_round.document_id, progress_round.pk])
        yield DueItem(text, progress_round.due, progress_round.document, address)


def _recent(user: User) -> list[DocumentRecord]:
    """Documents that the person worked on last."""
    mine = Revision.objects.filter(author=user).order_by()
    last = mine.values("document").annotate(last=Max("pk")).order_by("-last")
    records = reachable(DocumentRecord.objects, user).filter(
        archived=None, pk__in=[each["document"] for each in last[: MOST * 2]]
    )
    return list(records.select_related("entry").defer("content", "entry__words"))[:MOST]
