"""Answering at an address, in one process or several."""

from __future__ import annotations

import os
import signal
import socket
from typing import Any

from django.conf import settings
from django.db import connection

from trueline.language import gettext
from trueline.web.serving import metrics, process_memory
from trueline.web.serving.pooling import pooled
from trueline.web.serving.precedence import by_request
from trueline.web.serving.server import Server
from trueline.web.serving.start import gather_static_files
from trueline.web.serving.startup_errors import CannotRun

try:
    import resource
except ImportError:
    resource = None  # type: ignore[assignment]

FILES = 4096
"""Each connection is an open file, and so is each body that is too large to be held in memory."""


def application() -> Any:
    """The workbench, ready to answer."""
    gather_static_files()
    allow_many_files()
    metrics.prepare(settings.INSTANCE.folder / "metrics", processes=settings.INSTANCE.workers)
    from trueline.web.config.wsgi import application

    return application


def run(listening: socket.socket) -> None:
    """Answer at a socket until Ctrl-C or the system asks to end; then finish what is in hand."""
    if settings.INSTANCE.workers > 1:
        from trueline.web.serving.processes import Processes

        Processes(application, server_at, listening, settings.INSTANCE.workers).run()
        return
    from trueline.web.serving.housekeeping import Housekeeping  # its models need the settings
    from trueline.web.serving.task_workers import workers_inside

    server = server_at(application(), listening)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: server.stop())
    process_memory.share_one_heap()
    process_memory.freeze_objects()
    with pooled(), Housekeeping(), workers_inside():
        server.run(each_turn=process_memory.MemoryReleaser().release_if_grown)


def public_address(host: str, port: int) -> str:
    """The address at which people reach it: as TRUELINE_URL says, else where it listens."""
    if settings.INSTANCE.address:
        return str(settings.INSTANCE.address)
    name = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{name}:{port}/"


def server_at(application: Any, listening: socket.socket) -> Server:
    """The server of this process, as the instance is set up."""
    instance = settings.INSTANCE
    return Server(
        application,
        listening,
        proxied=instance.proxied,
        prefix=instance.path,
        shares=instance.workers > 1,
        sort_of=by_request(settings.SESSION_COOKIE_NAME, instance.path),
    )


def refuse_several_processes() -> None:
    """Raises CannotRun where there are to be several processes and that can't be."""
    if settings.INSTANCE.workers > 1 and connection.vendor != "postgresql":
        raise CannotRun(
            gettext(
                "Several processes need PostgreSQL. Name one in TRUELINE_DATABASE, or leave --workers"
                " out: on SQLite, one process serves."
            )
        )
    if settings.INSTANCE.workers > 1 and os.name != "posix":
        raise CannotRun(gettext("Several processes need Linux or macOS. Leave --workers out here."))


def allow_many_files() -> None:
    """As many as the connections may need, where the system allows it."""
    if resource is None:  # Windows, where there is no such limit
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    limit = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
    if soft < limit:
        resource.setrlimit(resource.RLIMIT_NOFILE, (limit, hard))
