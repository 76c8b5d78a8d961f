"""Writing about a range of periods."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone

from trueline.web.accounts.models import User
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.documents.models import DocumentRecord
from trueline.web.monitoring.models import Narrative
from trueline.web.monitoring.snapshots import digest


class Changed(Exception):
    """Somebody else wrote meanwhile; `texts` is what stands there now. Nothing was saved."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        super().__init__()
        self.texts = texts


@transaction.atomic
def narrate(
    record: DocumentRecord,
    first: date,
    last: date,
    texts: Mapping[str, str],
    *,
    seen: str,
    by: User,
) -> Narrative:
    """Save what is written about these days. `seen` is the digest of what stood there when its
    writer began. Raises Changed.
    """
    DocumentRecord.objects.select_for_update().get(pk=record.pk)
    narrative = record.narratives.filter(first=first, last=last).first()
    present = narrative.texts if narrative else {}
    if digest(present) != seen:
        raise Changed(present)
    narrative = narrative or Narrative(document=record, first=first, last=last)
    narrative.texts = {name: text for name, text in texts.items() if text}
    narrative.saved, narrative.saved_by = timezone.now(), by
    narrative.save()
    record_event(
        Action.CHANGED,
        by=by,
        organisation=record.organisation_id,
        subject="narrative",
        subject_id=record.pk,
        first=first.isoformat(),
        last=last.isoformat(),
    )
    return narrative
