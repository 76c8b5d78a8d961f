"""Edits: a design in, a changed design out. Nothing is changed in place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from trueline.design.address import Step, elements_of, format_address, parse_address, resolve
from trueline.design.document import Design
from trueline.design.fields import Element, Part, extra


def set_field(design: Design, address: str, value: Any) -> Design:
    """The design with another value at an address, such as `activities[a1].title`.

    Raises KeyError where there is no such place, pydantic's ValidationError where it does not fit.
    """
    resolve(design, address)
    *steps, last = parse_address(address)
    if not isinstance(last, str):
        raise KeyError(address)
    return _with(design, tuple(steps), lambda data: {**data, last: value})


def add_element(
    design: Design, address: str, values: dict[str, Any], *, at: int | None = None
) -> tuple[Design, str]:
    """Add an element to a list such as `activities`; returns the design and its address.

    Without an id it gets one, from its title or statement. `at` is its place in the list.
    """
    existing = resolve(design, address)
    if not isinstance(existing, tuple):
        raise KeyError(address)
    *steps, last = parse_address(address)
    name = str(last)
    made = {**values}
    if "id" not in made and name not in ("answers", "waivers", "displacement", "strategies",
                                         "targets"):  # fmt: skip
        made["id"] = fresh_id(design, name, values)

    def added(data: dict[str, Any]) -> dict[str, Any]:
        items = list(data.get(name, ()))
        items.insert(len(items) if at is None else at, made)
        return {**data, name: items}

    changed = _with(design, tuple(steps), added)
    before = {element.key_value for element in existing}
    key = next(e.key_value for e in resolve(changed, address) if e.key_value not in before)
    return changed, f"{address}[{key}]"


def remove_element(design: Design, address: str) -> Design:
    """The design without an element. What refers to it is left, for the review to name."""
    resolve(design, address)
    *steps, last = parse_address(address)
    if isinstance(last, str):
        raise KeyError(address)
    name, key = last
    position = _position(design, tuple(steps), name, key)

    def removed(data: dict[str, Any]) -> dict[str, Any]:
        items = [item for n, item in enumerate(data[name]) if n != position]
        return {**data, name: items}

    return _with(design, tuple(steps), removed)


def move_element(design: Design, address: str, to: int) -> Design:
    """The design with an element at another place of its list, counted from 0."""
    resolve(design, address)
    *steps, last = parse_address(address)
    if isinstance(last, str):
        raise KeyError(address)
    name, key = last
    position = _position(design, tuple(steps), name, key)

    def moved(data: dict[str, Any]) -> dict[str, Any]:
        items = list(data[name])
        items.insert(to, items.pop(position))
        return {**data, name: items}

    return _with(design, tuple(steps), moved)


def fresh_id(design: Design, list_name: str, values: dict[str, Any]) -> str:
    """A short id that no element of the design has, made from its title, statement or kind."""
    taken = {element.key_value for _, element in elements_of(design)}
    words = next((str(values[n]) for n in ("title", "statement", "kind") if values.get(n)), "")
    letters = re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:24].strip("-")
    base = letters or list_name.rstrip("s")
    number = 1
    while (name := base if number == 1 and letters else f"{base}-{number}") in taken:
        number += 1
    return name


def _position(design: Design, steps: tuple[Step, ...], name: str, key: str) -> int:
    holder = resolve(design, format_address(steps)) if steps else design
    return [element.key_value for element in getattr(holder, name)].index(key)


def _with(design: Design, steps: tuple[Step, ...], change: Any) -> Design:
    """The design with the raw data at `steps` passed through `change`, checked anew."""
    return Design.model_validate(_changed(design, steps, change))


def _changed(part: Part, steps: tuple[Step, ...], change: Any) -> dict[str, Any]:
    data = {name: getattr(part, name) for name in part.model_fields_set}
    if not steps:
        changed: dict[str, Any] = change({name: _raw(value) for name, value in data.items()})
        return changed
    first, rest = steps[0], steps[1:]
    if isinstance(first, str):
        data[first] = _changed(getattr(part, first), rest, change)
        return {name: _raw(value) for name, value in data.items()}
    name, key = first
    items: list[Any] = list(getattr(part, name))
    place = [element.key_value for element in items].index(key)
    items[place] = _changed(items[place], rest, change)
    data[name] = items
    return {name: _raw(value) for name, value in data.items()}


def _raw(value: Any) -> Any:
    if isinstance(value, Part):
        return value.model_dump(exclude_unset=True)
    if isinstance(value, (tuple, list)):
        return [_raw(item) for item in value]
    return value


def references(design: Design) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Each reference: its address, the id it names, and the lists that may hold it."""
    yield from _references(design, "")
    for address, element in elements_of(design):
        yield from _references(element, address)


def _references(part: Part, prefix: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for name, info in type(part).model_fields.items():
        lists = extra(info, "refers")
        value = getattr(part, name)
        if not lists or not value:
            continue
        here = f"{prefix}.{name}" if prefix else name
        for id in value if isinstance(value, tuple) else (value,):
            yield here, str(id), tuple(str(lists).split())


def references_to(design: Design, id: str) -> tuple[str, ...]:
    """Addresses of the fields that name an element by its id."""
    return tuple(address for address, named, _ in references(design) if named == id)


def dangling_references(design: Design) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """References to something that is not there."""
    ids: dict[str, set[str]] = {"barriers": {barrier.id for barrier in design.barriers}}
    for name in type(design).model_fields:
        value = getattr(design, name)
        if isinstance(value, tuple):
            ids[name] = {item.key_value for item in value if isinstance(item, Element)}
    for address, id, lists in references(design):
        if not any(id in ids.get(name, ()) for name in lists):
            yield address, id, lists
