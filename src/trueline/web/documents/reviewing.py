"""The review of a document as it is kept: made once, by a save for its lists or by the first page."""

from __future__ import annotations

from django.utils import timezone

from trueline.document import Document
from trueline.language import wording_key
from trueline.memory import Cache
from trueline.review import Finding, review
from trueline.toolkit import Toolkit
from trueline.web.documents.kind_pages import Related, related_to
from trueline.web.documents.models import DocumentRecord, Revision

_findings: Cache[tuple[Finding, ...]] = Cache(24_000_000)


def findings_on(
    record: DocumentRecord,
    content: str,
    document: Document,
    toolkit: Toolkit,
    related: Related | None = None,
) -> tuple[Finding, ...]:
    """Today's findings on a document; `content` is its stored text, or the text about to be stored."""
    relations = related or related_to(record.organisation_id, document)
    key = (record.pk, hash(content), timezone.localdate(), wording_key(), toolkit, relations.key)
    return _findings.get(
        key, lambda: review(document, toolkit, on=key[2], related=relations.documents)
    )


def findings_then(revision: Revision, document: Document, toolkit: Toolkit) -> tuple[Finding, ...]:
    """The findings on a revision on its day, without other documents of its organisation.

    `document` is what it holds, with what was set aside or without it.
    """
    content, waivers = hash(bytes(revision.packed)), bool(document.waivers)
    day = revision.at.date()
    key = ("then", revision.pk, content, waivers, day, wording_key(), toolkit)
    return _findings.get(key, lambda: review(document, toolkit, on=day))
