"""The review of a document as it is kept: made once, by a save for its lists or by the first page."""

from __future__ import annotations

import uuid
from datetime import date

from django.utils import timezone
from django.utils.translation import get_language

from trueline.document import Document
from trueline.memory import Cache
from trueline.review import Finding, review
from trueline.toolkit import Toolkit

_findings: Cache[tuple[Finding, ...]] = Cache(24_000_000)


def findings_on(
    record_id: uuid.UUID,
    content: str | bytes,
    document: Document,
    toolkit: Toolkit,
    *,
    on: date | None = None,
) -> tuple[Finding, ...]:
    """What the review says of a document today or on a day; its `content` is what tells it from others."""
    day, waivers = on or timezone.localdate(), bool(document.waivers)
    key = (record_id, hash(content), waivers, day, get_language(), toolkit)
    return _findings.get(key, lambda: review(document, toolkit, on=day))
