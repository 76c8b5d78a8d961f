"""Reading the audit."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from django.db.models import QuerySet

from trueline.web.audit.models import Event


@dataclass(frozen=True)
class EventFilter:
    """A filter for events. Days are whole days, both included."""

    actor: uuid.UUID | None = None
    action: str = ""
    since: date | None = None
    until: date | None = None


APPRAISAL = "appraisal"
"""The subject of what is done in an appraisal round. Who may see which of it, the round's log decides."""


def _of(organisation: uuid.UUID) -> QuerySet[Event]:
    return Event.objects.filter(organisation=organisation).exclude(subject=APPRAISAL)


def events_of(organisation: uuid.UUID, wanted: EventFilter = EventFilter()) -> QuerySet[Event]:
    """An organisation's events, newest first, but for those of appraisals."""
    events = _of(organisation)
    if wanted.actor:
        events = events.filter(actor=wanted.actor)
    if wanted.action:
        events = events.filter(action=wanted.action)
    if wanted.since:
        events = events.filter(at__gte=datetime.combine(wanted.since, time.min, UTC))
    if wanted.until:
        events = events.filter(at__lte=datetime.combine(wanted.until, time.max, UTC))
    return events


def events_by(actor: uuid.UUID) -> QuerySet[Event]:
    """All that one person did."""
    return Event.objects.filter(actor=actor)


def actions_of(organisation: uuid.UUID) -> list[str]:
    """The sorts of action that an organisation's audit holds."""
    events = _of(organisation).order_by("action")
    return list(events.values_list("action", flat=True).distinct())


def actors_of(organisation: uuid.UUID) -> list[uuid.UUID]:
    """Everybody who did something in an organisation."""
    events = _of(organisation).filter(actor__isnull=False).order_by("actor")
    return list(events.values_list("actor", flat=True).distinct())
