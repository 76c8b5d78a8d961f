"""A document to be read from beginning to end: nothing to fill in, nothing left empty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_noop

from trueline.document import Document, Element, Part, Step, element_address, kind_of, resolve
from trueline.document.field_spec import field_specs
from trueline.reports.labels import element_label
from trueline.toolkit import Toolkit
from trueline.web.documents.cards import Card, Cards, FieldRow
from trueline.web.documents.kind_pages import pages_of
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.notes import Notes
from trueline.web.documents.reading.outline import Outline, Stretch, divided
from trueline.web.documents.reading.tables import Table, as_table

IN_THE_HEADING = frozenset(["title"])
"""Fields of the document that its page says above everything else."""

DECISIONS = Step(
    "answers", gettext_noop("Answers and decisions"), "", ("answers", "next_steps", "waivers")
)
"""The team's decisions, which stand last."""


@dataclass(frozen=True)
class ReadList:
    """A list of elements, as one table where they say little and as cards where they say more.

    `positions` are those of its cards, counted from 1, where others of its `count` stand elsewhere.
    """

    title: str
    cards: list[Card]
    table: Table | None
    positions: str = ""
    count: int = 0


@dataclass(frozen=True)
class Chapter:
    """A step of the workspace, or a page of it; `extra` is what its kind of document adds."""

    slug: str
    title: str
    rows: list[FieldRow] = field(default_factory=list)
    lists: list[ReadList] = field(default_factory=list)
    extra: SafeString = field(default_factory=SafeString)


class Reader:
    """Puts one document into chapters. `document` may be any revision of `record`."""

    def __init__(self, record: DocumentRecord, document: Document, toolkit: Toolkit) -> None:
        self.document, self.toolkit = document, toolkit
        self.pages = pages_of(record.kind)
        self.cards = Cards(record, document, toolkit, Notes(kind_of(document), ()))

    def outlines(self) -> tuple[Outline, ...]:
        """The chapters that hold something, in the order of the workspace."""
        outlines = []
        for step in self._steps():
            lists = [(name, elements) for name in step.lists if (elements := self._elements(name))]
            if lists or self._rows(step) or self._extra(step):
                pages, weight = divided(lists)
                outlines.append(Outline(step.slug, step.label, pages, weight))
        return tuple(outlines)

    def chapter(self, outline: Outline, page: int | None = None) -> Chapter:
        """A chapter, or a page of it, counted from 0. What is no list stands on the first."""
        step = next(each for each in self._steps() if each.slug == outline.slug)
        stretches = outline.stretches if page is None else outline.pages[page]
        lists = [self._list(stretch) for stretch in stretches]
        if page:
            return Chapter(outline.slug, outline.title, lists=lists)
        return Chapter(outline.slug, outline.title, self._rows(step), lists, self._extra(step))

    def _steps(self) -> Iterator[Step]:
        yield from (step for step in kind_of(self.document).steps if step.slug != "review")
        yield DECISIONS

    def _rows(self, step: Step) -> list[FieldRow]:
        if step.part is None:
            return []
        rows = self.cards.rows(resolve(self.document, step.part))
        return [row for row in rows if row.name not in IN_THE_HEADING]

    def _extra(self, step: Step) -> SafeString:
        extra = self.pages.extra_chapter
        return extra(self.document, self.toolkit, step) if extra else SafeString("")

    def _elements(self, address: str) -> tuple[Element, ...]:
        """Elements of a list of which there is something that the page does not say elsewhere.

        Of what joins two others the page says that it does.
        """
        elements: tuple[Element, ...] = resolve(self.document, address)
        return tuple(each for each in elements if not each.joins or _holds_more(each))

    def _list(self, stretch: Stretch) -> ReadList:
        elements = self._elements(stretch.address)
        holder, _dot, name = stretch.address.rpartition(".")
        part: Part = resolve(self.document, holder)
        title = gettext(field_specs(type(part))[name].title)
        cards = [
            self._card(each, element_address(holder, name, each))
            for each in elements[stretch.start : stretch.stop]
        ]
        positions = ""
        if len(cards) < len(elements):
            positions = f"{stretch.start + 1}–{stretch.stop}"
        return ReadList(title, cards, as_table(cards), positions, len(elements))

    def _card(self, element: Element, address: str) -> Card:
        card = _plain(self.cards.card(element, address))
        if not element.joins:
            return card
        return replace(card, rows=[], name=element_label(self.document, element, self.toolkit))


def _holds_more(element: Element) -> bool:
    """Whether something stands in the lists of an element."""
    specs = field_specs(type(element)).items()
    return any(spec.is_list and getattr(element, name) for name, spec in specs)


def _plain(card: Card) -> Card:
    """A card without repeating its heading; inner lists become tables where they can."""
    rows = [row for row in card.rows if not (row.name == "kind" and card.kind)]
    inner = [(each.title, [_plain(one) for one in each.cards]) for each in card.lists if each.cards]
    return replace(card, rows=rows, lists=[ReadList(*each, as_table(each[1])) for each in inner])
