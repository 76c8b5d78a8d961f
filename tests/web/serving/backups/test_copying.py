"""A copy of an SQLite database shows one moment, whatever is written while it is made."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from trueline.web.serving.backups import copying

ROWS = 40


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "here.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "CREATE TABLE sentence (id INTEGER PRIMARY KEY AUTOINCREMENT, words TEXT UNIQUE);"
            "CREATE TABLE visit (secret TEXT PRIMARY KEY, of INTEGER REFERENCES sentence, raw BLOB);"
            "CREATE INDEX visit_of ON visit (of);"
        )
        for number in range(ROWS):
            connection.execute("INSERT INTO sentence (words) VALUES (?)", [f"words {number}"])
            connection.execute("INSERT INTO visit VALUES (?, ?, ?)", [f"s{number}", number, b"\0"])
        connection.commit()
    return path


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def copied(database: Path) -> tuple[Path, int]:
    to = database.with_name("copy.sqlite3")
    return to, copying.copy(database, to, lock=database.with_name("lock"))


@pytest.fixture
def after_each_turn(
    database, monkeypatch
) -> Callable[[Callable[[sqlite3.Connection, int], None]], None]:
    """Has somebody write after each turn of one row, who would wait for a moment at most."""
    monkeypatch.setattr(copying, "READS_FOR", 0)
    monkeypatch.setattr(copying, "PAUSE", 0)
    pause = copying._Copy._pause

    def arrange(write: Callable[[sqlite3.Connection, int], None]) -> None:
        def paused(copy: copying._Copy) -> None:
            pause(copy)
            if copy.source.in_transaction:
                return
            with closing(sqlite3.connect(database, timeout=0.2)) as other, other:
                write(other, copy.turns)

        monkeypatch.setattr(copying._Copy, "_pause", paused)

    return arrange


def test_a_quiet_database_is_copied_whole(database):
    before = dump(database)
    copy, _turns = copied(database)
    assert dump(copy) == before == dump(database)


def test_whoever_writes_after_each_turn_is_let_in(database, after_each_turn):
    def write(other: sqlite3.Connection, turn: int) -> None:
        if turn <= 2 * ROWS:
            other.execute("INSERT INTO sentence (words) VALUES (?)", [f"new {turn}"])
            other.execute("UPDATE visit SET raw = ? WHERE of = ?", [bytes([turn]), turn % ROWS])
            other.execute("DELETE FROM sentence WHERE id = ?", [ROWS - turn // 2])

    after_each_turn(write)
    copy, turns = copied(database)
    assert turns > 2 * ROWS
    assert dump(copy) == dump(database)


def test_values_that_change_places_are_both_there(database, after_each_turn):
    def write(other: sqlite3.Connection, turn: int) -> None:
        if turn == ROWS:
            other.execute("UPDATE sentence SET words = 'for a moment' WHERE id = 1")
            other.execute("UPDATE sentence SET words = 'words 0' WHERE id = 2")
            other.execute("UPDATE sentence SET words = 'words 1' WHERE id = 1")

    after_each_turn(write)
    copy, _turns = copied(database)
    assert dump(copy) == dump(database)


def test_it_ends_though_more_is_written_than_it_can_follow(database, after_each_turn, monkeypatch):
    def write(other: sqlite3.Connection, turn: int) -> None:
        other.executemany("UPDATE visit SET raw = ? WHERE of = ?", [(b"1", n) for n in range(ROWS)])

    after_each_turn(write)
    monkeypatch.setattr(copying, "FEW", 3)
    monkeypatch.setattr(copying, "PATIENCE", 0)
    copy, _turns = copied(database)
    assert dump(copy) == dump(database)


@pytest.mark.parametrize(
    "change",
    [
        "ALTER TABLE sentence ADD COLUMN language TEXT",
        "ALTER TABLE visit RENAME COLUMN raw TO bytes",
        "DROP TABLE visit",
        "ALTER TABLE visit RENAME TO visits",
    ],
)
def test_an_upgrade_meanwhile_is_noticed(database, after_each_turn, change):
    def write(other: sqlite3.Connection, turn: int) -> None:
        if turn == ROWS:
            other.execute(change)

    after_each_turn(write)
    with pytest.raises(copying.SchemaChanged):
        copied(database)
    assert "backup_noted" not in "".join(dump(database))


def test_a_disk_that_is_full_is_called_so_where_sqlite_has_gone_back_by_itself(
    database, monkeypatch
):
    def full(source: sqlite3.Connection) -> None:
        source.execute("ROLLBACK")
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(copying, "_tables", full)
    with pytest.raises(sqlite3.OperationalError, match="disk is full"):
        copied(database)


def test_what_a_copy_left_that_was_cut_off_goes_with_the_next(database, monkeypatch):
    before = dump(database)
    with monkeypatch.context() as cut_off:  # as when the process is killed
        cut_off.setattr(copying, "_note_no_more", lambda source: None)
        cut_off.setattr(copying._Copy, "run", lambda copy: 1)
        copied(database)
    assert dump(database) != before
    database.with_name("copy.sqlite3").unlink()
    copy, _turns = copied(database)
    assert dump(database) == dump(copy) == before
