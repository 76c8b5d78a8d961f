"""Ending every session of a person at once."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.utils import timezone

from trueline.web.accounts.models import User


def end_all(user: User) -> None:
    """Sign a person out everywhere and forget every device.

    The sessions are deleted, and what they rest on is changed, so that one that nobody noted ends
    as well.
    """
    user.trusted_since = timezone.now()
    user.save(update_fields=["trusted_since"])
    for session in UserSession.objects.filter(user=user):
        session.end()
