"""Rules that require a second step: of an organisation for its members, of an instance for everybody.

Each gets days of grace. After them, whoever has none sees nothing of the organisation, or the
instance, but how to set one up.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from trueline.web.accounts.models import Membership, Organisation, User

STEPS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""Recovery codes are for the day on which one of these is lost; alone they are no second step."""


class SecondStepNeeded(PermissionDenied):
    """Somebody has no second step where one is required. `organisation`: None for the instance."""

    def __init__(self, organisation: Organisation | None) -> None:
        super().__init__()
        self.organisation = organisation


def has_second_step(user: User) -> bool:
    return Authenticator.objects.filter(user=user, type__in=STEPS).exists()


def deadline(organisation: Organisation) -> datetime | None:
    """Until when somebody who joins now has time; None where nothing is required."""
    days = organisation.second_step_days
    return None if days is None else timezone.now() + timedelta(days=days)


def in_time() -> Q:
    """A condition on memberships: nothing is required, there is time left, or there is a step."""
    step = Authenticator.objects.filter(user=OuterRef("user"), type__in=STEPS)
    return Q(second_step_by=None) | Q(second_step_by__gt=timezone.now()) | Exists(step)


def memberships_in_time(user: User) -> QuerySet[Membership]:
    """The memberships of somebody, but for those that wait for a second step."""
    return Membership.objects.filter(in_time(), user=user)


def refuse_overdue(member: Membership) -> None:
    """Raises SecondStepNeeded where the time is over."""
    by = member.second_step_by
    if by is not None and by <= timezone.now() and not has_second_step(member.user):
        raise SecondStepNeeded(member.organisation)


def refuse_overdue_here(user: User) -> None:
    """The same for what the instance requires of everybody. The first look begins the time."""
    days = settings.INSTANCE.second_step_days
    if days is None:
        return
    if user.second_step_by is None:
        user.second_step_by = timezone.now() + timedelta(days=days)
        User.objects.filter(pk=user.pk, second_step_by=None).update(
            second_step_by=user.second_step_by
        )
    if user.second_step_by <= timezone.now() and not has_second_step(user):
        raise SecondStepNeeded(None)


def first_deadline(user: User) -> tuple[datetime, Organisation | None] | None:
    """The first deadline of somebody without a second step, and the organisation that requires it."""
    if has_second_step(user):
        return None
    deadlines = [
        (member.second_step_by, member.organisation)
        for member in user.memberships.exclude(second_step_by=None).select_related("organisation")
    ]
    if settings.INSTANCE.second_step_days is not None and user.second_step_by:
        deadlines.append((user.second_step_by, None))
    return min(deadlines, key=lambda one: one[0], default=None)


def forget_what_is_not_required() -> int:
    """Where the instance requires nothing any more, a later rule begins with all its days."""
    if settings.INSTANCE.second_step_days is not None:
        return 0
    return User.objects.exclude(second_step_by=None).update(second_step_by=None)
