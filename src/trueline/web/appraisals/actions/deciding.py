"""Consensus of a panel, clarifications from applicants, and decisions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from trueline.limits import CLARIFICATIONS, CONDITIONS, REMARKS
from trueline.web.accounts.models import User
from trueline.web.appraisals.log import add_line
from trueline.web.appraisals.mails import tell_applicant
from trueline.web.appraisals.models import (
    Check,
    Clarification,
    Condition,
    Consensus,
    Criterion,
    Decision,
    Proposal,
    ProposalFile,
    Remark,
    RoundQuestion,
)
from trueline.web.appraisals.news import clarification_notice, decided_in_words


@transaction.atomic
def check(proposal: Proposal, values: Mapping[Criterion, tuple[str, str]], *, by: User) -> None:
    """Keep whether a proposal meets each criterion, with a note. One left open is not kept."""
    for criterion, (met, text) in values.items():
        if not met:
            Check.objects.filter(proposal=proposal, criterion=criterion).delete()
            continue
        Check.objects.update_or_create(
            proposal=proposal,
            criterion=criterion,
            defaults={"met": met, "note": text, "at": timezone.now(), "by": by},
        )
    add_line("checked", round=proposal.round, by=by, proposal=proposal)


@transaction.atomic
def remark(proposal: Proposal, question: RoundQuestion | None, text: str, *, by: User) -> Remark:
    """Say something in the discussion. Raises OverLimit."""
    REMARKS.check(proposal.remarks.count() + 1)
    remark = Remark.objects.create(
        proposal=proposal, question=question, author=by, pseudonym=by.pseudonym, text=text
    )
    add_line("remarked", round=proposal.round, by=by, proposal=proposal)
    return remark


@transaction.atomic
def agree(
    proposal: Proposal, question: RoundQuestion, values: dict[str, Any], *, by: User
) -> Consensus:
    """Write down the panel's answer to a question."""
    answer = {name: values[name] for name in ("verdict", "remedy", "reason")}
    consensus, _new = Consensus.objects.update_or_create(
        proposal=proposal, question=question, defaults={**answer, "at": timezone.now(), "by": by}
    )
    add_line("agreed", round=proposal.round, by=by, proposal=proposal)
    return consensus


@transaction.atomic
def ask(
    proposal: Proposal,
    values: dict[str, Any],
    *,
    by: User,
    passage: tuple[ProposalFile, int] | None = None,
) -> Clarification:
    """Ask the applicant to clear something up. `passage`: the file and page of what is quoted.

    Raises OverLimit.
    """
    CLARIFICATIONS.check(proposal.clarifications.count() + 1)
    fields = {name: values[name] for name in ("question", "quote", "text", "due")}
    file, page = passage or (None, 0)
    clarification = Clarification.objects.create(
        proposal=proposal, asked_by=by, file=file, page=page, **fields
    )
    add_line("clarification asked", round=proposal.round, by=by, proposal=proposal)
    tell_applicant(proposal, lambda: clarification_notice(clarification))
    return clarification


class Issued(Exception):
    """The letter was issued meanwhile. Nothing was saved."""


@transaction.atomic
def decide(proposal: Proposal, *, outcome: str, reason: str, letter: str, by: User) -> Decision:
    """Save the decision with its letter; the applicant sees neither before it is issued. Raises Issued."""
    _require_not_issued(proposal)
    decision, _new = Decision.objects.update_or_create(
        proposal=proposal,
        defaults={
            "outcome": outcome,
            "reason": reason,
            "letter": letter,
            "decided": timezone.now(),
            "decided_by": by,
        },
    )
    add_line("decided", round=proposal.round, by=by, proposal=proposal, outcome=outcome)
    return decision


def _require_not_issued(proposal: Proposal) -> None:
    if Decision.objects.select_for_update().filter(proposal=proposal).exclude(issued=None).exists():
        raise Issued


@transaction.atomic
def issue(decision: Decision, *, by: User) -> None:
    """Let the applicant see the decision, its letter and its conditions."""
    waiting = Decision.objects.filter(pk=decision.pk, issued=None).exclude(letter="")
    if waiting.update(issued=timezone.now()):
        proposal = decision.proposal
        add_line("letter issued", round=proposal.round, by=by, proposal=proposal)
        tell_applicant(proposal, lambda: decided_in_words(proposal))


@transaction.atomic
def set_condition(decision: Decision, text: str, due: date | None, *, by: User) -> Condition:
    """Ask something of the programme. Raises Issued and OverLimit."""
    _require_not_issued(decision.proposal)
    CONDITIONS.check(decision.conditions.count() + 1)
    condition = Condition.objects.create(decision=decision, text=text, due=due)
    proposal = decision.proposal
    add_line("condition set", round=proposal.round, by=by, proposal=proposal)
    return condition


@transaction.atomic
def remove_condition(condition: Condition, *, by: User) -> None:
    """Take a condition out again. Raises Issued."""
    proposal = condition.decision.proposal
    _require_not_issued(proposal)
    condition.delete()
    add_line("condition removed", round=proposal.round, by=by, proposal=proposal)


@transaction.atomic
def find_met(condition: Condition, *, by: User) -> None:
    """Find that a condition is met."""
    if Condition.objects.filter(pk=condition.pk, met=None).update(met=timezone.now(), met_by=by):
        proposal = condition.decision.proposal
        add_line("condition met", round=proposal.round, by=by, proposal=proposal)
