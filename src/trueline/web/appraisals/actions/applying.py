"""Actions of applicants: submit, add and remove files, withdraw, answer, report."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone, translation

from trueline.document import document_to_json
from trueline.limits import PROPOSAL_FILES, PROPOSALS
from trueline.web.accounts.link_secrets import new_secret
from trueline.web.accounts.models import User
from trueline.web.appraisals.log import add_line
from trueline.web.appraisals.models import (
    Clarification,
    Condition,
    Decision,
    Proposal,
    ProposalFile,
    Reading,
    Round,
)
from trueline.web.appraisals.tasks import prepare_later
from trueline.web.attachments.actions import attach
from trueline.web.documents.filenames import file_name
from trueline.web.documents.models import Submission
from trueline.web.documents.store import document_in

FIELDS = ("title", "applicant", "contact", "email", "time_zone")


class TooLate(Exception):
    """The round accepts nothing any more. The log records the attempt."""


def hand_in(
    round: Round,
    values: dict[str, Any],
    *,
    by: User | None,
    file: tuple[str, bytes] | None = None,
    submission: Submission | None = None,
) -> tuple[Proposal, str]:
    """Take a proposal in; it, and the secret of its link, which is kept nowhere else.

    Raises TooLate and OverLimit.
    """
    require_open(round, by=by)
    return _store_proposal(round, values, by, file, submission)


def require_open(round: Round, *, by: User | None) -> None:
    """Refuse and log an attempt after the end, whatever else is wrong with it. Raises TooLate."""
    if not round.takes_proposals:
        if round.opened:
            add_line("refused late", round=round, by=by)
        raise TooLate


@transaction.atomic
def _store_proposal(
    round: Round,
    values: dict[str, Any],
    by: User | None,
    file: tuple[str, bytes] | None,
    submission: Submission | None,
) -> tuple[Proposal, str]:
    secret, digest = new_secret()
    document = submission.revision.document if submission else None
    proposal = _create_proposal(
        round,
        **{name: values[name] for name in FIELDS},
        language=translation.get_language() or "",
        digest=digest,
        by=by,
        from_organisation=document.organisation_id if document else None,
        document=document,
        late=round.is_late,
    )
    if submission is not None:
        _keep_design(proposal, submission)
    if file is not None:
        _keep_file(proposal, *file)
    add_line(
        "received late" if proposal.late else "received", round=round, by=by, proposal=proposal
    )
    return proposal, secret


def _create_proposal(round: Round, **values: Any) -> Proposal:
    """A proposal with the next number. Two at once wait for each other at the round's row."""
    Round.objects.select_for_update().get(pk=round.pk)
    PROPOSALS.check(round.proposals.count() + 1)
    last = round.proposals.aggregate(last=Max("number"))["last"] or 0
    return Proposal.objects.create(round=round, number=last + 1, **values)


@transaction.atomic
def give_calibration(round: Round, title: str, file: tuple[str, bytes], *, by: User) -> Proposal:
    """Give the case by which assessors compare their measure. It replaces an earlier one."""
    round.proposals.filter(is_calibration=True).delete()
    proposal = _create_proposal(round, title=title, applicant="", by=None, is_calibration=True)
    _keep_file(proposal, *file)
    Reading.objects.bulk_create(
        Reading(proposal=proposal, assessor=assessor, assigned_by=by)
        for assessor in round.assessors.available()
    )
    add_line("calibration given", round=round, by=by, proposal=proposal)
    return proposal


def _keep_design(
    proposal: Proposal, submission: Submission, replaces: ProposalFile | None = None
) -> None:
    """Keep the frozen version itself: what becomes of it at home changes nothing here."""
    document = document_in(submission.revision)
    name = file_name(document.title, f"{document.kind}.json")
    data = document_to_json(document).encode()
    attached = attach(data, name=name, organisation=proposal.round.organisation)
    kept_file = ProposalFile.objects.create(
        proposal=proposal, attachment=attached, document_kind=document.kind, replaces=replaces
    )
    prepare_later(kept_file)


def _keep_file(
    proposal: Proposal, name: str, data: bytes, replaces: ProposalFile | None = None
) -> None:
    PROPOSAL_FILES.check(proposal.files.filter(removed=None).count() + 1)
    attached = attach(data, name=name, organisation=proposal.round.organisation)
    kept_file = ProposalFile.objects.create(
        proposal=proposal, attachment=attached, replaces=replaces
    )
    prepare_later(kept_file)


