"""An assessor's reading of one proposal."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trueline.web.accounts.models import User
from trueline.web.appraisals.models.proposals import Proposal, ProposalFile
from trueline.web.appraisals.models.rounds import Assessor, RoundQuestion


class Verdict(models.TextChoices):
    """How far a proposal answers a question. Not relevant is an answer of its own, and no zero."""

    ADDRESSED = "addressed", _("Addressed")
    PARTLY = "partly", _("Partly addressed")
    ABSENT = "absent", _("Not addressed")
    NOT_RELEVANT = "not-relevant", _("Not relevant here")


class Remedy(models.TextChoices):
    """The remedy of a gap, in the toolkit's words."""

    MODIFY = "modify", pgettext_lazy("remedy", "Modify")
    ADD = "add", pgettext_lazy("remedy", "Add")
    GENERATE = "generate", pgettext_lazy("remedy", "Find out first")
    RECONSIDER = "reconsider", pgettext_lazy("remedy", "Reconsider")


VERDICTS, REMEDIES = Verdict.values, Remedy.values
GAPS = ["partly", "absent"]


class ReadingQuerySet(models.QuerySet["Reading"]):
    def counted(self) -> ReadingQuerySet:
        """Without those excused, and those begun by people whose account is gone: nobody waits for them."""
        return self.filter(excused=None).exclude(submitted=None, assessor__user=None)


class Reading(models.Model):
    """An assessor's reading of a proposal. What is `submitted` no longer changes.

    `excused`: they no longer do, since they have a conflict or somebody released them.
    """

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="readings")
    assessor = models.ForeignKey(Assessor, on_delete=models.CASCADE, related_name="readings")
    assigned = models.DateTimeField(default=timezone.now, editable=False)
    assigned_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    submitted = models.DateTimeField(null=True)
    excused = models.DateTimeField(null=True)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        ordering = ("assigned", "pk")
        constraints = [
            models.UniqueConstraint(fields=["proposal", "assessor"], name="assigned_once"),
            models.CheckConstraint(
                condition=Q(submitted=None) | Q(submitted__gte=F("assigned")),
                name="reading_submitted_after_it_was_assigned",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.proposal_id} by {self.assessor_id}"


class Answer(models.Model):
    """An assessor's answer to one question."""

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(RoundQuestion, on_delete=models.CASCADE, related_name="answers")
    verdict = models.CharField(max_length=12, choices=Verdict, blank=True)
    remedy = models.CharField(max_length=10, choices=Remedy, blank=True)
    reason = models.TextField(blank=True)
    to_panel = models.TextField(blank=True)
    to_applicant = models.TextField(blank=True)
    saved = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("question",)
        constraints = [
            models.UniqueConstraint(fields=["reading", "question"], name="answered_once"),
            models.CheckConstraint(
                condition=Q(verdict__in=["", *VERDICTS]), name="answer_verdict_is_known"
            ),
            models.CheckConstraint(
                condition=Q(remedy="") | Q(remedy__in=REMEDIES, verdict__in=GAPS),
                name="answer_remedy_is_for_a_gap",
            ),
            models.CheckConstraint(
                condition=~Q(verdict="not-relevant") | ~Q(reason=""),
                name="not_relevant_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question_id}: {self.verdict}"


class Mark(models.Model):
    """A passage that an assessor took, refused, or marked on their own, for one question.

    `quote` stands at `start` in the text of the file, verbatim.
    """

    class Kind(models.TextChoices):
        ACCEPTED = "accepted", _("Relevant")
        REJECTED = "rejected", _("Irrelevant")
        OWN = "own", _("Marked by hand")

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="marks")
    question = models.ForeignKey(RoundQuestion, on_delete=models.CASCADE, related_name="marks")
    file = models.ForeignKey(ProposalFile, on_delete=models.CASCADE, related_name="marks")
    kind = models.CharField(max_length=8, choices=Kind)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    page = models.PositiveIntegerField()
    quote = models.TextField()

    class Meta:
        ordering = ("file", "start", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["reading", "question", "file", "start", "end"], name="passage_marked_once"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["accepted", "rejected", "own"]), name="mark_kind_is_known"
            ),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="mark_holds_something"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.quote[:40]}"
