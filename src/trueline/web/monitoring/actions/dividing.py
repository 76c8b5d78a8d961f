"""Dividing a programme by sites that report, and saying who enters whose figures."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db import transaction

from trueline.limits import ASSIGNMENTS, REPORTING_SITES
from trueline.web.accounts.grants import Grant
from trueline.web.accounts.models import Membership, User
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.documents.models import DocumentRecord
from trueline.web.monitoring.actions.approving import plan_anew
from trueline.web.monitoring.assigned import MAY
from trueline.web.monitoring.models import FigureAssignment, MeasurementState, ReportingSite
from trueline.web.monitoring.series import FIGURES_OF

DIVIDED = FIGURES_OF
"""Sites report on these occasions. Baselines and follow-ups are of the programme as a whole."""


SITE = "reporting site"
ASSIGNMENT = "assignment"
"""The subjects of the audit for a site, and for the right to enter some figures."""


class HasFigures(Exception):
    """A site has figures already, which would go with it."""


@transaction.atomic
def save_site(record: DocumentRecord, site: ReportingSite, *, by: User) -> None:
    """Add a site, or keep what was changed of one; what is due is made anew. Raises OverLimit."""
    DocumentRecord.objects.select_for_update().get(pk=record.pk)
    if site.pk is None:
        REPORTING_SITES.check(record.reporting_sites.count() + 1)
    site.document = record
    site.save()
    plan_anew(record)
    _tell(Action.CHANGED, SITE, record, by, site=site.pk)


@transaction.atomic
def remove_site(record: DocumentRecord, site: ReportingSite, *, by: User) -> None:
    """Remove a site without figures. Raises HasFigures."""
    DocumentRecord.objects.select_for_update().get(pk=record.pk)
    if site.measurements.exclude(state=MeasurementState.DUE).exists():
        raise HasFigures
    key = site.pk
    site.delete()
    plan_anew(record)
    _tell(Action.REMOVED, SITE, record, by, site=key)


def follow_putting_back(site: ReportingSite, _by: User) -> None:
    """A site that was taken out tells again of what is due. Raises OverLimit."""
    record = DocumentRecord.objects.select_for_update().get(pk=site.document_id)
    REPORTING_SITES.check(record.reporting_sites.count())
    plan_anew(record)


@transaction.atomic
def assign(
    record: DocumentRecord,
    member: Membership,
    site: ReportingSite | None,
    indicators: Collection[str],
    *,
    by: User,
) -> FigureAssignment:
    """Let a member enter the figures of a site, or of the programme as a whole. Raises OverLimit."""
    if member.organisation_id != record.organisation_id or (
        site is not None and site.document_id != record.pk
    ):
        raise ValueError("Member, site and programme belong to one organisation.")
    DocumentRecord.objects.select_for_update().get(pk=record.pk)
    ASSIGNMENTS.check(record.figure_assignments.count() + 1)
    assignment, _made = FigureAssignment.objects.update_or_create(
        document=record,
        member=member,
        site=site,
        defaults={"indicators": sorted(indicators), "made_by": by},
    )
    _tell(
        Action.ASSIGNED,
        ASSIGNMENT,
        record,
        by,
        site=site and site.pk,
        to=str(member.user.pseudonym),
    )
    return assignment


@transaction.atomic
def end(assignment: FigureAssignment, *, by: User | None) -> None:
    """Let a member enter it no longer. What they entered stays."""
    assignment.delete()
    pseudonym = str(assignment.member.user.pseudonym)
    _tell(
        Action.WITHDRAWN, ASSIGNMENT, assignment.document, by, site=assignment.site_id, to=pseudonym
    )


def _tell(
    action: Action, subject: str, record: DocumentRecord, by: User | None, **detail: Any
) -> None:
    record_event(
        action,
        by=by,
        organisation=record.organisation_id,
        subject=subject,
        subject_id=record.pk,
        **detail,
    )


def _open_of(user: int, organisations: Collection[UUID]) -> list[FigureAssignment]:
    assigned = FigureAssignment.objects.filter(
        member__user=user, member__organisation__in=organisations
    )
    with_names = assigned.select_related("document", "site", "member__user")
    return list(with_names.defer("document__content"))


def _in_words(assignment: FigureAssignment) -> str:
    title = assignment.document.label
    return f"{title}: {assignment.site}" if assignment.site else title


GRANT = Grant(
    permission=MAY,
    open_of=_open_of,
    label=_in_words,
    withdraw=lambda assignment, *, by: end(assignment, by=by),
)
"""An assignment ends with the right to enter what one was assigned."""
