"""What the pages of a plan ask of other documents."""

from __future__ import annotations

from trueline.design import DESIGN
from trueline.web.documents.models import DocumentRecord


def titles_of_programmes(record: DocumentRecord) -> list[str]:
    """The titles of the designs in the organisation of a document, archived ones and templates aside."""
    designs = DocumentRecord.objects.filter(
        organisation_id=record.organisation_id, kind=DESIGN.name, archived=None, is_template=False
    )
    return list(designs.exclude(title="").order_by("title").values_list("title", flat=True))
