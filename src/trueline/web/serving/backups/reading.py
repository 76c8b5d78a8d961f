"""Opening a backup: whether all of it is there, and as it was written.

A backup may have been cut off, damaged or made by somebody else's hand; nothing in it is believed.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Annotated
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from pydantic import AwareDatetime, BaseModel, ConfigDict, NonNegativeInt, ValidationError
from pydantic import StringConstraints as Text

from trueline.language import gettext
from trueline.web.serving.backups import passphrases
from trueline.web.serving.backups.contents import (
    ENCRYPTION_KEY,
    FORMAT,
    MANIFEST,
    attached_file,
    rows_file,
)
from trueline.web.serving.backups.threads import prefetched

LARGEST_MANIFEST = 1_000_000
LONGEST_ROW = 100_000_000
AT_A_TIME = 1 << 20
LOCKED = 0x1
"""The flag of a part that needs a zip password."""


class Damaged(Exception):
    """The file is not a whole backup. The message says what is wrong with it."""


class Later(Exception):
    """A later version of Trueline wrote the file; the message names it."""


class Part(BaseModel):
    """How many rows of one sort there are, and the digest of what holds them."""

    model_config = ConfigDict(strict=True)
    rows: NonNegativeInt
    sha256: str


Sha256 = Annotated[str, Text(pattern=r"^[0-9a-f]{64}$")]


class Manifest(BaseModel):
    """The backup's description of itself."""

    model_config = ConfigDict(strict=True)
    format: int
    trueline: str
    made: AwareDatetime
    migrations: list[tuple[str, str]]
    rows: dict[str, Part]
    files: dict[Sha256, NonNegativeInt] = {}

    @property
    def count(self) -> int:
        """How many rows there are in all."""
        return sum(part.rows for part in self.rows.values())


@dataclass(frozen=True)
class Backup:
    """An opened backup. Whatever is read of it is as its manifest says."""

    archive: ZipFile
    manifest: Manifest

    def lines(self, label: str) -> Iterator[bytes]:
        """The rows of a model, unpacked a little ahead. Raises Damaged, at the end at the latest."""
        rest = b""
        for text in prefetched(self._texts(label)):
            *lines, rest = (rest + text).split(b"\n")
            yield from lines
            if len(rest) >= LONGEST_ROW:
                raise Damaged(
                    gettext("a row of {label} is longer than any that Trueline writes", label=label)
                )
        if rest:
            yield rest

    def verify(self) -> None:
        """Read all rows. Raises Damaged where they are not those that were written."""
        for label in self.manifest.rows:
            for _text in self._texts(label):
                pass

    def _texts(self, label: str) -> Generator[bytes, None, None]:
        digest = hashlib.sha256()
        with _as_damaged(label), self.archive.open(rows_file(label)) as rows:
            while text := rows.read(AT_A_TIME):
                digest.update(text)
                yield text
        if digest.hexdigest() != self.manifest.rows[label].sha256:
            raise Damaged(
                gettext("the rows of {label} are not those that were written", label=label)
            )

    def file(self, sha256: str) -> bytes:
        """A file that somebody attached. Raises Damaged."""
        part = attached_file(sha256)
        with _as_damaged(part):
            if self.archive.getinfo(part).file_size != self.manifest.files[sha256]:
                raise Damaged(gettext("{part} is damaged", part=part))
            data = self.archive.read(part)
        if hashlib.sha256(data).hexdigest() != sha256:
            raise Damaged(gettext("{part} is damaged", part=part))
        return data

    @property
    def encryption_key(self) -> str:
        """The key of second steps, where the backup carries it; else ""."""
        if ENCRYPTION_KEY not in self.archive.namelist():
            return ""
        with _as_damaged(ENCRYPTION_KEY):
            return self.archive.read(ENCRYPTION_KEY).decode("ascii", "replace").strip()


@contextmanager
def opened(
    file: IO[bytes], passphrase: Callable[[], str], *, verify: bool = True
) -> Iterator[Backup]:
    """The backup in a file, all of it read once unless whoever asks is about to (`verify`). `passphrase`
    is asked where one is needed.

    Raises Damaged, Later and passphrases.CannotOpen.
    """
    if passphrases.is_locked(file):
        file = BytesIO(passphrases.opened(file.read(), passphrase()))
    with _as_damaged("the file"):
        archive = ZipFile(file)
    with archive:
        _refuse_strange_packing(archive)
        manifest = _manifest(archive)
        _refuse_other_parts(archive, manifest)
        backup = Backup(archive, manifest)
        if verify:
            backup.verify()
        for sha256 in manifest.files:
            backup.file(sha256)
        yield backup


def _manifest(archive: ZipFile) -> Manifest:
    with _as_damaged(MANIFEST):
        if archive.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
            raise Damaged(
                gettext("its {manifest} is longer than any that Trueline writes", manifest=MANIFEST)
            )
        text = archive.read(MANIFEST)
    try:
        manifest = Manifest.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise Damaged(
            gettext(
                "its {manifest} is not as Trueline writes it ({place}: {reason})",
                manifest=MANIFEST,
                place=place or "JSON",
                reason=first["msg"],
            )
        ) from error
    if manifest.format > FORMAT:
        raise Later(manifest.trueline)
    return manifest


def _refuse_strange_packing(archive: ZipFile) -> None:
    for info in archive.infolist():
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED) or info.flag_bits & LOCKED:
            raise Damaged(
                gettext(
                    "{filename} is packed or locked as Trueline never does", filename=info.filename
                )
            )


def _refuse_other_parts(archive: ZipFile, manifest: Manifest) -> None:
    names = archive.namelist()
    if len(names) != len(set(names)):
        raise Damaged(
            gettext("it holds two parts of one name, so that nobody can tell which counts")
        )
    parts = {*map(rows_file, manifest.rows), *map(attached_file, manifest.files)}
    expected = {MANIFEST, ENCRYPTION_KEY, *parts}
    if unexpected := sorted(set(names) - expected):
        raise Damaged(
            gettext(
                "it holds a part that its {manifest} does not name ({part})",
                manifest=MANIFEST,
                part=unexpected[0],
            )
        )
    if missing := sorted(expected - set(names) - {ENCRYPTION_KEY}):
        raise Damaged(
            gettext(
                "it lacks a part that its {manifest} names ({part})",
                manifest=MANIFEST,
                part=missing[0],
            )
        )


@contextmanager
def _as_damaged(part: str) -> Iterator[None]:
    """Within, whatever the archive's reader raises is said of this part. Raises Damaged."""
    try:
        yield
    except KeyError as error:
        raise Damaged(gettext("it has no {part}, so it is something else", part=part)) from error
    except BadZipFile as error:
        raise Damaged(gettext("{part} is cut off, damaged or something else", part=part)) from error
    except (zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise Damaged(gettext("{part} is damaged", part=part)) from error
