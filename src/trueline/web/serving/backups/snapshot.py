"""Reading the database as it was at one moment, while people go on writing."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, connections, transaction
from django.db.migrations.recorder import MigrationRecorder

from trueline.language import gettext
from trueline.web.serving.backups import copying
from trueline.web.serving.startup_errors import CannotRun

PREFIX = ".backup-under-way-"
"""The prefix of the names of what is not finished yet."""


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
            if connection.in_atomic_block:  # nobody else can write, and only we see it all
                with closing(sqlite3.connect(copy)) as target:
                    connection.connection.backup(target)
            else:
                lock = settings.INSTANCE.folder / ".copy-lock"
                copying.copy(Path(connection.settings_dict["NAME"]), copy, lock=lock)
        except copying.SchemaChanged as error:
            raise CannotRun(
                gettext(
                    "The database was brought to another version meanwhile, so the backup was"
                    " given up. Make it again."
                )
            ) from error
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
