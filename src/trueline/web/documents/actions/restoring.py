"""Making an earlier revision the present one again, as a new revision."""

from __future__ import annotations

from django.db import transaction

from trueline.web.accounts.models import User
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action as AuditAction
from trueline.web.documents import store
from trueline.web.documents.models import Action, DocumentRecord


@transaction.atomic
def restore(record: DocumentRecord, *, number: int, by: User) -> store.Saved:
    """Put the document back to how revision `number` left it. Raises `store.NoSuchRevision`.

    Nothing is lost: what stands now stays as a revision, and can be restored in turn. So nobody's
    edit can be in conflict with it.
    """
    earlier = store.document_in(store.revision_of(record, number))
    change = store.Change("", lambda document: (earlier, ""))
    saved = store.save(
        record.pk, [change], by=by, action=Action.RESTORED, detail={"revision": number}
    )
    if saved.revision != record.revision:
        record_event(
            AuditAction.RESTORED_REVISION,
            by=by,
            organisation=record.organisation_id,
            subject=record.kind,
            subject_id=record.pk,
            revision=number,
        )
    return saved
