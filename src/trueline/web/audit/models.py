"""Events as they are kept."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Event(models.Model):
    """One thing that was done. Names nobody: `actor` is a person's pseudonym.

    There are no foreign keys: an event outlives whatever it tells of, and is never changed. A
    trigger in the database refuses changes.
    """

    at = models.DateTimeField(default=timezone.now, db_index=True)
    organisation = models.UUIDField(null=True, db_index=True)
    actor = models.UUIDField(null=True)
    action = models.CharField(max_length=60)
    subject = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=64, blank=True)
    detail = models.JSONField(default=dict)

    class Meta:
        ordering = ("-at", "-id")
        indexes = [models.Index(fields=["organisation", "-at"], name="event_by_organisation")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.subject} {self.subject_id}"


class InstanceEvent(models.Model):
    """One thing that concerns the whole instance, such as a sign-in. Kept for 90 days.

    `account` is the pseudonym of whom it concerns, `actor` that of who did it; a stranger has none.
    `network` is coarse, `device` is in words. A trigger refuses changes, and deletion before its time.
    """

    at = models.DateTimeField(default=timezone.now, db_index=True)
    action = models.CharField(max_length=60)
    account = models.UUIDField(null=True, db_index=True)
    actor = models.UUIDField(null=True)
    network = models.CharField(max_length=50, blank=True)
    device = models.CharField(max_length=80, blank=True)
    detail = models.JSONField(default=dict)

    class Meta:
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action}"
