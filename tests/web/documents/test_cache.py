"""The cache of what need not be made twice: bounded, and safe where threads ask at once."""

from __future__ import annotations

import threading

import pytest

from trueline.web.documents.cache import Cache


@pytest.fixture
def made() -> list[str]:
    """What had to be made, in order."""
    return []


@pytest.fixture
def ask(made):
    cache: Cache[str] = Cache(2)

    def asked(key: str) -> str:
        return cache.get(key, lambda: made.append(key) or f"value of {key}")

    asked.cache = cache
    return asked


def test_what_was_made_is_not_made_again(ask, made):
    assert ask("a") == ask("a") == "value of a"
    assert made == ["a"]


def test_the_least_recently_used_is_evicted(ask, made):
    for key in ("a", "b", "a", "c", "a", "b"):
        ask(key)
    assert made == ["a", "b", "c", "b"]


def test_it_can_be_emptied(ask, made):
    ask("a")
    ask.cache.clear()
    ask("a")
    assert made == ["a", "a"]


def test_what_fails_is_not_kept(ask, made):
    def fails() -> str:
        raise RuntimeError("no disk")

    with pytest.raises(RuntimeError):
        ask.cache.get("a", fails)
    assert ask("a") == "value of a"


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
    assert len(ask.cache._values) <= 2
