"""Long lists in brief: each element by its name, a few facts that tell it from others, its notes.

The one that a visitor opens (`?open=` and its address) stands among them in full; `?open=all` opens
every one. What is shown in brief depends on the revision alone, so it is made once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from trueline.design import Design
from trueline.document import Element, format_address, parse_address, resolve
from trueline.document.address import element_address
from trueline.web.designs.kept_html import kept_html
from trueline.web.designs.models import DesignRecord
from trueline.web.designs.workspace.cards import Card, CardList, Cards
from trueline.web.designs.workspace.places import anchor_of, step_url
from trueline.web.designs.workspace.steps import step_of

MOST_IN_FULL = 8
"""A list with more elements than this is shown in brief."""
ALL = "all"


@dataclass(frozen=True)
class Folding:
    """What a visitor has opened, an address or `ALL`, and what they may do here."""

    opened: str
    may: Mapping[str, bool]


@dataclass(frozen=True)
class Briefs:
    """Some elements of a list on end, in brief."""

    html: SafeString


def list_card(cards: Cards, design: Design, address: str, folding: Folding) -> CardList:
    """The list at an address such as `evaluation.studies`, in brief where it is long."""
    holder_address, _dot, name = address.rpartition(".")
    holder = resolve(design, holder_address)
    elements: tuple[Element, ...] = getattr(holder, name)
    if len(elements) <= MOST_IN_FULL or folding.opened == ALL:
        return cards.list_at(holder, holder_address, name)
    places = [element_address(holder_address, name, element) for element in elements]
    shown = _shown(cards, list(zip(places, elements, strict=True)), folding)
    return cards.list_at(holder, holder_address, name, shown=shown)


def _shown(
    cards: Cards, places: list[tuple[str, Element]], folding: Folding
) -> list[Card | Briefs]:
    """Everything in brief, but for the one that is opened."""
    here = next((number for number, (address, _element) in enumerate(places)
                 if is_within(folding.opened, address)), None)  # fmt: skip
    if here is None:
        return [_briefs(cards, places, folding)]
    address, element = places[here]
    opened = cards.card(element, address, position=here, of=len(places))
    before, after = places[:here], places[here + 1 :]
    return [
        *([_briefs(cards, before, folding)] if before else []),
        opened,
        *([_briefs(cards, after, folding)] if after else []),
    ]


def is_within(place: str, address: str) -> bool:
    """Whether a place is what stands at an address, or inside it."""
    return place == address or place.startswith(f"{address}.")


def _briefs(cards: Cards, places: list[tuple[str, Element]], folding: Folding) -> Briefs:
    record = cards.record
    talk = tuple(len(cards.threads.get(address, ())) for address, _element in places)
    key = ("briefs", record.pk, record.revision, places[0][0], len(places), talk, get_language(),
           timezone.localdate(), "edit" in folding.may)  # fmt: skip

    def made() -> SafeString:
        briefs = [cards.brief(element, address) for address, element in places]
        context = {"briefs": briefs, "record": record, "request": {"may": folding.may}}
        return render_to_string("designs/briefs.html", context)

    return Briefs(kept_html(key, made))


def card_url(record: DesignRecord, design: Design, address: str, *, anchor: bool = True) -> str:
    """Where an element is shown, opened where its list is in brief."""
    url = step_url(record, step_of(address))
    if outer := _in_long_list(design, address):
        url += f"?{urlencode({'open': outer})}"
    return f"{url}#{anchor_of(address)}" if anchor else url


def _in_long_list(design: Design, address: str) -> str:
    """The outermost element around a place, "" where its list is shown in full anyway."""
    steps = parse_address(address)
    for number, step in enumerate(steps):
        if isinstance(step, tuple):
            elements = resolve(design, format_address((*steps[:number], step[0])))
            return format_address(steps[: number + 1]) if len(elements) > MOST_IN_FULL else ""
    return ""
