"""Edits: a document in, a changed document out. Nothing is changed in place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from trueline.document.address import (
    Step,
    element_address,
    elements_of,
    format_address,
    parse_address,
    position_in,
    resolve,
)
from trueline.document.document import D
from trueline.document.field_spec import field_specs
from trueline.document.fields import Element, Part
from trueline.document.references import dangling_references, references_to
from trueline.files.annotations import models_in

Values = dict[str, Any]


def set_field(document: D, address: str, value: Any) -> D:
    """The document with another value at an address, such as `activities[a1].title`.

    Raises KeyError where there is no such place, pydantic's ValidationError where it does not fit.
    """
    resolve(document, address)
    *steps, last = parse_address(address) or (("", ""),)
    if not isinstance(last, str):
        raise KeyError(address)
    return _with(document, tuple(steps), lambda data: {**data, last: value})


def set_fields(document: D, address: str, values: Values) -> D:
    """The document with other values in several fields of the part at an address, "" for itself.

    Raises KeyError where there is no such place, pydantic's ValidationError where one does not fit.
    """
    resolve(document, address)
    return _with(document, parse_address(address), lambda data: {**data, **values})


def set_kind(document: D, address: str, kind: str) -> D:
    """The document with an element as one of another kind. What only its kind before asks is left out.

    Raises KeyError where no element stands or its list knows no such kind.
    """
    steps, list_name, _position = _place(document, address)
    holder: type[Part] = type(resolve(document, format_address(steps)))
    field_names = field_specs(holder)[list_name].kinds[kind].model_fields

    def turned(data: Values) -> Values:
        return {name: data[name] for name in data if name in field_names} | {"kind": kind}

    return _with(document, parse_address(address), turned)


def add_element(
    document: D, address: str, values: Values, *, at: int | None = None
) -> tuple[D, str]:
    """Add an element to a list such as `activities`; returns the document and its address.

    Without an id it gets one, from its title, statement or kind. `at` is its place in the list.
    """
    list_name, model = _list(document, address)
    fields = {**values}
    if model.key == "id" and not fields.get("id"):
        fields["id"] = fresh_id(document, model.noun, values)

    def added(data: Values) -> Values:
        items = list(data.get(list_name, ()))
        items.insert(len(items) if at is None else at, fields)
        return {**data, list_name: items}

    steps = parse_address(address)[:-1]
    changed = _with(document, steps, added)
    before = {element.key_value for element in resolve(document, address)}
    new = next(e for e in resolve(changed, address) if e.key_value not in before)
    return changed, element_address(format_address(steps), list_name, new)


def add_elements(document: D, address: str, rows: Sequence[Values]) -> D:
    """Add several elements to the end of a list, each with an id where it has none."""
    list_name, model = _list(document, address)
    taken = {element.key_value for _, element in elements_of(document)}
    elements = []
    for values in rows:
        row = {**values}
        if model.key == "id" and not row.get("id"):
            row["id"] = _free_id(taken, model.noun, values)
            taken.add(row["id"])
        elements.append(row)

    def added(data: Values) -> Values:
        return {**data, list_name: [*data.get(list_name, ()), *elements]}

    return _with(document, parse_address(address)[:-1], added)


def remove_element(document: D, address: str) -> tuple[D, tuple[str, ...]]:
    """The document without an element, and the addresses of fields that now name nothing.

    What refers to it is left as it is, for a person to decide and the review to name.
    """
    steps, list_name, position = _place(document, address)

    def removed(data: Values) -> Values:
        items = [item for number, item in enumerate(data[list_name]) if number != position]
        return {**data, list_name: items}

    changed = _with(document, steps, removed)
    before = set(dangling_references(document))
    now = (ref[0] for ref in dangling_references(changed) if ref not in before)
    return changed, tuple(dict.fromkeys(now))


def unlink(document: D, id: str, within: str) -> D:
    """The document in which nothing names the element of this id in a list such as `sources`.

    What can't do without naming one, such as a link, goes.
    """
    while places := references_to(document, id, within):
        holder, _dot, name = places[0].rpartition(".")
        part: Part = resolve(document, holder)
        spec = field_specs(type(part))[name]
        if spec.required:
            document = remove_element(document, holder)[0]
            continue
        value = getattr(part, name)
        left = tuple(each for each in value if each != id) if spec.many else spec.default
        document = set_fields(document, holder, {name: left})
    return document


def move_element(document: D, address: str, to: int) -> D:
    """The document with an element at another place of its list, counted from 0."""
    steps, list_name, position = _place(document, address)

    def moved(data: Values) -> Values:
        items = list(data[list_name])
        items.insert(to, items.pop(position))
        return {**data, list_name: items}

    return _with(document, steps, moved)


def put_back(document: D, address: str, earlier: D) -> D:
    """The document with one part as an earlier one has it; an element that was removed is there again.

    It comes behind what stood before it. Raises KeyError where the earlier document has no such
    part, or what held it is no longer there.
    """
    part = resolve(earlier, address)
    if not isinstance(part, Element):
        model: type[Part] = type(part)
        values = {n: getattr(part, n) for n, spec in field_specs(model).items() if not spec.is_list}
        return set_fields(document, address, values)
    steps, list_name, position = _place(earlier, address)
    before = getattr(resolve(earlier, format_address(steps)), list_name)[:position]
    resolve(document, format_address(steps))

    def changed(data: Values) -> Values:
        items = list(data.get(list_name, ()))
        now = position_in(tuple(items), part.key_value)
        place = _behind(items, before) if now is None else now
        items[place : place if now is None else place + 1] = [part]
        return {**data, list_name: items}

    return _with(document, steps, changed)


def _behind(items: list[Element], before: tuple[Element, ...]) -> int:
    """The place after the last of some elements that is still there."""
    places = (position_in(tuple(items), element.key_value) for element in reversed(before))
    return next((place + 1 for place in places if place is not None), 0)


def fresh_id(document: D, noun: str, values: Values) -> str:
    """A short id that no element of the document has, made from its title, statement or kind."""
    return _free_id({element.key_value for _, element in elements_of(document)}, noun, values)


def _free_id(taken: Collection[str], noun: str, values: Values) -> str:
    base, alone = short_name(noun, values)
    return next(name for name in _numbered(base, alone=alone) if name not in taken)


def short_name(noun: str, values: Values) -> tuple[str, bool]:
    """The stem of an id, from a title, statement or kind; and whether it may stand alone."""
    words = (str(values[name]) for name in ("title", "statement", "kind") if values.get(name))
    shortened = next((short for word in words if (short := _short(word))), "")
    return shortened or _short(noun), bool(shortened)


def _short(words: str) -> str:
    """The first words in small letters, with hyphens, 24 characters at most."""
    letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    name = "-".join(re.findall(r"[a-z0-9]+", letters))
    if len(name) <= 24:
        return name
    return name[:25].rpartition("-")[0] or name[:24]


def _numbered(base: str, *, alone: bool) -> Iterator[str]:
    if alone:
        yield base
    number = 2 if alone else 1
    while True:
        yield f"{base}-{number}"
        number += 1


def _list(document: D, address: str) -> tuple[str, type[Element]]:
    """The last name of a list's address, and what stands in the list."""
    steps = parse_address(address)
    holder = resolve(document, format_address(steps[:-1]))
    name = steps[-1] if steps else ""
    info = type(holder).model_fields.get(name) if isinstance(name, str) else None
    model = next(models_in(info.annotation), None) if info else None
    if not isinstance(name, str) or model is None or not issubclass(model, Element):
        raise KeyError(address)
    return name, model


