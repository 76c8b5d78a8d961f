"""Doing what takes long: inside the processes that answer, or in one of its own."""

from __future__ import annotations

import os
import signal
import threading
from contextlib import AbstractContextManager, nullcontext

from django.conf import settings
from django.db import connection

from trueline.web.serving.troubles import CannotRun
from trueline.web.tasks.worker import Worker, WorkerInside

ON_SQLITE = 60.0
"""Seconds from one look at the queue to the next; there, whoever asks for a file wakes the worker."""
ON_POSTGRESQL = 0.5


def working() -> AbstractContextManager[None]:
    """Within, this process does what takes long as well, unless that is done apart."""
    if not settings.INSTANCE.tasks_inside:
        return nullcontext()
    return WorkerInside(pause=ON_SQLITE if connection.vendor == "sqlite" else ON_POSTGRESQL)


def refuse_apart_on_sqlite() -> None:
    """Raises CannotRun where workers are to run apart and the database is a file."""
    if connection.vendor == "sqlite" and not settings.INSTANCE.tasks_inside:
        raise CannotRun(
            "Workers of their own (TRUELINE_TASKS=apart) need PostgreSQL. Leave TRUELINE_TASKS out:"
            " on SQLite, `trueline serve` does their work as well."
        )


def refuse_worker_on_sqlite() -> None:
    """Raises CannotRun where a worker of its own is started and the database is a file."""
    if connection.vendor == "sqlite":
        raise CannotRun(
            "A worker of its own needs PostgreSQL. On SQLite, `trueline serve` does its work as well."
        )


def work() -> None:
    """Do what the queue holds until Ctrl-C or the system asks to end; then finish what is in hand."""
    stop = threading.Event()
    for asked in (signal.SIGINT, signal.SIGTERM):
        signal.signal(asked, lambda *_: stop.set())
    with Worker(pause=ON_POSTGRESQL, beats_always=True, give_up=lambda: os._exit(os.EX_TEMPFAIL)):
        stop.wait()
