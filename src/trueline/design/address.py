"""Element addresses: how findings, comments and links name a place in a design.

`activities[training-1].mentoring` is a field of an element, `behaviours[b1].barriers[trust]` an
element inside another, `evaluation.budget` a field of a part, "" the design as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from trueline.design.document import Design
from trueline.design.fields import Element, Part
from trueline.files import SourceFile

Step = str | tuple[str, str]
"""A field's name, or a list's name with the name of an element in it."""

_STEP = re.compile(r"\.?([a-z_]+)(?:\[([^\]]*)\])?")


def parse_address(address: str) -> tuple[Step, ...]:
    """The steps of an address. Raises ValueError where it is not one."""
    steps: list[Step] = []
    position = 0
    while position < len(address):
        match = _STEP.match(address, position)
        if not match or (position == 0) == address.startswith(".", position):
            raise ValueError(f"{address!r} is not an address")
        name, key = match.groups()
        steps.append(name if key is None else (name, key))
        position = match.end()
        if position < len(address) and address[position] != ".":
            raise ValueError(f"{address!r} is not an address")
    return tuple(steps)


def format_address(steps: tuple[Step, ...]) -> str:
    """The address of steps; the opposite of `parse_address`."""
    return ".".join(step if isinstance(step, str) else f"{step[0]}[{step[1]}]" for step in steps)


def resolve(design: Design, address: str) -> Any:
    """What stands at an address. Raises KeyError where nothing does, ValueError if it is none."""
    place: Any = design
    for step in parse_address(address):
        name = step if isinstance(step, str) else step[0]
        if not isinstance(place, Part) or name not in type(place).model_fields:
            raise KeyError(address)
        place = getattr(place, name)
        if isinstance(step, tuple):
            place = _element(place, step[1], address)
    return place


def _element(elements: Any, key: str, address: str) -> Element:
    for element in elements if isinstance(elements, tuple) else ():
        if isinstance(element, Element) and element.key_value == key:
            return element
    raise KeyError(address)


def data_path(design: Design, address: str) -> tuple[str | int, ...]:
    """The same place as keys and positions in the raw data, as far as it exists."""
    place: Any = design
    path: list[str | int] = []
    for step in parse_address(address):
        name = step if isinstance(step, str) else step[0]
        if not isinstance(place, Part) or name not in type(place).model_fields:
            break
        path.append(name)
        place = getattr(place, name)
        if isinstance(step, tuple):
            keys = [e.key_value for e in place if isinstance(e, Element)]
            if step[1] not in keys:
                break
            path.append(keys.index(step[1]))
            place = place[keys.index(step[1])]
    return tuple(path)


def line_of(source: SourceFile, design: Design, address: str) -> tuple[int, int]:
    """Line and column, from 1, of an address in a design's file, or of the nearest place around."""
    return source.place(data_path(design, address))


def elements_of(part: Part, prefix: str = "") -> Iterator[tuple[str, Element]]:
    """Every element at or below a part, with its address."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        here = f"{prefix}.{name}" if prefix else name
        if isinstance(value, Part):
            yield from elements_of(value, here)
        elif isinstance(value, tuple):
            for item in value:
                if isinstance(item, Element):
                    address = f"{here}[{item.key_value}]"
                    yield address, item
                    yield from elements_of(item, address)
