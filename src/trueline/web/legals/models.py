"""An organisation's own facts on ratifications besides the register."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from trueline.web.accounts.models import Organisation, User


class OwnFacts(models.Model):
    """The facts of one organisation's own file that go before those of the register.

    `rows` have the columns of the register, as texts; each was held against it when it was taken in.
    """

    organisation = models.OneToOneField(
        Organisation, on_delete=models.CASCADE, related_name="own_facts"
    )
    name = models.CharField(max_length=300)
    rows = models.JSONField(default=list)
    taken_in = models.DateTimeField(default=timezone.now)
    taken_in_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    def __str__(self) -> str:
        return self.name
