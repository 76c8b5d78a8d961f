"""Whether rows about documents, as a backup brings them, hold what the store and pages can read."""

from __future__ import annotations

import hashlib
from typing import Any

from trueline.document import document_from_json, kind_named
from trueline.files import FileProblems
from trueline.language import gettext
from trueline.web.documents.frames import Damaged, unpack

TABLES = ("documents.documentrecord", "designs.designrecord")
REVISIONS = ("documents.revision", "designs.revision")
COMMENTS = ("comments.comment", "designs.comment")
"""As they are called now, and as they were when there were designs only."""
FIRST = "design"
"""The kind of which those were."""


class DocumentRowChecker:
    """Checks one row after another, and at the end whether they go together.

    Of `earlier_revisions`, those that are kept whole are read as documents, and so is each from before
    there were digests. What is kept against one of these, some twenty to each, is unpacked and held
    against its digest: to read them all took most of the time of a restore.
    """

    def __init__(self, earlier_revisions: bool) -> None:
        self.earlier_revisions = earlier_revisions
        self.kinds: dict[Any, str] = {}
        self.documents: dict[Any, tuple[int, bytes]] = {}
        self.latest: dict[Any, tuple[int, bytes]] = {}
        self.snapshots: dict[Any, bytes] = {}
        self._unpacked: tuple[Any, bytes] = (None, b"")
        self.comments: dict[Any, tuple[Any, Any]] = {}

    def problem(self, label: str, row: Any) -> str:
        """Why the document of a row can't be read, or ""."""
        if label in TABLES:
            return self._of_document(row)
        if label in REVISIONS:
            return self._of_revision(row)
        if label in COMMENTS:
            self.comments[row.pk] = (_document_of(row), row.parent_id)
        return ""

    def _of_document(self, row: Any) -> str:
        content = row.content if hasattr(row, "content") else row.document
        kind = self.kinds[row.pk] = getattr(row, "kind", FIRST)
        self.documents[row.pk] = (row.revision, _digest(content.encode()))
        return _unreadable(content, kind)

    def _of_revision(self, row: Any) -> str:
        frame, snapshot = bytes(row.packed), getattr(row, "snapshot_id", None)
        if snapshot is not None and snapshot not in self.snapshots:
            return gettext(
                "`snapshot_id` ({snapshot}) is no earlier revision that is kept whole",
                snapshot=snapshot,
            )
        try:
            document = unpack(frame, against=self._text_of(snapshot))
            text = document.decode()
        except Damaged as problem:
            return f"`packed` {problem}"
        except ValueError:
            return gettext("`packed` holds no document")
        of, digest, computed = _document_of(row), getattr(row, "digest", None), _digest(document)
        if digest is not None and bytes(digest) != computed:
            return gettext("`digest` is not that of the document in `packed`")
        if digest is not None and snapshot is None:
            self.snapshots[row.pk] = frame
        if row.number > self.latest.get(of, (0, b""))[0]:
            self.latest[of] = (row.number, computed)
        is_read = self.earlier_revisions and (digest is None or snapshot is None)
        return _unreadable(text, self.kinds.get(of, FIRST)) if is_read else ""

    def _text_of(self, snapshot: Any) -> bytes:
        """Of the one last asked for it is remembered: revisions follow one another."""
        if snapshot is None:
            return b""
        if self._unpacked[0] != snapshot:
            self._unpacked = (snapshot, unpack(self.snapshots[snapshot]))
        return self._unpacked[1]

    def contradiction(self) -> str:
        """Which document is not what its latest revision says, or which reply answers nothing."""
        for document, stored in self.documents.items():
            if self.latest.get(document) != stored:
                return gettext(
                    "the document {document} is another than its latest revision", document=document
                )
        for comment, (document, parent) in self.comments.items():
            if parent is not None and self.comments.get(parent) != (document, None):
                return gettext(
                    "the comment {comment} answers {parent}, which begins no thread on its"
                    " document",
                    comment=comment,
                    parent=parent,
                )
        return ""


def _document_of(row: Any) -> Any:
    return row.document_id if hasattr(row, "document_id") else row.design_id


def _unreadable(content: str, name: str) -> str:
    try:
        kind = kind_named(name)
    except KeyError:
        return gettext("`{name}` is no kind of document that this version knows", name=name)
    try:
        document_from_json(content, kind, "the document")
    except FileProblems as problems:
        return str(problems.problems[0])
    return ""


def _digest(document: bytes) -> bytes:
    return hashlib.sha256(document).digest()