def _place(document: D, address: str) -> tuple[tuple[Step, ...], str, int]:
    """The steps to the holder of an element, the list it stands in, and its place there."""
    resolve(document, address)
    *steps, last = parse_address(address) or ("",)
    if isinstance(last, str):
        raise KeyError(address)
    position = position_in(
        getattr(resolve(document, format_address(tuple(steps))), last[0]), last[1]
    )
    if position is None:
        raise KeyError(address)
    return tuple(steps), last[0], position


def _with(document: D, steps: tuple[Step, ...], change: Callable[[Values], Values]) -> D:
    """The document with what stands at `steps` passed through `change` as raw data, checked anew.

    Only the parts on the way are taken apart; the others are kept as they are.
    """
    return type(document).model_validate(_changed(document, steps, change))


def _changed(part: Part, steps: tuple[Step, ...], change: Callable[[Values], Values]) -> Values:
    data = {name: getattr(part, name) for name in part.model_fields_set}
    if not steps:
        return change(data)
    first, rest = steps[0], steps[1:]
    if isinstance(first, str):
        return {**data, first: _changed(getattr(part, first), rest, change)}
    name, key = first
    items = list(getattr(part, name))
    position = position_in(tuple(items), key)
    if position is not None:
        items[position] = _changed(items[position], rest, change)
    return {**data, name: items}
