"""Addresses at which calendars read what is due."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from trueline.web.accounts.models import User


class CalendarFeed(models.Model):
    """An address at which somebody's calendar reads what is due. Only a digest of it is kept.

    One is open for a person at a time. It shows what that person may read at the moment at which it
    is read, and ends with their rights.
    """

    class Programmes(models.TextChoices):
        OWN = "own", _("Those that I own")
        ALL = "all", _("All that I may read")

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="calendar_feeds")
    digest = models.CharField(max_length=64, unique=True, editable=False)
    programmes = models.CharField(max_length=3, choices=Programmes, default=Programmes.OWN)
    created = models.DateTimeField(default=timezone.now, editable=False)
    withdrawn = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-created",)
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(withdrawn=None), name="one_open_feed_a_person"
            ),
            models.CheckConstraint(
                condition=Q(programmes__in=["own", "all"]), name="feed_programmes_are_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} since {self.created:%Y-%m-%d %H:%M}"
