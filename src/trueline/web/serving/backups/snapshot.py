"""Reading the database as it was at one moment, while people go on writing."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection, connections, transaction

from trueline.web.serving.troubles import CannotRun

PREFIX = ".backup-under-way-"
"""How the names of what is not finished yet begin."""


@contextmanager
def snapshot() -> Iterator[None]:
    """Within, this thread reads the database as it was at one moment, however long it takes."""
    if connection.vendor == "postgresql":
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
        return
    with _copied_sqlite() as copy:
        usual = connections["default"]
        connections["default"] = type(usual)({**usual.settings_dict, "NAME": str(copy)}, "default")
        try:
            yield
        finally:
            connections["default"].close()
            connections["default"] = usual


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
                connection.connection.backup(target)
        except (OSError, sqlite3.Error) as error:
            raise CannotRun(
                f"Can't copy the database within {settings.INSTANCE.folder}: {error}. A backup"
                " needs room there for one more copy, until it is done."
            ) from error
        yield copy
