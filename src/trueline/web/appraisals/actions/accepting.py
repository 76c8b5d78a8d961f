"""What an applicant agrees to after a decision: only those who may act for the design itself."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from trueline.web.accounts.models import User
from trueline.web.accounts.roles import roles_that
from trueline.web.accounts.second_step_rule import memberships_in_time
from trueline.web.appraisals.log import add_line
from trueline.web.appraisals.models import Proposal
from trueline.web.documents.models import DocumentRecord


def may_act_for(record: DocumentRecord | None, user: User | None) -> bool:
    """Whether somebody may say for its organisation what becomes of a document."""
    if record is None or user is None or record.archived:
        return False
    members = memberships_in_time(user).filter(role__in=roles_that("share"))
    return members.filter(organisation=record.organisation_id).exists()


@transaction.atomic
def share_figures(proposal: Proposal, *, shared: bool, by: User) -> None:
    """Let the funder see where the programme's indicators stand, or no longer."""
    rows = Proposal.objects.filter(pk=proposal.pk, figures_shared__isnull=shared)
    if rows.update(figures_shared=timezone.now() if shared else None):
        told = "figures shared" if shared else "figures no longer shared"
        add_line(told, round=proposal.round, by=by, proposal=proposal)
