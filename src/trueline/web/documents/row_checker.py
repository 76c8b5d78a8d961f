"""Whether rows about documents, as a backup brings them, hold what the store and pages can read."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from trueline.document import document_from_json, kind_named
from trueline.files import FileProblems
from trueline.language import gettext
from trueline.web.documents.frames import Damaged, unpack

TABLES = {"documents.documentrecord", "designs.designrecord"}
REVISIONS = {"documents.revision", "designs.revision"}
COMMENTS = {"comments.comment", "designs.comment"}
"""As they are called now, and as they were when there were designs only."""
FIRST = "design"
"""The kind of which those were."""


@dataclass(frozen=True)
class KeptText:
    """The text of a document or revision as a row holds it, and what is asked of it.

    It stands in `text`, or in a `frame` against that of a `snapshot`, and should have this `digest`,
    where there is one. `is_read`: as a document of its `kind`.
    """

    label: str
    line: int
    kind: str
    is_read: bool
    text: str = ""
    frame: bytes = b""
    snapshot: bytes = b""
    digest: bytes | None = None


@dataclass(frozen=True)
class Looked:
    """A problem with a text, or "", and its digest."""

    label: str
    line: int
    problem: str
    digest: bytes


def look(texts: Sequence[KeptText]) -> list[Looked]:
    """Unpack texts, hold them against their digests and read them. It needs nothing but these texts."""
    looked, whole = [], (b"", b"")
    for each in texts:
        try:
            if each.snapshot and each.snapshot != whole[0]:  # revisions follow one another
                whole = each.snapshot, unpack(each.snapshot)
            against = whole[1] if each.snapshot else b""
            text = unpack(each.frame, against=against) if each.frame else each.text.encode()
            problem, digest = _problem_of(each, text), _digest(text)
            if each.digest is not None and each.digest != digest:
                problem = gettext("`digest` is not that of the document in `packed`")
        except Damaged as damage:
            problem, digest = f"`packed` {damage}", b""
        looked.append(Looked(each.label, each.line, problem, digest))
    return looked


def _problem_of(stored: KeptText, text: bytes) -> str:
    try:
        content = text.decode()
    except ValueError:
        return gettext("`packed` holds no document")
    return _unreadable(content, stored.kind) if stored.is_read else ""


class Looking(Protocol):
    """Applies `look` to texts, here or elsewhere."""

    def add(self, value: KeptText, /) -> None: ...

    def results(self) -> list[Looked]: ...


class DocumentRowChecker:
    """Checks one row after another, and at the end whether they go together; what `looking` finds in
    their texts is known then.

    Of `earlier_revisions`, those that are kept whole are read as documents, and so is each from before
    there were digests. What is kept against one of these, some twenty to each, is unpacked and held
    against its digest: to read them all took most of the time of a restore.
    """

    def __init__(self, earlier_revisions: bool, looking: Looking) -> None:
        self.earlier_revisions, self.looking = earlier_revisions, looking
        self.kinds: dict[Any, str] = {}
        self.lines: Counter[str] = Counter()
        self.documents: dict[Any, tuple[int, int]] = {}
        self.latest: dict[Any, tuple[int, int]] = {}
        self.snapshots: dict[Any, bytes] = {}
        self.comments: dict[Any, tuple[Any, Any]] = {}
        self.looked: list[Looked] = []

    def problem(self, label: str, row: Any) -> str:
        """The reason why the document of a row can't be read, or ""."""
        if label in TABLES:
            return self._of_document(label, row)
        if label in REVISIONS:
            return self._of_revision(label, row)
        if label in COMMENTS:
            self.comments[row.pk] = (_document_of(row), row.parent_id)
        return ""

    def _of_document(self, label: str, row: Any) -> str:
        content = row.content if hasattr(row, "content") else row.document
        kind = self.kinds[row.pk] = getattr(row, "kind", FIRST)
        self.documents[row.pk] = (row.revision, self.lines.total())
        self.looking.add(KeptText(label, self._next_line(label), kind, is_read=True, text=content))
        return ""

    def _next_line(self, label: str) -> int:
        self.lines[label] += 1
        return self.lines[label]

    def _of_revision(self, label: str, row: Any) -> str:
        frame, snapshot = bytes(row.packed), getattr(row, "snapshot_id", None)
        if snapshot is not None and snapshot not in self.snapshots:
            return gettext(
                "`snapshot_id` ({snapshot}) is no earlier revision that is kept whole",
                snapshot=snapshot,
            )
        of, digest = _document_of(row), getattr(row, "digest", None)
        if digest is not None and snapshot is None:
            self.snapshots[row.pk] = frame
        if row.number > self.latest.get(of, (0, 0))[0]:
            self.latest[of] = (row.number, self.lines.total())
        self.looking.add(
            KeptText(
                label,
                self._next_line(label),
                self.kinds.get(of, FIRST),
                is_read=self.earlier_revisions and (digest is None or snapshot is None),
                frame=frame,
                snapshot=self.snapshots.get(snapshot, b""),
                digest=None if digest is None else bytes(digest),
            )
        )
        return ""

    def first_unfit(self) -> Looked | None:
        """The first of all texts that is not as it should be."""
        self.looked = self.looking.results()
        return next((each for each in self.looked if each.problem), None)

    def contradiction(self) -> str:
        """Names a document that is not what its latest revision says, or a reply that answers nothing.

        Asked once all texts have been looked at.
        """
        for document, (revision, place) in self.documents.items():
            number, other = self.latest.get(document, (0, 0))
            if number != revision or self.looked[place].digest != self.looked[other].digest:
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
