"""The toolkit as a program sees it: frozen, linked, and looked up by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar, cast

from trueline.lexicon import Concept, Lexicon
from trueline.toolkit.cache import compiled_terms
from trueline.toolkit.entries import (
    Evidence,
    Figure,
    Guide,
    Lesson,
    Question,
    Resource,
    Section,
    Term,
    Topic,
    Vocabulary,
)
from trueline.toolkit.measuring import Category, FollowUp, Indicator
from trueline.toolkit.notes import notes_of
from trueline.toolkit.pack import Chapter, Pack
from trueline.toolkit.packfile import About, PackHead
from trueline.toolkit.texts import Point

Item = (
    About
    | Section
    | Lesson
    | Question
    | Category
    | Indicator
    | Point
    | Figure
    | Evidence
    | Guide
    | Resource
    | Topic
    | Vocabulary
    | Term
)
Shape = TypeVar("Shape")


@dataclass(frozen=True)
class Node:
    """One thing of the toolkit with its place in it.

    `kind` is the lower-case name of its shape, `section_id` the section it stands in (None for
    evidence, resources and vocabulary), `parent` the id of what holds it (a point's question, an
    indicator's category, a term's list), `ref` its place in the source, `pack` whose it is.
    """

    id: str
    kind: str
    item: Item
    ref: str | None
    section_id: str | None
    parent: str | None
    pack: str


class Toolkit:
    """All packs together. The source's comes first; others only add to it."""

    def __init__(self, packs: tuple[Pack, ...]) -> None:
        self._packs = packs
        self._nodes = MappingProxyType({node.id: node for node in _nodes(packs)})

    @property
    def head(self) -> PackHead:
        """The head of the source's pack."""
        return self._packs[0].head

    @property
    def packs(self) -> tuple[PackHead, ...]:
        return tuple(pack.head for pack in self._packs)

    @property
    def lexicon(self) -> tuple[Concept, ...]:
        """The words that readers type for the things of the field, of all packs."""
        return tuple(concept for pack in self._packs for concept in pack.lexicon)

    @cached_property
    def reading(self) -> Lexicon:
        """The words that review reads in what people write, of all packs, ready to be found."""
        concepts = tuple(concept for pack in self._packs for concept in pack.reading)
        return Lexicon(concepts, compiled_terms(concepts))

    def __getitem__(self, id: str) -> Item:
        """The thing with this id. Raises KeyError."""
        return self._nodes[id].item

    def get(self, id: str) -> Item | None:
        """The thing with this id, or None."""
        node = self._nodes.get(id)
        return node.item if node else None

    def __contains__(self, id: object) -> bool:
        return id in self._nodes

    def __iter__(self) -> Iterator[Node]:
        """Every node, in the order of the source."""
        return iter(self._nodes.values())

    def __len__(self) -> int:
        return len(self._nodes)

    def node(self, id: str) -> Node:
        """The thing with this id and its place. Raises KeyError."""
        return self._nodes[id]

    def is_own(self, id: str) -> bool:
        """Whether an organisation added it, rather than the source."""
        return self._nodes[id].pack != self.head.id

    def at(self, ref: str) -> tuple[Node, ...]:
        """The entry at a place of the source, such as "3 Q6" or "fn 9".

        An introduction, such as "3 I", is held by its section.
        """
        return self._by_ref.get(ref) or self._by_ref.get(ref.removesuffix(" I"), ())

    @cached_property
    def _by_ref(self) -> dict[str, tuple[Node, ...]]:
        nodes: dict[str, tuple[Node, ...]] = {}
        for node in self:
            if node.ref and node.ref != "own":
                nodes[node.ref] = (*nodes.get(node.ref, ()), node)
        return nodes

    def _one(self, shape: type[Shape], id: str) -> Shape:
        """The thing with this id, of the shape that is asked for. Raises KeyError for another."""
        node = self._nodes[id]
        if not isinstance(node.item, shape):
            raise KeyError(f"{id} is a {node.kind}, and no {shape.__name__.lower()}")
        return node.item

    def lesson(self, id: str) -> Lesson:
        return self._one(Lesson, id)

    def question(self, id: str) -> Question:
        return self._one(Question, id)

    def category(self, id: str) -> Category:
        return self._one(Category, id)

    def indicator(self, id: str) -> Indicator:
        return self._one(Indicator, id)

    def footnote(self, id: str) -> Evidence:
        return self._one(Evidence, id)

    def guide(self, id: str) -> Guide:
        return self._one(Guide, id)

    def topic(self, id: str) -> Topic:
        """A topic by its id, as entries name it, or by its node's."""
        return self._one(Topic, f"topic.{id.removeprefix('topic.')}")

    def resource(self, id: str) -> Resource:
        return self._one(Resource, id)

    def vocabulary(self, id: str) -> Vocabulary:
        return self._one(Vocabulary, id)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        return tuple(node.item for node in self if isinstance(node.item, Section))

    def section(self, id: str) -> Section:
        """A section by id or by number, such as "awareness" or "3". Raises KeyError."""
        for section in self.sections:
            if id in (section.id, str(section.number)):
                return section
        raise KeyError(id)

    def lessons(self, section: str | None = None) -> tuple[Lesson, ...]:
        return tuple(lesson for _, lesson in self._of(Lesson, section))

    def questions(
        self, section: str | None = None, *, applies: str | None = None
    ) -> tuple[Question, ...]:
        """Questions of a section, or those asked of a kind of activity or of the `programme`."""
        return tuple(
            question
            for _, question in self._of(Question, section)
            if applies is None or applies in question.applies
        )

    def categories(self, section: str | None = None) -> tuple[Category, ...]:
        return tuple(category for _, category in self._of(Category, section))

    def indicators_by_category(self, section: str | None = None) -> Iterator[tuple[str, Indicator]]:
        """Each indicator behind the id of the category that it stands in."""
        for node, indicator in self._of(Indicator, section):
            yield node.parent or "", indicator

    def indicators(
        self, section: str | None = None, *, category: str | None = None
    ) -> tuple[Indicator, ...]:
        return tuple(
            indicator
            for node, indicator in self._of(Indicator, section)
            if category in (None, node.parent)
        )

    def category_of(self, indicator: str) -> Category:
        """The category that an indicator belongs to. Raises KeyError."""
        parent = self._nodes[self._nodes[indicator].parent or ""].item
        if not isinstance(parent, Category):
            raise KeyError(indicator)
        return parent

    def follow_up(self, id: str) -> FollowUp:
        """The times at which it asks for what a category measures to be measured again.

        Raises KeyError where there is no such category, or none that is measured again.
        """
        item = self._nodes[id].item
        if not isinstance(item, Category) or item.follow_up is None:
            raise KeyError(id)
        return item.follow_up

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        return tuple(node.item for node in self if isinstance(node.item, Evidence))

    @cached_property
    def guides(self) -> tuple[Guide, ...]:
        return tuple(node.item for node in self if isinstance(node.item, Guide))

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        return tuple(node.item for node in self if isinstance(node.item, Topic))

    @cached_property
    def resources(self) -> tuple[Resource, ...]:
        return tuple(node.item for node in self if isinstance(node.item, Resource))

    @cached_property
    def vocabularies(self) -> tuple[Vocabulary, ...]:
        return tuple(node.item for node in self if isinstance(node.item, Vocabulary))

    def terms(self, vocabulary: str) -> tuple[Term, ...]:
        """The terms of a list, such as `actor-group`. Raises KeyError."""
        words = self[vocabulary]
        if not isinstance(words, Vocabulary):
            raise KeyError(vocabulary)
        return words.terms

    def linked_from(self, id: str) -> tuple[Node, ...]:
        """The entries that link to a thing: lessons and questions to an indicator, entries to evidence."""
        return self._incoming.get(id, ())

    @cached_property
    def _incoming(self) -> dict[str, tuple[Node, ...]]:
        nodes: dict[str, tuple[Node, ...]] = {}
        for node in self:
            for target in links_of(node.item):
                if node not in nodes.get(target, ()):
                    nodes[target] = (*nodes.get(target, ()), node)
        return nodes

    @cached_property
    def _by_shape(self) -> dict[type, list[Node]]:
        nodes: dict[type, list[Node]] = {}
        for node in self:
            nodes.setdefault(type(node.item), []).append(node)
        return nodes

    def _of(self, shape: type[Shape], section: str | None) -> Iterator[tuple[Node, Shape]]:
        """Nodes that hold a thing of this shape, with the thing."""
        for node in self._by_shape.get(shape, ()):
            if section is None or node.section_id == section:
                yield node, cast("Shape", node.item)


