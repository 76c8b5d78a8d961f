"""Submissions, kept so that one is known when it comes a second time."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from trueline.web.accounts.models import User


class SentForm(models.Model):
    """A form that somebody sent, and where its answer led. Visitors without an account have no `user`.

    `digest` stands for the person, the key, the address and everything that was filled in; none of
    it can be read from here. `location` is "" as long as the answer is being made, by the process
    `maker`; `worked` is kept with what the form changes, and so holds also if the answer is lost.
    """

    digest = models.CharField(max_length=64, primary_key=True)
    user = models.ForeignKey(User, null=True, on_delete=models.CASCADE, related_name="+")
    sent = models.DateTimeField(default=timezone.now, db_index=True)
    location = models.CharField(max_length=2000, blank=True)
    maker = models.CharField(max_length=120, blank=True)
    worked = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.sent:%Y-%m-%d %H:%M} {self.location}"
