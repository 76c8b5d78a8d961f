"""Documents that the review of a design needs besides it: the legal reviews that its activities name."""

from __future__ import annotations

import uuid

from trueline.design import Design, Legal
from trueline.legal import LEGAL
from trueline.web.documents.kind_pages import Related, name_of
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.store import document_of

MOST = 5
"""Legal reviews that one design rests on."""


def legal_reviews(organisation: uuid.UUID, design: Design) -> Related:
    """The organisation's legal reviews by these titles; nothing is asked where no activity names one."""
    titles = {activity.legal_review for activity in design.of_kind(Legal)} - {""}
    if not titles:
        return Related()
    wanted = {name_of(LEGAL.name, title) for title in titles}
    records = DocumentRecord.objects.filter(
        organisation_id=organisation, kind=LEGAL.name, archived=None, is_template=False
    )
    keys = [
        (key, revision)
        for key, revision, title in records.order_by("pk").values_list("pk", "revision", "title")
        if name_of(LEGAL.name, title) in wanted
    ][:MOST]
    whole = DocumentRecord.objects.in_bulk([key for key, _revision in keys])
    documents = tuple(document_of(whole[key]) for key, _revision in keys if key in whole)
    return Related(("legal", *keys), {"legal": documents}, tuple(sorted(wanted)))
