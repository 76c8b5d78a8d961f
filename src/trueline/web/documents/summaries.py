"""Long lists in brief: each element by its name, a few facts that tell it from others, its notes.

The one that a visitor opens (`?open=` and its address) stands among them in full; `?open=all` opens
every one. What is shown in brief depends on the revision alone, so it is made once.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from trueline.document import (
    Document,
    Element,
    element_address,
    format_address,
    kind_named,
    parse_address,
    resolve,
)
from trueline.web.documents.cache import cached_fragment
from trueline.web.documents.cards import Card, CardList, Cards
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.places import anchor_of, step_url
from trueline.web.documents.workspace import Workspace

MOST_IN_FULL = 8
"""A list with more elements than this is shown in brief."""
ALL = "all"


@dataclass(frozen=True)
class ListState:
    """What a visitor has opened of the long lists, an address or `ALL`."""

    opened: str = ""

    @classmethod
    def of(cls, request: HttpRequest) -> ListState:
        return cls(request.GET.get("open", ""))


@dataclass(frozen=True)
class Summaries:
    """Some elements of a list on end, in brief."""

    html: SafeString


@dataclass(frozen=True)
class ListCards:
    """Makes the lists of a document, long ones in brief."""

    workspace: Workspace
    cards: Cards
    state: ListState

    def list_at(self, address: str) -> CardList:
        """The list at an address such as `evaluation.studies`."""
        holder_address, _dot, name = address.rpartition(".")
        holder = resolve(self.cards.document, holder_address)
        elements: tuple[Element, ...] = getattr(holder, name)
        if len(elements) <= MOST_IN_FULL or self.state.opened == ALL:
            return self.cards.list_at(holder, holder_address, name)
        places = [element_address(holder_address, name, element) for element in elements]
        shown = self._shown(list(zip(places, elements, strict=True)))
        return self.cards.list_at(holder, holder_address, name, shown=shown)

    def _shown(self, places: list[tuple[str, Element]]) -> list[Card | Summaries]:
        """Everything in brief, but for the one that is opened."""
        opened = self.state.opened
        here = next(
            (n for n, (address, _) in enumerate(places) if is_within(opened, address)), None
        )
        if here is None:
            return [self._summaries(places)]
        address, element = places[here]
        before, after = places[:here], places[here + 1 :]
        return [
            *([self._summaries(before)] if before else []),
            self.cards.card(element, address, position=here, of=len(places)),
            *([self._summaries(after)] if after else []),
        ]

    def _summaries(self, places: list[tuple[str, Element]]) -> Summaries:
        record, cards = self.cards.record, self.cards
        comments = tuple(len(cards.threads.get(address, ())) for address, _element in places)
        key = (
            "summaries",
            record.pk,
            record.revision,
            hash(record.content),
            places[0][0],
            len(places),
            comments,
            get_language(),
            timezone.localdate(),
            "edit" in self.workspace.may,
        )

        def make() -> SafeString:
            summaries = [cards.summary(element, address) for address, element in places]
            context = {"summaries": summaries, "workspace": self.workspace}
            return render_to_string("documents/summaries.html", context)

        return Summaries(cached_fragment(key, make))


def is_within(place: str, address: str) -> bool:
    """Whether a place is what stands at an address, or inside it."""
    return place == address or place.startswith(f"{address}.")


def card_url(
    record: DocumentRecord, document: Document, address: str, *, anchor: bool = True
) -> str:
    """Where an element is shown, opened where its list is in brief."""
    url = step_url(record, kind_named(record.kind).step_of(address))
    if outer := _in_long_list(document, address):
        url += f"?{urlencode({'open': outer})}"
    return f"{url}#{anchor_of(address)}" if anchor else url


def _in_long_list(document: Document, address: str) -> str:
    """The outermost element around a place, "" where its list is shown in full anyway."""
    steps = parse_address(address)
    for number, step in enumerate(steps):
        if isinstance(step, tuple):
            elements = resolve(document, format_address((*steps[:number], step[0])))
            return format_address(steps[: number + 1]) if len(elements) > MOST_IN_FULL else ""
    return ""
