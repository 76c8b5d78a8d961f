"""The footnotes that support an entry: its own, and those of the texts inside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

INNER = ("introduction", "examples", "quotations", "purpose", "audience", "use", "consequences")
"""Fields whose parts have no page of their own, so that their notes count as the holder's."""


def supported_parts(item: BaseModel) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Each part of an item that may carry notes of its own, with its path in the item."""
    for name in INNER:
        for number, part in enumerate(getattr(item, name, ())):
            if hasattr(part, "evidence"):
                yield (name, number), part


def notes_of(item: BaseModel) -> tuple[str, ...]:
    """Ids of the notes that an item and the parts without a page rest on, each once."""
    own = (*getattr(item, "evidence", ()), *getattr(item, "questions_evidence", ()))
    inner = (note for _, part in supported_parts(item) for note in part.evidence)
    return tuple(dict.fromkeys([*own, *inner]))
