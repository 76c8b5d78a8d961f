"""Reading documents, a function for each screen."""

from __future__ import annotations

from collections.abc import Iterable

from trueline.web.documents.models import DocumentRecord, Revision


def last_revision(record: DocumentRecord, address: str) -> Revision | None:
    """The last save of the element at an address, with its author. One query."""
    revisions = record.revisions.filter(address=address)
    return revisions.select_related("author").defer("packed").first()


def titles_by_id(ids: Iterable[str]) -> dict[str, str]:
    """Titles of documents that are still there, for the audit. One query."""
    records = DocumentRecord.objects.filter(pk__in=list(ids)).values_list("pk", "title")
    return {str(key): title for key, title in records}
