"""The edits that pages make: each changes one place, by way of the store.

Each takes `record`, `by` and what is to be there; none knows of forms or requests. What a revision
is said to be (`what`) is kept in English and translated where it is shown.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext_noop as _

from trueline.design import Design
from trueline.document import (
    add_element,
    format_address,
    move_element,
    parse_address,
    remove_element,
    resolve,
    set_fields,
)
from trueline.document import set_kind as with_kind
from trueline.document.address import element_address, position_in
from trueline.web.accounts.models import User
from trueline.web.designs import store
from trueline.web.designs.models import DesignRecord


def save_fields(
    record: DesignRecord, *, by: User, address: str, values: dict[str, Any], seen: str | None
) -> store.Saved:
    """Put values into the fields of one part. Raises `store.Conflict`, pydantic's ValidationError."""
    return store.change(
        record.pk, by=by, address=address, seen=seen, what=_("Changed"),
        edit=lambda design: set_fields(design, address, values),
    )  # fmt: skip


def add(
    record: DesignRecord, *, by: User, to: str, values: dict[str, Any]
) -> tuple[store.Saved, str]:
    """Add an element to a list; returns the address it got."""
    made: list[str] = []

    def edit(design: Design) -> Design:
        changed, address = add_element(design, to, values)
        made.append(address)
        return changed

    saved = store.change(
        record.pk, by=by, what=_("Added"), edit=edit, address=to, place=lambda: made[-1]
    )
    return saved, made[-1]


def set_kind(record: DesignRecord, *, by: User, address: str, kind: str) -> store.Saved:
    """Make an activity one of another kind; what only the kind before asks is left out."""
    return store.change(
        record.pk, by=by, address=address, what=_("Changed"),
        edit=lambda design: with_kind(design, address, kind),
    )  # fmt: skip


def remove(record: DesignRecord, *, by: User, address: str, seen: str | None) -> store.Saved:
    """Remove an element with all that stands in it."""
    return store.change(
        record.pk, by=by, address=address, seen=seen, whole=True, what=_("Removed"),
        edit=lambda design: remove_element(design, address)[0],
    )  # fmt: skip


def move(record: DesignRecord, *, by: User, address: str, by_places: int) -> store.Saved:
    """Move an element up (negative) or down within its list, as far as the list goes."""

    *holder, (name, key) = parse_address(address)

    def edit(design: Design) -> Design:
        elements = resolve(design, format_address((*holder, name)))
        here = position_in(elements, key)
        if here is None:
            raise KeyError(address)
        return move_element(design, address, max(0, min(len(elements) - 1, here + by_places)))

    return store.change(record.pk, by=by, address=address, what=_("Moved"), edit=edit)


def answer_address(question: str, activity: str | None) -> str:
    """Where the answer to a question stands, once it is given."""
    key = f"{question}@{activity}" if activity else question
    return format_address((("answers", key),))


def answer(
    record: DesignRecord, *, by: User, question: str, activity: str | None,
    values: dict[str, Any], seen: str | None = None,
) -> store.Saved:  # fmt: skip
    """Put an answer to a question of the toolkit in the place of the one before, if any.

    Raises `store.Conflict` where another answer stands there than the one that was `seen`.
    """
    key = {"question": question, "activity": activity}

    def edit(design: Design) -> Design:
        for given in design.answers:
            if (given.question, given.activity) == (question, activity):
                return set_fields(design, element_address("", "answers", given), values)
        return add_element(design, "answers", {**key, **values})[0]

    place = answer_address(question, activity)
    return store.change(record.pk, by=by, address=place, seen=seen, what=_("Answered"), edit=edit)


def set_aside(
    record: DesignRecord, *, by: User, rule: str, element: str, why: str, until: date
) -> store.Saved:
    """Set a finding aside until a day, with the reason, in the name of whoever does it."""
    values = {"rule": rule, "element": element, "who": str(by), "why": why, "until": until}

    def edit(design: Design) -> Design:
        for waiver in design.waivers:
            if (waiver.rule, waiver.element) == (rule, element):
                return set_fields(design, element_address("", "waivers", waiver), values)
        return add_element(design, "waivers", values)[0]

    return store.change(record.pk, by=by, address=element, what=_("Set a finding aside"), edit=edit)
