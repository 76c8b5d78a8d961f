"""Work that is shared by threads and processes comes out as if one had done it."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence

import pytest

from trueline.web.serving.backups import process_pool
from trueline.web.serving.backups.process_pool import ProcessPool
from trueline.web.serving.backups.threads import in_background, prefetched

MANY = 230


def with_process(values: Sequence[int]) -> list[tuple[int, int]]:
    return [(value, os.getpid()) for value in values]


def ending(values: Sequence[int]) -> list[tuple[int, int]]:
    """Ends a process that helps in the midst of it, as a system does that is short of memory."""
    if os.getpid() != int(os.environ["TEST_FIRST"]) and 120 in values:
        os._exit(9)
    return with_process(values)


def failing(values: Sequence[int]) -> list[int]:
    raise LookupError(values[0])


@pytest.fixture
def two_cores(monkeypatch):
    monkeypatch.setattr(process_pool, "MANY", 100)
    monkeypatch.setattr(process_pool, "_cores", lambda: 2)
    monkeypatch.setenv("TEST_FIRST", str(os.getpid()))


def done(work, values: int = MANY):
    helping = ProcessPool(work, values=values)
    try:
        for value in range(values):
            helping.add(value)
        return helping.results()
    finally:
        helping.close()


def test_few_values_are_worked_on_here():
    assert done(with_process) == [(value, os.getpid()) for value in range(MANY)]


@pytest.mark.slow
def test_many_are_worked_on_elsewhere_in_their_order(two_cores):
    found = done(with_process)
    assert [value for value, _process in found] == [*range(MANY)]
    assert len({process for _value, process in found}) == 1
    assert os.getpid() not in {process for _value, process in found}


@pytest.mark.slow
def test_what_a_process_leaves_that_is_ended_is_done_here(two_cores):
    assert [value for value, _process in done(ending)] == [*range(MANY)]


@pytest.mark.slow
def test_what_goes_wrong_there_is_raised_here(two_cores):
    with pytest.raises(LookupError):
        done(failing)


def test_values_come_ahead_in_their_order_and_no_further_than_a_few():
    made = []

    def making():
        for value in range(50):
            made.append(value)
            yield value

    found = []
    for value in prefetched(making()):
        found.append(value)
        if value == 10:
            time.sleep(0.2)
            assert len(made) < 20
    assert found == [*range(50)]


def test_what_making_a_value_raises_comes_in_its_place():
    def making():
        yield 1
        yield 2
        raise LookupError

    values = prefetched(making())
    assert [next(values), next(values)] == [1, 2]
    with pytest.raises(LookupError):
        next(values)


def test_whoever_leaves_off_ends_the_making():
    over = []

    def making():
        try:
            yield from range(1000)
        finally:
            over.append(True)

    values = prefetched(making())
    assert next(values) == 0
    values.close()
    assert over == [True]


def test_work_behind_is_done_in_order_and_all_of_it_at_the_end():
    found = []

    def work(value: int) -> None:
        time.sleep(0.002)
        found.append(value)

    with in_background(work) as hand_over:
        for value in range(30):
            hand_over(value)
    assert found == [*range(30)]


@pytest.mark.parametrize("number", [2, 40])
def test_what_the_work_behind_raises_is_raised(number):
    def work(value: int) -> None:
        if value == number:
            raise LookupError

    def all_handed_over() -> None:
        with in_background(work) as hand_over:
            for value in range(41):
                hand_over(value)

    with pytest.raises(LookupError):
        all_handed_over()
