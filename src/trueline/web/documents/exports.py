"""Files made of one version of a document. Which there are is said by `trueline.reports`."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trueline.reports import Export, ExportRequest, exports_of
from trueline.web.documents.filenames import file_name

ALL = "everything.zip"
ZIP = "application/zip"


@dataclass(frozen=True)
class Group:
    """Exports of one sort, for the page that offers them."""

    title: str | Promise
    exports: list[Export]


SORTS: tuple[tuple[str | Promise, tuple[str, ...]], ...] = (
    (_("Documents, to read and hand over"), (".pdf", ".docx", ".html")),
    (_("Spreadsheets"), (".xlsx", ".csv")),
    (_("Pictures"), (".svg", ".png")),
    (_("Data, to keep or to open elsewhere"), ()),
)
"""Endings by sort; the last takes what no other does."""


def offered(kind: str, *, with_review: bool = True) -> list[Export]:
    """What can be made; without the review, nothing that consists of it."""
    return [
        made for made in exports_of(kind).values() if with_review or made.holds_review != "always"
    ]


def groups(exports: list[Export]) -> list[Group]:
    """Exports by sort."""
    known = {ending for _title, endings in SORTS for ending in endings}
    found = [
        Group(
            title,
            [
                made
                for made in exports
                if made.ending in endings or (not endings and made.ending not in known)
            ],
        )
        for title, endings in SORTS
    ]
    return [group for group in found if group.exports]


@dataclass(frozen=True)
class File:
    """A file to be made: its name, what it is, and the making."""

    name: str
    media_type: str
    make: Callable[[], bytes]


def file_of(request: ExportRequest, name: str, *, with_review: bool = True) -> File | None:
    """The file that an export, or all of them together, makes of what is asked for."""
    exports = offered(request.document.kind, with_review=with_review)
    called = file_name(request.document.title, name)
    if name == ALL:
        return File(called, ZIP, lambda: _packed(request, exports))
    export = next((made for made in exports if made.name == name), None)
    return File(called, export.media_type, lambda: export.make(request)) if export else None


def _packed(request: ExportRequest, exports: list[Export]) -> bytes:
    """All exports in one archive; those that are packed already are not packed again."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for export in exports:
            archive.writestr(file_name(request.document.title, export.name), export.make(request))
    return stream.getvalue()
