"""The address of each thing of the toolkit: a page of its own, or a place on another's."""

from __future__ import annotations

from functools import lru_cache

from django.urls import reverse

from trueline.toolkit import Node, Toolkit

OWN_PAGE = frozenset(
    [
        "about",
        "section",
        "lesson",
        "question",
        "category",
        "indicator",
        "evidence",
        "guide",
        "resource",
        "vocabulary",
    ]
)
"""Kinds that have a page. Points, figures, terms and topics stand on the page of their holder."""


def address_of(toolkit: Toolkit, id: str) -> str:
    """The address at which a thing is shown, to the place on the page. Raises KeyError."""
    node = toolkit.node(id)
    if node.kind in OWN_PAGE:
        return _entry_url(id)
    if node.kind == "topic":
        return f"{reverse('library:reading')}#{anchor(id)}"
    return f"{_entry_url(str(node.parent))}#{anchor(id)}"


@lru_cache(maxsize=4096)
def _entry_url(id: str) -> str:
    """Found once: a page may link to a hundred entries."""
    return reverse("library:entry", args=[id])


def anchor(id: str) -> str:
    """The id of an element on a page that shows this thing."""
    return id.replace(".", "-")


def page_of(toolkit: Toolkit, node: Node) -> Node:
    """The node whose page shows this one: itself, or what holds it."""
    return node if node.kind in OWN_PAGE or not node.parent else toolkit.node(node.parent)
