"""Who writes to SQLite from one process waits in line, and not for long where nobody gets on."""

from __future__ import annotations

import threading

import pytest
from django.db import OperationalError, connection, transaction

from trueline.web import patience
from trueline.web.accounts.models import Organisation
from trueline.web.config.sqlite.writers import Writers


def test_they_write_in_the_order_in_which_they_came():
    writers, order = Writers(), []
    assert writers.begin(patience=5, most=5)

    def write(number: int) -> None:
        assert writers.begin(patience=20, most=20)
        order.append(number)
        writers.end()

    threads = []
    for number in range(6):
        threads.append(threading.Thread(target=write, args=(number,)))
        threads[-1].start()
        while len(writers._waiting) <= number:
            threads[-1].join(0.001)
    writers.end()
    for each in threads:
        each.join(20)
    assert order == [*range(6)]


def test_one_gives_up_where_nobody_gets_on_and_leaves_the_line():
    writers = Writers()
    assert writers.begin(patience=0, most=0)
    assert not writers.begin(patience=0, most=10)
    assert not writers.begin(patience=10, most=0)
    writers.end(has_written=False)
    assert writers.begin(patience=0, most=0)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL needs no line")
def test_a_statement_and_a_transaction_wait_for_one_another(monkeypatch):
    """Whoever fails for that leaves the turn to the next."""
    monkeypatch.setattr(patience, "seconds", lambda: 0.0)
    monkeypatch.setattr(patience, "USUAL", 0.0)
    said: list[str] = []

    def write() -> None:
        try:
            Organisation.objects.filter(name="none").update(name="other")
            said.append("written")
        except OperationalError as error:
            said.append(str(error))
        finally:
            connection.close()

    def another() -> None:
        thread = threading.Thread(target=write)
        thread.start()
        thread.join(20)

    with transaction.atomic():
        another()
    another()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        1 / 0  # noqa: B018
    another()
    assert said == ["database is locked", "written", "written"]
