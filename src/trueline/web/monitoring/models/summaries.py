"""The standing of programmes, kept so that lists are quick."""

from __future__ import annotations

from django.db import models

from trueline.web.documents.models import DocumentRecord


class ProgrammeSummary(models.Model):
    """The standing of a programme's indicators, so that no list has to reckon it again.

    `state` identifies the figures it was computed from, `since` and `until` for which days it holds;
    `content` is a Summary as JSON. It can be deleted at any time.
    """

    document = models.OneToOneField(
        DocumentRecord, primary_key=True, on_delete=models.CASCADE, related_name="summary"
    )
    state = models.CharField(max_length=24, blank=True)
    since = models.DateField()
    until = models.DateField()
    content = models.TextField()

    def __str__(self) -> str:
        return f"{self.document_id}, {self.since} to {self.until}"
