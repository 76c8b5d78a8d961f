"""What a process remembers: bounded by bytes, and safe where threads ask at once."""

from __future__ import annotations

import threading
from dataclasses import dataclass

import pytest

from trueline.memory import SHORT, Cache, forget_all, remembered, size_of


@pytest.fixture
def made() -> list[str]:
    """What had to be made, in order."""
    return []


@pytest.fixture
def ask(made):
    cache: Cache[str] = Cache(20)

    def asked(key: str, weight: int = 10) -> str:
        return cache.get(key, lambda: made.append(key) or f"value of {key}", lambda _: weight)

    asked.cache = cache
    return asked


def test_what_was_made_is_not_made_again(ask, made):
    assert ask("a") == ask("a") == "value of a"
    assert made == ["a"]


def test_the_least_recently_used_is_evicted(ask, made):
    for key in ("a", "b", "a", "c", "a", "b"):
        ask(key)
    assert made == ["a", "b", "c", "b"]


def test_one_heavy_value_takes_the_room_of_several(ask):
    ask("a"), ask("b"), ask("heavy", 15)
    assert (len(ask.cache), ask.cache.weight) == (1, 15)


def test_what_is_too_heavy_is_made_each_time_and_displaces_nothing(ask, made):
    ask("a"), ask("b"), ask("huge", 21), ask("huge", 21), ask("a"), ask("b")
    assert made == ["a", "b", "huge", "huge"]
    assert ask.cache.weight == 20


@pytest.mark.parametrize("empty", [lambda cache: cache.clear(), lambda cache: forget_all()])
def test_it_can_be_emptied(ask, made, empty):
    ask("a")
    empty(ask.cache)
    assert ask.cache.weight == 0
    ask("a")
    assert made == ["a", "a"]


def test_what_fails_is_not_kept(ask, made):
    def fails() -> str:
        raise RuntimeError("no disk")

    with pytest.raises(RuntimeError):
        ask.cache.get("a", fails)
    assert ask("a") == "value of a"


def test_what_another_thread_is_making_is_waited_for(ask, made):
    began, may_end = threading.Event(), threading.Event()

    def slowly() -> str:
        made.append("a")
        began.set()
        may_end.wait(5)
        return "value of a"

    first = threading.Thread(target=lambda: ask.cache.get("a", slowly, lambda _: 99))
    second_got: list[str] = []
    second = threading.Thread(target=lambda: second_got.append(ask("a")))
    first.start()
    assert began.wait(5)
    second.start()
    may_end.set()
    first.join(), second.join()
    assert (second_got, made) == (["value of a"], ["a"])


def test_who_waits_for_what_fails_makes_it(ask, made):
    began, may_fail = threading.Event(), threading.Event()

    def fails() -> str:
        began.set()
        may_fail.wait(5)
        raise ValueError("no disk")

    def first() -> None:
        with pytest.raises(ValueError, match="no disk"):
            ask.cache.get("a", fails)

    got: list[str] = []
    threads = [
        threading.Thread(target=first),
        threading.Thread(target=lambda: got.append(ask("a"))),
    ]
    threads[0].start()
    assert began.wait(5)
    threads[1].start()
    may_fail.set()
    for thread in threads:
        thread.join()
    assert (got, made) == (["value of a"], ["a"])


def test_threads_that_ask_at_once_get_their_own_values(ask):
    wrong: list[tuple[str, str]] = []

    def many(number: int) -> None:
        for turn in range(300):
            key = str((number + turn) % 5)
            if (value := ask(key)) != f"value of {key}":
                wrong.append((key, value))

    threads = [threading.Thread(target=many, args=[number]) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert ask.cache.weight == 10 * len(ask.cache) <= 20


@dataclass(frozen=True)
class Held:
    texts: tuple[str, ...]
    by_name: dict[str, list[str]]


def test_a_value_is_weighed_with_all_that_it_holds_and_what_it_holds_twice_once():
    text = "x" * 10_000
    held = Held((text, text), {"a": [text, "y" * 5_000]})
    assert 15_000 < size_of(held) < 17_000


def test_only_short_texts_are_remembered_by_number(made):
    @remembered(10)
    def read(text: str, mark: str) -> str:
        made.append(mark)
        return text + mark

    short, long = "a" * SHORT, "a" * (SHORT + 1)
    assert [read(short, "!"), read(short, "!")] == [f"{short}!"] * 2
    assert [read(long, "?"), read(long, "?")] == [f"{long}?"] * 2
    assert made == ["!", "?", "?"]
