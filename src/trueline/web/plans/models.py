"""Rounds in which the bodies that answer for activities of a plan say what has become of them.

A round is asked of one revision of the plan. What a body says is rewritten while it is drafted; each
time it is handed in, accepted or returned, a step keeps what it said then.
"""

from __future__ import annotations

import uuid
from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from trueline.document import Money
from trueline.plan.progress import STATUSES, ActivityProgress
from trueline.web.accounts.models import User
from trueline.web.documents.models import DocumentRecord, Revision

LONGEST_TEXT = 2000


class ProgressRound(models.Model):
    """A round: the days that it is about, until when it is answered, and whether it is over."""

    document = models.ForeignKey(
        DocumentRecord, on_delete=models.CASCADE, related_name="progress_rounds"
    )
    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=120)
    first = models.DateField()
    last = models.DateField()
    due = models.DateField()
    opened = models.DateTimeField(default=timezone.now, editable=False)
    opened_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    closed = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-last", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(last__gte=F("first")), name="progress_round_ends_after_it_starts"
            ),
            models.UniqueConstraint(fields=["document", "title"], name="progress_round_named_once"),
        ]

    def __str__(self) -> str:
        return self.title

    def is_overdue(self, today: date) -> bool:
        """Whether answers should be there by now; a round that is over waits for none."""
        return self.closed is None and self.due < today


class BodyReport(models.Model):
    """The request to one body in a round, and how far its answer is."""

    class State(models.TextChoices):
        ASKED = "asked", _("Asked")
        SUBMITTED = "submitted", _("Submitted")
        ACCEPTED = "accepted", _("Accepted")
        RETURNED = "returned", _("Returned")

    round = models.ForeignKey(ProgressRound, on_delete=models.CASCADE, related_name="reports")
    body = models.CharField(max_length=300)
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    version = models.PositiveIntegerField(default=1)
    saved = models.DateTimeField(null=True)

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["round", "body"], name="body_asked_once_in_a_round"),
            models.CheckConstraint(
                condition=Q(state__in=["asked", "submitted", "accepted", "returned"]),
                name="state_of_body_report_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body}, {self.round_id}"

    @property
    def can_be_entered(self) -> bool:
        """Whether the body may still write: neither handed in, nor is the round over."""
        return self.round.closed is None and self.state in (self.State.ASKED, self.State.RETURNED)


class ActivityReport(models.Model):
    """A body's report on one activity. `status` is "" and `spent` None where it says nothing."""

    report = models.ForeignKey(BodyReport, on_delete=models.CASCADE, related_name="lines")
    activity = models.CharField(max_length=80)
    status = models.CharField(max_length=10, blank=True)
    spent = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    currency = models.CharField(max_length=3, blank=True)
    hinders = models.TextField(blank=True)
    evidence = models.TextField(blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["report", "activity"], name="activity_asked_once_of_a_body"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["", *STATUSES]), name="status_of_activity_is_known"
            ),
            models.CheckConstraint(
                condition=Q(spent=None, currency="") | Q(spent__gte=0) & ~Q(currency=""),
                name="spent_in_a_currency",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity}: {self.status}"

    @property
    def progress(self) -> ActivityProgress:
        """The same as a plain value."""
        spent = None
        if self.spent is not None:
            spent = Money(amount=self.spent.normalize(), currency=self.currency)
        return ActivityProgress(self.status, spent, self.hinders, self.evidence)


class ReportStep(models.Model):
    """A report was handed in, accepted or returned; `progress` is what it said then. Only ever added.

    `by` is None where the body did it by its link, or where a member has left.
    """

    report = models.ForeignKey(BodyReport, on_delete=models.CASCADE, related_name="steps")
    state = models.CharField(max_length=10, choices=BodyReport.State)
    at = models.DateTimeField(default=timezone.now, editable=False)
    by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    by_link = models.BooleanField(default=False)
    reason = models.TextField(blank=True)
    progress = models.JSONField(default=list)

    class Meta:
        ordering = ("-pk",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="returned") | ~Q(reason=""), name="report_returned_with_a_reason"
            )
        ]

    def __str__(self) -> str:
        return f"{self.report_id} {self.state}"


class BodyLink(models.Model):
    """A link by which a body writes its report without an account, until a day.

    It opens its own report alone, under the right of whoever made it or looks after it since.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    report = models.ForeignKey(BodyReport, on_delete=models.CASCADE, related_name="links")
    digest = models.CharField(max_length=64, unique=True, editable=False)
    created = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    kept_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    expires = models.DateTimeField()
    withdrawn = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-created",)

    def __str__(self) -> str:
        return f"{self.report_id} until {self.last_day}"

    def is_open(self) -> bool:
        """Whether it can still be used."""
        return self.withdrawn is None and timezone.now() < self.expires

    @property
    def last_day(self) -> date:
        """The last day on which it opens; it ends as that day does."""
        return timezone.localdate(self.expires - timedelta(microseconds=1))
