"""Texts with the numbers of the notes they rest on, and what stands behind those numbers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from trueline.language import gettext
from trueline.toolkit import (
    Category,
    Evidence,
    Guide,
    Indicator,
    Lesson,
    Question,
    Quotation,
    Toolkit,
)
from trueline.toolkit.texts import Passage
from trueline.toolkit.wording import quoted, quoted_from, work_line

OWN = "own"
"""The `ref` of what an organisation added."""


def passage(toolkit: Toolkit | None, one: Passage) -> str:
    """A passage with its notes, and what we add to it marked as ours."""
    added = f" ({gettext('Ours: {text}', text=one.added)})" if one.added else ""
    return one.text + notes(toolkit, one.evidence) + added


def quotation(toolkit: Toolkit | None, one: Quotation) -> dict[str, str]:
    ours = f" ({gettext('quoted by us')})" if one.ours else ""
    return {"text": quoted(one), "source": quoted_from(one) + ours + notes(toolkit, one.evidence)}


def guides(toolkit: Toolkit, ids: Iterable[str]) -> list[str]:
    """Titles of the guides that an entry leads to; they stand at the end."""
    return [one.title for one in toolkit.guides if one.id in ids]


def guide(item: Guide) -> dict[str, Any]:
    return {
        "title": item.title,
        "text": item.text,
        "points": [point.text for point in item.points],
        "works": [work_line(work) for work in item.works],
    }


def label_with_origin(label: str, *, ours: bool) -> str:
    """A label, marked where what it heads is not in the source."""
    return gettext("{label} (ours)", label=label) if ours else label


def evidence(toolkit: Toolkit, item: Evidence) -> dict[str, Any]:
    return {
        "number": _number(item),
        "note": item.note,
        "works": [work_line(work) for work in item.works],
        "quotations": [quotation(toolkit, one) for one in item.quotations],
        "uncertain": item.uncertain,
    }


def notes(toolkit: Toolkit | None, ids: Iterable[str]) -> str:
    """The numbers of the notes of these ids, such as " [7, 8]", to look up at the end."""
    wanted = set(ids)
    held = toolkit.evidence if toolkit else ()
    numbers = [_number(note) for note in held if note.id in wanted]
    return f" [{', '.join(numbers)}]" if numbers else ""


def _number(item: Evidence) -> str:
    return item.id if item.ref == OWN else item.ref.removeprefix("fn ")


def place(toolkit: Toolkit, item: Lesson | Question | Category | Indicator) -> str:
    """Its place in the source, or the name of the organisation whose own it is."""
    if item.ref != OWN:
        return item.ref
    pack = toolkit.node(item.id).pack
    return next(head.name for head in toolkit.packs if head.id == pack)
