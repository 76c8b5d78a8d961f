"""The review of a document as it is kept: made once, by a save for its lists or by the first page."""

from __future__ import annotations

import uuid

from django.utils import timezone

from trueline.document import Document
from trueline.language import wording_key
from trueline.memory import Cache
from trueline.review import Finding, review
from trueline.toolkit import Toolkit

_findings: Cache[tuple[Finding, ...]] = Cache(24_000_000)


def findings_on(
    record_id: uuid.UUID, content: str, document: Document, toolkit: Toolkit
) -> tuple[Finding, ...]:
    """What the review says today of a document, whose `content` is as it is kept or about to be."""
    key = (record_id, hash(content), timezone.localdate(), wording_key(), toolkit)
    return _findings.get(key, lambda: review(document, toolkit, on=key[2]))
