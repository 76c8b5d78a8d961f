"""Whether rows about designs, as a backup brings them, hold what the store and pages can read."""

from __future__ import annotations

import hashlib
import zlib
from typing import Any

from trueline.design import design_from_json
from trueline.files import FileProblems

LARGEST_DOCUMENT = 50_000_000


class KeptDesigns:
    """Is shown row after row, and says at the end whether they go together."""

    def __init__(self, earlier_revisions: bool) -> None:
        self.earlier_revisions = earlier_revisions
        self.designs: dict[Any, tuple[int, bytes]] = {}
        self.latest: dict[Any, tuple[int, bytes]] = {}
        self.comments: dict[Any, tuple[Any, Any]] = {}

    def problem(self, label: str, row: Any) -> str:
        """Why the document of a row can't be read, or ""."""
        if label == "designs.designrecord":
            self.designs[row.pk] = (row.revision, _digest(row.document.encode()))
            return _unreadable(row.document)
        if label == "designs.revision":
            return self._of_revision(row)
        if label == "designs.comment":
            self.comments[row.pk] = (row.design_id, row.parent_id)
        return ""

    def _of_revision(self, row: Any) -> str:
        try:
            unpacking = zlib.decompressobj()
            document = unpacking.decompress(row.packed, LARGEST_DOCUMENT)
            text = document.decode()
        except (zlib.error, ValueError):
            return "`packed` holds no document"
        if not unpacking.eof or unpacking.unused_data:
            return "`packed` is cut off, or holds more than a document"
        if row.number > self.latest.get(row.design_id, (0, b""))[0]:
            self.latest[row.design_id] = (row.number, _digest(document))
        return _unreadable(text) if self.earlier_revisions else ""

    def contradiction(self) -> str:
        """Which design is not what its latest revision says, or which reply answers nothing."""
        for design, kept in self.designs.items():
            if self.latest.get(design) != kept:
                return f"the design {design} is another than its latest revision"
        for comment, (design, parent) in self.comments.items():
            if parent is not None and self.comments.get(parent) != (design, None):
                return (
                    f"the comment {comment} answers {parent}, which begins no thread on its design"
                )
        return ""


def _unreadable(document: str) -> str:
    try:
        design_from_json(document, "the document")
    except FileProblems as problems:
        return str(problems.problems[0])
    return ""


def _digest(document: bytes) -> bytes:
    return hashlib.sha256(document).digest()
