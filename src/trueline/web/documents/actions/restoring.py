"""Making an earlier revision the present one again, or one element of it, as a new revision."""

from __future__ import annotations

from django.db import transaction

from trueline.document import (
    Document,
    Element,
    element_address,
    elements_of,
    put_back,
    remove_element,
    resolve,
)
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


def restore_part(record: DocumentRecord, *, number: int, address: str, by: User) -> store.Saved:
    """Put one element back to how revision `number` left it, and leave everything else.

    Raises `store.NoSuchRevision`, and `store.Conflict` where there is no place for it.
    """
    earlier = store.document_in(store.revision_of(record, number))
    change = store.Change(address, lambda document: (put_back(document, address, earlier), address))
    detail = {"revision": number}
    return store.save(record.pk, [change], by=by, action=Action.RESTORED, detail=detail)


def take_back(record: DocumentRecord, *, number: int, address: str, by: User) -> store.Saved | None:
    """Undo what revision `number` did in the list at an address, "" for every list; all else stays.

    None where it did nothing there. Raises `store.NoSuchRevision`, and `store.Conflict` where one of
    these elements was changed since.
    """
    before = store.document_in(store.revision_of(record, number - 1))
    after = store.document_in(store.revision_of(record, number))
    was, became = (_elements_in(document, address) for document in (before, after))
    changes = [
        _reverting_change(place, before if place in was else None, after)
        for place in {**became, **was}
        if was.get(place) != became.get(place)
    ]
    if not changes:
        return None
    return store.save(
        record.pk,
        changes,
        by=by,
        action=Action.RESTORED,
        detail={"revision": number - 1},
        address=address,
    )


def _elements_in(document: Document, address: str) -> dict[str, Element]:
    """The elements of a list by their address; of the whole document those that stand in no other."""
    if not address:
        return {at: each for at, each in elements_of(document) if at.count("[") == 1}
    holder, _dot, name = address.rpartition(".")
    return {element_address(holder, name, each): each for each in resolve(document, address)}


def _reverting_change(place: str, before: Document | None, after: Document) -> store.Change:
    def apply(document: Document) -> tuple[Document, str]:
        if before is None:
            return remove_element(document, place)[0], place
        return put_back(document, place, before), place

    return store.Change(place, apply, store.fingerprint(after, place, whole=True), whole=True)
