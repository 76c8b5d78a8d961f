"""Files made of one version of a document. `trueline.reports` has the list."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trueline.document import Document
from trueline.language import noting_untranslated, override
from trueline.reports import Export, ExportRequest, exports_of
from trueline.web.documents.filenames import file_name

ALL = "everything.zip"
ZIP = "application/zip"


@dataclass(frozen=True)
class ExportGroup:
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
    """The exports on offer; without the review, none that consists of it."""
    return [
        export
        for export in exports_of(kind).values()
        if with_review or export.holds_review != "always"
    ]


def groups(exports: list[Export]) -> list[ExportGroup]:
    """Exports by sort."""
    named_endings = {ending for _title, endings in SORTS for ending in endings}
    available = [
        ExportGroup(
            title,
            [
                export
                for export in exports
                if export.ending in endings or (not endings and export.ending not in named_endings)
            ],
        )
        for title, endings in SORTS
    ]
    return [group for group in available if group.exports]


def without_review(document: Document) -> Document:
    """A document for those who may not see its review: without what was set aside, why and by whom."""
    return document.model_copy(update={"waivers": ()})


def find(kind: str, name: str, *, with_review: bool = True) -> tuple[str, str] | None:
    """The name and media type of an export, or of all together; None where it is not offered."""
    if name == ALL:
        return ALL, ZIP
    export = next(
        (export for export in offered(kind, with_review=with_review) if export.name == name), None
    )
    return (export.name, export.media_type) if export else None


@dataclass(frozen=True)
class Untranslated:
    """English strings in exports of a language without their translation."""

    language: str
    words: list[str]


def untranslated(
    request: ExportRequest[Any], languages: Iterable[tuple[str, str]]
) -> list[Untranslated]:
    """For each language, by code and name, the strings that exports would leave in English, short ones first."""
    composed = [export.compose for export in offered(request.document.kind) if export.compose]
    languages_left = []
    for code, name in languages:
        with override(code), noting_untranslated() as noted:
            for compose in composed:
                compose(request)
        if noted:
            words = sorted(
                (_VALUE.sub("…", text) for text in noted), key=lambda text: (len(text), text)
            )
            languages_left.append(Untranslated(str(name), words))
    return languages_left


_VALUE = re.compile(r"\{\w+\}")


def content(request: ExportRequest[Any], name: str, *, with_review: bool = True) -> bytes:
    """The content of an export, or of all in one zip."""
    exports = offered(request.document.kind, with_review=with_review)
    if name == ALL:
        return _packed(request, exports)
    return next(export for export in exports if export.name == name).make(request)


def _packed(request: ExportRequest[Any], exports: list[Export]) -> bytes:
    """All exports in one archive; those that are packed already are not packed again."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for export in exports:
            archive.writestr(file_name(request.document.title, export.name), export.make(request))
    return stream.getvalue()
