"""What changed between two versions of a design, element by element, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from trueline.design.document import Design
from trueline.design.fields import Element, Part


@dataclass(frozen=True)
class Change:
    """One change. `address` is that of the newer version, or of the older for what was removed.

    `before` and `after` are values of the document, None where there was nothing.
    """

    kind: Literal["added", "removed", "changed", "moved"]
    address: str
    where: str
    field: str
    before: Any
    after: Any

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        if self.kind == "changed":
            return f"{place}{self.field} was {shown(self.before)} and is now {shown(self.after)}."
        if self.kind == "moved":
            return f"{place}{self.field} stand in another order."
        return f"{place}{self.field} {shown(self.after or self.before)} was {self.kind}."


def compare(older: Design, newer: Design) -> tuple[Change, ...]:
    """Every change from one version to another, in the order of the document."""
    return tuple(_parts(older, newer, "", ""))


def _parts(older: Part, newer: Part, prefix: str, where: str) -> Iterator[Change]:
    for name, field in type(newer).model_fields.items():
        before, after = getattr(older, name), getattr(newer, name)
        if before == after:
            continue
        address = f"{prefix}.{name}" if prefix else name
        title = field.title or name
        if _are_elements(before, after):
            yield from _lists(before, after, address, title, where)
        elif isinstance(before, Part) and isinstance(after, Part):
            yield from _parts(before, after, address, f"{where}, {title}" if where else title)
        else:
            yield Change("changed", address, where, title, before, after)


def _are_elements(before: Any, after: Any) -> bool:
    items = [*before, *after] if isinstance(before, tuple) and isinstance(after, tuple) else []
    return bool(items) and isinstance(items[0], Element)


def _lists(
    before: tuple[Element, ...], after: tuple[Element, ...], address: str, title: str, where: str
) -> Iterator[Change]:
    old = {element.key_value: element for element in before}
    new = {element.key_value: element for element in after}
    for key, element in new.items():
        here = f"{address}[{key}]"
        inside = f"{where}, {title} “{element.name}”" if where else f"{title} “{element.name}”"
        if key not in old:
            yield Change("added", here, where, title, None, element)
        elif type(old[key]) is not type(element):
            yield Change("changed", here, where, title, old[key], element)
        elif old[key] != element:
            yield from _parts(old[key], element, here, inside)
    for key, element in old.items():
        if key not in new:
            yield Change("removed", f"{address}[{key}]", where, title, element, None)
    kept = [key for key in old if key in new]
    if kept != [key for key in new if key in old]:
        yield Change("moved", address, where, title, tuple(old), tuple(new))


def shown(value: Any) -> str:
    """A value as a sentence can name it."""
    if value is None or value == "" or value == ():
        return "empty"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Element):
        return f"“{value.name}”"
    if isinstance(value, Part):
        said = (f"{n} {shown(getattr(value, n))}" for n in type(value).model_fields)
        return "; ".join(said)
    if isinstance(value, tuple):
        return ", ".join(shown(item) for item in value)
    text = str(value)
    return f"“{text if len(text) <= 200 else text[:197] + '...'}”"
