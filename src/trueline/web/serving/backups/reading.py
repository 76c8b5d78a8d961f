"""Reading a backup: whether all of it is there, and as it was written."""

from __future__ import annotations

import hashlib
import json
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from trueline.web.serving.backups.contents import MANIFEST, rows_file


class Damaged(Exception):
    """The file is not a whole backup."""


def verify(file: IO[bytes]) -> dict[str, Any]:
    """Read all of a backup and return its manifest. Raises Damaged."""
    try:
        with ZipFile(file) as archive:
            manifest = json.loads(archive.read(MANIFEST))
            for label, part in manifest["rows"].items():
                digest = hashlib.sha256()
                with archive.open(rows_file(label)) as rows:
                    for line in rows:
                        digest.update(line)
                if digest.hexdigest() != part["sha256"]:
                    raise Damaged(label)
    except (BadZipFile, KeyError, ValueError, EOFError) as error:
        raise Damaged(str(error)) from error
    return manifest
