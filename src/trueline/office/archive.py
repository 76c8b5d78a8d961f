"""The parts of a zipped office file, within limits that a hostile file can't pass."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Any

from trueline.files import FileProblems, Problem
from trueline.language import gettext

LARGEST = 5_000_000
UNPACKED = 60_000_000
ENTRIES = 2_000
_BROKEN_PARTS = (
    zipfile.BadZipFile,
    zlib.error,
    ValueError,
    OSError,
    NotImplementedError,
    RuntimeError,
)


def refused(name: str, message: str, hint: str) -> FileProblems:
    """Explains what is wrong with a file, and what to do."""
    return FileProblems([Problem(name, message, hint=hint)])


def cannot_be_opened(name: str) -> FileProblems:
    """The message for a file that is broken inside."""
    return refused(
        name,
        gettext("It can't be opened; it may be damaged."),
        gettext("Open it in the program that it was made with, save it anew and try that."),
    )


class Archive:
    """A zipped file whose parts are read one by one. Raises FileProblems."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self.zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise refused(
                name,
                gettext("It is no Excel or Word file of the present kind, or it has a password."),
                gettext("Save it as .xlsx, .docx, .ods or .odt without a password."),
            ) from error
        if len(entries) > ENTRIES or sum(entry.file_size for entry in entries) > UNPACKED:
            raise refused(
                name,
                gettext("Unpacked, the file is far larger than what people write."),
                gettext("Save what is needed alone in a new file, without pictures."),
            )
        self.names = {entry.filename for entry in entries}

    def read(self, part: str) -> bytes:
        """The bytes of a part; nothing where there is none."""
        if part not in self.names:
            return b""
        try:
            return self.zip.read(part)
        except _BROKEN_PARTS as error:
            raise cannot_be_opened(self.name) from error

    def xml(self, part: str) -> Any:
        """A part as XML, None where there is none."""
        data = self.read(part)
        return parsed(data, self.name) if data.strip() else None

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """The relations of a part: by id, the last word of the kind, and the part referred to."""
        folder, base = posixpath.split(part)
        tree = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        targets: dict[str, tuple[str, str]] = {}
        for each in tree if tree is not None else ():
            target = each.get("Target", "")
            path = target[1:] if target.startswith("/") else posixpath.join(folder, target)
            kind = each.get("Type", "").rpartition("/")[2]
            targets[each.get("Id", "")] = (kind, posixpath.normpath(path))
        return targets


def parsed(data: bytes, name: str) -> Any:
    """XML that says everything itself: entities are refused. Raises FileProblems."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise cannot_be_opened(name)
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise cannot_be_opened(name) from error
    if root.getroottree().docinfo.internalDTD is not None:  # written in another encoding
        raise cannot_be_opened(name)
    return root
