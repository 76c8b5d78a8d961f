"""Queries of the library, a function for each page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trueline.toolkit import (
    Category,
    Count,
    Evidence,
    Indicator,
    Node,
    Resource,
    Section,
    Toolkit,
    Topic,
    counts,
)
from trueline.toolkit.notes import notes_of
from trueline.web.library.places import page_of


@dataclass(frozen=True)
class Related:
    """The things that an entry rests on, leads to, and is named by."""

    lessons: tuple[Node, ...]
    questions: tuple[Node, ...]
    indicators: tuple[Node, ...]
    evidence: tuple[Evidence, ...]
    others: tuple[Node, ...]

    def __bool__(self) -> bool:
        return bool(self.lessons or self.questions or self.indicators or self.others)


def related(toolkit: Toolkit, node: Node) -> Related:
    """Links of an entry in both directions, each thing once."""
    item = node.item
    linked = [
        toolkit.node(id)
        for field in ("lessons", "questions", "indicators")
        for id in getattr(item, field, ())
        if isinstance(id, str)
    ]
    pages = [page_of(toolkit, n) for n in (*linked, *toolkit.linked_from(node.id))]
    around = [n for n in dict.fromkeys(pages) if n.id != node.id]
    return Related(
        lessons=_of_kind(around, "lesson"),
        questions=_of_kind(around, "question"),
        indicators=_of_kind(around, "category", "indicator"),
        evidence=evidence_of(toolkit, node),
        others=_of_kind(around, "section", "resource"),
    )


def _of_kind(nodes: Iterable[Node], *kinds: str) -> tuple[Node, ...]:
    return tuple(node for node in nodes if node.kind in kinds)


def evidence_of(toolkit: Toolkit, node: Node) -> tuple[Evidence, ...]:
    """The footnotes that an entry and what stands in it rest on, in the order of the source."""
    holders = (node.item, *getattr(node.item, "points", ()), *getattr(node.item, "figures", ()))
    wanted = {id for holder in holders for id in notes_of(holder)}
    return tuple(item for item in toolkit.evidence if item.id in wanted)


def neighbours(toolkit: Toolkit, node: Node) -> tuple[Node | None, Node | None]:
    """The entries of the same kind before and after this one, within its section or list."""
    row = [n for n in toolkit if n.kind == node.kind and n.section_id == node.section_id]
    at = row.index(node)
    return (row[at - 1] if at else None, row[at + 1] if at + 1 < len(row) else None)


@dataclass(frozen=True)
class Shelf:
    """A section and how much it holds."""

    section: Section
    count: Count


def shelves(toolkit: Toolkit, part: str) -> list[Shelf]:
    """The sections of one part of the toolkit."""
    held = {count.section: count for count in counts(toolkit)}
    return [Shelf(s, held[s.id]) for s in toolkit.sections if s.part == part]


@dataclass(frozen=True)
class CategoryIndicators:
    """A category with its indicators."""

    category: Category
    indicators: tuple[Indicator, ...]


def measured(toolkit: Toolkit, section: str) -> list[CategoryIndicators]:
    """The categories of a section, with their indicators."""
    return [
        CategoryIndicators(category, toolkit.indicators(category=category.id))
        for category in toolkit.categories(section)
    ]


@dataclass(frozen=True)
class Reading:
    """A topic of the further reading and its works."""

    topic: Topic
    works: tuple[Resource, ...]


def reading(toolkit: Toolkit) -> list[Reading]:
    """Works of further reading by topic; a work on two topics stands under both."""
    return [
        Reading(topic, tuple(work for work in toolkit.resources if topic.id in work.topics))
        for topic in toolkit.topics
    ]
