"""Requests to an applicant, decisions, and what they ask for."""

from __future__ import annotations

from datetime import datetime, time

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from trueline.web.accounts.models import User
from trueline.web.appraisals.models.proposals import Proposal, ProposalFile
from trueline.web.appraisals.models.rounds import RoundQuestion


class Clarification(models.Model):
    """Something that an applicant is asked to clear up by a day, perhaps about a passage.

    `quote` stands on `page` of `file`, verbatim; where no file could be read, it is as somebody wrote it.
    """

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="clarifications")
    question = models.ForeignKey(
        RoundQuestion, null=True, on_delete=models.SET_NULL, related_name="clarifications"
    )
    quote = models.TextField(blank=True)
    file = models.ForeignKey(ProposalFile, null=True, on_delete=models.SET_NULL, related_name="+")
    page = models.PositiveIntegerField(default=0)
    text = models.TextField()
    due = models.DateField()
    asked = models.DateTimeField(default=timezone.now, editable=False)
    asked_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    answer = models.TextField(blank=True)
    answered = models.DateTimeField(null=True)

    class Meta:
        ordering = ("asked", "pk")
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="clarification_asks_something"),
            models.CheckConstraint(
                condition=Q(answered=None, answer="") | (Q(answered__isnull=False) & ~Q(answer="")),
                name="clarification_answered_with_words",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.proposal_id}, due {self.due}"

    @property
    def is_open(self) -> bool:
        return self.answered is None

    @property
    def ends(self) -> datetime:
        """The last minute of its day, by the funder's clocks."""
        return datetime.combine(self.due, time(23, 59), self.proposal.round.zone)

    @property
    def is_overdue(self) -> bool:
        """Whether its day was over, by the funder's clocks, when it was answered, or is now."""
        at = self.answered or timezone.now()
        return timezone.localdate(at, timezone=self.proposal.round.zone) > self.due


class Decision(models.Model):
    """A decision on a proposal, and the letter that says so. Issued, neither changes.

    `accepted`: since when the applicant accepts its conditions.
    """

    class Outcome(models.TextChoices):
        FUND = "fund", _("Fund")
        CONDITIONS = "conditions", _("Fund with conditions")
        REVISE = "revise", _("Ask for a revised proposal")
        DECLINE = "decline", _("Decline")

    proposal = models.OneToOneField(Proposal, on_delete=models.CASCADE, related_name="decision")
    outcome = models.CharField(max_length=10, choices=Outcome)
    reason = models.TextField()
    letter = models.TextField(blank=True)
    decided = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    issued = models.DateTimeField(null=True)
    accepted = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted=None) | Q(issued__isnull=False, accepted__gte=F("issued")),
                name="accepted_after_it_was_issued",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["fund", "conditions", "revise", "decline"]),
                name="outcome_is_known",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="decided_with_a_reason"),
            models.CheckConstraint(
                condition=Q(issued=None) | (Q(issued__gte=F("decided")) & ~Q(letter="")),
                name="issued_with_a_letter",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.proposal_id}: {self.outcome}"


class Condition(models.Model):
    """A condition of a decision for the programme; the applicant reports, the funder agrees.

    `step` is the id of the next step as which the applicant took it up in their design, "" before that.
    """

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="conditions")
    text = models.TextField()
    due = models.DateField(null=True)
    step = models.CharField(max_length=60, blank=True)
    report = models.TextField(blank=True)
    reported = models.DateTimeField(null=True)
    met = models.DateTimeField(null=True)
    met_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = (F("due").asc(nulls_last=True), "pk")
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="condition_says_something")
        ]

    def __str__(self) -> str:
        return self.text
