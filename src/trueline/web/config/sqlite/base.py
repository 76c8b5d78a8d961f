"""The connection: what writes waits for its turn in the process first, and for other programs then."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

from trueline.web import patience
from trueline.web.config.sqlite.writers import Writers, writers_of

WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")


class DatabaseWrapper(base.DatabaseWrapper):
    """One thread's connection. Its turn lasts as long as a transaction that writes."""

    _turn: Writers | None = None
    _hurries = False

    @property
    def _writers(self) -> Writers:
        return writers_of(str(self.settings_dict["NAME"]))

    def _take_turn(self) -> None:
        """Raises OperationalError, as SQLite does where somebody else writes for too long."""
        began, seconds = time.monotonic(), patience.seconds()
        if not self._writers.begin(patience=seconds, most=max(seconds, patience.USUAL)):
            raise OperationalError("database is locked")
        self._turn = self._writers
        if (waited := time.monotonic() - began) > patience.SHORT:
            self._hurries = True
            patience.wait_on(self, less=waited)

    def _end_turn(self, *, has_written: bool = True) -> None:
        turn, self._turn = self._turn, None
        if turn is None:
            return
        turn.end(has_written=has_written)
        if self._hurries:
            self._hurries = False
            patience.wait_on(self)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Within, a statement writes that is a transaction of its own."""
        self._take_turn()
        has_written = False
        try:
            yield
            has_written = True
        finally:
            self._end_turn(has_written=has_written)

    def _start_transaction_under_autocommit(self) -> None:
        if self.transaction_mode not in ("IMMEDIATE", "EXCLUSIVE"):
            super()._start_transaction_under_autocommit()
            return
        self._take_turn()
        try:
            super()._start_transaction_under_autocommit()
        except BaseException:
            self._end_turn(has_written=False)
            raise

    def _commit(self) -> Any:
        result = super()._commit()
        self._end_turn()
        return result

    def _rollback(self) -> Any:
        try:
            return super()._rollback()
        finally:
            self._end_turn()

    def _close(self) -> Any:
        try:
            return super()._close()
        finally:
            self._hurries = False
            self._end_turn()

    def create_cursor(self, name: str | None = None) -> Any:
        return self.connection.cursor(factory=partial(Cursor, self))


class Cursor(base.SQLiteCursorWrapper):
    """Waits for its turn before a statement that writes outside of a transaction."""

    def __init__(self, database: DatabaseWrapper, *args: Any) -> None:
        super().__init__(*args)
        self._database = database

    def execute(self, query: str, params: Any = None) -> Any:
        if self.connection.in_transaction or not query.startswith(WRITES):
            return super().execute(query, params)
        with self._database.turn():
            return super().execute(query, params)
