"""Times on pages are by the clocks of whoever reads them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from trueline.web.accounts.models import User


def zone_of(user: User) -> tzinfo:
    """Where somebody's clocks are; the instance's, where they chose none that this machine knows."""
    try:
        return ZoneInfo(user.time_zone) if user.time_zone else timezone.get_default_timezone()
    except (ZoneInfoNotFoundError, ValueError):
        return timezone.get_default_timezone()


class ClocksMiddleware:
    """Speaks the time zone that somebody chose, while their request is answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not (request.session.session_key and request.user.is_authenticated):
            return self.get_response(request)
        with timezone.override(zone_of(request.user)):
            return self.get_response(request)
