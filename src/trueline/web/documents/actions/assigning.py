"""Asking a colleague to see to a finding."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from trueline.review import Finding
from trueline.web.accounts.models import User
from trueline.web.accounts.roles import roles_that
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.documents.models import Assignment, DocumentRecord


def who_may_be_asked(record: DocumentRecord) -> QuerySet[User]:
    """Members of the document's organisation who may change it, by name."""
    editors = User.objects.filter(
        memberships__organisation=record.organisation_id, memberships__role__in=roles_that("edit")
    )
    return editors.order_by("name", "email")


def assignment_of(record: DocumentRecord, finding: Finding) -> Assignment | None:
    """The assignment of a finding, if there is one."""
    places = (finding.path, *finding.also_at)
    assignments = record.assignments.filter(rule=finding.rule, place__in=places)
    return assignments.select_related("person").first()


@transaction.atomic
def assign(
    record: DocumentRecord, finding: Finding, *, by: User, person: User | None, due: date | None
) -> None:
    """Assign a finding to a person; None withdraws the assignment."""
    assignment = assignment_of(record, finding)
    if person is None:
        if assignment:
            assignment.delete()
        return
    assignment = assignment or Assignment(document=record, rule=finding.rule, place=finding.path)
    assignment.person, assignment.due, assignment.message = person, due, finding.message
    assignment.assigned_by, assignment.at, assignment.settled = by, timezone.now(), None
    assignment.save()
    record_event(
        Action.ASSIGNED,
        by=by,
        organisation=record.organisation_id,
        subject=record.kind,
        subject_id=record.pk,
        person=str(person.pseudonym),
    )
