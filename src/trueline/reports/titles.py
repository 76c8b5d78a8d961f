"""The title of a document on what leaves the house."""

from __future__ import annotations

from trueline.document import Document
from trueline.language import gettext, gettext_noop

INVENTED = gettext_noop("Invented example")
UNTITLED = gettext_noop("A programme without a title")


def title_of(document: Document, untitled: str) -> str:
    """The title; of a document whose content is made up it says so, wherever the title goes."""
    title = document.title or untitled
    return f"{gettext(INVENTED)}: {title}" if document.invented else title
