"""Queries of the pages of a legal review on other documents."""

from __future__ import annotations

from collections.abc import Iterator

from trueline.design import DESIGN, Design
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.store import document_of

MOST = 200
"""Programmes that are looked at."""


def programmes_on_law(record: DocumentRecord) -> Iterator[Design]:
    """The designs of the organisation that may name this review, archived ones and templates aside."""
    designs = DocumentRecord.objects.filter(
        organisation_id=record.organisation_id, kind=DESIGN.name, archived=None, is_template=False
    )
    for each in designs.filter(content__contains='"legal_review"').order_by("title", "pk")[:MOST]:
        yield document_of(each)
