"""A database that is down at the start is waited for; one that refuses us is not."""

from __future__ import annotations

import pytest
from django.db import OperationalError, connection

from trueline.web.serving import database_wait
from trueline.web.serving.database_wait import wait_for_database

DOWN = (
    'connection failed: connection to server at "127.0.0.1", port 5432 failed: Connection refused',
    "connection failed: FATAL:  the database system is starting up",
    "failed to resolve host 'db.example.org': [Errno -2] Name or service not known",
    "connection timeout expired",
    "database is locked",
)
REFUSED = (
    'FATAL:  password authentication failed for user "u"',
    'FATAL:  database "x" does not exist',
    "unable to open database file",
)


@pytest.fixture
def answers(monkeypatch):
    """A database that says these things, one for each try, and then answers."""
    monkeypatch.setattr(database_wait, "PAUSE", 0.01)

    def made(*said: str) -> list[str]:
        left = list(said)

        def ensure_connection() -> None:
            if left:
                raise OperationalError(left.pop(0))

        monkeypatch.setattr(connection, "ensure_connection", ensure_connection)
        return left

    return made


@pytest.mark.parametrize("said", DOWN)
def test_it_is_waited_for_and_that_is_said_once(answers, said):
    left, told = answers(said, said, said), []
    wait_for_database(told.append, seconds=5)
    assert left == []
    assert "does not answer yet" in told[0]
    assert told[1:] == ["The database answers."]


def test_nothing_is_said_where_it_answers(answers):
    answers()
    told: list[str] = []
    wait_for_database(told.append, seconds=5)
    assert told == []


@pytest.mark.parametrize("said", REFUSED)
def test_what_waiting_does_not_mend_is_said_at_once(answers, said):
    left = answers(said, said)
    with pytest.raises(OperationalError):
        wait_for_database(print, seconds=60)
    assert left == [said]


def test_it_is_not_waited_for_longer_than_that(answers):
    left = answers(*[DOWN[0]] * 1000)
    with pytest.raises(OperationalError):
        wait_for_database(print, seconds=0.1)
    assert left
