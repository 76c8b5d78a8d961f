"""Element addresses: how findings, comments and links name a place in a document.

`activities[training-1].mentoring` is a field of an element, `behaviours[b1].barriers[trust]` an
element inside another, `evaluation.budget` a field of a part, "" the document as a whole. A key may
hold brackets in pairs, as that of a waiver does; a bracket without its pair, and a backslash, have
a backslash before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from trueline.document.fields import Element, Part, part_fields

Step = str | tuple[str, str]
"""A field's name, or a list's name with the name of an element in it."""

_LONG = 16
"""Elements of a list that are as quickly looked through as looked up."""
_NAME = re.compile(r"[a-z_]+")
_PLAIN_KEY = re.compile(r"[^\[\]\\]*")
_ESCAPED = re.compile(r"([\[\]\\])")


def parse_address(address: str) -> tuple[Step, ...]:
    """The steps of an address. Raises ValueError where it is not one."""
    steps: list[Step] = []
    position = 0
    while position < len(address):
        if steps:
            if address[position] != ".":
                raise ValueError(f"{address!r} is not an address")
            position += 1
        match = _NAME.match(address, position)
        if not match:
            raise ValueError(f"{address!r} is not an address")
        position = match.end()
        if address.startswith("[", position):
            key, position = _key(address, position + 1)
            steps.append((match[0], key))
        else:
            steps.append(match[0])
    return tuple(steps)


def _key(address: str, position: int) -> tuple[str, int]:
    """The key that begins at `position`, and where what follows its bracket begins."""
    if (plain := _PLAIN_KEY.match(address, position)) and address.startswith("]", plain.end()):
        return plain[0], plain.end() + 1
    key: list[str] = []
    open_brackets = 0
    while position < len(address):
        char = address[position]
        if char == "\\":
            position += 1
            key.append(address[position : position + 1])
        elif char == "]" and not open_brackets:
            return "".join(key), position + 1
        else:
            open_brackets += {"[": 1, "]": -1}.get(char, 0)
            key.append(char)
        position += 1
    raise ValueError(f"{address!r} is not an address: a bracket is not closed")


def format_address(steps: tuple[Step, ...]) -> str:
    """The address of steps; the opposite of `parse_address`."""
    return ".".join(
        step if isinstance(step, str) else f"{step[0]}[{_escaped_key(step[1])}]" for step in steps
    )


@lru_cache(maxsize=4096)
def _escaped_key(key: str) -> str:
    if _PLAIN_KEY.fullmatch(key):
        return key
    return _ESCAPED.sub(r"\\\1", key) if "\\" in key or not _in_pairs(key) else key


def _in_pairs(key: str) -> bool:
    open_brackets = 0
    for char in key:
        open_brackets += {"[": 1, "]": -1}.get(char, 0)
        if open_brackets < 0:
            return False
    return open_brackets == 0


def element_address(holder: str, name: str, element: Element) -> str:
    """The address of an element in the list `name` of the part at `holder`."""
    here = f"{name}[{_escaped_key(element.key_value)}]"
    return f"{holder}.{here}" if holder else here


def resolve(document: Part, address: str) -> Any:
    """The value at an address. Raises KeyError if there is none, ValueError for a malformed address."""
    place: Any = document
    for step in parse_address(address):
        name = step if isinstance(step, str) else step[0]
        if not isinstance(place, Part) or name not in type(place).model_fields:
            raise KeyError(address)
        holder, place = place, getattr(place, name)
        if isinstance(step, tuple):
            position = position_of(holder, name, step[1])
            if position is None:
                raise KeyError(address)
            place = place[position]
    return place


def position_of(holder: Part, name: str, key: str) -> int | None:
    """The position in the list `name` of a part of the element of this key, from 0.

    Of a long list the positions are kept with the part, which never changes.
    """
    elements = getattr(holder, name)
    if not isinstance(elements, tuple) or len(elements) < _LONG:
        return position_in(elements, key)
    positions = holder.positions.get(name)
    if positions is None:
        positions = holder.positions[name] = _positions(elements)
    return positions.get(key)


def _positions(elements: tuple[Any, ...]) -> dict[str, int]:
    last = len(elements) - 1
    backward = zip(range(last, -1, -1), reversed(elements), strict=True)
    return {each.key_value: number for number, each in backward if isinstance(each, Element)}


def position_in(elements: Any, key: str) -> int | None:
    """The position in a list of the element of this key, from 0."""
    for number, element in enumerate(elements if isinstance(elements, tuple) else ()):
        if isinstance(element, Element) and element.key_value == key:
            return number
    return None


def data_path(document: Part, address: str) -> tuple[str | int, ...]:
    """The same place as keys and positions in the raw data, as far as it exists."""
    place: Any = document
    path: list[str | int] = []
    for step in parse_address(address):
        name = step if isinstance(step, str) else step[0]
        if not isinstance(place, Part) or name not in type(place).model_fields:
            break
        path.append(name)
        holder, place = place, getattr(place, name)
        if isinstance(step, tuple):
            position = position_of(holder, name, step[1])
            if position is None:
                break
            path.append(position)
            place = place[position]
    return tuple(path)


def parts_of(part: Part, address: str = "") -> Iterator[tuple[str, Part]]:
    """Every part at or below a part, itself first, with its address."""
    waiting = [(address, part)]
    while waiting:
        here, part = waiting.pop()
        yield here, part
        below: list[tuple[str, Part]] = []
        for name in part_fields(type(part)):
            value = getattr(part, name)
            if isinstance(value, Part):
                below.append((f"{here}.{name}" if here else name, value))
            elif value:
                below += [(element_address(here, name, element), element) for element in value]
        if below:
            below.reverse()
            waiting += below


def elements_of(part: Part, address: str = "") -> Iterator[tuple[str, Element]]:
    """Every element below a part, with its address."""
    for here, inner in parts_of(part, address):
        if isinstance(inner, Element) and inner is not part:
            yield here, inner


def outermost(address: str) -> str:
    """The address of the outermost element that an address leads into; else the address itself."""
    return f"{address.partition('].')[0]}]" if "]." in address else address
