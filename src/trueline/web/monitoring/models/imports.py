"""Imported files: how their columns were read, and totals of tests."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from trueline.web.accounts.models import User
from trueline.web.documents.models import DocumentRecord
from trueline.web.monitoring.models.indicators import MonitoredIndicator


class ColumnMapping(models.Model):
    """A description of the columns of a workbook, for the next one with the same headings.

    `headings` is a digest of them, `content` a `ColumnMap` as data.
    """

    document = models.ForeignKey(
        DocumentRecord, on_delete=models.CASCADE, related_name="column_mappings"
    )
    headings = models.CharField(max_length=64)
    content = models.JSONField(default=dict)
    saved = models.DateTimeField(default=timezone.now)
    saved_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("-saved",)
        constraints = [
            models.UniqueConstraint(fields=["document", "headings"], name="headings_mapped_once")
        ]

    def __str__(self) -> str:
        return f"{self.document_id} at {self.saved:%Y-%m-%d}"


class TestResult(models.Model):
    """A test taken before and after by the same people: totals alone, no row about any of them.

    `pairs` holds how many passed both times, only after, only before, and neither; `sums` the sums of
    scores and of changes as text. What was not told is empty.
    """

    __test__ = False
    document = models.ForeignKey(
        DocumentRecord, on_delete=models.CASCADE, related_name="test_results"
    )
    indicator = models.ForeignKey(
        MonitoredIndicator, null=True, on_delete=models.SET_NULL, related_name="test_results"
    )
    title = models.CharField(max_length=200)
    before = models.DateField()
    after = models.DateField()
    passes_from = models.DecimalField(max_digits=15, decimal_places=4, null=True)
    n = models.PositiveIntegerField()
    only_before = models.PositiveIntegerField()
    only_after = models.PositiveIntegerField()
    pairs = models.JSONField(default=dict)
    sums = models.JSONField(default=dict)
    saved = models.DateTimeField(default=timezone.now)
    saved_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("-after", "title")
        constraints = [
            models.UniqueConstraint(
                fields=["document", "title", "before", "after"], name="one_result_a_test"
            ),
            models.CheckConstraint(
                condition=Q(after__gt=F("before")), name="tested_after_tested_before"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id}, {self.before} to {self.after}"
