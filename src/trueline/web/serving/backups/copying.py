"""Copying an SQLite database as it was at one moment, while others write to it.

SQLite's own backup begins anew whenever somebody writes, so that on a busy database it ends only by
keeping everybody waiting. Here triggers note which rows are written from the beginning on. All rows
are read in short turns between which others write; then those that were noted are read again, until
few are left, and these in one transaction: what the copy holds then is the database at that moment.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.core.files import locks

NOTED = "backup_noted"
"""The prefix of the names of what notes."""
READS_FOR = 0.05
"""Seconds of one turn of reading, in which a save may have to wait."""
PAUSE = 0.01
"""Seconds between two turns, in which those who wait write."""
FEW = 200
"""Noted rows that are read at once."""
PATIENCE = 3600.0
"""Seconds after which all that are noted are read at once, however many."""
WAITS = 60.0
"""Seconds for which the copy waits for somebody who writes."""

FLUSHED = 16_000_000
"""Bytes of the copy after which they are brought to the disk: what piles up unwritten is written when
somebody's save asks the disk for its own few, and keeps that waiting for as long."""

Row = tuple[object, ...]


class SchemaChanged(Exception):
    """The tables are others than when the copy began."""


@dataclass(frozen=True)
class Table:
    """A table of the database, and the statements by which its rows are copied."""

    name: str
    columns: tuple[str, ...]

    @property
    def read(self) -> str:
        return f"SELECT _rowid_, {', '.join(self.columns)} FROM {self.name}"

    @property
    def write(self) -> str:
        places = ", ".join("?" * (len(self.columns) + 1))
        return (
            f"INSERT OR REPLACE INTO {self.name} (_rowid_, {', '.join(self.columns)})"
            f" VALUES ({places})"
        )


def copy(database: Path, to: Path, *, lock: Path) -> int:
    """Copy; `lock` keeps a second copy waiting. The number of turns that it took.

    Raises OSError, sqlite3.Error, or SchemaChanged where the database was upgraded meanwhile.
    """
    with (
        lock.open("w") as file,
        closing(sqlite3.connect(database, timeout=WAITS, isolation_level=None)) as source,
        closing(sqlite3.connect(to, isolation_level=None)) as target,
    ):
        locks.lock(file, locks.LOCK_EX)
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "ignore_check_constraints=ON"):
            target.execute(f"PRAGMA {pragma}")
        with _noting(source) as tables:
            return _Copy(source, target, tables, to).run()


@contextmanager
def _noting(source: sqlite3.Connection) -> Iterator[list[Table]]:
    """Within, each row that anybody writes is noted. What a copy left that was cut off goes first."""
    with _writing(source):
        _note_no_more(source)
        tables = _tables(source)
        source.execute(
            f"CREATE TABLE {NOTED} (number INTEGER PRIMARY KEY, place INTEGER, row INTEGER)"
        )
        for place, table in enumerate(tables):
            for event, rows in {"INSERT": "N", "DELETE": "O", "UPDATE": "ON"}.items():
                noted = "".join(
                    f"INSERT INTO {NOTED} (place, row) VALUES ({place}, {which}._rowid_); "
                    for which in ({"N": "NEW", "O": "OLD"}[letter] for letter in rows)
                )
                source.execute(
                    f"CREATE TRIGGER {NOTED}_{place}_{event} AFTER {event} ON {table.name}"
                    f" BEGIN {noted}END"
                )
    try:
        yield tables
    finally:
        with _writing(source):
            _note_no_more(source)


@contextmanager
def _writing(source: sqlite3.Connection) -> Iterator[None]:
    source.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if source.in_transaction:  # SQLite goes back by itself where the disk is full
            source.execute("ROLLBACK")
        raise
    source.execute("COMMIT")


def _note_no_more(source: sqlite3.Connection) -> None:
    ours = source.execute(
        "SELECT type, name FROM sqlite_master WHERE name GLOB ? ORDER BY type DESC", [f"{NOTED}*"]
    ).fetchall()
    for sort, name in ours:  # triggers first
        source.execute(f"DROP {sort} {name}")


def _schema(source: sqlite3.Connection) -> list[tuple[str, str]]:
    """Sort and statement of everything that the database is made of, tables first."""
    return source.execute(
        "SELECT type, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*'"
        " AND name NOT GLOB ? ORDER BY type <> 'table', name",
        [f"{NOTED}*"],
    ).fetchall()


