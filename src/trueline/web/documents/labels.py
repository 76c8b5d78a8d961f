"""Places of a document in words, whether or not something still stands there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from trueline.document import Document, Element, Part, kind_of, parse_address
from trueline.document.address import position_in
from trueline.document.field_spec import field_specs
from trueline.reports.review.places import called, shortened
from trueline.toolkit import Toolkit
from trueline.web.documents.words import name_of


@dataclass(frozen=True)
class PlaceLabel:
    """A place in words. `exists`: whether the whole of its address leads somewhere."""

    text: str
    exists: bool


def place_label(document: Document, address: str, toolkit: Toolkit) -> PlaceLabel:
    """What a reader calls the place at an address; as far as it leads, where something is gone."""
    try:
        steps = parse_address(address)
    except ValueError:
        return PlaceLabel(gettext("Somewhere else"), False)
    words: list[str] = []
    place: Any = document
    for step in steps:
        name = step if isinstance(step, str) else step[0]
        if not isinstance(place, Part) or name not in type(place).model_fields:
            return PlaceLabel(_joined(document, words), False)
        label = gettext(field_specs(type(place))[name].title)
        place = getattr(place, name)
        if isinstance(step, tuple):
            position = position_in(place, step[1])
            if position is None:
                return PlaceLabel(_joined(document, [*words, label]), False)
            place = place[position]
            label = element_label(document, place, toolkit)
        words.append(label)
    return PlaceLabel(_joined(document, words), True)


def element_label(document: Document, element: Element, toolkit: Toolkit) -> str:
    """What sort of thing an element is, and what it is called."""
    if element.joins:
        cause, effect = (called(document, element, name) for name in element.joins)
        return gettext("Link from “%(cause)s” to “%(effect)s”") % {"cause": cause, "effect": effect}
    name = shortened(name_of(element, toolkit))
    return gettext("%(noun)s “%(name)s”") % {"noun": gettext(element.noun), "name": name}


def _joined(document: Document, words: list[str]) -> str:
    return ", ".join(words) if words else gettext(kind_of(document).labels.whole)
