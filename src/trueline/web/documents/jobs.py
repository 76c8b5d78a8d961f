"""Work that may take longer than a visitor waits: making files, in threads of this process.

A job belongs to whoever started it and lives in memory alone: when the process ends it is gone,
with nothing half-made left behind, and is simply started again. Jobs are given everything that
they need and never touch the database.
"""

from __future__ import annotations

import logging
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

log = logging.getLogger(__name__)

AT_ONCE = 2
MOST_EACH = 4
"""Jobs that one owner may have waiting or running."""
KEPT = 15 * 60
"""Seconds for which a finished file can be fetched."""
MOST_KEPT = 30


class TooMany(Exception):
    """This owner has enough under way already."""


@dataclass
class Job:
    """A file being made, made, or that could not be."""

    owner: str
    name: str
    media_type: str
    id: uuid.UUID = field(default_factory=uuid.uuid4)
    started: float = field(default_factory=time.monotonic)
    content: bytes | None = None
    failed: bool = False
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def is_over(self) -> bool:
        return self.over.is_set()


class Jobs:
    """The jobs of one process."""

    def __init__(self) -> None:
        self._jobs: dict[uuid.UUID, Job] = {}
        self._lock = threading.Lock()
        self._places = threading.BoundedSemaphore(AT_ONCE)

    def start(self, make: Callable[[], bytes], *, owner: str, name: str, media_type: str) -> Job:
        """Begin to make a file called `name`. Raises TooMany."""
        job = Job(owner, name, media_type)
        with self._lock:
            self._forget_old()
            waiting = [j for j in self._jobs.values() if j.owner == owner and not j.is_over]
            if len(waiting) >= MOST_EACH:
                raise TooMany
            self._jobs[job.id] = job
        threading.Thread(target=self._run, args=(job, make), daemon=True).start()
        return job

    def find(self, id: uuid.UUID, *, owner: str) -> Job | None:
        """A job of this owner's; None where there is none, or it is somebody else's."""
        job = self._jobs.get(id)
        return job if job and job.owner == owner else None

    def _run(self, job: Job, make: Callable[[], bytes]) -> None:
        with self._places:
            try:
                job.content = make()
            except Exception:
                log.exception("A file could not be made: %s", job.id)
                job.failed = True
            finally:
                job.over.set()

    def _forget_old(self) -> None:
        over = [job for job in self._jobs.values() if job.is_over]
        old = [job for job in over if time.monotonic() - job.started > KEPT]
        for job in {*(j.id for j in old), *(j.id for j in over[:-MOST_KEPT])}:
            del self._jobs[job]


JOBS = Jobs()
