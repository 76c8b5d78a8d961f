"""The size of a document, and whether an edit takes it over a limit."""

from __future__ import annotations

from dataclasses import dataclass

from trueline import limits
from trueline.document.address import parts_of
from trueline.document.document import Document
from trueline.document.fields import Element


@dataclass(frozen=True)
class Size:
    """How many elements the longest list of a document has, and all of them together."""

    longest_list: int = 0
    elements: int = 0


def size_of(document: Document) -> Size:
    """Counts by one pass, of fields alone: another thread may add what it worked out of a shared document."""
    longest_list = elements = 0
    for _address, part in parts_of(document):
        elements += isinstance(part, Element)
        for name in type(part).model_fields:
            value = getattr(part, name)
            if isinstance(value, tuple) and value and isinstance(value[0], Element):
                longest_list = max(longest_list, len(value))
    return Size(longest_list, elements)


def check_size(
    document: Document, letters: int, *, before: Document | None = None, letters_before: int = 0
) -> None:
    """Raises OverLimit where a document is too large and larger than `before`.

    `letters` are those of the whole, as it is kept. How long a text may be its field says.
    """
    limits.DOCUMENT_LETTERS.check(letters, before=letters_before)
    now, then = size_of(document), size_of(before) if before else Size()
    limits.LIST_ELEMENTS.check(now.longest_list, before=then.longest_list)
    limits.DOCUMENT_ELEMENTS.check(now.elements, before=then.elements)
