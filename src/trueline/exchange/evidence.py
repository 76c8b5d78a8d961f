"""Files attached to a figure as evidence: a few harmless kinds, recognised by their content."""

from __future__ import annotations

import io
import re
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from trueline.files import FileProblems, Problem
from trueline.language import gettext

MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".csv": "text/csv",
    ".txt": "text/plain",
}
BEGINS = {".pdf": b"%PDF-", ".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff"}
HOLDS = {
    ".docx": "word/document.xml",
    ".xlsx": "xl/workbook.xml",
    ".odt": "content.xml",
    ".ods": "content.xml",
}
RUNS = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA)\b")
"""Keys by which a PDF acts on its own when it is opened."""
MACROS = re.compile(
    r"vbaproject|/activex/|^basic/|^scripts/|/embeddings/.*\.(bin|exe)$", re.IGNORECASE
)
MOST_PARTS = 5_000


def plain_kind(data: bytes, name: str) -> str:
    """The reader: the media type of a file that may be kept. Raises FileProblems for any other."""
    ending = PurePath(name).suffix.lower()
    if ending not in MEDIA_TYPES:
        raise _refused(
            name, gettext("Files of this kind are not kept."), gettext("Save it as a PDF.")
        )
    if not data:
        raise _refused(name, gettext("There is nothing in it."))
    if ending in HOLDS:
        _refuse_package(data, name, ending)
    elif ending in (".csv", ".txt"):
        _refuse_no_text(data, name)
    elif not data.startswith(BEGINS[".jpg" if ending == ".jpeg" else ending]):
        raise _something_else(name)
    if ending == ".pdf" and RUNS.search(data):
        raise _refused(
            name,
            gettext("It holds a script or another file, which opens with it."),
            gettext("Print it into a new PDF, and attach that."),
        )
    return MEDIA_TYPES[ending]


def _refuse_package(data: bytes, name: str, ending: str) -> None:
    try:
        with ZipFile(io.BytesIO(data)) as package:
            parts = package.namelist()
    except (BadZipFile, ValueError, NotImplementedError):
        raise _something_else(name) from None
    if HOLDS[ending] not in parts or len(parts) > MOST_PARTS:
        raise _something_else(name)
    if any(MACROS.search(part) for part in parts):
        raise _refused(
            name,
            gettext("It holds macros or another program."),
            gettext("Save it without them, or as a PDF."),
        )


def _refuse_no_text(data: bytes, name: str) -> None:
    begins = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"\0" in data or begins.startswith(
        (b"<!doctype", b"<html", b"<script", b"<svg", b"<?xml", b"mz")
    ):
        raise _something_else(name)


def _something_else(name: str) -> FileProblems:
    return _refused(
        name,
        gettext("It is no file of the kind that its name says."),
        gettext("Open it, and save it anew."),
    )


def _refused(name: str, message: str, hint: str = "") -> FileProblems:
    return FileProblems([Problem(name, message, hint=hint)])
