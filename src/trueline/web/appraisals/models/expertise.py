"""What somebody who reads proposals says of themselves."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from trueline.web.accounts.models import User


class Expertise(models.Model):
    """What somebody knows well: sections of the toolkit by id, languages and countries by code.

    Nobody else writes it. It orders suggestions of who might read what, and decides nothing.
    """

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="expertise")
    sections = models.JSONField(default=list)
    languages = models.JSONField(default=list)
    countries = models.JSONField(default=list)
    saved = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return str(self.user)
