"""Reading the database as it was at one moment, while people go on writing."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, connections, transaction
from django.db.migrations.recorder import MigrationRecorder

from trueline.language import gettext
from trueline.web.serving.startup_errors import CannotRun

PREFIX = ".backup-under-way-"
"""How the names of what is not finished yet begin."""


AT_A_TIME = 1024
"""Pages that are copied before writers get their turn: a few milliseconds."""
LONGEST_STEP = 0.3
"""Seconds for which a step may keep writers waiting."""
TURN = 0.01
"""Seconds in which those who wait write."""
PATIENCE = 600.0
"""Seconds after which the rest is copied at once, though a save waits for it."""


@contextmanager
def snapshot() -> Iterator[None]:
    """Within, this thread reads the database as it was at one moment, however long it takes."""
    if connection.vendor == "postgresql":
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            with _settings(DISABLE_SERVER_SIDE_CURSORS=False):
                yield
    elif _has_write_ahead_log():
        options = {**connection.settings_dict["OPTIONS"], "transaction_mode": "DEFERRED"}
        with _another_connection(OPTIONS=options), transaction.atomic():
            MigrationRecorder(
                connection
            ).applied_migrations()  # what is read first fixes the moment
            yield
    else:
        with _copied_sqlite() as copy, _another_connection(NAME=str(copy)):
            yield


@contextmanager
def _settings(**changed: Any) -> Iterator[None]:
    usual = connection.settings_dict
    connection.settings_dict = {**usual, **changed}
    try:
        yield
    finally:
        connection.settings_dict = usual


@contextmanager
def _another_connection(**changed: Any) -> Iterator[None]:
    """Within, this thread's connection is another one, with other settings."""
    usual = connections["default"]
    connections["default"] = type(usual)({**usual.settings_dict, **changed}, "default")
    try:
        yield
    finally:
        connections["default"].close()
        connections["default"] = usual


def _has_write_ahead_log() -> bool:
    """With it, nobody who reads keeps anybody from writing, so that no copy is needed."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        return bool(cursor.fetchone()[0] == "wal")


@contextmanager
def _copied_sqlite() -> Iterator[Path]:
    """A copy of the database, while it is needed. Raises CannotRun where it can't be made."""
    connection.ensure_connection()
    with ExitStack() as stack:
        try:
            folder = stack.enter_context(
                tempfile.TemporaryDirectory(prefix=PREFIX, dir=settings.INSTANCE.folder)
            )
            copy = Path(folder) / "copy.sqlite3"
            with closing(sqlite3.connect(copy)) as target:
                _copy(connection.connection, target)
        except (OSError, sqlite3.Error) as error:
            raise CannotRun(
                gettext(
                    "Can't copy the database within {folder}: {error}. A backup needs room"
                    " there for one more copy, until it is done.",
                    folder=settings.INSTANCE.folder,
                    error=error,
                )
            ) from error
        yield copy


class _Overtaken(Exception):
    """Somebody has written meanwhile, so that the copy begins anew."""


class _Steps:
    """Watches a copy: how long its longest step takes, and whether it has to begin anew."""

    def __init__(self) -> None:
        self.longest, self._last, self._left = 0.0, time.monotonic(), 0

    def __call__(self, _status: int, left: int, _all: int) -> None:
        now = time.monotonic()
        self.longest = max(self.longest, now - self._last - TURN)
        if 0 < self._left <= left:
            raise _Overtaken
        self._last, self._left = now, left


def _copy(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Copy step by step, so that others write in between; whenever they do, SQLite begins anew.

    Steps then grow as far as writers can wait for them, until the whole fits between two saves.
    """
    pages, ends = AT_A_TIME, time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        steps = _Steps()
        try:
            source.backup(target, pages=pages, progress=steps, sleep=TURN)
        except _Overtaken:
            if steps.longest < LONGEST_STEP / 2:
                pages *= 2
        else:
            return
    source.backup(target)
