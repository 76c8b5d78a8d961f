"""Whether this process lives and is ready, for whatever watches it: a container, a proxy, systemd.

Answered before anything else looks at the request: no host, session or database is needed to live.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable

from django.db import Error as DatabaseTrouble
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trueline.web.serving import metrics
from trueline.web.serving.versions import migrations_behind

log = logging.getLogger(__name__)


class HealthMiddleware:
    """Answers `/health/…` and `/metrics/`, and counts every other answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self._fits = False

    def __call__(self, request: HttpRequest) -> HttpResponse:
        own = {
            "/health/": self._ready,
            "/health/ready/": self._ready,
            "/health/live/": _live,
            "/metrics/": metrics.page,
        }
        if (view := own.get(request.path_info)) and (response := require_safe(view)(request)):
            response["Cache-Control"] = "no-store"
            return response
        with metrics.timed() as timing:
            timing.response = self.get_response(request)
        return timing.response

    def _ready(self, _request: HttpRequest) -> HttpResponse:
        """Whether the database answers, at this version. Once it fits it is not compared again."""
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
            self._fits = self._fits or not migrations_behind()
        except DatabaseTrouble:
            log.warning("Not ready: the database does not answer.")
            return _answer(503, "the database does not answer")
        if not self._fits:
            return _answer(503, "the database is not at this version")
        return _answer(200, "ready")


def _live(_request: HttpRequest) -> HttpResponse:
    return _answer(200, "alive")


def _answer(status: int, text: str) -> HttpResponse:
    content = json.dumps({"status": text})
    return HttpResponse(content, status=status, content_type="application/json")
