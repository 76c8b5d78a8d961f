"""Putting a document together from many elements at once: each is checked as it comes, the whole once."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Generic

from pydantic import TypeAdapter

from trueline.document.address import element_address, elements_of
from trueline.document.document import D, Document
from trueline.document.editing import Values, short_name
from trueline.document.fields import Element
from trueline.files.annotations import item_annotation, models_in


class Building(Generic[D]):
    """A document that elements are added to; `document` gives it whole, at a cost once for all.

    `editing.add_element` checks the whole document with each; use this for more than a few.
    """

    def __init__(self, document: D) -> None:
        self._document = document
        self._added: dict[str, list[Element]] = {}
        self._taken = {element.key_value for _, element in elements_of(document)}
        self._numbers: dict[str, int] = {}

    def add(self, list_name: str, values: Values) -> tuple[Element, str]:
        """Add to one of the document's own lists; returns the element and its address.

        Without an id it gets one, as `add_element` gives it. Raises pydantic's ValidationError.
        """
        adapter, model = _item_of(type(self._document), list_name)
        if model.key == "id" and not values.get("id"):
            values = {**values, "id": self._fresh_id(model.noun, values)}
        element: Element = adapter.validate_python(values)
        self._added.setdefault(list_name, []).append(element)
        self._taken.add(element.key_value)
        self._taken.update(inner.key_value for _, inner in elements_of(element))
        return element, element_address("", list_name, element)

    def document(self) -> D:
        """The document with all that was added, checked as a whole. Raises ValidationError."""
        data = {name: getattr(self._document, name) for name in self._document.model_fields_set}
        for name, elements in self._added.items():
            data[name] = (*getattr(self._document, name), *elements)
        return type(self._document).model_validate(data)

    def _fresh_id(self, noun: str, values: Values) -> str:
        base, alone = short_name(noun, values)
        if alone and base not in self._taken:
            return base
        number = self._numbers.get(base, 2 if alone else 1)
        while f"{base}-{number}" in self._taken:
            number += 1
        self._numbers[base] = number + 1
        return f"{base}-{number}"


@lru_cache(maxsize=64)
def _item_of(document: type[Document], list_name: str) -> tuple[TypeAdapter[Any], type[Element]]:
    """The validator of an element of a list, and one of the models that stand in it."""
    annotation = document.model_fields[list_name].annotation
    model = next(models_in(annotation))
    assert issubclass(model, Element)
    return TypeAdapter(item_annotation(annotation)), model
