"""The contents of a backup, and how a row is written in it.

A zip: `manifest.json` says which version wrote it, at which migrations, and how many rows of what;
`rows/<model>.jsonl` holds a row a line, fields as text; `files/<check sum>` are files that people
attached. Sessions are left out: everybody signs in
anew. So are the keys, so that a lost backup does not sign anybody in; under a passphrase,
`keys/encryption-key` is there, so that a restore keeps everybody's second step.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.db import connection, models
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

import trueline
from trueline.web.attachments import storage
from trueline.web.attachments.actions import referenced_digests
from trueline.web.attachments.models import Attachment
from trueline.web.serving.backups.history import models_of_database
from trueline.web.serving.backups.threads import in_background

PACKED = 2
"""The level at which rows are packed: zlib's usual 6 takes twice as long, and saves a fifteenth."""
AT_A_TIME = 1 << 18
"""Bytes of rows that are packed at a time, while the next are read."""
FORMAT = 2
"""The latest form. A backup without files is of form 1, which earlier versions read as well."""
log = logging.getLogger(__name__)
MANIFEST = "manifest.json"
ENCRYPTION_KEY = "keys/encryption-key"
LEFT_OUT = {"contenttypes", "auth", "sessions", "usersessions", "config", "mail"}
LEFT_OUT |= {"idempotency", "tasks", "django_tasks_database"}
"""Models that a restored instance makes anew."""


def backed_up_models(registry: Any) -> list[type[models.Model]]:
    """The models whose rows a backup holds. `registry` may be that of an earlier version."""
    every_model = registry.get_models(include_auto_created=True)
    return sorted(
        (m for m in every_model if m._meta.app_label not in LEFT_OUT and m._meta.managed),
        key=lambda m: m._meta.label_lower,
    )


def rows_file(label: str) -> str:
    """The name in a backup of the rows of a model."""
    return f"rows/{label}.jsonl"


def attached_file(sha256: str) -> str:
    """The name in a backup of a file that somebody attached."""
    return f"files/{sha256}"


def write_contents(stream: IO[bytes], *, encryption_key: str = "") -> None:
    """Write all rows of the database."""
    manifest = {
        "format": 1,
        "trueline": trueline.__version__,
        "made": timezone.now().isoformat(),
        "migrations": sorted(map(list, MigrationRecorder(connection).applied_migrations())),
        "rows": {},
        "files": {},
    }
    with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=PACKED) as archive:
        registry = models_of_database()
        for model in backed_up_models(registry):
            manifest["rows"][model._meta.label_lower] = _write_rows(archive, model)
        if Attachment._meta.label_lower in manifest["rows"]:  # a database of before has no files
            manifest["files"] = _write_files(archive, registry)
        manifest["format"] = FORMAT if manifest["files"] else 1
        if encryption_key:
            archive.writestr(ENCRYPTION_KEY, encryption_key)
        archive.writestr(MANIFEST, json.dumps(manifest, indent=1))


def _write_rows(archive: ZipFile, model: type[models.Model]) -> dict[str, Any]:
    count, digest, lines, size = 0, hashlib.sha256(), list[bytes](), 0
    with archive.open(rows_file(model._meta.label_lower), "w", force_zip64=True) as part:

        def keep(text: bytes) -> None:
            digest.update(text)
            part.write(text)

        with in_background(keep) as hand_over:
            for row in rows_as_text(model):
                count += 1
                lines.append(json.dumps(row, ensure_ascii=False).encode() + b"\n")
                size += len(lines[-1])
                if size >= AT_A_TIME:
                    hand_over(b"".join(lines))
                    lines, size = [], 0
            hand_over(b"".join(lines))
    return {"rows": count, "sha256": digest.hexdigest()}


def _write_files(archive: ZipFile, registry: Any) -> dict[str, int]:
    """Write each file that something names; by check sum its size. One that the folder lost is logged."""
    sizes = {}
    for sha256 in sorted(referenced_digests(registry)):
        try:
            data = storage.read(sha256)
        except OSError:
            log.exception("An attached file is not where it should be: %s", sha256)
            continue
        archive.writestr(attached_file(sha256), data)
        sizes[sha256] = len(data)
    return sizes


PLAIN = frozenset([type(None), bool, int, str])
"""Types whose values stand in a row as they are."""


def _text_of(field: models.Field) -> Callable[[Any], str]:
    """The function by which a field writes a value, which it takes from an object that has it."""
    holder = SimpleNamespace()

    def text(value: Any) -> str:
        setattr(holder, field.attname, value)
        return str(field.value_to_string(holder))

    return text


def rows_as_text(model: type[models.Model]) -> Iterator[dict[str, Any]]:
    """All rows of a model: fields as text by their attribute names; null stays null, JSON stays JSON."""
    fields = model._meta.concrete_fields
    texts = {
        field.attname: None if isinstance(field, models.JSONField) else _text_of(field)
        for field in fields
    }
    for row in model._base_manager.order_by("pk").values_list(*texts).iterator():
        yield {
            name: value if text is None or type(value) in PLAIN else text(value)
            for (name, text), value in zip(texts.items(), row, strict=True)
        }
