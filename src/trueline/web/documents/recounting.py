"""Counting notes anew where what lists know of a document has grown old."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils import timezone

import trueline
from trueline.web.accounts.models import User
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.portfolio.entries import keep_entry
from trueline.web.documents.store import document_of

AT_A_TIME = 200
"""How many are counted before others have their turn."""


def outdated() -> QuerySet[DocumentRecord]:
    """Documents that lists know nothing of yet, and those whose counts have grown old."""
    ended = Q(entry__counted_until__lt=timezone.localdate())
    other = ~Q(entry__counted_by=trueline.__version__)
    return DocumentRecord.objects.filter(Q(entry=None) | ended | other)


def recount() -> int:
    """Count anew, some at a time. Returns how many that were."""
    records = list(outdated().select_related("entry__changed_by")[:AT_A_TIME])
    for record in records:
        keep_entry(record, document_of(record), by=_last_author(record))
    return len(records)


def _last_author(record: DocumentRecord) -> User | None:
    if hasattr(record, "entry"):
        return record.entry.changed_by
    last = record.revisions.select_related("author").defer("packed").first()
    return last.author if last else None
