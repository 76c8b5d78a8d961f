"""Writing a backup: it is read back before it gets its name."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from io import SEEK_END, BytesIO
from typing import IO, Any

from django.conf import settings

from trueline.language import gettext
from trueline.web.serving.backups import passphrases
from trueline.web.serving.backups.checking import check
from trueline.web.serving.backups.contents import write_contents
from trueline.web.serving.backups.history import tables_at
from trueline.web.serving.backups.reading import Damaged, Manifest, opened
from trueline.web.serving.backups.retention import remove_leftovers
from trueline.web.serving.backups.snapshot import snapshot
from trueline.web.serving.backups.target import Target
from trueline.web.serving.startup_errors import CannotRun
from trueline.web.serving.upgrade import require_fit


@dataclass(frozen=True)
class WrittenBackup:
    """The size of a backup that was written, and whether it can be restored."""

    rows: int
    size: int
    unfit: str
    """The reason why a restore would refuse it, or ""."""


def write(target: Target, *, passphrase: str = "") -> WrittenBackup:
    """Write a backup, read it back, and only then let it have its name.

    Under a passphrase it carries the key of second steps. Raises CannotRun, and then nothing was
    replaced.
    """
    require_fit(gettext("back up"), with_keys=bool(passphrase))
    remove_leftovers(settings.INSTANCE.folder)
    with target.opened() as stream:
        try:
            manifest, unfit = _locked(stream, passphrase) if passphrase else _plain(stream)
        except Damaged as error:
            raise CannotRun(
                gettext(
                    "What was written to {target} does not read back as it should ({error}),"
                    " so the backup was given up. Look after that disk, and name another"
                    " place.",
                    target=target,
                    error=error,
                )
            ) from error
        size = stream.seek(0, SEEK_END)
    return WrittenBackup(manifest.count, size, unfit)


def _plain(stream: IO[bytes], *, key: str = "") -> tuple[Manifest, str]:
    """Writes it in clear, and says why a restore would refuse it. Raises Damaged if it can't be read."""
    with snapshot():
        write_contents(stream, encryption_key=key)
    with opened(stream, str, verify=False) as backup:
        try:
            check(backup, tables_at(backup.manifest.migrations).registry, earlier_revisions=False)
        except Damaged as error:
            backup.verify()  # whether it is the disk that gives other rows back
            return backup.manifest, str(error)
        return backup.manifest, ""


def _locked(stream: Any, passphrase: str) -> tuple[Manifest, str]:
    clear = BytesIO()
    written = _plain(clear, key=settings.ENCRYPTION_KEY)
    contents = passphrases.locked(clear.getvalue(), passphrase)
    stream.write(contents)
    stream.seek(0)
    if hashlib.file_digest(stream, "sha256").digest() != hashlib.sha256(contents).digest():
        raise Damaged(gettext("other bytes came back"))
    return written
