"""The lists of a document that are still empty: a review that is silent of them is no praise."""

from __future__ import annotations

from collections.abc import Collection

from trueline.document import Document
from trueline.language import gettext, joined, lower_first
from trueline.review.finding import Finding


def empty_lists(document: Document) -> tuple[str, ...]:
    """Names of the lists that a document of its kind is about and that hold nothing."""
    return tuple(name for name in document.essential if not getattr(document, name))


def nothing_to_review(document: Document) -> bool:
    """Whether all of these lists are empty."""
    return 0 < len(empty_lists(document)) == len(document.essential)


def emptiness(document: Document, findings: Collection[Finding]) -> str:
    """A sentence that says what is empty; "" where nothing is."""
    fields = type(document).model_fields
    empty = [lower_first(gettext(fields[name].title or name)) for name in empty_lists(document)]
    if nothing_to_review(document) and not findings:
        return gettext("Nothing to review yet: no {lists}.", lists=joined(empty, "or"))
    return gettext("Still empty: {lists}.", lists=joined(empty)) if empty else ""
