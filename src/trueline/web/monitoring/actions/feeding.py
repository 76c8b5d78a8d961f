"""The address at which somebody's calendar reads what is due: made, made anew, and ended."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from trueline.web.accounts.link_secrets import new_secret
from trueline.web.accounts.models import User
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.monitoring.models import CalendarFeed

SUBJECT = "calendar address"


@transaction.atomic
def renew(*, by: User, programmes: str) -> str:
    """Make an address; the one before opens nothing any more. Returns the secret, kept nowhere."""
    User.objects.select_for_update().get(pk=by.pk)
    withdraw(by=by)
    secret, digest = new_secret()
    feed = CalendarFeed.objects.create(user=by, digest=digest, programmes=programmes)
    record_event(Action.SHARED, by=by, organisation=None, subject=SUBJECT, subject_id=feed.pk)
    return secret


@transaction.atomic
def withdraw(*, by: User) -> bool:
    """End the address at once. Returns whether there was one."""
    feed = CalendarFeed.objects.filter(user=by, withdrawn=None).first()
    if feed is None:
        return False
    feed.withdrawn = timezone.now()
    feed.save(update_fields=["withdrawn"])
    record_event(Action.WITHDRAWN, by=by, organisation=None, subject=SUBJECT, subject_id=feed.pk)
    return True


@transaction.atomic
def choose(*, by: User, programmes: str) -> None:
    """Choose the programmes in the calendar from now on."""
    chosen = CalendarFeed.objects.filter(user=by, withdrawn=None).exclude(programmes=programmes)
    if chosen.update(programmes=programmes):
        record_event(Action.CHANGED, by=by, organisation=None, subject=SUBJECT)
