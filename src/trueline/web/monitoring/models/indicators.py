"""Measured indicators as approved versions defined them, and what these planned."""

from __future__ import annotations

from functools import cached_property

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trueline.design import Indicator
from trueline.memory import Cache
from trueline.web.documents.models import DocumentRecord, Submission

BYTES_A_LETTER = 12
"""Bytes of memory for each letter that an indicator is written in."""
_meanings: Cache[Indicator] = Cache(16_000_000)


class MonitoredIndicator(models.Model):
    """An indicator as an approved version defined it. Its meaning never changes afterwards.

    `key` is its id in the design, `content` the indicator as JSON. Where a later version leaves it
    out, or gives it another meaning, it is retired, and what was measured stays.
    """

    document = models.ForeignKey(
        DocumentRecord, on_delete=models.CASCADE, related_name="monitored_indicators"
    )
    key = models.CharField(max_length=100)
    position = models.PositiveIntegerField()
    content = models.TextField()
    since = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="+")
    retired = models.DateTimeField(null=True)
    retired_by = models.ForeignKey(
        Submission, null=True, on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        ordering = ("position", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["document", "key"],
                condition=Q(retired=None),
                name="indicator_monitored_once",
            ),
            models.CheckConstraint(
                condition=Q(retired=None, retired_by=None)
                | Q(retired__isnull=False, retired_by__isnull=False),
                name="indicator_retired_by_a_version",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @cached_property
    def meaning(self) -> Indicator:
        """The indicator as it was approved."""
        return _meanings.get(
            self.content,
            lambda: Indicator.model_validate_json(self.content),
            weigh=lambda _indicator: BYTES_A_LETTER * len(self.content),
        )

    @property
    def label(self) -> str:
        """Its name on pages."""
        return self.meaning.statement or self.key


class PlannedValue(models.Model):
    """A baseline or a target as an approved version gave it. `content` is that part as JSON.

    A later version replaces it; what it said stays, with the version that said so.
    """

    class Kind(models.TextChoices):
        BASELINE = "baseline", _("Baseline")
        TARGET = "target", _("Target")

    indicator = models.ForeignKey(
        MonitoredIndicator, on_delete=models.CASCADE, related_name="planned_values"
    )
    kind = models.CharField(max_length=8, choices=Kind)
    content = models.TextField()
    said_by = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="+")
    replaced_by = models.ForeignKey(
        Submission, null=True, on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["baseline", "target"]), name="planned_value_is_of_a_kind"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.indicator_id}"
