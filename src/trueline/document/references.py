"""References between elements: read off the `refers` of the declarations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from trueline.document.address import parts_of
from trueline.document.fields import Part, extra, part_fields

Reference = tuple[str, str, tuple[str, ...]]
"""The address of a field, an id that it names, and the lists that may hold that id."""


def references(document: Part) -> Iterator[Reference]:
    """Each reference in the document, in the order of the document."""
    return _references(parts_of(document))


def _references(parts: Iterable[tuple[str, Part]]) -> Iterator[Reference]:
    for address, part in parts:
        for name, lists in _declared(type(part)):
            value = getattr(part, name)
            here = f"{address}.{name}" if address else name
            for id in value if isinstance(value, tuple) else (value,):
                if id:
                    yield here, str(id), lists


def references_to(document: Part, id: str, within: str | None = None) -> tuple[str, ...]:
    """Addresses of the fields that name an element by its id.

    `within` is the list that the element stands in, such as `factors`: a factor and an activity
    may have the same id.
    """
    return tuple(
        address
        for address, referred, lists in references(document)
        if referred == id and (within is None or within in lists)
    )


def dangling_references(
    document: Part, parts: Iterable[tuple[str, Part]] | None = None
) -> Iterator[Reference]:
    """References to something that is not there. `parts`: those of the document, if at hand."""
    all_parts = list(parts_of(document) if parts is None else parts)
    ids: dict[str, set[str]] = {}
    for _, part in all_parts:
        for name in part_fields(type(part)):
            value = getattr(part, name)
            if value and isinstance(value, tuple):
                ids.setdefault(name, set()).update(element.key_value for element in value)
    for reference in _references(all_parts):
        _, id, lists = reference
        if not any(id in ids.get(name, ()) for name in lists):
            yield reference


@cache
def _declared(model: type[Part]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The fields of a model that hold ids, with the lists these may stand in."""
    fields = ((name, extra(info, "refers")) for name, info in model.model_fields.items())
    return tuple((name, tuple(str(lists).split())) for name, lists in fields if lists)
