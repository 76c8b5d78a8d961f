"""Loading and saving documents: the only place that reads or writes `content` and `revision`.

A save is a set of changes, most often of one. Each names the element that it changes and what its
editor saw there. All are saved as one revision, written with `update … where revision = n`: of two
saves at the same moment one comes second, takes the other's result and applies its own changes to
that. Where somebody else has changed one of these elements meanwhile, nothing is saved and
`Conflict` names each such change. Every save adds a revision; none is ever changed.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Callable, Sequence
from contextlib import suppress
from copy import copy
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone

from trueline.document import (
    Document,
    Element,
    Part,
    document_from_json,
    document_to_json,
    kind_named,
    resolve,
)
from trueline.document.fields import is_empty
from trueline.document.size import check_size
from trueline.limits import OverLimit
from trueline.memory import Cache
from trueline.web.accounts.models import Organisation, User
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action as AuditAction
from trueline.web.documents.frames import Damaged
from trueline.web.documents.models import Action, DocumentRecord, Revision
from trueline.web.documents.portfolio.entries import keep_entry, tell_those_that_name
from trueline.web.documents.reviewing import findings_on
from trueline.web.documents.revision_texts import framed, text_of
from trueline.web.library.edition import toolkit_in_use

ATTEMPTS = 50
"""How often a save is tried anew when others come first; beyond that something is wrong."""

_documents: Cache[Document] = Cache(96_000_000)
BYTES_A_LETTER = 10
"""Bytes of memory for each letter of a document's text, measured on large and small ones."""


@dataclass(frozen=True)
class Change:
    """A change of one element. `apply` gives the document changed, and where that stands in it.

    `address` is the place that it changes; `seen` its fingerprint when the editor opened it, of the
    `whole` where what stands inside goes as well. `apply` raises KeyError where the place is gone.
    """

    address: str
    apply: Callable[[Any], tuple[Any, str]]
    seen: str | None = None
    whole: bool = False


@dataclass(frozen=True)
class Saved:
    """A document after a save, the revision that holds it, and the address of each change in it."""

    document: Any
    revision: int
    addresses: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """The address of a single change."""
        return self.addresses[0]


class StoreError(Exception):
    """A document was not read or saved; says why."""


class Conflict(StoreError):
    """Somebody else changed the same places. `theirs` is the document as it is now.

    `rows` are the places of these changes in the set, from 0; `address` is that of the first.
    """

    def __init__(
        self, changes: Sequence[Change], rows: Sequence[int], theirs: Document, revision: int
    ) -> None:
        self.rows, self.theirs, self.revision = tuple(rows), theirs, revision
        self.address = changes[self.rows[0]].address
        super().__init__(", ".join(changes[row].address for row in self.rows))


class Archived(StoreError):
    """The document was archived, and is read-only until it is brought back."""


class NoSuchRevision(StoreError):
    """The document has no revision of this number."""


def document_of(record: DocumentRecord) -> Any:
    """The document of a record, read once for each revision."""
    return _parsed(record, record.revision, record.content)


def document_in(revision: Revision) -> Any:
    """The document of a revision. Raises Damaged."""
    return _parsed(revision.document, revision.number, text_of(revision))


def _parsed(
    record: DocumentRecord, number: int, content: str, *, document: Document | None = None
) -> Document:
    """The content is part of the key: a save that was rolled back leaves its number to another.

    Where the `document` is at hand, the content need not be read again.
    """
    key = (record.pk, number, hash(content))
    return _documents.get(
        key,
        lambda: document or document_from_json(content, kind_named(record.kind)),
        weigh=lambda _document: BYTES_A_LETTER * len(content),
    )


def revision_of(record: DocumentRecord, number: int) -> Revision:
    """An earlier revision. Raises NoSuchRevision."""
    revision = record.revisions.select_related("author", "snapshot").filter(number=number).first()
    if revision is None:
        raise NoSuchRevision(number)
    revision.document = record
    return revision


def document_as_seen(
    record: DocumentRecord, address: str, seen: str, *, whole: bool = False
) -> Document | None:
    """The latest revision in which the place had this fingerprint: what its editor opened."""
    for revision in record.revisions.select_related("snapshot").order_by("-number")[:ATTEMPTS]:
        revision.document = record
        with suppress(Damaged):
            document = document_in(revision)
            if fingerprint(document, address, whole=whole) == seen:
                return document
    return None


@transaction.atomic
def create(
    *, by: User, organisation: Organisation, document: Document, origin: str
) -> DocumentRecord:
    """Store a new document. `origin` is where it comes from, such as "blank" or "file".

    Raises OverLimit.
    """
    content = document_to_json(document)
    check_size(document, len(content))
    record = DocumentRecord.objects.create(
        organisation=organisation,
        kind=document.kind,
        title=_as_column(document.title),
        language=document.language or "",
        content=content,
        created_by=by,
        owner=by,
    )
    _add_revision(record, by=by, action=Action.STARTED, detail={"from": origin}, address="")
    keep_entry(record, document, by=by)
    tell_those_that_name(record, record.title)
    record_event(
        AuditAction.CREATED,
        by=by,
        organisation=organisation.pk,
        subject=record.kind,
        subject_id=record.pk,
    )
    return record


