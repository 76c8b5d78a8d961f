"""Stores the contents of files: in their rows, or in a bucket where the instance names one.

An object is called as its row is. Rows say who may fetch what and until when, wherever contents lie;
nobody is ever led to the bucket itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from uuid import UUID

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages

from trueline.web.tasks.models import MadeFile


def store(file: UUID, content: bytes) -> bytes:
    """Store a content; returns what its row has to hold of it, which is nothing with a bucket."""
    if (bucket := _bucket()) is None:
        return content
    bucket.save(str(file), ContentFile(content))
    return b""


def content_of(file: UUID) -> bytes:
    """The content of a file that was made. Raises MadeFile.DoesNotExist where it is gone."""
    content = bytes(
        MadeFile.objects.values_list("content", flat=True).get(pk=file, made__isnull=False)
    )
    if content or (bucket := _bucket()) is None:
        return content
    try:
        with bucket.open(str(file)) as stream:
            return bytes(stream.read())
    except FileNotFoundError:
        raise MadeFile.DoesNotExist from None


def remove(files: Iterable[UUID]) -> None:
    """Delete what a bucket holds of these files. What cannot be reached is left to the bucket's own rule."""
    if (bucket := _bucket()) is None:
        return
    for file in files:
        with suppress(OSError, *_storage_errors()):
            bucket.delete(str(file))


def _storage_errors() -> tuple[type[Exception], ...]:
    from botocore.exceptions import BotoCoreError, ClientError

    return BotoCoreError, ClientError


def _bucket() -> Storage | None:
    files = settings.INSTANCE.files
    return storages[files.alias] if files else None