def links_of(item: Item) -> tuple[str, ...]:
    """Ids that a thing names: its questions, lessons, indicators, notes, guides, topics, lists."""
    fields = ("lessons", "questions", "indicators", "guides", "topics", "disaggregation")
    targets = (target for field in fields for target in getattr(item, field, ()))
    return (*(target for target in targets if isinstance(target, str)), *notes_of(item))


def _nodes(packs: tuple[Pack, ...]) -> Iterator[Node]:
    added: dict[str, list[tuple[str, Indicator]]] = {}
    for pack in packs:
        if pack.head.about:
            yield Node(pack.head.id, "about", pack.head.about, "0 I", None, None, pack.head.id)
        for addition in pack.added_indicators:
            added.setdefault(addition.category, []).append((pack.head.id, addition.indicator))
    for pack in packs:
        for chapter in pack.chapters:
            yield from _chapter_nodes(chapter, pack.head.id, added)
    for pack in packs:
        yield from _list_nodes(pack)


def _chapter_nodes(
    chapter: Chapter, pack: str, added: dict[str, list[tuple[str, Indicator]]]
) -> Iterator[Node]:
    place = chapter.section_id
    if chapter.section:
        yield Node(place, "section", chapter.section, chapter.section.ref, place, None, pack)
        for figure in chapter.section.figures:
            yield Node(f"{place}.{figure.id}", "figure", figure, figure.ref, place, place, pack)
    entries: tuple[Lesson | Question, ...] = (*chapter.lessons, *chapter.questions)
    for entry in entries:
        kind = type(entry).__name__.lower()
        yield Node(entry.id, kind, entry, entry.ref, place, place, pack)
        for number, point in enumerate(entry.points, 1):
            ref = "own" if entry.ref == "own" else f"{entry.ref}.{number}"
            yield Node(f"{entry.id}.{point.id}", "point", point, ref, place, entry.id, pack)
    for category in chapter.categories:
        yield Node(category.id, "category", category, category.ref, place, place, pack)
        own = [(pack, indicator) for indicator in category.indicators]
        for whose, indicator in (*own, *added.get(category.id, [])):
            yield Node(
                indicator.id, "indicator", indicator, indicator.ref, place, category.id, whose
            )


def _list_nodes(pack: Pack) -> Iterator[Node]:
    whose = pack.head.id
    for evidence in pack.evidence:
        yield Node(evidence.id, "evidence", evidence, evidence.ref, None, None, whose)
    for guide in pack.guides:
        yield Node(guide.id, "guide", guide, None, None, None, whose)
    for topic in pack.topics:
        yield Node(f"topic.{topic.id}", "topic", topic, None, None, None, whose)
    for resource in pack.resources:
        yield Node(resource.id, "resource", resource, resource.ref, None, None, whose)
    for words in pack.vocabulary:
        yield Node(words.id, "vocabulary", words, words.ref, None, None, whose)
        for term in words.terms:
            yield Node(f"{words.id}.{term.id}", "term", term, term.ref, None, words.id, whose)
