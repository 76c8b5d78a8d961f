"""What changed between two versions of a document, element by element, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from trueline.document.address import element_address
from trueline.document.fields import Element, Money, Part, is_empty
from trueline.language import gettext

LONGEST = 200


@dataclass(frozen=True)
class Change:
    """One change. `address` is that of the newer version, or of the older for what was removed.

    `where` names the element it happened in, in words; `field` is the field's title, or what sort
    of thing was added, removed or moved. `before` and `after` are values of the document, None
    where there was nothing; for what was moved, its place in the list, from 1.
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
            field = self.field[:1].lower() + self.field[1:] if place else self.field
            text = gettext(
                "{field} was {before} and is now {after}.",
                field=field,
                before=shown(self.before),
                after=shown(self.after),
            )
            return f"{place}{text}"
        if self.kind == "moved":
            text = gettext(
                "{field} was moved from place {before} to {after}.",
                field=self.field,
                before=self.before,
                after=self.after,
            )
            return f"{place}{text}"
        element = self.after if self.kind == "added" else self.before
        text = gettext(
            "{field} {element} was added."
            if self.kind == "added"
            else "{field} {element} was removed.",
            field=self.field,
            element=shown(element),
        )
        return f"{place}{text}"


def compare(older: Part, newer: Part) -> tuple[Change, ...]:
    """Every change from one version to another, in the order of the document.

    Where an element's kind changed, fields that only the older kind has count as emptied.
    """
    return tuple(_parts(older, newer, "", ""))


def _parts(older: Part, newer: Part, address: str, where: str) -> Iterator[Change]:
    for name, info in {**type(older).model_fields, **type(newer).model_fields}.items():
        before: Any = getattr(older, name, None)
        after: Any = getattr(newer, name, None)
        only_one_has_it = type(older) is not type(newer) and is_empty(before) and is_empty(after)
        if before == after or only_one_has_it:
            continue
        title = gettext(info.title or name)
        here = f"{address}.{name}" if address else name
        if _are_elements(before, after):
            yield from _lists(before, after, address, name, where)
        elif type(before) is type(after) and _has_fields(before):
            yield from _parts(before, after, here, f"{where}, {title}" if where else title)
        else:
            yield Change("changed", here, where, title, before, after)


def _are_elements(before: Any, after: Any) -> bool:
    items = [*before, *after] if isinstance(before, tuple) and isinstance(after, tuple) else []
    return bool(items) and isinstance(items[0], Element)


def _lists(
    before: tuple[Element, ...], after: tuple[Element, ...], holder: str, name: str, where: str
) -> Iterator[Change]:
    old = {element.key_value: element for element in before}
    new = {element.key_value: element for element in after}
    moved = _moved([key for key in old if key in new], [key for key in new if key in old])
    for place, (key, element) in enumerate(new.items(), 1):
        here = element_address(holder, name, element)
        called = f"{element.sort} “{_short(element.name)}”"
        inside = f"{where}, {called}" if where else called
        if key not in old:
            yield Change("added", here, where, element.sort, None, element)
        elif old[key] != element:
            yield from _parts(old[key], element, here, inside)
        if key in moved:
            yield Change("moved", here, where, called, list(old).index(key) + 1, place)
    for key, element in old.items():
        if key not in new:
            here = element_address(holder, name, element)
            yield Change("removed", here, where, element.sort, element, None)


def _moved(before: list[str], after: list[str]) -> set[str]:
    """The fewest keys that, taken out, leave both lists in the same order."""
    place = {key: number for number, key in enumerate(before)}
    best: list[list[str]] = []
    for key in after:
        runs = [run for run in best if place[run[-1]] < place[key]]
        best.append([*_longest(runs), key])
    kept = set(_longest(best))
    return {key for key in after if key not in kept}


def _longest(runs: list[list[str]]) -> list[str]:
    return max(runs, key=len) if runs else []


def shown(value: Any) -> str:
    """A value as a sentence can name it."""
    if is_empty(value):
        return gettext("empty")
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, Element):
        return f"“{_short(value.name)}”"
    if _has_fields(value):
        filled = (
            (gettext(info.title or name), getattr(value, name)) for name, info in _fields(value)
        )
        return "; ".join(f"{title} {shown(one)}" for title, one in filled if not is_empty(one))
    if isinstance(value, tuple):
        return ", ".join(shown(item) for item in value)
    return f"“{_short(str(value))}”"


def _has_fields(value: Any) -> bool:
    """Whether its fields change one by one; an amount of money changes as a whole."""
    return isinstance(value, Part) and not isinstance(value, Money)


def _fields(part: Part) -> Iterator[tuple[str, Any]]:
    yield from type(part).model_fields.items()


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else flat[: LONGEST - 3] + "..."
