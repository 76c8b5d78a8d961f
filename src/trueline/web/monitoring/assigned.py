"""Entering assigned figures, and the pages to reach them.

A view of theirs is given a workspace in which they may do that alone: it finds nothing beyond the
figures of their sites and indicators.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from trueline.web.accounts.access import View, enter, required
from trueline.web.accounts.models import Membership, User
from trueline.web.accounts.roles import Permission, roles_that
from trueline.web.accounts.second_step_rule import memberships_in_time
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.workspace import Workspace
from trueline.web.monitoring.models import EvidenceFile, FigureAssignment, Measurement
from trueline.web.monitoring.queries import PeriodLine, lines_of

MAY: Permission = "report"
PAGES = {"enter": "report", "template": "report-template", "take-in": "report-take-in"}
"""The pages of a period, by the names that they have for those who see the whole programme."""


def assignments_of(user: User) -> QuerySet[FigureAssignment]:
    """Assignments of somebody who may still enter figures."""
    members = memberships_in_time(user).filter(role__in=roles_that(MAY))
    assigned = FigureAssignment.objects.filter(member__in=members, document__archived=None)
    return assigned.select_related("document", "site").defer("document__content")


def among(assignments: Iterable[FigureAssignment]) -> Q:
    """A condition on measurements: that they were assigned."""
    one_of_them = Q(pk__in=[])
    for each in assignments:
        this = Q(indicator__document=each.document_id, site=each.site_id)
        if each.indicators:
            this &= Q(indicator__key__in=each.indicators)
        one_of_them |= this
    return one_of_them


def periods_assigned(user: User, today: date) -> list[PeriodLine]:
    """The periods of which somebody was assigned something, in their order. Three queries."""
    assigned = list(assignments_of(user))
    if not assigned:
        return []
    lines = lines_of(Measurement.objects.filter(among(assigned)), today)
    documents = {each.document_id: each.document for each in assigned}
    for line in lines:
        line.period.document = documents[line.period.document_id]
    return lines


@dataclass(frozen=True)
class Scope:
    """The figures that somebody enters: all of a programme, or what was assigned to them."""

    assignments: Sequence[FigureAssignment] | None = None

    def within(self, rows: QuerySet[Measurement]) -> QuerySet[Measurement]:
        """Narrows measurements to those that they enter."""
        return rows if self.assignments is None else rows.filter(among(self.assignments))

    def url(self, page: str, record: DocumentRecord, *args: object) -> str:
        """The address at which they find a page of a period."""
        name = page if self.assignments is None else PAGES[page]
        return reverse(f"monitoring:{name}", args=[record.pk, *args])

    def evidence(
        self, record: DocumentRecord, measurement: int, page: str = "", *args: object
    ) -> str:
        """The address of the files beside a figure, or of what is done with one of them."""
        name = f"evidence-{page}" if page else "evidence"
        name = name if self.assignments is None else f"report-{name}"
        return reverse(f"monitoring:{name}", args=[record.pk, measurement, *args])

    def back(self, record: DocumentRecord) -> str:
        """The address of the page that lists the periods."""
        if self.assignments is None:
            return reverse("monitoring:calendar", args=[record.pk])
        return reverse("monitoring:reporting")


def tell_of_evidence(
    measurements: Iterable[Measurement], record: DocumentRecord, scope: Scope
) -> None:
    """Annotate measurements with the number and address of their evidence files. One query."""
    rows = list(measurements)
    counts = dict(
        EvidenceFile.objects.filter(measurement__in=rows)
        .order_by()
        .values_list("measurement")
        .annotate(n=Count("pk"))
    )
    for one in rows:
        one.files = counts.get(one.pk, 0)
        one.evidence_url = scope.evidence(record, one.pk)


class AssignedWorkspace(Workspace):
    """A programme as somebody works on it who enters what was assigned to them, and nothing else."""

    def __init__(self, record: DocumentRecord, user: User, scope: Scope) -> None:
        super().__init__(record, user, {MAY: True})
        self.scope = scope

    def page(
        self,
        request: HttpRequest,
        template: str,
        context: dict[str, Any] | None = None,
        *,
        here: str = "",
        status: int = 200,
    ) -> HttpResponse:
        """Render a page of the programme without the frame that leads through all of it."""
        frame = {"frame": "monitoring/assigned_frame.html"}
        return super().page(request, template, {**frame, **(context or {})}, status=status)


def scope_of(workspace: Workspace) -> Scope:
    """The figures that somebody enters in a workspace."""
    return workspace.scope if isinstance(workspace, AssignedWorkspace) else Scope()


def for_the_assigned(view: View) -> View:
    """A view within a programme, for people with some of its figures assigned."""

    @wraps(view)
    def inner(
        request: HttpRequest, document_id: uuid.UUID, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        return view(request, _enter(request, document_id), *args, **kwargs)

    guarded = login_required(inner)
    guarded.access = f"document:{MAY}"
    return guarded


def _enter(request: HttpRequest, document_id: uuid.UUID) -> AssignedWorkspace:
    member = Membership.objects.filter(
        user=request.user, organisation__documents=document_id
    ).first()
    if member is None:
        raise Http404
    allowed = required(request.user, member.organisation_id, MAY)
    assigned = list(assignments_of(request.user).filter(document=document_id))
    if not assigned:
        raise Http404
    enter(request, allowed)
    request.permissions = {MAY: True}
    record = assigned[0].document
    record.organisation = allowed.organisation
    return AssignedWorkspace(record, request.user, Scope(assigned))
