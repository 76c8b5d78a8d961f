"""Mail that could not be handed over yet."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class WaitingMail(models.Model):
    """A mail that waits for the mail server. It goes as soon as it was sent.

    Its text may hold links that let their reader in, so backups leave it out.
    """

    to = models.EmailField()
    subject = models.CharField(max_length=500)
    body = models.TextField()
    made = models.DateTimeField(default=timezone.now)
    tries = models.PositiveIntegerField(default=1)
    tried = models.DateTimeField(default=timezone.now)
    next_try = models.DateTimeField(db_index=True)
    problem = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("made", "id")

    def __str__(self) -> str:
        return f"{self.made:%Y-%m-%d %H:%M} {self.subject}"
