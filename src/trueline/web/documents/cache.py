"""HTML that need not be made twice: what a revision says never changes."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from django.utils.safestring import SafeString

from trueline.memory import Cache

_fragments: Cache[SafeString] = Cache(32_000_000)


def cached_fragment(key: tuple[Hashable, ...], make: Callable[[], SafeString]) -> SafeString:
    """The HTML for this key.

    The key names the document, its revision, the language, what the visitor may do, and the day
    where the review is in it.
    """
    return _fragments.get(key, make)


def forget() -> None:
    """Let every fragment be made anew."""
    _fragments.clear()
