"""Pages of every kind of document but designs, whose pages `test_every_page.py` names one by one.

A kind joins by being registered, a page by having an address that asks for a document alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from web_addresses import ADDRESSES

from tests.kind_examples import example_of
from trueline.document import Document, kinds, load_any
from trueline.web.documents import store

GENERIC = ("documents:", "workspace:", "comments:", "sharing:")
ELSEWHERE = frozenset(
    [
        "workspace:element-kind",
        "workspace:text-language",
        "workspace:answer",
        "workspace:assign",
        "workspace:waive",
    ]
)
"""Pages about one thing of a design, which not every example of a kind has."""
LACKING = {"legal": ("workspace:budget", "workspace:timeline"), "plan": ("workspace:budget",)}
"""What a kind has no page of, since nothing in it has sums by year, or days."""


def pages_of_kinds(cast: Any, no_page: frozenset[str]) -> dict[str, tuple[str, str]]:
    """Who opens which address, by kind and name of the address."""
    found = {}
    for kind in kinds():
        if kind.name == "design":
            continue
        document = load_any(example_of(kind.name)).document
        record = store.create(
            by=cast.editor, organisation=cast.organisation, document=document, origin="example"
        )
        for name, path in _pages(record, document, no_page):
            found[f"{kind.name}: {name}"] = ("owner", path)
        for step in kind.steps:
            if not step.page:
                path = reverse("workspace:step", args=[record.pk, step.slug])
                found[f"{kind.name}: step {step.slug}"] = ("owner", path)
    return found


def _pages(record: Any, document: Document, no_page: frozenset[str]) -> Iterator[tuple[str, str]]:
    queries = _queries(document)
    left_out = no_page | ELSEWHERE | {*LACKING.get(record.kind, ())}
    for name, (view, asks) in ADDRESSES.items():
        has = name.startswith(GENERIC) or getattr(view, "only", "") == record.kind
        if asks == {"document_id"} and has and name not in left_out:
            yield name, reverse(name, args=[record.pk], query=queries.get(name))


def _queries(document: Document) -> dict[str, dict[str, str]]:
    """What a page is asked with, of the first list that holds something."""
    lists = {name: getattr(document, name) for name in type(document).model_fields}
    name = next(
        name for name, value in lists.items() if isinstance(value, tuple) and _has_ids(value)
    )
    at = {"at": f"{name}[{lists[name][0].id}]"}
    return {
        "workspace:element": at,
        "workspace:remove": at,
        "workspace:add": {"to": name},
        "workspace:grid": {"of": name},
        "comments:new": at,
        "documents:compare": {"older": "1", "newer": "1"},
    }


def _has_ids(value: tuple[Any, ...]) -> bool:
    return bool(value) and hasattr(value[0], "id")
