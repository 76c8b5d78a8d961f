"""The time at which a device was last seen, for the list of one's sessions; and how long a visit lasts."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from allauth.usersessions.models import UserSession
from django.http import HttpRequest, HttpResponse

from trueline.web.accounts import shared_computer

EVERY = 600
"""Seconds between two notes of the same device: a page view should not cost a write.

The note also lets the visit last from then on, as every write to a session does.
"""
SEEN = "seen"


class SessionActivityMiddleware:
    """Note a device every few minutes; allauth's own would do so with each page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.session.session_key and request.user.is_authenticated:
            now = int(time.time())
            if now - request.session.get(SEEN, 0) >= EVERY:
                request.session[SEEN] = now
                UserSession.objects.create_from_request(request)
        response = self.get_response(request)
        if request.user.is_authenticated:
            shared_computer.end_with_the_browser(request)
        return response

    def process_view(self, request: HttpRequest, *_: Any) -> None:
        """Reads the body here, after it was found to be of a fitting size."""
        shared_computer.note(request)
