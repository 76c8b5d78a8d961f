"""Handing a version in under a name, approving it, and taking it back.

What is submitted is frozen: the document can be worked on, and the submission stays what it was. The
state of a document is that of its latest submission which was not withdrawn.
"""

from __future__ import annotations

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from trueline.web.accounts.models import User
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.documents.approvals import follow
from trueline.web.documents.models import DocumentRecord, Revision, State, Submission


@transaction.atomic
def submit(record: DocumentRecord, *, by: User, name: str) -> Submission:
    """Hand in the document as it is now."""
    revision = record.revisions.get(number=record.revision)
    submission = Submission.objects.create(revision=revision, name=name, submitted_by=by)
    _settle(record, Action.SUBMITTED, submission, revision, by)
    return submission


@transaction.atomic
def approve(record: DocumentRecord, submission: Submission, *, by: User) -> None:
    """Accept what was submitted. What was withdrawn, or is approved already, stays as it is."""
    waiting = Submission.objects.filter(pk=submission.pk, withdrawn=None, approved=None)
    if waiting.update(approved=timezone.now(), approved_by=by):
        _settle(record, Action.APPROVED, submission, submission.revision, by)
        follow(record, submission, by=by)


@transaction.atomic
def withdraw(record: DocumentRecord, submission: Submission, *, by: User) -> None:
    """Take back what was submitted. That it was stays in the history."""
    open_ones = Submission.objects.filter(pk=submission.pk, withdrawn=None)
    if open_ones.update(withdrawn=timezone.now(), withdrawn_by=by):
        _settle(record, Action.SUBMISSION_WITHDRAWN, submission, submission.revision, by)


def submissions_of(record: DocumentRecord) -> QuerySet[Submission]:
    """All submissions of a document, newest first. One query."""
    submissions = Submission.objects.filter(revision__document=record)
    people = ("submitted_by", "approved_by", "withdrawn_by")
    return submissions.select_related("revision", *people).defer("revision__packed")


def _settle(
    record: DocumentRecord, action: Action, submission: Submission, revision: Revision, by: User
) -> None:
    """Note what was done, and the state that the document is in after it."""
    latest = Submission.objects.filter(revision__document=record, withdrawn=None).first()
    state = State.DRAFT
    if latest:
        state = State.APPROVED if latest.approved else State.SUBMITTED
    DocumentRecord.objects.filter(pk=record.pk).update(state=state)
    record.state = state
    record_event(
        action,
        by=by,
        organisation=record.organisation_id,
        subject=record.kind,
        subject_id=record.pk,
        submission=str(submission.pk),
        revision=revision.number,
    )
