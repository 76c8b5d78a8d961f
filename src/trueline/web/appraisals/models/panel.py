"""A panel's view of a proposal once all have read it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from trueline.web.accounts.models import User
from trueline.web.appraisals.models.proposals import Proposal
from trueline.web.appraisals.models.readings import GAPS, REMEDIES, VERDICTS, Remedy, Verdict
from trueline.web.appraisals.models.rounds import RoundQuestion, name_of


class Consensus(models.Model):
    """The panel's answer to a question, which goes into matrix and letter. `by` wrote it down last."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="consensus")
    question = models.ForeignKey(RoundQuestion, on_delete=models.CASCADE, related_name="consensus")
    verdict = models.CharField(max_length=12, choices=Verdict)
    remedy = models.CharField(max_length=10, choices=Remedy, blank=True)
    reason = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("question",)
        constraints = [
            models.UniqueConstraint(fields=["proposal", "question"], name="one_consensus_each"),
            models.CheckConstraint(
                condition=Q(verdict__in=VERDICTS), name="consensus_verdict_is_known"
            ),
            models.CheckConstraint(
                condition=Q(remedy="") | Q(remedy__in=REMEDIES, verdict__in=GAPS),
                name="consensus_remedy_is_for_a_gap",
            ),
            models.CheckConstraint(
                condition=~Q(verdict="not-relevant") | ~Q(reason=""),
                name="consensus_not_relevant_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question_id}: {self.verdict}"


class Remark(models.Model):
    """A remark of somebody of the panel in its discussion. Only ever added."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="remarks")
    question = models.ForeignKey(
        RoundQuestion, null=True, on_delete=models.CASCADE, related_name="remarks"
    )
    author = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    pseudonym = models.UUIDField()
    text = models.TextField()
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ("at", "pk")
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="remark_says_something")]

    def __str__(self) -> str:
        return f"{self.proposal_id} at {self.at:%Y-%m-%d %H:%M}"

    @property
    def who(self) -> str:
        return name_of(self.author, self.pseudonym)
