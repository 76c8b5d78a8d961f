"""An element as a page shows it: what is filled in, in words, and what stands inside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Protocol
from urllib.parse import urlencode

from django.core.paginator import Page
from django.utils.translation import gettext

from trueline.document import Document, Element, Part, element_address
from trueline.document.field_spec import field_specs, form_fields, is_of_a_kind, own_fields
from trueline.document.fields import is_empty
from trueline.language import label
from trueline.language.terms import KIND
from trueline.reports.labels import element_name
from trueline.reports.values import Wording
from trueline.toolkit import Toolkit
from trueline.web.documents.kind_pages import EmptyState, KindPages
from trueline.web.documents.list_views import views_of
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.notes import Note, Notes
from trueline.web.documents.places import anchor_of, edit_url

FACTS, LONGEST_FACT = 3, 100
"""How many facts tell an element in brief, and how long each is at most."""

NEVER_ASKED = frozenset(["schema_version", "toolkit", "toolkit_id", "id"])
"""Fields that no form asks for and no card shows: they are set when the element is made and stay."""


@dataclass(frozen=True)
class FieldRow:
    """A filled field: its title, and its value in words, or several of them.

    `written`: whether somebody wrote these words; else they are ours, such as those of a list.
    `address` and `threads`: its place, and the comments on it where a page shows any.
    """

    name: str
    title: str
    values: tuple[str, ...]
    long: bool = False
    written: bool = False
    address: str = ""
    threads: list[Any] = field(default_factory=list)


@dataclass(frozen=True)
class Card:
    """An element or part with everything a page shows of it."""

    address: str
    anchor: str
    noun: str
    name: str
    kind: str
    rows: list[FieldRow]
    notes: list[Note]
    url: str
    lists: Sequence[NestedList] = field(default_factory=list)
    threads: list[Any] = field(default_factory=list)
    position: int = 0
    of: int = 1
    language: str = ""

    @property
    def first(self) -> bool:
        return self.position == 0

    @property
    def last(self) -> bool:
        return self.position == self.of - 1

    @property
    def place(self) -> int:
        """Its place in its list, counted from 1."""
        return self.position + 1


@dataclass(frozen=True)
class Summary:
    """An element in a long list: what tells it from others, and how much is said on it and inside it.

    Each of `facts` has a title, a value, and whether somebody wrote that; `weights` say how many notes
    of each weight stand. `more` leads to its card, `url` to its form.
    """

    anchor: str
    name: str
    kind: str
    facts: tuple[tuple[str, str, bool], ...]
    weights: tuple[tuple[str, int], ...]
    comments: int
    more: str
    url: str
    language: str = ""


class NestedList(Protocol):
    """A list within a card: a `CardList`, or what a page that only shows it makes of one."""

    @property
    def title(self) -> str: ...

    @property
    def cards(self) -> Sequence[Any]: ...


@dataclass(frozen=True)
class CardList:
    """A list of elements: its title and help from the declaration, its cards, its own notes.

    `kinds` are what an element of it may be, where that has to be chosen first. `in_brief`: whether
    some of `cards` stand for elements in brief. Of one that `is_long`, `page` is shown of what holds the
    words to `find`; `other_pages` leads to the others once their number follows, and `others` is what
    else the address asks for. `views` are other ways to look at it: address and name.
    """

    address: str
    anchor: str
    title: str
    help: str
    noun: str
    cards: list[Any]
    notes: list[Note]
    count: int = 0
    kinds: list[tuple[str, str]] = field(default_factory=list)
    in_brief: bool = False
    is_long: bool = False
    find: str = ""
    others: list[tuple[str, str]] = field(default_factory=list)
    page: Page[Any] | None = None
    other_pages: str = ""
    empty_state: EmptyState | None = None
    picker: tuple[str, Any] | None = None
    views: list[tuple[str, str]] = field(default_factory=list)

    @property
    def opened(self) -> bool:
        """Whether a summarised element is shown in full."""
        return self.in_brief and any(isinstance(card, Card) for card in self.cards)


@dataclass(frozen=True)
class Cards:
    """Makes cards of one document."""

    record: DocumentRecord
    document: Document
    toolkit: Toolkit
    notes: Notes
    pages: KindPages = field(default_factory=KindPages)
    threads: dict[str, list[Any]] = field(default_factory=dict)
    edit: bool = False

    @cached_property
    def wording(self) -> Wording:
        """Puts the values of the document into words."""
        return Wording(self.document, self.toolkit)

    def list_at(
        self, holder: Part, holder_address: str, name: str, *, cards: list[Any] | None = None
    ) -> CardList:
        """The list `name` of the part at an address; `cards` replaces those made of its elements."""
        spec = field_specs(type(holder))[name]
        address = f"{holder_address}.{name}" if holder_address else name
        elements: tuple[Element, ...] = getattr(holder, name)
        return CardList(
            address=address,
            anchor=anchor_of(address),
            title=spec.label,
            help=gettext(spec.help) if spec.help else "",
            noun=label(noun_of(type(holder), name)),
            cards=self._cards(holder_address, name, elements) if cards is None else cards,
            notes=self.notes.of_list(address),
            count=len(elements),
            kinds=kind_choices(type(holder), name),
            in_brief=any(not isinstance(card, Card) for card in cards or ()),
            empty_state=self.pages.empty_states.get(address),
            picker=self.pages.pickers.get(address),
            views=views_of(self.record, address, spec.base, edit=self.edit),
        )

    def _cards(self, holder: str, name: str, elements: tuple[Element, ...]) -> list[Card]:
        return [
            self.card(
                element, element_address(holder, name, element), position=number, of=len(elements)
            )
            for number, element in enumerate(elements)
        ]

    def card(self, part: Part, address: str, *, position: int = 0, of: int = 1) -> Card:
        """The card of one element, or of a part such as the evaluation."""
        lists = [name for name, spec in field_specs(type(part)).items() if spec.is_list]
        return Card(
            address=address,
            anchor=anchor_of(address),
            noun=part.sort if isinstance(part, Element) else "",
            name=element_name(self.document, part, self.toolkit)
            if isinstance(part, Element)
            else "",
            kind=kind_label(part),
            rows=[self._talked_on(row, address) for row in self.rows(part)],
            notes=self.notes.at(address),
            url=edit_url(self.record, address),
            lists=[self.list_at(part, address, name) for name in lists if address],
            threads=self._threads_at(address, part),
            position=position,
            of=of,
            language=self.document.language_of(address),
        )

    def _talked_on(self, row: FieldRow, address: str) -> FieldRow:
        """A row with its threads of comments."""
        at = f"{address}.{row.name}" if address else row.name
        return replace(row, address=at, threads=self.threads.get(at, []))

    def _threads_at(self, address: str, part: Part) -> list[Any]:
        """Threads on an element, and on those of its fields that no row shows."""
        if not self.threads:
            return []
        row_names = {row.name for row in self.rows(part)}
        beginning = f"{address}." if address else ""
        standing = list(self.threads.get(address, ()))
        for at, threads in self.threads.items():
            name = at.removeprefix(beginning)
            if (
                at != address
                and at.startswith(beginning)
                and "[" not in name
                and name not in row_names
            ):
                standing += threads if name.partition(".")[0] in type(part).model_fields else []
        return standing

    def summary(self, element: Element, address: str) -> Summary:
        """An element of a long list."""
        anchor = anchor_of(address)
        short = [
            (row.title, value, row.written)
            for row in self.rows(element)
            if not row.long and len(value := "; ".join(row.values)) <= LONGEST_FACT
        ]
        return Summary(
            anchor=anchor,
            name=element_name(self.document, element, self.toolkit) or element.sort,
            kind=kind_label(element),
            facts=tuple(short[:FACTS]),
            weights=tuple(weights_of(self.notes.within(address))),
            comments=sum(
                len(threads)
                for at, threads in self.threads.items()
                if at == address or at.startswith(f"{address}.")
            ),
            more=f"?{urlencode({'open': address})}#{anchor}",
            url=edit_url(self.record, address),
            language=self.document.language_of(address),
        )

    def rows(self, part: Part) -> list[FieldRow]:
        """The filled fields of a part in words, without what stands over them: its name and kind."""
        skip = {*NEVER_ASKED, *([part.named] if isinstance(part, Element) else [])}
        if kind_label(part):
            skip.add("kind")
        return [row for row in self._rows(part) if row.name not in skip]

    def _rows(self, part: Part) -> list[FieldRow]:
        rows: list[FieldRow] = []
        for name, spec in form_fields(type(part)).items():
            value = getattr(part, name)
            if is_empty(value):
                continue
            title = spec.label
            if spec.is_part and spec.optional:
                rows += [
                    FieldRow(
                        f"{name}.{row.name}",
                        f"{title}: {row.title}",
                        row.values,
                        row.long,
                        row.written,
                    )
                    for row in self._rows(value)
                ]
            elif not spec.is_part:
                values = self.wording.values(value, spec)
                rows.append(FieldRow(name, title, values, spec.long, spec.is_written))
        return rows


def weights_of(notes: Iterable[Note]) -> list[tuple[str, int]]:
    """How many notes of each weight stand, in words, the gravest first; those set aside left out."""
    titles = {
        "error": gettext("To put right"),
        "warning": gettext("To think about"),
        "note": gettext("Open"),
    }
    counts = Counter[str](n.finding.severity for n in notes if n.finding.waiver is None)
    return [(title, counts[weight]) for weight, title in titles.items() if counts[weight]]


def kind_label(part: Part) -> str:
    """The kind of an element, if its list holds several; else ""."""
    return KIND.label(part.kind) if is_of_a_kind(type(part)) else ""  # type: ignore[attr-defined]


def kind_choices(model: type[Part], name: str) -> list[tuple[str, str]]:
    """The kinds of element that a list may hold, with their labels; none where there is but one."""
    return [(kind, KIND.label(kind)) for kind in field_specs(model)[name].kinds]


def own_titles(element: Element) -> list[str]:
    """Titles of what is filled in of the fields that only this kind of element has."""
    specs = field_specs(type(element))
    return [
        specs[name].label
        for name in own_fields(type(element))
        if not is_empty(getattr(element, name))
    ]


def noun_of(model: type[Part], name: str) -> str:
    """The noun for an element of a list."""
    return field_specs(model)[name].base.noun  # type: ignore[attr-defined]