def is_decided(proposal: Proposal) -> bool:
    """Whether the applicant has received a decision. One that is not issued yet changes nothing for them."""
    return Decision.objects.filter(proposal=proposal).exclude(issued=None).exists()


def may_change(proposal: Proposal) -> bool:
    """Whether the applicant may still change it: until the end, or while an answer is waited for."""
    if proposal.withdrawn or proposal.round.finished or is_decided(proposal):
        return False
    return proposal.round.takes_proposals or is_asked(proposal)


def is_asked(proposal: Proposal) -> bool:
    """Whether an answer is waited for: up to the end of its day, by the funder's clocks."""
    today = timezone.localdate(timezone=proposal.round.zone)
    return proposal.clarifications.filter(answered=None, due__gte=today).exists()


def add_file(
    proposal: Proposal,
    file: tuple[str, bytes],
    *,
    by: User | None,
    replaces: ProposalFile | None = None,
) -> None:
    """Add a file, perhaps in the place of another. Raises TooLate and OverLimit."""
    require_time(proposal, by=by)
    with transaction.atomic():
        replaced = _remove_file(proposal, replaces)
        _keep_file(proposal, *file, replaced)
        _next_version(proposal)
        add_line(
            "file replaced" if replaces else "file added",
            round=proposal.round,
            by=by,
            proposal=proposal,
        )


def add_version(proposal: Proposal, submission: Submission, *, by: User) -> None:
    """Hand over a newer version of the same work in Trueline, in the place of the one before.

    Raises TooLate.
    """
    require_time(proposal, by=by)
    with transaction.atomic():
        designs = proposal.files.exclude(document_kind="").filter(removed=None)
        replaced = _remove_file(proposal, designs.order_by("-pk").first())
        _keep_design(proposal, submission, replaced)
        _next_version(proposal)
        add_line("file replaced", round=proposal.round, by=by, proposal=proposal)


def remove_file(proposal: Proposal, file: ProposalFile, *, by: User | None) -> None:
    """Take a file away. Raises TooLate."""
    require_time(proposal, by=by)
    with transaction.atomic():
        _remove_file(proposal, file)
        _next_version(proposal)
        add_line("file removed", round=proposal.round, by=by, proposal=proposal)


def _remove_file(proposal: Proposal, file: ProposalFile | None) -> ProposalFile | None:
    """Take a file away; it, where it is kept, since somebody may have read it or asked about it."""
    if file is None:
        return None
    if proposal.readings.exists() or proposal.clarifications.exists():
        ProposalFile.objects.filter(pk=file.pk, removed=None).update(removed=timezone.now())
        return file
    file.attachment.delete()
    return None


def require_time(proposal: Proposal, *, by: User | None) -> None:
    """Refuse and log a change after the end, whatever else is wrong with it. Raises TooLate."""
    if not may_change(proposal):
        add_line("refused late", round=proposal.round, by=by, proposal=proposal)
        raise TooLate


def _next_version(proposal: Proposal) -> None:
    """Count a new version. After the deadline it is late, unless a clarification asks for it."""
    late = proposal.late or (proposal.round.is_late and not is_asked(proposal))
    Proposal.objects.filter(pk=proposal.pk).update(version=F("version") + 1, late=late)


@transaction.atomic
def withdraw(proposal: Proposal, *, by: User | None) -> None:
    """Take a proposal back: its files go, and that it was there stays in the log. Raises TooLate."""
    if is_decided(proposal):
        raise TooLate
    open_ones = Proposal.objects.filter(pk=proposal.pk, withdrawn=None)
    if open_ones.update(withdrawn=timezone.now()):
        for file in proposal.files.select_related("attachment"):
            file.attachment.delete()
        add_line("withdrawn", round=proposal.round, by=by, proposal=proposal)


@transaction.atomic
def answer(clarification: Clarification, text: str, *, by: User | None) -> None:
    """Answer a clarification. It can be answered once."""
    waiting = Clarification.objects.filter(pk=clarification.pk, answered=None)
    if waiting.update(answer=text, answered=timezone.now()):
        proposal = clarification.proposal
        add_line("clarification answered", round=proposal.round, by=by, proposal=proposal)


@transaction.atomic
def report(condition: Condition, text: str, *, by: User | None) -> None:
    """Say how a condition stands. What is met no longer changes."""
    if Condition.objects.filter(pk=condition.pk, met=None).update(
        report=text, reported=timezone.now()
    ):
        proposal = condition.decision.proposal
        add_line("condition reported", round=proposal.round, by=by, proposal=proposal)
