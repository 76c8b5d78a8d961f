"""The audit of the whole instance: who came in, who tried to, and what was done to accounts."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from trueline.web.audit.actions import Actor
from trueline.web.audit.append_only import KEPT_DAYS
from trueline.web.audit.models import Action, InstanceEvent


def note(
    action: Action,
    *,
    about: Actor | None = None,
    by: Actor | None = None,
    network: str = "",
    device: str = "",
    **detail: Any,
) -> InstanceEvent:
    """Write an event. `about` is the account it concerns; `by` who did it, where that is known.

    Like everything in the audit it names nobody, and holds nothing that a visitor typed.
    """
    return InstanceEvent.objects.create(
        action=action,
        account=about and about.pseudonym,
        actor=by and by.pseudonym,
        network=network,
        device=device[:80],
        detail=detail,
    )


def instance_events(
    *, account: uuid.UUID | None = None, days: int = KEPT_DAYS
) -> QuerySet[InstanceEvent]:
    """Events of the last days, newest first."""
    events = InstanceEvent.objects.filter(at__gte=timezone.now() - timedelta(days=days))
    return events.filter(account=account) if account else events


def sign_ins_of(account: uuid.UUID) -> QuerySet[InstanceEvent]:
    """Sign-ins that the owner may want to recognise, or not, and tries that led nowhere."""
    return instance_events(account=account).filter(action__in=SIGN_INS)


SIGN_INS = (
    Action.SIGNED_IN,
    Action.SIGN_IN_FAILED,
    Action.SIGN_IN_REFUSED,
    Action.SECOND_STEP_FAILED,
)


def purge() -> int:
    """Delete what is older than 90 days. Returns how many."""
    over = timezone.now() - timedelta(days=KEPT_DAYS, minutes=1)
    count, _ = InstanceEvent.objects.filter(at__lt=over).delete()
    return count
