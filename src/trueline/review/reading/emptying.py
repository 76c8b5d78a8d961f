"""A document without the texts that say nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from trueline.document.document import D
from trueline.document.fields import Element, Part, part_fields
from trueline.document.references import references
from trueline.review.reading.policy import EmptyText, policy_of

P = TypeVar("P", bound=Part)


def without_empty_texts(document: D, empty_texts: Iterable[EmptyText]) -> D:
    """The document with nothing in these fields, and without elements that then name nothing."""
    fields: dict[int, set[str]] = defaultdict(set)
    for empty_text in empty_texts:
        fields[id(empty_text.source.part)].add(empty_text.source.field)
    referenced_ids = frozenset(id for _, id, _ in references(document))
    return _Emptying(fields, policy_of(document.kind).dropped, referenced_ids).emptied(document)


@dataclass(frozen=True)
class _Emptying:
    fields: dict[int, set[str]]
    dropped: frozenset[str]
    referenced_ids: frozenset[str]

    def emptied(self, part: P) -> P:
        """The part with its texts and those below it emptied; itself where nothing changes."""
        model = type(part)
        changed: dict[str, Any] = {
            name: model.model_fields[name].get_default() for name in self._emptied_fields(part)
        }
        for name in part_fields(model):
            value = getattr(part, name)
            emptied: Any = value and self._emptied_value(name, value)
            if emptied is not value:
                changed[name] = emptied
        if not changed:
            return part
        values = {name: getattr(part, name) for name in model.model_fields}
        return model.model_construct(  # type: ignore[return-value]
            _fields_set={*part.model_fields_set}, **{**values, **changed}
        )

    def _emptied_value(self, name: str, value: Part | tuple[Element, ...]) -> object:
        return (
            self.emptied(value) if isinstance(value, Part) else self._emptied_elements(name, value)
        )

    def _emptied_elements(self, name: str, elements: tuple[Element, ...]) -> tuple[Element, ...]:
        emptied = tuple(self.emptied(e) for e in elements if not self._is_dropped(name, e))
        return elements if [*map(id, emptied)] == [*map(id, elements)] else emptied

    def _is_dropped(self, name: str, element: Element) -> bool:
        return (
            name in self.dropped
            and element.named in self._emptied_fields(element)
            and element.key_value not in self.referenced_ids
        )

    def _emptied_fields(self, part: Part) -> Iterable[str]:
        return self.fields.get(id(part), ())
