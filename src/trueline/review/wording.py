"""Names in messages what a team wrote."""

from __future__ import annotations

from collections.abc import Sequence

from trueline.document import Element
from trueline.language import joined, ngettext, quoted


def names_of(elements: Sequence[Element], most: int = 3) -> str:
    """The names of elements, as a list in a sentence: “a”, “b”, “c” and 2 more."""
    names = [quoted(element.name) for element in elements[:most]]
    remaining = len(elements) - most
    return joined(
        [*names, ngettext("{count} more", "{count} more", remaining)] if remaining > 0 else names
    )
