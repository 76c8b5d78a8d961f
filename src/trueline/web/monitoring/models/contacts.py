"""Points where people were identified, and where they were missed."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from trueline.web.accounts.models import User
from trueline.web.documents.models import DocumentRecord


class ContactTable(models.Model):
    """Counts of identified people in a period, and of chances missed: totals alone.

    `counts` holds, by channel and part of the route ("borders/transit"), how many people were
    identified and how many chances were missed, None where nobody counted. `conditions` says which
    conditions of a referral mechanism that works are met.
    """

    document = models.ForeignKey(
        DocumentRecord, on_delete=models.CASCADE, related_name="contact_tables"
    )
    label = models.CharField(max_length=20)
    start = models.DateField()
    end = models.DateField()
    counts = models.JSONField(default=dict)
    conditions = models.JSONField(default=dict)
    note = models.TextField(blank=True)
    saved = models.DateTimeField(default=timezone.now)
    saved_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("end", "-start")
        constraints = [
            models.UniqueConstraint(
                fields=["document", "label"], name="one_contact_table_a_period"
            ),
            models.CheckConstraint(
                condition=Q(end__gte=F("start")), name="contact_table_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id}, {self.label}"
