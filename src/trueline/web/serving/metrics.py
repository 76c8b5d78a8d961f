"""Figures for Prometheus: requests by their answer and time, and what the queue of tasks holds.

Several processes write theirs into one folder, which begins empty at each start, and whichever is
asked adds them up.
"""

from __future__ import annotations

import hmac
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""By which prometheus-client knows that several processes count. Read when it is first imported."""
LOCAL = "local"


def prepare(folder: Path, *, processes: int) -> None:
    """Before the first request: where several processes note what they count."""
    if processes > 1:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        os.environ[FOLDER] = str(folder)


def forget_process(pid: int) -> None:
    """Take the gauges of a process that ended out of the sum; what it counted stays."""
    if FOLDER in os.environ:
        from prometheus_client.multiprocess import mark_process_dead

        mark_process_dead(pid)


@dataclass
class Timing:
    """The answer to the request that is timed."""

    response: HttpResponse


@contextmanager
def timed() -> Iterator[Timing]:
    """Count a request and how long it took, where figures are offered."""
    timing, began = Timing(HttpResponse(status=500)), time.perf_counter()
    try:
        yield timing
    finally:
        if settings.INSTANCE.metrics:
            from trueline.web.serving.metrics_counted import REQUESTS, SECONDS

            REQUESTS.labels(str(timing.response.status_code)).inc()
            SECONDS.observe(time.perf_counter() - began)


def page(request: HttpRequest) -> HttpResponse | None:
    """The figures, for those who may see them; None as if there were no such page for others."""
    if not _may_read(request):
        return None
    from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

    from trueline.web.serving.metrics_counted import registry

    return HttpResponse(
        generate_latest(registry(together=FOLDER in os.environ)), content_type=CONTENT_TYPE_LATEST
    )


def _may_read(request: HttpRequest) -> bool:
    allowed = settings.INSTANCE.metrics
    if not allowed:
        return False
    if allowed == LOCAL:
        return _is_local(request)
    token = request.META.get("HTTP_AUTHORIZATION", "").removeprefix("Bearer ")
    return hmac.compare_digest(token.encode(), allowed.encode())


def _is_local(request: HttpRequest) -> bool:
    """From this machine and not passed on by a proxy, which would be here as well."""
    if "HTTP_X_FORWARDED_FOR" in request.META:
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
