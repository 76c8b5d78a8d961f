"""From an element address to the page and field where a person can act on it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django.urls import get_script_prefix, reverse

from trueline.document import (
    Document,
    Part,
    Step,
    format_address,
    kind_named,
    parse_address,
    resolve,
)
from trueline.document.field_spec import field_specs
from trueline.web.documents.models import DocumentRecord

PAGES = {"review": "workspace:review", "share": "documents:export"}
"""Addresses of the pages that steps of any kind may name; others are those of the kind itself."""


@dataclass(frozen=True)
class Spot:
    """The part of a page that shows an address: the innermost one that is there, and what follows.

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


def spot_of(document: Document, address: str) -> Spot:
    """The spot of an address, whether or not everything that it names is there."""
    steps = parse_address(address)
    for length in range(len(steps), -1, -1):
        here = format_address(steps[:length])
        try:
            place = resolve(document, here)
        except KeyError:
            continue
        if isinstance(place, Part):
            following = steps[length] if length < len(steps) else ""
            name = following if isinstance(following, str) else following[0]
            spec = field_specs(type(place)).get(name)
            return Spot(here, name, spec is not None and spec.is_list)
    return Spot("")


def step_url(record: DocumentRecord, step: Step) -> str:
    if step.page:
        return url_in(record, PAGES.get(step.page, f"{record.kind}s:{step.page}"))
    return url_in(record, "workspace:step", step.slug)


def url_in(record: DocumentRecord, name: str, *more: str | int) -> str:
    """A page about a document, by its name and what its address holds besides."""
    return _url_in(get_script_prefix(), name, record.pk, *more)


@lru_cache(maxsize=4096)
def _url_in(_prefix: str, name: str, *args: Any) -> str:
    """Remembered, since each page of a document leads to all of its steps and forms."""
    return reverse(name, args=args)


def edit_url(record: DocumentRecord, address: str, field: str = "") -> str:
    """The form for an element or part, at one of its fields."""
    url = f"{url_in(record, 'workspace:element')}?{urlencode({'at': address})}"
    return f"{url}#id_{field}" if field else url


def add_url(record: DocumentRecord, to: str, **initial: str) -> str:
    """The form for a new element of a list, with some fields filled in."""
    return f"{url_in(record, 'workspace:add')}?{urlencode({'to': to, **initial})}"


def restore_url(record: DocumentRecord, number: int, address: str) -> str:
    """The address that puts one element back to how a revision left it."""
    url = url_in(record, "documents:restore-part", number)
    return f"{url}?{urlencode({'at': address})}"


def answer_url(record: DocumentRecord, question: str, item: str | None = None) -> str:
    query = {"question": question} | ({"item": item} if item else {})
    return f"{url_in(record, 'workspace:answer')}?{urlencode(query)}"


def place_url(record: DocumentRecord, document: Document, address: str) -> str:
    """The address to act on a finding at this place."""
    spot, step = spot_of(document, address), kind_named(record.kind).step_of(address)
    last = parse_address(spot.at)[-1:]
    if last and isinstance(last[0], tuple) and last[0][0] == "answers":
        question, _at, item = last[0][1].partition("@")
        return answer_url(record, question, item or None)
    if spot.is_list:
        return f"{step_url(record, step)}#{anchor_of(spot.list_address)}"
    if not (spot.at or spot.field):
        return step_url(record, step)
    return edit_url(record, spot.at, spot.field)


def anchor_of(address: str) -> str:
    """The id on a page of the card that shows an element."""
    return "at-" + "".join(char if char.isalnum() else "-" for char in address).strip("-")
