"""The changes that pages make: each of one element, saved by way of the store.

A function that ends in `_change` makes a `Change` for a set; the others save one at once. None knows
of forms or requests.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from trueline.document import (
    Document,
    add_element,
    element_address,
    format_address,
    move_element,
    parse_address,
    remove_element,
    resolve,
    set_fields,
    set_kind,
    unlink,
)
from trueline.document.address import position_in
from trueline.document.responses import TextLanguage
from trueline.web.accounts.models import User
from trueline.web.documents import store
from trueline.web.documents.models import Action, DocumentRecord
from trueline.web.documents.store import Change, Saved

Values = dict[str, Any]


def fields_change(
    address: str, values: Values, seen: str | None = None, *, whole: bool = False
) -> Change:
    """Put values into the fields of one part; `whole`: lists inside it, too."""
    change = _at(address, lambda document: set_fields(document, address, values), seen)
    return replace(change, whole=whole)


def add_change(to: str, values: Values) -> Change:
    """Add an element to the list at `to`."""
    return Change(to, lambda document: add_element(document, to, values))


def save_fields(
    record: DocumentRecord,
    *,
    by: User,
    address: str,
    values: Values,
    seen: str | None,
    whole: bool = False,
) -> Saved:
    """Put values into the fields of one part. Raises `store.Conflict`, pydantic's ValidationError."""
    change = fields_change(address, values, seen, whole=whole)
    return _save(record, change, by=by, action=Action.CHANGED)


def add(record: DocumentRecord, *, by: User, to: str, values: Values) -> Saved:
    """Add an element to a list."""
    return _save(record, add_change(to, values), by=by, action=Action.ADDED)


def change_kind(record: DocumentRecord, *, by: User, address: str, kind: str) -> Saved:
    """Make an element one of another kind; what only the kind before asks is left out."""
    change = _at(address, lambda document: set_kind(document, address, kind))
    return _save(record, change, by=by, action=Action.CHANGED)


def remove(
    record: DocumentRecord, *, by: User, address: str, seen: str | None, unlinked: bool = False
) -> Saved:
    """Remove an element with all that stands in it; `unlinked`: from what names it, too."""

    change = removal(address, seen, unlinked=unlinked)
    return _save(record, change, by=by, action=Action.REMOVED)


def removal(address: str, seen: str | None, *, unlinked: bool) -> Change:
    """The change that removes an element."""

    def apply(document: Document) -> tuple[Document, str]:
        element = resolve(document, address)
        changed = remove_element(document, address)[0]
        if unlinked:
            list_name = address.rpartition("[")[0].rpartition(".")[2]
            changed = unlink(changed, element.key_value, list_name)
        return changed, address

    return Change(address, apply, seen, whole=True)


def move(
    record: DocumentRecord,
    *,
    by: User,
    address: str,
    by_places: int = 0,
    to_place: int | None = None,
) -> Saved:
    """Move an element within its list, as far as the list goes.

    By some places up (negative) or down, or to a place, counted from 0.
    """

    def moved(document: Document) -> Document:
        *holder, last = parse_address(address)
        elements = resolve(document, format_address((*holder, last[0])))
        here = position_in(elements, last[1])
        if here is None:
            raise KeyError(address)
        wanted = here + by_places if to_place is None else to_place
        return move_element(document, address, max(0, min(len(elements) - 1, wanted)))

    return _save(record, _at(address, moved), by=by, action=Action.MOVED)


def answer_address(question: str, item: str | None) -> str:
    """The address of the answer to a question, once it is given."""
    return format_address((("answers", f"{question}@{item}" if item else question),))


def answer(
    record: DocumentRecord,
    *,
    by: User,
    question: str,
    item: str | None,
    values: Values,
    seen: str | None = None,
) -> Saved:
    """Save an answer to a question of the toolkit, replacing an earlier one.

    Raises `store.Conflict` where another answer stands there than the one that was `seen`.
    """

    def answered(document: Document) -> Document:
        for existing in document.answers:
            if (existing.question, existing.item) == (question, item):
                return set_fields(document, element_address("", "answers", existing), values)
        within = key_within(document)
        key = {"question": question, **({within: item} if within else {})}
        return add_element(document, "answers", {**key, **values})[0]

    change = _at(answer_address(question, item), answered, seen)
    return _save(record, change, by=by, action=Action.ANSWERED)


def key_within(document: Document) -> str:
    """The field by which answers of this kind of document belong to one of its items."""
    from trueline.document.field_spec import field_specs

    return str(field_specs(type(document))["answers"].base.key_within)  # type: ignore[attr-defined]


def write_in(record: DocumentRecord, *, by: User, address: str, language: str) -> Saved:
    """Say in which language an element is written; "": in that of the document."""

    def with_language(document: Document) -> Document:
        others = [each for each in document.text_languages if each.element != address]
        own = [TextLanguage(element=address, language=language)] if language else []
        return set_fields(document, "", {"text_languages": (*others, *own)})

    return _save(record, _at(address, with_language), by=by, action=Action.CHANGED)


def waive(
    record: DocumentRecord, *, by: User, rule: str, element: str, why: str, until: date
) -> Saved:
    """Waive a finding until a day, with the reason, in the acting person's name."""
    values = {"rule": rule, "element": element, "who": str(by), "why": why, "until": until}

    def waived(document: Document) -> Document:
        for waiver in document.waivers:
            if (waiver.rule, waiver.element) == (rule, element):
                return set_fields(document, element_address("", "waivers", waiver), values)
        return add_element(document, "waivers", values)[0]

    return _save(record, _at(element, waived), by=by, action=Action.WAIVED)


def _save(record: DocumentRecord, change: Change, *, by: User, action: Action) -> Saved:
    return store.save(record.pk, [change], by=by, action=action, read=record)


def _at(address: str, edit: Callable[[Any], Any], seen: str | None = None) -> Change:
    """A change of what stays at its address."""
    return Change(address, lambda document: (edit(document), address), seen)
