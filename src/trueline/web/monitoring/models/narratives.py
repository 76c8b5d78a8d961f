"""A team's texts about its figures."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from trueline.web.accounts.models import User
from trueline.web.documents.models import DocumentRecord


class Narrative(models.Model):
    """A team's texts about a range of periods, for the results report. `texts` are by field."""

    document = models.ForeignKey(
        DocumentRecord, on_delete=models.CASCADE, related_name="narratives"
    )
    first = models.DateField()
    last = models.DateField()
    texts = models.JSONField(default=dict)
    saved = models.DateTimeField(default=timezone.now)
    saved_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("last", "first")
        constraints = [
            models.UniqueConstraint(
                fields=["document", "first", "last"], name="one_narrative_a_range"
            ),
            models.CheckConstraint(
                condition=Q(last__gte=F("first")), name="narrative_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id}, {self.first} to {self.last}"
