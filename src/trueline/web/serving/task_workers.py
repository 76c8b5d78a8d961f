"""Doing what takes long: inside the processes that answer, or in one of its own."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection

from trueline.language import gettext
from trueline.web.serving.startup_errors import CannotRun
from trueline.web.tasks.separate_process import SeparateProcess, is_possible
from trueline.web.tasks.worker import Worker, WorkerInside
from trueline.web.uploads.reading import QUEUE

ON_SQLITE = 60.0
"""Seconds from one look at the queue to the next; there, whoever asks for a file wakes the worker."""
ON_POSTGRESQL = 0.5


@contextmanager
def workers_inside() -> Iterator[None]:
    """Within, this process does what takes long as well, unless that is done apart.

    Files are made and uploads read beside each other, of each one at a time on this machine: so the
    memory of all that is started for them stays below a gigabyte.
    """
    if not settings.INSTANCE.tasks_inside:
        yield
        return
    pause = ON_SQLITE if connection.vendor == "sqlite" else ON_POSTGRESQL
    folder = settings.INSTANCE.folder
    making = WorkerInside(
        pause=pause,
        queue="default",
        turns=folder / "making.lock",
        in_separate_process=is_possible(),
    )
    reading = WorkerInside(pause=pause, queue=QUEUE, turns=folder / "reading.lock")
    with making, reading:
        yield


def refuse_separate_workers_on_sqlite() -> None:
    """Raises CannotRun where workers are to run apart and the database is a file."""
    if connection.vendor == "sqlite" and not settings.INSTANCE.tasks_inside:
        raise CannotRun(
            gettext(
                "Workers of their own (TRUELINE_TASKS=apart) need PostgreSQL. Leave TRUELINE_TASKS out:"
                " on SQLite, `trueline serve` does their work as well."
            )
        )


def refuse_worker_on_sqlite() -> None:
    """Raises CannotRun where a worker of its own is started and the database is a file."""
    if connection.vendor == "sqlite":
        raise CannotRun(
            gettext(
                "A worker of its own needs PostgreSQL. On SQLite, `trueline serve` does its work as well."
            )
        )


def run_worker() -> None:
    """Do what the queue holds until Ctrl-C or the system asks to end; then finish what is in hand."""
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    with Worker(
        pause=ON_POSTGRESQL,
        beats_always=True,
        give_up=lambda: os._exit(os.EX_TEMPFAIL),
        process=SeparateProcess() if is_possible() else None,
    ):
        stop.wait()
