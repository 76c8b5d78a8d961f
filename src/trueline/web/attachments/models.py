"""Files that people attached, and whose they are."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone

from trueline.web.accounts.models import Organisation


class Attachment(models.Model):
    """A file that somebody attached to something of an organisation, and goes with it.

    `sha256` says where its bytes lie (`storage`). Files alike lie there once, however many name them.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="attachments"
    )
    sha256 = models.CharField(max_length=64, db_index=True)
    name = models.CharField(max_length=300)
    media_type = models.CharField(max_length=150)
    size = models.PositiveIntegerField()
    attached = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ("attached", "id")

    def __str__(self) -> str:
        return self.name
