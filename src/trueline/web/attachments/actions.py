"""Attaching files, reading them, and clearing away what nothing names any more."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist

from trueline.limits import ATTACHMENTS, FILE_BYTES
from trueline.web.accounts.models import Organisation
from trueline.web.attachments import storage
from trueline.web.attachments.models import Attachment

MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".json": "application/json",
}
"""Media types by file name extension; everything else is bytes to be saved."""


def attach(data: bytes, *, name: str, organisation: Organisation) -> Attachment:
    """Keep a file for an organisation. Raises OverLimit.

    In a transaction that fails the row goes, and the file some time after it.
    """
    FILE_BYTES.check(len(data))
    ATTACHMENTS.check(organisation.attachments.count() + 1)
    return Attachment.objects.create(
        organisation=organisation,
        sha256=storage.put(data),
        name=name[-300:],
        media_type=MEDIA_TYPES.get(PurePath(name).suffix.lower(), "application/octet-stream"),
        size=len(data),
    )


def content_of(attachment: Attachment) -> bytes:
    """The bytes of a file. Raises FileNotFoundError where the folder lost it."""
    return storage.read(attachment.sha256)


def purge() -> int:
    """Delete the files that nothing names any more."""
    count = 0
    for path in storage.unreferenced(referenced_digests()):
        path.unlink(missing_ok=True)
        count += 1
    return count


def referenced_digests(registry: Any = apps) -> set[str]:
    """The check sums of all files that something names. `registry` may be that of an earlier version,
    which had fewer tables and fields."""
    digests = set[str]()
    for label, field in _references.items():
        try:
            model = registry.get_model(label)
            model._meta.get_field(field)
        except (LookupError, FieldDoesNotExist):
            continue
        digests.update(model._base_manager.order_by().values_list(field, flat=True).distinct())
    return digests


_references = {Attachment._meta.label: "sha256"}


def register_reference(label: str, field: str) -> None:
    """Join the check sums in a field of a model of another app."""
    _references[label] = field
