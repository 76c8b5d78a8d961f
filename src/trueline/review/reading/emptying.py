"""A document without the texts that say nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from trueline.document.document import D
from trueline.document.fields import Element, Part, part_fields
from trueline.document.references import references
from trueline.review.reading.policy import EmptyText, policy_of


def without_empty_texts(document: D, empty_texts: Iterable[EmptyText]) -> D:
    """The document with nothing in these fields, and without elements that then name nothing."""
    fields: dict[int, set[str]] = defaultdict(set)
    for empty_text in empty_texts:
        fields[id(empty_text.source.part)].add(empty_text.source.field)
    referenced_ids = frozenset(id for _, id, _ in references(document))
    emptied = _Emptying(fields, policy_of(document.kind).dropped, referenced_ids).emptied(document)
    return document if emptied is None else emptied  # type: ignore[return-value]


@dataclass(frozen=True)
class _Emptying:
    fields: dict[int, set[str]]
    dropped: frozenset[str]
    referenced_ids: frozenset[str]

    def emptied(self, part: Part) -> Part | None:
        """The part with its texts and those below it emptied; None where nothing changes."""
        model = type(part)
        changed: dict[str, Any] = {
            name: model.model_fields[name].get_default() for name in self._emptied_fields(part)
        }
        for name in part_fields(model):
            value = getattr(part, name)
            if isinstance(value, Part):
                if (inner := self.emptied(value)) is not None:
                    changed[name] = inner
            elif value and (elements := self._emptied_elements(name, value)) is not None:
                changed[name] = elements
        if not changed:
            return None
        values = {name: getattr(part, name) for name in model.model_fields}
        return model.model_construct(_fields_set={*part.model_fields_set}, **{**values, **changed})

    def _emptied_elements(
        self, name: str, elements: tuple[Element, ...]
    ) -> tuple[Element, ...] | None:
        pairs = [(element, self.emptied(element)) for element in elements]
        if all(new is None for _, new in pairs):
            return None
        remaining = [(old, new) for old, new in pairs if not self._is_dropped(name, old)]
        return tuple(old if new is None else new for old, new in remaining)  # type: ignore[misc]

    def _is_dropped(self, name: str, element: Element) -> bool:
        return (
            name in self.dropped
            and element.named in self._emptied_fields(element)
            and element.key_value not in self.referenced_ids
        )

    def _emptied_fields(self, part: Part) -> Iterable[str]:
        return self.fields.get(id(part), ())
