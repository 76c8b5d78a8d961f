"""Loading and saving designs: the only place that reads or writes a document.

A save changes one element. It is written with `update … where revision = n`, so of two saves at
the same moment one comes second, takes the other's result and applies its own change to that. A
save that changes what somebody else has changed meanwhile raises `Conflict` with both versions.
Every save adds a revision; none is ever changed.
"""

from __future__ import annotations

import hashlib
import json
import uuid
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db import transaction
from django.http import Http404
from django.utils import timezone

from trueline.design import Design, design_from_json
from trueline.document import Element, Part, document_to_json, resolve
from trueline.web.accounts.models import Organisation, User
from trueline.web.audit.actions import record as record_event
from trueline.web.designs.models import DesignRecord, Revision

ATTEMPTS = 50
"""How often a save is tried anew when others come first; beyond that something is wrong."""


@dataclass(frozen=True)
class Saved:
    """A design after a save, and the revision that the save made (or found, if it changed nothing)."""

    design: Design
    revision: int


class Conflict(Exception):
    """Somebody else changed the same place. `theirs` is the design as it is now."""

    def __init__(self, address: str, theirs: Design, revision: int) -> None:
        super().__init__(address)
        self.address, self.theirs, self.revision = address, theirs, revision


class Archived(Exception):
    """The design was put away, and is read-only until it is brought back."""


def design_of(record: DesignRecord) -> Design:
    """The document of a record, read once for each revision."""
    return _parsed(record.pk, record.revision, record.document)


def revision_of(record: DesignRecord, number: int) -> Design:
    """An earlier revision. Raises Http404."""
    found = Revision.objects.filter(design=record, number=number).first()
    if found is None:
        raise Http404
    return design_in(found)


def design_as_seen(record: DesignRecord, address: str, seen: str) -> Design | None:
    """The latest revision in which the place had this fingerprint: what its editor opened."""
    for revision in Revision.objects.filter(design=record).order_by("-number")[:ATTEMPTS]:
        design = design_in(revision)
        if fingerprint(design, address) == seen:
            return design
    return None


def design_in(revision: Revision) -> Design:
    """The document of a revision."""
    document = zlib.decompress(revision.packed).decode()
    return _parsed(revision.design_id, revision.number, document)


@lru_cache(maxsize=64)
def _parsed(record: uuid.UUID, revision: int, document: str) -> Design:
    return design_from_json(document)


@transaction.atomic
def create(*, by: User, organisation: Organisation, design: Design, what: str) -> DesignRecord:
    """Keep a new design. `what` says where it comes from, such as "Started from a blank page"."""
    record = DesignRecord.objects.create(
        organisation=organisation,
        title=_as_column(design.title),
        document=document_to_json(design),
        created_by=by,
    )
    _add_revision(record, by=by, what=what, address="")
    record_event("created", by=by, organisation=organisation.pk, subject="design",
                 subject_id=record.pk)  # fmt: skip
    return record


def change(
    record_id: uuid.UUID,
    *,
    by: User,
    edit: Callable[[Design], Design],
    what: str,
    address: str = "",
    seen: str | None = None,
    whole: bool = False,
    place: Callable[[], str] | None = None,
) -> Saved:
    """Apply `edit` to a design and keep the result as a new revision.

    `address` is the place that it changes; `seen` its fingerprint when the editor opened it, of
    the `whole` where what stands inside goes as well. `place` names, after the edit, what the
    history is to point at where that is not the address. Raises `Conflict` where that place is another
    now, `Archived`, and what `edit` raises.
    """
    for _attempt in range(ATTEMPTS):
        record = DesignRecord.objects.get(pk=record_id)
        if record.archived:
            raise Archived
        design = design_of(record)
        if seen is not None and fingerprint(design, address, whole=whole) != seen:
            raise Conflict(address, design, record.revision)
        try:
            changed = edit(design)
        except KeyError:  # the place that it changes is no longer there
            raise Conflict(address, design, record.revision) from None
        if changed == design:
            return Saved(design, record.revision)
        where = place() if place else address
        if _saved(record, changed, by=by, what=what, address=where):
            return Saved(changed, record.revision)
    raise RuntimeError(f"Design {record_id} could not be saved in {ATTEMPTS} attempts")


@transaction.atomic
def _saved(record: DesignRecord, design: Design, *, by: User, what: str, address: str) -> bool:
    """Save if nobody has come first; `record` then holds the new revision."""
    document, title, now = document_to_json(design), _as_column(design.title), timezone.now()
    fresh = DesignRecord.objects.filter(pk=record.pk, revision=record.revision, archived=None)
    if not fresh.update(document=document, revision=record.revision + 1, title=title, changed=now):
        return False
    record.document, record.title, record.changed = document, title, now
    record.revision += 1
    _add_revision(record, by=by, what=what, address=address)
    return True


def _as_column(text: str) -> str:
    """A text without NUL, which files may hold and PostgreSQL does not keep."""
    return text.replace("\0", "")


def _add_revision(record: DesignRecord, *, by: User, what: str, address: str) -> None:
    Revision.objects.create(
        design=record,
        number=record.revision,
        packed=zlib.compress(record.document.encode()),
        author=by,
        what=what[:200],
        address=address[:500],
    )


def fingerprint(design: Design, address: str, *, whole: bool = False) -> str:
    """A digest of what an editor of this place sees; "" if nothing is there any more.

    Lists of elements inside it count only for the `whole`: they are edited one by one.
    """
    try:
        place = resolve(design, address)
    except (KeyError, ValueError):
        return ""
    shown = _values(place, whole=whole) if isinstance(place, Part) else place
    text = json.dumps(shown, default=str, sort_keys=True)
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
        elif value not in (None, "", ()):
            values[name] = value
    return values
