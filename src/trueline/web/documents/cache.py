"""HTML that need not be made twice: what a revision says never changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

from django.utils.safestring import SafeString

V = TypeVar("V")


class Cache(Generic[V]):
    """Keeps what was made for the last `size` keys; evicts the least recently used.

    A key has to name everything that the value depends on. Threads may ask at once; what two make
    at the same moment is made twice.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._values: OrderedDict[Hashable, V] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], V]) -> V:
        """What was made for this key, or is made now."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
        value = make()
        with self._lock:
            self._values[key] = value
            while len(self._values) > self._size:
                self._values.popitem(last=False)
        return value

    def clear(self) -> None:
        with self._lock:
            self._values.clear()


_fragments: Cache[SafeString] = Cache(96)


def cached_fragment(key: tuple[Hashable, ...], make: Callable[[], SafeString]) -> SafeString:
    """The HTML for this key.

    The key names the document, its revision, the language, what the visitor may do, and the day
    where the review is in it.
    """
    return _fragments.get(key, make)
