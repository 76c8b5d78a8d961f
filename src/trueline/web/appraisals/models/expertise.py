"""The expertise of those who read proposals, in their own words."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from trueline.web.accounts.models import User


class Expertise(models.Model):
    """The expertise of somebody: sections of the toolkit by id, languages and countries by code.

    Nobody else writes it. It orders suggestions of who might read what, and decides nothing.
    """

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="expertise")
    sections = models.JSONField(default=list)
    languages = models.JSONField(default=list)
    countries = models.JSONField(default=list)
    saved = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return str(self.user)
