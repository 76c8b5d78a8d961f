"""Places of a design in words, whether or not something still stands there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from trueline.design import Design, Link
from trueline.document import Element, Part, parse_address
from trueline.document.address import position_in
from trueline.reports.review.places import called, shortened
from trueline.toolkit import Toolkit
from trueline.web.designs.forms.words import name_of


@dataclass(frozen=True)
class Named:
    """A place in words. `there`: whether the whole of its address leads somewhere."""

    text: str
    there: bool


def named(design: Design, address: str, toolkit: Toolkit) -> Named:
    """What a reader calls the place at an address; as far as it leads, where something is gone."""
    try:
        steps = parse_address(address)
    except ValueError:
        return Named(gettext("Somewhere else"), False)
    words: list[str] = []
    place: Any = design
    for step in steps:
        name = step if isinstance(step, str) else step[0]
        if not isinstance(place, Part) or name not in type(place).model_fields:
            return Named(_joined(words), False)
        title = gettext(type(place).model_fields[name].title or name)
        place = getattr(place, name)
        if isinstance(step, tuple):
            found = position_in(place, step[1])
            if found is None:
                return Named(_joined([*words, title]), False)
            place = place[found]
            title = element_in_words(design, place, toolkit)
        words.append(title)
    return Named(_joined(words), True)


def element_in_words(design: Design, element: Element, toolkit: Toolkit) -> str:
    """What sort of thing an element is, and what it is called."""
    if isinstance(element, Link):
        return gettext("Link from “%(cause)s” to “%(effect)s”") % {
            "cause": called(design, element, "cause"),
            "effect": called(design, element, "effect"),
        }
    name = shortened(name_of(element, toolkit))
    return gettext("%(noun)s “%(name)s”") % {"noun": gettext(element.noun), "name": name}


def _joined(words: list[str]) -> str:
    return ", ".join(words) if words else gettext("The whole design")