def _tables(source: sqlite3.Connection) -> list[Table]:
    names = source.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*'"
        " ORDER BY name"
    ).fetchall()
    return [
        Table(
            _quoted(name),
            tuple(
                _quoted(column[1])
                for column in source.execute(f"PRAGMA table_xinfo({_quoted(name)})")
                if not column[6]  # others are generated
            ),
        )
        for (name,) in names
    ]


def _quoted(name: str) -> str:
    return '"{}"'.format(name.replace('"', '""'))


class _Copy:
    def __init__(
        self, source: sqlite3.Connection, target: sqlite3.Connection, tables: list[Table], to: Path
    ) -> None:
        self.to = to
        self.source, self.target, self.tables = source, target, tables
        self.turns, self.last, self.unflushed = 0, 0, 0
        self.ends = time.monotonic() + PATIENCE

    def run(self) -> int:
        schema = _schema(self.source)
        try:
            return self._run(schema)
        except sqlite3.Error as error:
            if _schema(self.source) != schema:  # what was to be read is gone
                raise SchemaChanged from error
            raise

    def _run(self, schema: list[tuple[str, str]]) -> int:
        for sort, statement in schema:
            if sort == "table":
                self.target.execute(statement)
        for table in self.tables:
            self._copy_all(table)
        while not self._copy_the_last(schema):
            self._copy_noted(self._noted(FEW))
        for sort, statement in schema:
            if sort != "table":
                self.target.execute(statement)
        return self.turns

    def _copy_all(self, table: Table) -> None:
        after, ordered = -(2**63), f"{table.read} WHERE _rowid_ > ? ORDER BY _rowid_"
        while rows := self._turn(ordered, after):
            self._write(table, rows)
            self._flush(rows)
            after = int(str(rows[-1][0]))

    def _flush(self, rows: list[Row]) -> None:
        """Bring to the disk what was copied, a little at a time; nobody is kept from writing."""
        self.unflushed += sum(
            len(value) for row in rows for value in row if isinstance(value, str | bytes)
        )
        if self.unflushed >= FLUSHED:
            self.unflushed = 0
            with self.to.open("rb+") as file:
                os.fsync(file.fileno())

    def _turn(self, statement: str, after: int) -> list[Row]:
        """Read for a moment, one row at least, and let others write."""
        rows, ends = [], time.monotonic() + READS_FOR
        with closing(self.source.execute(statement, [after])) as cursor:
            for row in cursor:
                rows.append(row)
                if time.monotonic() >= ends:
                    break
        self._pause()
        return rows

    def _pause(self) -> None:
        self.turns += 1
        time.sleep(PAUSE)

    def _noted(self, most: int) -> list[tuple[int, int, int]]:
        """Number, place of the table and row of what was written since, the first of it."""
        return self.source.execute(
            f"SELECT number, place, row FROM {NOTED} WHERE number > ? ORDER BY number LIMIT ?",
            [self.last, most],
        ).fetchall()

    def _copy_noted(self, noted: list[tuple[int, int, int]]) -> None:
        for place, row in dict.fromkeys((place, row) for _, place, row in noted):
            table = self.tables[place]
            rows = self.source.execute(f"{table.read} WHERE _rowid_ = ?", [row]).fetchall()
            self.target.execute(f"DELETE FROM {table.name} WHERE _rowid_ = ?", [row])
            self._write(table, rows)
        self.last = noted[-1][0] if noted else self.last
        self._pause()

    def _copy_the_last(self, schema: list[tuple[str, str]]) -> bool:
        """Copy what is left at one moment, if that is little."""
        self.source.execute("BEGIN")
        try:
            if _schema(self.source) != schema:
                raise SchemaChanged
            late = time.monotonic() > self.ends
            noted = self._noted(-1 if late else FEW + 1)
            if len(noted) > FEW and not late:
                return False
            self._copy_noted(noted)
            self._copy_sequences()
        finally:
            if self.source.in_transaction:
                self.source.execute("COMMIT")
        return True

    def _copy_sequences(self) -> None:
        """The highest number that each table ever gave."""
        if self.source.execute(
            "SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'"
        ).fetchone():
            numbers = self.source.execute("SELECT name, seq FROM sqlite_sequence").fetchall()
            self.target.execute("DELETE FROM sqlite_sequence")
            self._insert("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", numbers)

    def _write(self, table: Table, rows: list[Row]) -> None:
        self._insert(table.write, rows)

    def _insert(self, statement: str, rows: list[Row]) -> None:
        self.target.execute("BEGIN")
        self.target.executemany(statement, rows)
        self.target.execute("COMMIT")
