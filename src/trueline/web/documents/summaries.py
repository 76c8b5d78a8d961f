"""Long lists in brief: each element by its name, a few facts that tell it from others, how many notes.

The one that a visitor opens (`?open=` and its address) stands among them in full; `?open=all` opens
every one. A very long list has pages (`?page-activities=2`), and shows that of what is opened;
`?find-activities=` shows what holds these words. What is shown in brief depends on the revision alone,
so it is made once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, QueryDict
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from trueline.document import (
    Document,
    Element,
    element_address,
    format_address,
    kind_named,
    parse_address,
    resolve,
)
from trueline.language import wording_key
from trueline.lexicon.folding import fold
from trueline.reports.labels import element_name
from trueline.web.documents.cache import cached_fragment
from trueline.web.documents.cards import Card, CardList, Cards, Summary, kind_label
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.places import anchor_of, step_url
from trueline.web.documents.workspace import Workspace
from trueline.web.lists import LONGEST

MOST_IN_FULL = 8
"""A list with more elements than this is shown in brief."""
ON_A_PAGE = 50
"""Elements of a list that stand on one page of it."""
ALL = "all"
PAGE, FIND = "page-", "find-"


@dataclass(frozen=True)
class ListState:
    """The long lists that a visitor has opened, as addresses or `ALL`, and what the address asks."""

    opened: str
    query: QueryDict

    @classmethod
    def of(cls, request: HttpRequest) -> ListState:
        return cls(request.GET.get("open", ""), request.GET)

    def page_of(self, address: str) -> str:
        """The requested page of a list, as given in the address."""
        return self.query.get(f"{PAGE}{address}", "1")

    def words_for(self, address: str) -> str:
        """The words searched for in a list."""
        return self.query.get(f"{FIND}{address}", "").replace("\0", "").strip()[:LONGEST]

    def others(self, address: str) -> list[tuple[str, str]]:
        """The other parameters of the address, to repeat beside a new search in this list."""
        own = {f"{PAGE}{address}", f"{FIND}{address}", *(["open"] if self.opened != ALL else [])}
        return [
            (name, value)
            for name, values in self.query.lists()
            if name not in own
            for value in values
        ]

    def other_pages(self, address: str) -> str:
        """The query string of this list's other pages, up to the page number."""
        query = self.query.copy()
        for name in (f"{PAGE}{address}", *(["open"] if self.opened != ALL else [])):
            query.pop(name, None)
        before = f"{query.urlencode()}&" if query else ""
        return f"{before}{urlencode({f'{PAGE}{address}': ''})}"


@dataclass(frozen=True)
class Summaries:
    """Some elements of a list on end, in brief."""

    html: SafeString


@dataclass(frozen=True)
class _NumberedElement:
    """An element of a list, its address, and its number in the whole of it, from 0."""

    address: str
    element: Element
    number: int


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
        if len(elements) <= MOST_IN_FULL:
            return self.cards.list_at(holder, holder_address, name)
        places = [
            _NumberedElement(element_address(holder_address, name, element), element, number)
            for number, element in enumerate(elements)
        ]
        words = self.state.words_for(address)
        matching = self._holding(words, places) if words else places
        opened = next((place for place in matching if self._is_opened(place)), None)
        pages = Paginator(matching, ON_A_PAGE)
        page_number = (
            matching.index(opened) // ON_A_PAGE + 1 if opened else self.state.page_of(address)
        )
        page = pages.get_page(page_number)
        here = list(page.object_list)
        if self.state.opened == ALL:
            cards: list[Card | Summaries] = [self._card(place, len(places)) for place in here]
        else:
            cards = self._in_brief(here, opened, len(places))
        card_list = self.cards.list_at(holder, holder_address, name, cards=cards)
        return replace(
            card_list,
            is_long=True,
            page=page,
            other_pages=self.state.other_pages(address),
            find=words,
            others=self.state.others(address),
        )

    def _holding(self, words: str, places: list[_NumberedElement]) -> list[_NumberedElement]:
        """The elements that hold every word in what is shown of them; marks and accents aside."""
        wanted = fold(words).text.split()
        return [
            place
            for place in places
            if all(word in text for text in [self._text_of(place)] for word in wanted)
        ]

    def _text_of(self, place: _NumberedElement) -> str:
        cards, element = self.cards, place.element
        name = element_name(cards.document, element, cards.toolkit)
        values = (value for row in cards.rows(element) for value in row.values)
        return fold(" ".join((name, kind_label(element), *values))).text

    def _is_opened(self, place: _NumberedElement) -> bool:
        return is_within(self.state.opened, place.address)

    def _card(self, place: _NumberedElement, count: int) -> Card:
        return self.cards.card(place.element, place.address, position=place.number, of=count)

    def _in_brief(
        self, places: list[_NumberedElement], opened: _NumberedElement | None, count: int
    ) -> list[Card | Summaries]:
        """Summaries of all, except the opened one."""
        if opened is None:
            return [self._summaries(places)] if places else []
        before = [place for place in places if place.number < opened.number]
        after = [place for place in places if place.number > opened.number]
        return [
            *([self._summaries(before)] if before else []),
            self._card(opened, count),
            *([self._summaries(after)] if after else []),
        ]

    def _summaries(self, places: list[_NumberedElement]) -> Summaries:
        record, cards = self.cards.record, self.cards
        comments = tuple(len(cards.threads.get(place.address, ())) for place in places)
        key = (
            "summaries",
            record.pk,
            record.revision,
            hash(record.content),
            tuple(place.address for place in places),
            comments,
            wording_key(),
            timezone.localdate(),
            "edit" in self.workspace.permissions,
            self.workspace.related.key,
        )

        def make() -> SafeString:
            summaries = (cards.summary(place.element, place.address) for place in places)
            return SafeString("".join(map(self._drawn, summaries)))

        return Summaries(cached_fragment(key, make))

    def _drawn(self, summary: Summary) -> SafeString:
        """A save changes one element of a list; the others are drawn already."""
        key = (
            "summary",
            summary,
            getattr(self.cards.document, "language", None),
            wording_key(),
            "edit" in self.workspace.permissions,
        )

        def make() -> SafeString:
            context = {"summary": summary, "workspace": self.workspace}
            return render_to_string("documents/summary.html", context)

        return cached_fragment(key, make)


def is_within(place: str, address: str) -> bool:
    """Whether a place is at an address, or inside it."""
    return place == address or place.startswith(f"{address}.")


def card_url(
    record: DocumentRecord, document: Document, address: str, *, anchor: bool = True
) -> str:
    """The address of an element, opened where its list is in brief."""
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
