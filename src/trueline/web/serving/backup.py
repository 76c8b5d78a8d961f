"""One file with everything of an instance, that either database can be filled from.

A zip: `manifest.json` says which version wrote it, at which migrations, and how many rows of what;
`rows/<model>.jsonl` holds a row a line, fields as text. Sessions are left out: everybody signs in
anew. So is the secret key, so that a lost backup does not sign anybody in.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from django.apps import apps
from django.conf import settings
from django.db import connection, connections, models, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

import trueline
from trueline.web.serving.troubles import CannotRun

FORMAT = 1
LEFT_OUT = {"contenttypes", "auth", "sessions", "usersessions"}


@dataclass(frozen=True)
class Made:
    """What a backup holds."""

    rows: int
    size: int


def write(file: Path) -> Made:
    """Write the backup beside `file`, read it back, and only then give it its name.

    Raises CannotRun where the data folder or database holds no instance.
    """
    if not MigrationRecorder(connection).applied_migrations():
        raise CannotRun(
            "There is nothing to back up: no instance was ever started with this data folder or"
            " database. Name the right one with --data or TRUELINE_DATABASE."
        )
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    except OSError as error:
        raise CannotRun(f"Can't write {file}: {error.strerror}.") from error
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream, snapshot():
            manifest = _write(stream)
        verify(made)
        os.replace(made, file)
    finally:
        made.unlink(missing_ok=True)
    return Made(sum(part["rows"] for part in manifest["rows"].values()), file.stat().st_size)


def kept_models(registry: object = apps) -> list[type[models.Model]]:
    """The models whose rows a backup holds. `registry` may be that of an earlier version."""
    found = registry.get_models(include_auto_created=True)  # type: ignore[attr-defined]
    return sorted(
        (m for m in found if m._meta.app_label not in LEFT_OUT and m._meta.managed),
        key=lambda m: m._meta.label_lower,
    )


@contextmanager
def snapshot() -> Iterator[None]:
    """Within, this thread reads the database as it was at one moment, however long it takes."""
    if connection.vendor == "postgresql":
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
        return
    with tempfile.TemporaryDirectory(dir=settings.INSTANCE.folder) as folder:
        copy = Path(folder) / "copy.sqlite3"
        _copy_sqlite(copy)
        usual = connections["default"]
        connections["default"] = type(usual)({**usual.settings_dict, "NAME": str(copy)}, "default")
        try:
            yield
        finally:
            connections["default"].close()
            connections["default"] = usual


def _copy_sqlite(copy: Path) -> None:
    connection.ensure_connection()
    target = sqlite3.connect(copy)
    try:
        connection.connection.backup(target)
    finally:
        target.close()


def _write(stream: io.BufferedIOBase) -> dict:
    manifest = {
        "format": FORMAT,
        "trueline": trueline.__version__,
        "made": timezone.now().isoformat(),
        "migrations": sorted(map(list, MigrationRecorder(connection).applied_migrations())),
        "rows": {},
    }
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for model in kept_models():
            label = model._meta.label_lower
            manifest["rows"][label] = _write_rows(archive, model)
        archive.writestr("manifest.json", json.dumps(manifest, indent=1))
    return manifest


def _write_rows(archive: ZipFile, model: type[models.Model]) -> dict:
    count, digest = 0, hashlib.sha256()
    with archive.open(f"rows/{model._meta.label_lower}.jsonl", "w", force_zip64=True) as part:
        for row in model._base_manager.order_by("pk").iterator():
            line = json.dumps(_as_text(row), ensure_ascii=False).encode() + b"\n"
            digest.update(line)
            part.write(line)
            count += 1
    return {"rows": count, "sha256": digest.hexdigest()}


def _as_text(row: models.Model) -> dict:
    """Fields as text by their attribute names; null stays null, JSON stays JSON."""
    values = {}
    for field in row._meta.concrete_fields:
        value = field.value_from_object(row)
        plain = (
            value is None or isinstance(value, (bool, int)) or isinstance(field, models.JSONField)
        )
        values[field.attname] = value if plain else field.value_to_string(row)
    return values


class Damaged(Exception):
    """The file is not a whole backup."""


def verify(file: Path) -> dict:
    """Read all of a backup and return its manifest. Raises Damaged."""
    from zipfile import BadZipFile

    try:
        with ZipFile(file) as archive:
            manifest = json.loads(archive.read("manifest.json"))
            for label, part in manifest["rows"].items():
                digest = hashlib.sha256()
                with archive.open(f"rows/{label}.jsonl") as rows:
                    for line in rows:
                        digest.update(line)
                if digest.hexdigest() != part["sha256"]:
                    raise Damaged(label)
    except (BadZipFile, KeyError, ValueError, EOFError) as error:
        raise Damaged(str(error)) from error
    return manifest
