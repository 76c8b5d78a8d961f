"""A document to be read from beginning to end: nothing to fill in, nothing left empty."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from trueline.document import Document, Step, kind_of, resolve
from trueline.reports.labels import element_label
from trueline.toolkit import Toolkit
from trueline.web.documents.cards import Card, CardList, Cards, Row
from trueline.web.documents.kind_pages import pages_of
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.notes import Notes
from trueline.web.documents.reading.tables import Table, as_table

IN_THE_HEADING = frozenset(["title"])
"""Fields of the document that its page says above everything else."""

DECISIONS = Step("answers", "", "", ("answers", "next_steps", "waivers"))
"""What the team decided, which stands last."""


@dataclass(frozen=True)
class ReadList:
    """A list of elements, as one table where they say little and as cards where they say more."""

    title: str
    cards: list[Card]
    table: Table | None


@dataclass(frozen=True)
class Chapter:
    """What one step of the workspace holds; `extra` is what its kind of document adds."""

    slug: str
    title: str | Promise
    rows: list[Row] = field(default_factory=list)
    lists: list[ReadList] = field(default_factory=list)
    extra: SafeString = field(default_factory=SafeString)


def chapters_of(record: DocumentRecord, document: Document, toolkit: Toolkit) -> list[Chapter]:
    """The chapters of a document that hold something, in the order of the workspace.

    `document` may be any revision of `record`.
    """
    reader = _Reader(record, document, toolkit)
    steps = [step for step in kind_of(document).steps if step.slug != "review"]
    chapters = [reader.chapter(step, step.label) for step in steps]
    chapters.append(reader.chapter(DECISIONS, _("Answers and decisions")))
    return [chapter for chapter in chapters if chapter.rows or chapter.lists or chapter.extra]


class _Reader:
    """Makes the chapters of one document."""

    def __init__(self, record: DocumentRecord, document: Document, toolkit: Toolkit) -> None:
        self.document, self.toolkit = document, toolkit
        self.pages = pages_of(record.kind)
        self.cards = Cards(record, document, toolkit, Notes(kind_of(document), ()))

    def chapter(self, step: Step, title: str | Promise) -> Chapter:
        document, extra = self.document, self.pages.extra_chapter
        rows = self.cards.rows(resolve(document, step.part)) if step.part is not None else []
        return Chapter(
            slug=step.slug,
            title=title,
            rows=[row for row in rows if row.name not in IN_THE_HEADING],
            lists=[made for name in step.lists if (made := self._list(name)) is not None],
            extra=extra(document, self.toolkit, step) if extra else SafeString(""),
        )

    def _list(self, address: str) -> ReadList | None:
        """A list, unless nothing is in it that the page does not say elsewhere."""
        elements = resolve(self.document, address)
        if not elements:
            return None
        holder, _dot, name = address.rpartition(".")
        made = self.cards.list_at(resolve(self.document, holder), holder, name)
        joins = bool(elements[0].joins)
        cards = self._joining(made) if joins else [_plain(card) for card in made.cards]
        return ReadList(made.title, cards, as_table(cards)) if cards else None

    def _joining(self, made: CardList) -> list[Card]:
        """What joins two others, by their names, where there is more to say of it than that."""
        return [
            replace(
                _plain(card),
                rows=[],
                name=element_label(
                    self.document, resolve(self.document, card.address), self.toolkit
                ),
            )
            for card in made.cards
            if any(inner.cards for inner in card.lists)
        ]


def _plain(card: Card) -> Card:
    """A card without what its heading says already; lists in it stand as tables where they can."""
    rows = [row for row in card.rows if not (row.name == "kind" and card.kind)]
    inner = [(each.title, [_plain(one) for one in each.cards]) for each in card.lists if each.cards]
    return replace(card, rows=rows, lists=[ReadList(*each, as_table(each[1])) for each in inner])
