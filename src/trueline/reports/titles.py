"""What a document is called on what leaves the house."""

from __future__ import annotations

from trueline.document import Document

INVENTED = "Invented example"


def titled(document: Document, untitled: str) -> str:
    """The title; of a document whose content is made up it says so, wherever the title goes."""
    title = document.title or untitled
    return f"{INVENTED}: {title}" if document.invented else title
