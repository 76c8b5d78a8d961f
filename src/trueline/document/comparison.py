"""Changes between two versions of a document, element by element.

`reports/changes.py` puts a change into words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from trueline.document.address import element_address
from trueline.document.field_spec import FieldSpec, field_specs
from trueline.document.fields import Element, Money, Part, is_empty
from trueline.language import quoted


@dataclass(frozen=True)
class Change:
    """One change. `address` is that of the newer version, or of the older for what was removed.

    `where` names the element it happened in, in words; `field` is the field's title, or what sort
    of thing was added, removed or moved. `before` and `after` are values of the document, None
    where there was nothing; for what was moved, its place in the list, from 1. `spec` is how a
    field that changed is declared.
    """

    kind: Literal["added", "removed", "changed", "moved"]
    address: str
    where: str
    field: str
    before: Any
    after: Any
    spec: FieldSpec | None = None


def compare(older: Part, newer: Part) -> tuple[Change, ...]:
    """Every change from one version to another, in the order of the document.

    Where an element's kind changed, fields that only the older kind has count as emptied.
    """
    return tuple(_parts(older, newer, "", ""))


def _parts(older: Part, newer: Part, address: str, where: str) -> Iterator[Change]:
    for name, spec in {**field_specs(type(older)), **field_specs(type(newer))}.items():
        before: Any = getattr(older, name, None)
        after: Any = getattr(newer, name, None)
        only_one_has_it = type(older) is not type(newer) and is_empty(before) and is_empty(after)
        if before == after or only_one_has_it:
            continue
        title = spec.label
        here = f"{address}.{name}" if address else name
        if _are_elements(before, after):
            yield from _lists(before, after, address, name, where)
        elif type(before) is type(after) and _has_fields(before):
            yield from _parts(before, after, here, f"{where}, {title}" if where else title)
        else:
            yield Change("changed", here, where, title, before, after, spec)


def _are_elements(before: Any, after: Any) -> bool:
    items = [*before, *after] if isinstance(before, tuple) and isinstance(after, tuple) else []
    return bool(items) and isinstance(items[0], Element)


def _lists(
    before: tuple[Element, ...], after: tuple[Element, ...], holder: str, name: str, where: str
) -> Iterator[Change]:
    old = {element.key_value: element for element in before}
    new = {element.key_value: element for element in after}
    places = {key: number for number, key in enumerate(old, 1)}
    moved = _moved([key for key in old if key in new], [key for key in new if key in old])
    for place, (key, element) in enumerate(new.items(), 1):
        here = element_address(holder, name, element)
        label = f"{element.sort} {quoted(element.name)}" if element.is_named else element.name
        inside = f"{where}, {label}" if where else label
        if key not in old:
            yield Change("added", here, where, element.sort, None, element)
        elif old[key] != element:
            yield from _parts(old[key], element, here, inside)
        if key in moved:
            yield Change("moved", here, where, label, places[key], place)
    for key, element in old.items():
        if key not in new:
            here = element_address(holder, name, element)
            yield Change("removed", here, where, element.sort, element, None)


def _moved(before: list[str], after: list[str]) -> set[str]:
    """The fewest keys that, taken out, leave both lists in the same order.

    Those that stay are a longest row that falls, read from the end: `ends` holds the last place of
    each length of row, `previous` what comes before each key in its row (Fredman 1975).
    """
    place = {key: number for number, key in enumerate(before)}
    ends: list[int] = []
    previous: dict[str, str | None] = {}
    for key in reversed(after):
        length = bisect_left(ends, -place[key])
        previous[key] = before[-ends[length - 1]] if length else None
        ends[length : length + 1] = [-place[key]]
    unmoved: set[str] = set()
    last = before[-ends[-1]] if ends else None
    while last is not None:
        unmoved.add(last)
        last = previous[last]
    return {key for key in after if key not in unmoved}


def _has_fields(value: Any) -> bool:
    """Whether its fields change one by one; an amount of money changes as a whole."""
    return isinstance(value, Part) and not isinstance(value, Money)
