"""One start at a time: of two that begin at once on an empty database, the second waits."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.conf import settings
from django.core.files import locks
from django.db import connection

from trueline.language import gettext

NUMBER = 0x7472_7565_6C69_6E65
"""Ours among the advisory locks of a PostgreSQL database."""
BETWEEN_TRIES = 0.25


@contextmanager
def start_lock(say: Callable[[str], None]) -> Iterator[None]:
    """Within, no other process brings this database up to date. Says so where that takes waiting."""
    lock = _postgres if connection.vendor == "postgresql" else _file
    with lock() as acquired:
        if not acquired():
            say(
                gettext(
                    "Trueline is being started elsewhere on the same database; waiting for that ..."
                )
            )
            while not acquired():
                time.sleep(BETWEEN_TRIES)
        yield


@contextmanager
def _postgres() -> Iterator[Callable[[], bool]]:
    """A lock that ends with its transaction, so that it holds behind a pooler and ends with us."""
    with closing(connection.copy()) as other:
        other.set_autocommit(False)

        def held() -> bool:
            with other.cursor() as cursor:
                cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [NUMBER])
                return bool(cursor.fetchone()[0])

        yield held


def lock_file() -> Path:
    """The file that is locked beside a database that is a file itself."""
    return Path(settings.INSTANCE.folder) / ".start-lock"


@contextmanager
def _file() -> Iterator[Callable[[], bool]]:
    with lock_file().open("w") as file:
        yield lambda: locks.lock(file, locks.LOCK_EX | locks.LOCK_NB)
