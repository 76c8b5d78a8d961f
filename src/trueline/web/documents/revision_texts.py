"""The texts of revisions: each is kept as a frame against the nearest snapshot before it.

A snapshot is a revision that is kept whole; one stands at least every `SNAPSHOT_EVERY` revisions, so
that any text is read by unpacking two frames. The digest of each text is kept beside it, and what is
read is held against it.

Revisions from before there were frames have no digest. They are read as they are, and moved while
people work: each batch at once or not at all, so that it does not matter when that is stopped.
"""

from __future__ import annotations

import hashlib
import logging
import time
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from trueline.language import gettext
from trueline.web.documents.frames import SNAPSHOT_EVERY, Damaged, pack, unpack
from trueline.web.documents.models import Revision

log = logging.getLogger(__name__)

AT_A_TIME = 20
"""Revisions moved in one transaction: few, since nobody can save on SQLite meanwhile."""
PAUSE = 0.02


@dataclass(frozen=True)
class _Snapshot:
    """A revision that is kept whole."""

    pk: int
    number: int
    text: bytes
    size: int
    """Bytes of its frame."""


def text_of(revision: Revision) -> str:
    """The text of a revision. One query, unless its snapshot was selected with it. Raises Damaged."""
    against = unpack(bytes(revision.snapshot.packed)) if revision.snapshot_id else b""
    text = unpack(bytes(revision.packed), against=against)
    if revision.digest is not None and _digest(text) != bytes(revision.digest):
        raise Damaged(gettext("is another text than was written"))
    return text.decode()


def framed(text: str, *, document: Any, number: int) -> dict[str, Any]:
    """The fields by which the text of a document's revision is kept."""
    return _framed(text.encode(), _nearest_snapshot(document, number))


def _framed(text: bytes, snapshot: _Snapshot | None) -> dict[str, Any]:
    """By itself where it is too unlike the snapshot for later texts to gain by it either."""
    digest = _digest(text)
    if snapshot is not None:
        frame = pack(text, against=snapshot.text)
        if 2 * len(frame) <= snapshot.size:
            return {"packed": frame, "snapshot_id": snapshot.pk, "digest": digest}
    return {"packed": pack(text), "snapshot_id": None, "digest": digest}


def _nearest_snapshot(document: Any, number: int) -> _Snapshot | None:
    """The snapshot within reach before a revision; None where there is none or it can't be read."""
    snapshots = Revision.objects.filter(
        document=document,
        number__lt=number,
        number__gt=number - SNAPSHOT_EVERY,
        snapshot=None,
        digest__isnull=False,
    )
    one = snapshots.order_by("-number").only("number", "packed", "digest", "snapshot_id").first()
    if one is None:
        return None
    try:
        return _Snapshot(one.pk, one.number, text_of(one).encode(), len(one.packed))
    except Damaged as problem:
        log.error("Revision %s %s.", one.pk, problem)
        return None


def _digest(text: bytes) -> bytes:
    return hashlib.sha256(text).digest()


def move_some(*, seconds: float = 5.0) -> int:
    """Move revisions from before there were frames, for so long at most; returns how many.

    People may save meanwhile, and others may move the same.
    """
    ends, count = time.monotonic() + seconds, 0
    while moved := _move_batch():
        count += moved
        if time.monotonic() > ends:
            break
        time.sleep(PAUSE)
    return count


def _move_batch() -> int:
    """The oldest few of one document. Their frames are made before anything is locked."""
    waiting = Revision.objects.filter(digest=None)
    first = waiting.order_by("document", "number").only("document_id").first()
    if first is None:
        return 0
    snapshot, fields = None, {}
    revisions = waiting.filter(document=first.document_id).order_by("number")[:AT_A_TIME]
    for revision in revisions.iterator():
        if snapshot is None or snapshot.number <= revision.number - SNAPSHOT_EVERY:
            snapshot = _nearest_snapshot(first.document_id, revision.number)
        fields[revision.pk] = moved_fields = _moved(revision, snapshot)
        if moved_fields.get("snapshot_id", 0) is None:
            text = text_of(revision).encode()
            snapshot = _Snapshot(revision.pk, revision.number, text, len(moved_fields["packed"]))
    return len(fields) if _all_written(fields) else 0


def _moved(revision: Revision, snapshot: _Snapshot | None) -> dict[str, Any]:
    """The revision's new fields; an unreadable one stays as it is, with a digest that marks it."""
    try:
        return _framed(text_of(revision).encode(), snapshot)
    except Damaged as problem:
        log.error("Revision %s %s, and was left as it is.", revision.pk, problem)
        return {"digest": b""}


def _all_written(fields: dict[int, dict[str, Any]]) -> bool:
    """False, and nothing is written, where somebody else has moved or deleted one of them."""
    with transaction.atomic():
        for pk, values in fields.items():
            if not Revision.objects.filter(pk=pk, digest=None).update(**values):
                transaction.set_rollback(True)
                return False
    return True
