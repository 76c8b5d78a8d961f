"""Agreeing to a decision, by applicants who may act for the design itself."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from trueline.document import parse_address
from trueline.web.accounts.models import User
from trueline.web.accounts.roles import roles_that
from trueline.web.accounts.second_step_rule import memberships_in_time
from trueline.web.appraisals.log import add_line
from trueline.web.appraisals.models import Condition, Decision, Proposal
from trueline.web.documents import store
from trueline.web.documents.actions.editing import add_change
from trueline.web.documents.models import Action, DocumentRecord


def may_act_for(record: DocumentRecord | None, user: User | None) -> bool:
    """Whether somebody may say for its organisation what becomes of a document."""
    return record is not None and not record.archived and may_speak_for(record, user)


def may_speak_for(record: DocumentRecord | None, user: User | None) -> bool:
    """Whether somebody may say for its organisation who sees a document, be it archived or not."""
    if record is None or user is None:
        return False
    members = memberships_in_time(user).filter(role__in=roles_that("share"))
    return members.filter(organisation=record.organisation_id).exists()


@transaction.atomic
def share_figures(proposal: Proposal, *, shared: bool, by: User) -> None:
    """Let the funder see where the programme's indicators stand, or no longer."""
    rows = Proposal.objects.filter(pk=proposal.pk, figures_shared__isnull=shared)
    if rows.update(figures_shared=timezone.now() if shared else None):
        what = "figures shared" if shared else "figures no longer shared"
        add_line(what, round=proposal.round, by=by, proposal=proposal)


@transaction.atomic
def accept(decision: Decision, *, by: User | None) -> None:
    """Accept the conditions of a decision; whoever may act for the design takes them up there as well.

    Raises OverLimit.
    """
    waiting = Decision.objects.filter(pk=decision.pk, accepted=None).exclude(issued=None)
    if waiting.update(accepted=timezone.now(), accepted_by=by):
        proposal = decision.proposal
        add_line("conditions accepted", round=proposal.round, by=by, proposal=proposal)
    if by is not None and may_act_for(decision.proposal.document, by):
        take_up(decision, by=by)


@transaction.atomic
def take_up(decision: Decision, *, by: User) -> int:
    """Write the conditions as next steps into the design that was handed in; how many were.

    Each is written once, in the language of the design. What becomes of a step there is the applicant's, and nothing of it is seen
    here. Raises OverLimit.
    """
    record = decision.proposal.document
    assert record is not None
    Decision.objects.select_for_update().get(pk=decision.pk)
    conditions = list(decision.conditions.filter(step="", met=None))
    if not conditions:
        return 0
    proposal = decision.proposal
    origin = {"name": proposal.round.organisation, "receipt": proposal.receipt}
    with translation.override(store.document_of(record).language or translation.get_language()):
        wording = _("%(text)s (condition of %(name)s, %(receipt)s)")
    changes = [
        add_change("next_steps", {"step": wording % {"text": each.text, **origin}, "due": each.due})
        for each in conditions
    ]
    saved = store.save(record.pk, changes, by=by, action=Action.ADDED)
    for condition, address in zip(conditions, saved.addresses, strict=True):
        place = parse_address(address)[-1]
        Condition.objects.filter(pk=condition.pk).update(step=place[1])
    add_line("conditions taken up", round=proposal.round, by=by, proposal=proposal)
    return len(conditions)