@dataclass(frozen=True)
class _What:
    """The description of a save in the history. Without an `address` it links to the change itself."""

    action: Action
    detail: dict[str, Any] = field(default_factory=dict)
    address: str | None = None


def save(
    record_id: uuid.UUID,
    changes: Sequence[Change],
    *,
    by: User,
    action: Action,
    detail: dict[str, Any] | None = None,
    address: str | None = None,
    read: DocumentRecord | None = None,
) -> Saved:
    """Apply changes to a document, in order, and keep the result as one revision.

    `address` is what the history points at where that is not the place of the only change. `read` is
    the record as it was read before, which need not be read again if it is still so; it stays as it
    is. Raises `Conflict`, `Archived`, OverLimit, and what a change raises.
    """
    what = _What(action, detail or {}, address)
    if read is not None:
        with suppress(StoreError, OverLimit):  # which another revision may not give
            saved = _tried(copy(read), changes, by=by, what=what)
            if saved is not None and saved.revision > read.revision:
                return saved
    for _attempt in range(ATTEMPTS):
        record = DocumentRecord.objects.get(pk=record_id)
        if saved := _tried(record, changes, by=by, what=what):
            return saved
    raise RuntimeError(f"Document {record_id} could not be saved in {ATTEMPTS} attempts")


def _tried(
    record: DocumentRecord, changes: Sequence[Change], *, by: User, what: _What
) -> Saved | None:
    """The changes saved on top of this revision, or nothing to save; None if it is no longer the latest."""
    if record.archived:
        raise Archived
    saved = _applied(record, changes)
    if saved.document != document_of(record):
        content = _content_of(saved.document, record)
        findings_on(record, content, saved.document, toolkit_in_use())  # while nobody waits for it
        if not _saved(record, saved, content, by=by, what=what):
            return None
    return Saved(saved.document, record.revision, saved.addresses)


def _applied(record: DocumentRecord, changes: Sequence[Change]) -> Saved:
    """The document with the changes. Raises Conflict where places are others now, or gone."""
    before = document = document_of(record)
    rows = [row for row, change in enumerate(changes) if not _is_as_seen(before, change)]
    addresses = []
    for row, change in enumerate(changes):
        try:
            document, address = change.apply(document)
            addresses.append(address)
        except KeyError:  # the place that it changes is no longer there
            rows.append(row)
    if rows:
        raise Conflict(changes, sorted({*rows}), before, record.revision)
    return Saved(document, record.revision, tuple(addresses))


def _is_as_seen(document: Document, change: Change) -> bool:
    if change.seen is None:
        return True
    return fingerprint(document, change.address, whole=change.whole) == change.seen


def _content_of(document: Document, record: DocumentRecord) -> str:
    """A document as it is kept in place of that of the record. Raises OverLimit."""
    content, before = document_to_json(document), document_of(record)
    check_size(document, len(content), before=before, letters_before=len(record.content))
    return content


@transaction.atomic
def _saved(record: DocumentRecord, saved: Saved, content: str, *, by: User, what: _What) -> bool:
    """Save unless somebody saved first; `record` then holds the new revision."""
    title = _as_column(saved.document.title)
    fresh = DocumentRecord.objects.filter(pk=record.pk, revision=record.revision, archived=None)
    now, number = timezone.now(), record.revision + 1
    titles = (record.title, title)
    values = {"title": title, "language": saved.document.language or "", "changed": now}
    if not fresh.update(content=content, revision=number, **values):
        return False
    record.content, record.revision = content, number
    for name, value in values.items():
        setattr(record, name, value)
    only = saved.address if len(saved.addresses) == 1 else ""
    address = only if what.address is None else what.address
    _add_revision(record, by=by, action=what.action, detail=what.detail, address=address)
    keep_entry(record, saved.document, by=by)
    tell_those_that_name(record, *titles)
    _parsed(record, number, content, document=saved.document)
    return True


def _as_column(text: str) -> str:
    """A text without NUL, which files may hold and PostgreSQL does not keep."""
    return text.replace("\0", "")


def _add_revision(
    record: DocumentRecord, *, by: User, action: Action, detail: dict[str, Any], address: str
) -> None:
    Revision.objects.create(
        document=record,
        number=record.revision,
        **framed(record.content, document=record.pk, number=record.revision),
        author=by,
        action=action,
        detail=detail,
        address=address[:500],
    )


def fingerprint(document: Document, address: str, *, whole: bool = False) -> str:
    """A digest of what an editor of this place sees; "" if nothing is there any more.

    Lists of elements inside it count only for the `whole`: they are edited one by one.
    """
    try:
        place = resolve(document, address)
    except (KeyError, ValueError):
        return ""
    value = _values(place, whole=whole) if isinstance(place, Part) else place
    text = json.dumps(value, default=str, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def _values(part: Part, *, whole: bool) -> dict[str, Any]:
    if whole:
        return part.model_dump(exclude_defaults=True)
    values: dict[str, Any] = {}
    for name in type(part).model_fields:
        value = getattr(part, name)
        if isinstance(value, tuple) and value and isinstance(value[0], Element):
            continue
        if isinstance(value, Part):
            values[name] = _values(value, whole=False)
        elif not is_empty(value):
            values[name] = value
    return values
