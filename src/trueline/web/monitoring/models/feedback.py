"""Requests of clients, and what became of them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from trueline.web.accounts.models import User
from trueline.web.documents.models import DocumentRecord


class ServiceChange(models.Model):
    """A request of clients, and what became of it. Of what they said there is a number alone.

    `raised` is by how many it was raised, None where nobody counted. What was decided has a day, and
    so has telling those who asked.
    """

    class Outcome(models.TextChoices):
        OPEN = "open", _("Not decided yet")
        MADE = "made", _("Changed")
        PLANNED = "planned", _("To be changed")
        REFUSED = "refused", _("Not changed")

    class Way(models.TextChoices):
        BOX = "box", _("Without a name, in writing")
        FORM = "form", _("Feedback form")
        TALK = "talk", _("Talk with one person")
        GROUP = "group", _("Group discussion")
        SURVEY = "survey", _("Survey")
        OTHER = "other", _("Another way")

    document = models.ForeignKey(
        DocumentRecord, on_delete=models.CASCADE, related_name="service_changes"
    )
    asked = models.CharField(max_length=300)
    ways = models.JSONField(default=list)
    raised = models.PositiveIntegerField(null=True)
    heard = models.DateField()
    outcome = models.CharField(max_length=8, choices=Outcome, default=Outcome.OPEN)
    what = models.TextField(blank=True)
    decided = models.DateField(null=True)
    told_back = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)
    saved = models.DateTimeField(default=timezone.now)
    saved_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("-heard", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome__in=["open", "made", "planned", "refused"]),
                name="outcome_of_feedback_is_known",
            ),
            models.CheckConstraint(
                condition=Q(outcome="open") | Q(decided__isnull=False), name="decided_on_a_day"
            ),
            models.CheckConstraint(
                condition=~Q(outcome__in=["made", "refused"]) | ~Q(what=""),
                name="changed_or_refused_with_words",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id}: {self.asked}"
