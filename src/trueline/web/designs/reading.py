"""A design to be read from beginning to end: nothing to fill in, nothing left empty."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from trueline.design import Design, Link
from trueline.document import resolve
from trueline.document.address import element_address
from trueline.reports.design.diagram import described, diagram_svg
from trueline.reports.design.logframe import LogframeRow, logframe
from trueline.reports.values import Wording
from trueline.toolkit import Toolkit
from trueline.web.designs.models import DesignRecord
from trueline.web.designs.naming import element_in_words
from trueline.web.designs.reading_tables import Table, as_table
from trueline.web.designs.workspace.cards import Card, CardList, Cards, Row
from trueline.web.designs.workspace.notes import Notes
from trueline.web.designs.workspace.steps import STEPS

IN_THE_HEADING = frozenset(["title"])
"""Fields of the design that its page says above everything else."""


@dataclass(frozen=True)
class Picture:
    """The theory of change drawn, and the same in sentences."""

    svg: SafeString
    sentences: list[str]


@dataclass(frozen=True)
class ReadList:
    """A list of elements, as one table where they say little and as cards where they say more."""

    title: str
    cards: list[Card]
    table: Table | None


@dataclass(frozen=True)
class Chapter:
    """What one step of the workspace holds."""

    slug: str
    title: str | Promise
    rows: list[Row] = field(default_factory=list)
    lists: list[ReadList] = field(default_factory=list)
    picture: Picture | None = None
    logframe: tuple[LogframeRow, ...] = ()


def reading(record: DesignRecord, design: Design, toolkit: Toolkit) -> list[Chapter]:
    """The chapters of a design that hold something, in the order of the workspace.

    `design` may be any revision of `record`.
    """
    reader = _Reader(record, design, toolkit)
    chapters = [
        *(reader.chapter(step.slug, gettext(step.title), step.lists, step.part)
          for step in STEPS if step.slug != "review"),
        reader.chapter("answers", _("Answers and decisions"), ("answers", "next_steps", "waivers")),
    ]  # fmt: skip
    return [one for one in chapters if one.rows or one.lists or one.picture]


class _Reader:
    """Makes the chapters of one design."""

    def __init__(self, record: DesignRecord, design: Design, toolkit: Toolkit) -> None:
        self.design, self.toolkit = design, toolkit
        self.cards = Cards(record, design, toolkit, Notes(()))

    def chapter(
        self, slug: str, title: str | Promise, lists: tuple[str, ...], part: str | None = None
    ) -> Chapter:
        rows = self.cards.rows(resolve(self.design, part)) if part is not None else []
        is_theory = slug == "theory" and bool(self.design.theory.nodes)
        return Chapter(
            slug=slug,
            title=title,
            rows=[row for row in rows if row.name not in IN_THE_HEADING],
            lists=[made for name in lists if (made := self._list(name)) is not None],
            picture=self._picture() if is_theory else None,
            logframe=logframe(self.design, Wording(self.design, self.toolkit)) if is_theory else (),
        )

    def _list(self, address: str) -> ReadList | None:
        """A list, unless nothing is in it that the page does not say elsewhere."""
        if not resolve(self.design, address):
            return None
        holder, _dot, name = address.rpartition(".")
        found = self.cards.list_at(resolve(self.design, holder), holder, name)
        cards = self._links(found) if name == "links" else [_plain(card) for card in found.cards]
        return ReadList(found.title, cards, as_table(cards)) if cards else None

    def _links(self, found: CardList) -> list[Card]:
        """Links that rest on assumptions, by what they join; the picture shows the others."""
        by_address = {element_address("", "links", link): link for link in self.design.links}
        return [
            replace(_plain(card), rows=[], name=self._joins(by_address[card.address]))
            for card in found.cards
            if by_address[card.address].assumptions
        ]

    def _joins(self, link: Link) -> str:
        return element_in_words(self.design, link, self.toolkit)

    def _picture(self) -> Picture:
        # Our own drawing, in which every text of the design is escaped.
        svg = mark_safe(diagram_svg(self.design, legend=False, in_words=False))
        return Picture(svg, described(self.design))


def _plain(card: Card) -> Card:
    """A card without what its heading says already; lists in it stand as tables where they can."""
    rows = [row for row in card.rows if not (row.name == "kind" and card.kind)]
    inner = [(each.title, [_plain(one) for one in each.cards]) for each in card.lists if each.cards]
    return replace(card, rows=rows, lists=[ReadList(*each, as_table(each[1])) for each in inner])
