"""Times on pages are by the clocks of whoever reads them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo
from functools import cached_property
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from trueline.web.accounts.models import Organisation, User


def zone_of(user: User) -> tzinfo:
    """Somebody's time zone: as they chose, else that of the first of their organisations that has one."""
    if zone := zone_named(user.time_zone):
        return zone
    theirs = Organisation.objects.filter(members=user).exclude(time_zone="")
    name = theirs.order_by("created").values_list("time_zone", flat=True).first()
    return zone_named(name or "") or timezone.get_default_timezone()


def zone_in(organisation: Organisation, user: User | None = None) -> tzinfo:
    """The time zone by which times of an organisation's work are shown to somebody."""
    own = zone_named(user.time_zone) if user else None
    return own or zone_named(organisation.time_zone) or timezone.get_default_timezone()


def zone_named(name: str) -> tzinfo | None:
    """The zone of this name; None where this machine knows none."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError):
        return None


class ClocksOf(tzinfo):
    """The zone of a person, looked up at the first time that is shown: most pages speak by the clocks
    of the organisation whose work they show, and never ask."""

    def __init__(self, user: User) -> None:
        self._user = user

    @cached_property
    def zone(self) -> tzinfo:
        return zone_of(self._user)

    def utcoffset(self, when: datetime | None) -> timedelta | None:
        return self.zone.utcoffset(when)

    def dst(self, when: datetime | None) -> timedelta | None:
        return self.zone.dst(when)

    def tzname(self, when: datetime | None) -> str | None:
        return self.zone.tzname(when)

    def fromutc(self, when: datetime) -> datetime:
        return self.zone.fromutc(when.replace(tzinfo=self.zone))

    def __str__(self) -> str:
        return str(self.zone)


class ClocksMiddleware:
    """Speaks the time zone of whoever asks, while their request is answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not (request.session.session_key and request.user.is_authenticated):
            return self.get_response(request)
        with timezone.override(ClocksOf(request.user)):
            return self.get_response(request)
