"""An element as a page shows it: what is filled in, in words, and what stands inside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext

from trueline.design import ActivityBase, Design
from trueline.document import Element, Part
from trueline.document.address import element_address
from trueline.files.validation import models_in
from trueline.toolkit import Toolkit
from trueline.web.designs.forms.part_form import HIDDEN
from trueline.web.designs.forms.shapes import Shape, shapes
from trueline.web.designs.forms.words import in_words, name_of, value_in_words
from trueline.web.designs.models import DesignRecord
from trueline.web.designs.workspace.notes import Note, Notes
from trueline.web.designs.workspace.places import anchor_of, edit_url
from trueline.web.designs.workspace.teaching import TEACHING, Lesson

FACTS, LONGEST_FACT = 3, 100
"""How many facts tell an element in brief, and how long each is at most."""


@dataclass(frozen=True)
class Row:
    """A filled field: its title, and its value in words, or several of them."""

    name: str
    title: str
    values: tuple[str, ...]
    long: bool = False


@dataclass(frozen=True)
class Card:
    """An element or part with everything a page shows of it."""

    address: str
    anchor: str
    noun: str
    name: str
    kind: str
    rows: list[Row]
    notes: list[Note]
    url: str
    lists: list[CardList] = field(default_factory=list)
    threads: list[Any] = field(default_factory=list)
    position: int = 0
    first: bool = True
    last: bool = True


@dataclass(frozen=True)
class Brief:
    """An element in a long list: what tells it from others, with all notes on it and inside it.

    `more` leads to its card, `url` to its form.
    """

    anchor: str
    name: str
    kind: str
    facts: list[tuple[str, str]]
    notes: list[Note]
    comments: int
    more: str
    url: str


@dataclass(frozen=True)
class CardList:
    """A list of elements: its title and help from the declaration, its cards, its own notes.

    `in_brief`: whether some of `cards` stand for elements in brief.
    """

    address: str
    anchor: str
    title: str
    help: str
    noun: str
    cards: list[Any]
    notes: list[Note]
    count: int = 0
    in_brief: bool = False

    @property
    def opened(self) -> bool:
        """Whether one of those in brief stands there in full."""
        return self.in_brief and any(isinstance(card, Card) for card in self.cards)

    teaching: Lesson | None = None


class Cards:
    """Makes cards of one design."""

    def __init__(
        self,
        record: DesignRecord,
        design: Design,
        toolkit: Toolkit,
        notes: Notes,
        threads: dict[str, list[Any]] | None = None,
    ) -> None:
        self.record, self.design, self.toolkit, self.notes = record, design, toolkit, notes
        self.threads = threads or {}

    def list_at(
        self, holder: Part, holder_address: str, name: str, *, shown: list[Any] | None = None
    ) -> CardList:
        """The list `name` of what stands at an address; `shown` is what stands for its cards."""
        info = type(holder).model_fields[name]
        address = f"{holder_address}.{name}" if holder_address else name
        elements: tuple[Element, ...] = getattr(holder, name)
        cards = shown if shown is not None else [
            self.card(element, element_address(holder_address, name, element),
                      position=number, of=len(elements))
            for number, element in enumerate(elements)
        ]  # fmt: skip
        return CardList(
            address=address,
            anchor=anchor_of(address),
            title=gettext(info.title or name),
            help=gettext(info.description or ""),
            noun=gettext(noun_of(type(holder), name)),
            cards=cards,
            notes=self.notes.of_list(address),
            count=len(elements),
            in_brief=shown is not None,
            teaching=TEACHING.get(address),
        )

    def card(self, part: Part, address: str, *, position: int = 0, of: int = 1) -> Card:
        """The card of one element, or of a part such as the evaluation."""
        inner = [
            self.list_at(part, address, name)
            for name in type(part).model_fields
            if name not in shapes(type(part)) and address
        ]
        is_element = isinstance(part, Element)
        return Card(
            address=address,
            anchor=anchor_of(address),
            noun=gettext(part.noun) if is_element else "",
            name=name_of(part, self.toolkit) if is_element else "",
            kind=in_words(part.kind) if isinstance(part, ActivityBase) else "",
            rows=self.rows(part),
            notes=self.notes.at(address),
            url=edit_url(self.record, address),
            lists=inner,
            threads=self.threads.get(address, []),
            position=position,
            first=position == 0,
            last=position == of - 1,
        )

    def brief(self, element: Element, address: str) -> Brief:
        """An element of a long list."""
        anchor = anchor_of(address)
        short = [
            (row.title, value)
            for row in self.rows(element)
            if not row.long and len(value := "; ".join(row.values)) <= LONGEST_FACT
        ]
        return Brief(
            anchor=anchor,
            name=name_of(element, self.toolkit) or gettext(element.noun),
            kind=in_words(element.kind) if isinstance(element, ActivityBase) else "",
            facts=short[:FACTS],
            notes=self.notes.within(address),
            comments=len(self.threads.get(address, ())),
            more=f"?{urlencode({'open': address})}#{anchor}",
            url=edit_url(self.record, address),
        )

    def rows(self, part: Part) -> list[Row]:
        """The filled fields of a part in words, without the one that is its name."""
        skip = HIDDEN | ({part.named} if isinstance(part, Element) else frozenset())
        if isinstance(part, ActivityBase):
            skip |= {"kind"}  # it stands over the name
        return [row for row in self._rows(part, "") if row.name not in skip]

    def _rows(self, part: Part, prefix: str) -> list[Row]:
        rows: list[Row] = []
        for name, (info, shape) in shapes(type(part)).items():
            value = getattr(part, name)
            if value in (None, "", ()):
                continue
            title = gettext(info.title or name)
            if shape.is_part and shape.optional:
                rows += [
                    Row(f"{name}.{row.name}", f"{title}: {row.title}", row.values, row.long)
                    for row in self._rows(value, name)
                ]
            elif not shape.is_part:
                rows.append(Row(name, title, self._words(value, shape), shape.long))
        return rows

    def _words(self, value: Any, shape: Shape) -> tuple[str, ...]:
        values = value if isinstance(value, tuple) else (value,)
        return tuple(value_in_words(one, shape, self.design, self.toolkit) for one in values)


def own_titles(activity: ActivityBase) -> list[str]:
    """Titles of what is filled in of the fields that only this kind of activity has."""
    return [
        gettext(info.title or name)
        for name, (info, _shape) in shapes(type(activity)).items()
        if name not in ActivityBase.model_fields and getattr(activity, name) not in (None, "", ())
    ]


def noun_of(model: type[Part], name: str) -> str:
    """What an element of a list is called."""
    kinds = list(models_in(model.model_fields[name].annotation))
    return (ActivityBase if len(kinds) > 1 else kinds[0]).noun  # type: ignore[attr-defined]
