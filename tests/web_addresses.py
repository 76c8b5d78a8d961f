"""All addresses of the workbench, read off its resolver."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse


def addresses(
    resolver: Any = None, names: tuple[str, ...] = ()
) -> Iterator[tuple[str, Any, set[str]]]:
    """Each named address of ours: its full name, its view, and what its pattern asks for."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            here = (*names, pattern.namespace) if pattern.namespace else names
            yield from addresses(pattern, here)
        elif isinstance(pattern, URLPattern) and not _of_others(pattern):
            name = ":".join((*names, pattern.name or "?"))
            yield name, pattern.callback, set(pattern.pattern.converters)


def _of_others(pattern: URLPattern) -> bool:
    module = getattr(pattern.callback, "view_class", pattern.callback).__module__
    return not module.startswith("trueline.")


ADDRESSES = {name: (view, asks) for name, view, asks in addresses()}

PRIVATE = {
    name: asks
    for name, (view, asks) in ADDRESSES.items()
    if getattr(view, "access", "").startswith(("document:", "organisation:"))
}
"""Addresses within a design or an organisation."""

WRITES = sorted(
    name
    for name in PRIVATE
    if ADDRESSES[name][0].access.partition(":")[2]
    in ("edit", "report", "share", "manage", "comment")
)
"""Those by which something is changed."""


def names_in(part: str, names: Iterable[str]) -> list[str]:
    """Those of these addresses that one part of the workbench has."""
    return sorted(name for name in names if name.partition(":")[0] == part)


def of_each_part(names: Iterable[str]) -> pytest.MarkDecorator:
    """One case for each part of the workbench that has any of these addresses.

    What the addresses are tried with costs more than to try them, so that it is made once for all of
    a part.
    """
    return pytest.mark.parametrize("part", sorted({name.partition(":")[0] for name in names}))


def url_of(name: str, things: dict[str, Any]) -> str:
    return reverse(name, kwargs={ask: things[ask] for ask in PRIVATE[name]})


def only_of(kind: str) -> list[str]:
    """Addresses that only documents of one kind have."""
    return sorted(n for n, (view, _) in ADDRESSES.items() if getattr(view, "only", "") == kind)
