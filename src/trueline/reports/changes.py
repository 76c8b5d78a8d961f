"""Changes between two versions of a document, each as a sentence."""

from __future__ import annotations

from typing import Any

from trueline.document import Change, Document, Element, Part
from trueline.document.fields import is_empty
from trueline.language import gettext, quoted
from trueline.reports.values import Wording
from trueline.toolkit import Toolkit

LONGEST = 200
"""Characters of a value that a sentence quotes."""


class ChangeWording:
    """Puts the changes from one version to another into sentences."""

    def __init__(self, older: Document, newer: Document, toolkit: Toolkit) -> None:
        self.older, self.newer = Wording(older, toolkit), Wording(newer, toolkit)

    def sentence(self, change: Change) -> str:
        """The change, after the name of the element that it happened in."""
        text = self.at_its_place(change)
        if not change.where:
            return text
        if change.kind == "changed":
            text = text[:1].lower() + text[1:]
        return f"{change.where}: {text}"

    def at_its_place(self, change: Change) -> str:
        """The change alone, where the name of its element stands above."""
        if change.kind == "moved":
            return gettext(
                "{field} was moved from place {before} to {after}.",
                field=change.field,
                before=change.before,
                after=change.after,
            )
        if change.kind == "added":
            element = _quoted(change.after, self.newer, change)
            return gettext("{field} {element} was added.", field=change.field, element=element)
        before = _quoted(change.before, self.older, change)
        if change.kind == "removed":
            return gettext("{field} {element} was removed.", field=change.field, element=before)
        return gettext(
            "{field} was {before} and is now {after}.",
            field=change.field,
            before=before,
            after=_quoted(change.after, self.newer, change),
        )


def _quoted(value: Any, wording: Wording, change: Change) -> str:
    if is_empty(value):
        return gettext("empty")
    if isinstance(value, Element):
        return quoted(wording.name(value), LONGEST)
    if isinstance(value, Part) and change.spec and change.spec.is_part:
        return quoted(
            "; ".join(f"{label}: {words}" for label, words in wording.filled(value)), LONGEST
        )
    return quoted(wording.value(value, change.spec) if change.spec else value, LONGEST)
