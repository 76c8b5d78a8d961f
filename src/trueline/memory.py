"""A cache within a process, bounded by bytes and not by entries.

A single large document outweighs a thousand small ones: only bytes say how much memory is used.
"""

from __future__ import annotations

import sys
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache, lru_cache, wraps
from threading import Event, Lock
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar
from weakref import WeakSet

V = TypeVar("V")
P = ParamSpec("P")

OfText = Callable[Concatenate[str, P], V]

SHORT = 300
"""Letters of a text that is remembered by number: so few that a count bounds the bytes."""

PATIENCE = 20.0
"""Seconds for which a thread waits for what another makes before it makes that itself."""

_PLAIN = frozenset([str, int, float, bool, bytes, type(None)])
"""Types that hold nothing else: most of what is weighed is of these."""

_caches: WeakSet[Cache[Any]] = WeakSet()
_counted: list[Callable[[], None]] = []


class _Making(Generic[V]):
    """A value in the making: other threads wait until it is `over`. A failed one has no `values`."""

    def __init__(self) -> None:
        self.over, self.values = Event(), list[V]()


class Cache(Generic[V]):
    """Keeps what was made for a key, up to `most` bytes together; evicts the least recently used.

    A key has to name everything that the value depends on. Threads may ask at once: who asks for what
    another is making waits for that, so that a large document is not read five times at the same
    moment. What alone weighs more than `most` is not kept.
    """

    def __init__(self, most: int) -> None:
        self.most, self.weight = most, 0
        self._values: OrderedDict[Hashable, tuple[V, int]] = OrderedDict()
        self._making: dict[Hashable, _Making[V]] = {}
        self._lock = Lock()
        _caches.add(self)

    def get(
        self, key: Hashable, make: Callable[[], V], weigh: Callable[[V], int] | None = None
    ) -> V:
        """The cached value of a key, made if missing. Its size is given by `weigh`, else by `size_of`."""
        with self._lock:
            if (entry := self._values.get(key)) is not None:
                self._values.move_to_end(key)
                return entry[0]
            making = self._making.get(key)
            if making is None:
                self._making[key] = mine = _Making[V]()
        if making is None:
            return self._make_and_store(key, make, weigh or size_of, mine)
        making.over.wait(PATIENCE)
        return making.values[0] if making.values else make()

    def _make_and_store(
        self, key: Hashable, make: Callable[[], V], weigh: Callable[[V], int], mine: _Making[V]
    ) -> V:
        """Make a value, keep it if there is room, and hand it to those who wait for it."""
        try:
            value = make()
            mine.values.append(value)
            mine.over.set()
            self._keep(key, value, weigh(value))
        finally:
            mine.over.set()
            with self._lock:
                self._making.pop(key, None)
        return value

    def _keep(self, key: Hashable, value: V, weight: int) -> None:
        with self._lock:
            self._forget(key)
            if weight <= self.most:
                self._values[key] = value, weight
                self.weight += weight
            while self.weight > self.most:
                self._forget(next(iter(self._values)))

    def _forget(self, key: Hashable) -> None:
        if (entry := self._values.pop(key, None)) is not None:
            self.weight -= entry[1]

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._values.clear()
            self.weight = 0

    def __len__(self) -> int:
        return len(self._values)


def forget_all() -> None:
    """Empty every cache of the process."""
    for each in list(_caches):
        each.clear()
    for clear in _counted:
        clear()


def size_of(value: object) -> int:
    """About how many bytes a value takes, with all that it holds of texts, lists and dataclasses."""
    size, seen, waiting = 0, set[int](), [value]
    while waiting:
        each = waiting.pop()
        if id(each) in seen or isinstance(each, type):
            continue
        seen.add(id(each))
        size += sys.getsizeof(each)
        kind: Any = type(each)
        if kind in _PLAIN:
            continue
        if isinstance(each, list | tuple | set | frozenset):
            waiting += each
        elif names := _names_of_fields(kind):
            waiting += [getattr(each, name) for name in names]
        elif isinstance(each, Mapping):
            waiting += [*each.keys(), *each.values()]
    return size


@cache
def _names_of_fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def remembered(entries: int) -> Callable[[OfText[P, V]], OfText[P, V]]:
    """Remember what a function of a text gives for the last `entries` short texts.

    Long ones are rare, and would make a count of entries say nothing about bytes.
    """

    def decorate(function: OfText[P, V]) -> OfText[P, V]:
        counted = lru_cache(maxsize=entries)(function)
        _counted.append(counted.cache_clear)
        cached: OfText[P, V] = counted

        @wraps(function)
        def remembering(text: str, /, *values: P.args, **options: P.kwargs) -> V:
            ask = cached if len(text) <= SHORT else function
            return ask(text, *values, **options)

        return remembering

    return decorate
