"""From an element address to the page and field where a person can act on it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from trueline.design import Design
from trueline.document import Element, format_address, parse_address, resolve
from trueline.document.fields import Part
from trueline.web.designs.forms.shapes import shapes
from trueline.web.designs.models import DesignRecord
from trueline.web.designs.workspace.steps import VIEWS, Step, step_of


@dataclass(frozen=True)
class Spot:
    """Where on the pages an address is shown: the innermost part that is there, and what follows.

    `field` is the field of that part, or the list in it where `is_list`.
    """

    at: str
    field: str = ""
    is_list: bool = False

    @property
    def list_address(self) -> str:
        """The address of the list, "" where it is none."""
        if not self.is_list:
            return ""
        return f"{self.at}.{self.field}" if self.at else self.field


def spot_of(design: Design, address: str) -> Spot:
    """Where an address is shown, whether or not everything that it names is there."""
    steps = parse_address(address)
    for length in range(len(steps), -1, -1):
        here = format_address(steps[:length])
        try:
            place = resolve(design, here)
        except KeyError:
            continue
        if isinstance(place, Part):
            following = steps[length] if length < len(steps) else ""
            field = following if isinstance(following, str) else following[0]
            model = type(place)
            return Spot(here, field, field in model.model_fields and field not in shapes(model))
    return Spot("")


def step_url(record: DesignRecord, step: Step) -> str:
    if step.page:
        return reverse(VIEWS[step.page], args=[record.pk])
    return reverse("designs:step", args=[record.pk, step.slug])


def edit_url(record: DesignRecord, address: str, field: str = "") -> str:
    """The form for an element or part, at one of its fields."""
    url = f"{reverse('designs:element', args=[record.pk])}?{urlencode({'at': address})}"
    return f"{url}#id_{field}" if field else url


def answer_url(record: DesignRecord, question: str, activity: str | None = None) -> str:
    query = {"question": question} | ({"activity": activity} if activity else {})
    return f"{reverse('designs:answer', args=[record.pk])}?{urlencode(query)}"


def place_url(record: DesignRecord, design: Design, address: str) -> str:
    """Where to go to act on a finding at this address."""
    spot = spot_of(design, address)
    last = parse_address(spot.at)[-1:]
    if last and isinstance(last[0], tuple) and last[0][0] == "answers":
        question, _at, activity = last[0][1].partition("@")
        return answer_url(record, question, activity or None)
    if spot.is_list:
        return f"{step_url(record, step_of(address))}#{anchor_of(spot.list_address)}"
    if not (spot.at or spot.field):
        return step_url(record, step_of(address))
    return edit_url(record, spot.at, spot.field)


def anchor_of(address: str) -> str:
    """The id on a page of the card that shows an element."""
    return "at-" + "".join(char if char.isalnum() else "-" for char in address).strip("-")


def named_at(design: Design, address: str) -> str:
    """What a place is called in the sentence of a message; "" for the whole design."""
    try:
        place = resolve(design, address)
    except (KeyError, ValueError):
        return address
    return place.name if isinstance(place, Element) else ""
