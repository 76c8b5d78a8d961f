"""Corrections that somebody who may not change an approved figure asks for."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from trueline.web.accounts.models import User
from trueline.web.monitoring.models.measurements import Measurement


class ProposedCorrection(models.Model):
    """A partner's proposal for an approved figure, and why. The figure counts on until it is accepted.

    `proposed` is what the measurement would say, `seen` the fingerprint of what it said then. One is
    open for a measurement at a time; what became of it stays.
    """

    class Outcome(models.TextChoices):
        OPEN = "", _("Waits for a decision")
        ACCEPTED = "accepted", _("Accepted")
        DECLINED = "declined", _("Not taken over")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    measurement = models.ForeignKey(
        Measurement, on_delete=models.CASCADE, related_name="proposed_corrections"
    )
    proposed = models.JSONField(default=dict)
    seen = models.CharField(max_length=24)
    reason = models.TextField()
    made = models.DateTimeField(default=timezone.now, editable=False)
    made_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    outcome = models.CharField(max_length=9, choices=Outcome, blank=True, default=Outcome.OPEN)
    decided = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    declined_because = models.TextField(blank=True)

    class Meta:
        ordering = ("-made", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["measurement"],
                condition=Q(outcome=""),
                name="one_open_proposal_a_measurement",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["", "accepted", "declined", "withdrawn"]),
                name="proposal_outcome_is_known",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", decided=None) | ~Q(outcome="") & Q(decided__isnull=False),
                name="proposal_decided_on_a_day",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="proposed_with_a_reason"),
            models.CheckConstraint(
                condition=~Q(outcome="declined") | ~Q(declined_because=""),
                name="declined_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measurement_id} at {self.made:%Y-%m-%d %H:%M}"
