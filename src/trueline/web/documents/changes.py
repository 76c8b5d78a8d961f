"""Changes between two revisions, for a person to read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from rapidfuzz.distance import LCSseq

from trueline.document import Change, Document, Part, compare, format_address, parse_address
from trueline.document.field_spec import field_specs, form_fields
from trueline.document.fields import is_empty
from trueline.language import wording_key
from trueline.memory import Cache
from trueline.reports.labels import element_label, place_label
from trueline.reports.values import Wording
from trueline.toolkit import Toolkit
from trueline.web.documents.models import Revision
from trueline.web.documents.store import document_in

LONGEST_DIFF = 3_000
"""Words beyond which two texts are shown one after the other instead of woven together."""

LEAST_SHARED = 0.4
"""Share of the older text's words below which weaving the two would only confuse."""

_WORDS = re.compile(r"\w+\s*|[^\w\s]+\s*|\s+")
"""Words and marks, each with the space after it."""


@dataclass(frozen=True)
class Piece:
    """A stretch of text that both versions have, or that one of them has."""

    kind: Literal["same", "added", "removed"]
    text: str


@dataclass(frozen=True)
class ReadableChange:
    """One change. `address` is its place in the newer version, "" where it is gone; `url` leads to
    that place as the document is now, where a page has put it in.
    """

    kind: Literal["added", "removed", "changed", "moved"]
    place: str
    field: str
    address: str
    pieces: tuple[Piece, ...]
    before: Any = None
    after: Any = None
    url: str = ""


_compared: Cache[list[ReadableChange]] = Cache(24_000_000)


def changes_between(older: Revision, newer: Revision, toolkit: Toolkit) -> list[ReadableChange]:
    """Every change from one revision to another, put into words once for each pair and language."""
    pair = [(one.document_id, one.number, hash(bytes(one.packed))) for one in (older, newer)]
    return _compared.get(
        (*pair, wording_key(), toolkit),
        lambda: changes(document_in(older), document_in(newer), toolkit),
    )


def changes(older: Document, newer: Document, toolkit: Toolkit) -> list[ReadableChange]:
    """Every change from one version to another, in the order of the document."""
    reader = _Reader(older, newer, toolkit)
    return [reader.readable(change) for change in compare(older, newer)]


class _Reader:
    """Puts changes between two versions into words."""

    def __init__(self, older: Document, newer: Document, toolkit: Toolkit) -> None:
        self.older, self.newer, self.toolkit = older, newer, toolkit
        self._then, self._now = Wording(older, toolkit), Wording(newer, toolkit)

    def readable(self, change: Change) -> ReadableChange:
        document = self.older if change.kind == "removed" else self.newer
        if change.kind in ("added", "removed"):
            element = change.after if change.kind == "added" else change.before
            pieces = tuple(Piece(change.kind, line) for line in self._lines(element, document))
            return self._of(change, change.address, "", pieces)
        if change.kind == "moved":
            return self._of(change, change.address, "", (), change.before, change.after)
        before = self._words(change.before, self.older, change)
        after = self._words(change.after, self.newer, change)
        return self._of(change, _holder(change.address), change.field, woven(before, after))

    def _of(
        self,
        change: Change,
        address: str,
        field: str,
        pieces: tuple[Piece, ...],
        before: Any = None,
        after: Any = None,
    ) -> ReadableChange:
        document = self.older if change.kind == "removed" else self.newer
        place = place_label(document, address, self.toolkit).text if address else ""
        there = "" if change.kind == "removed" else change.address
        return ReadableChange(change.kind, place, field, there, pieces, before, after)

    def _wording_of(self, document: Document) -> Wording:
        return self._then if document is self.older else self._now

    def _words(self, value: Any, document: Document, change: Change) -> str:
        if is_empty(value) or change.spec is None:
            return ""
        if isinstance(value, Part) and change.spec.is_part:
            return "\n".join(self._lines(value, document))
        return "\n".join(self._wording_of(document).values(value, change.spec))

    def _lines(self, part: Part, document: Document) -> Iterator[str]:
        """The filled fields, a line for each, and for each element inside."""
        for name, spec in form_fields(type(part)).items():
            value = getattr(part, name)
            in_the_heading = name in ("id", getattr(part, "named", ""))
            if in_the_heading or is_empty(value) or value is False:
                continue
            if isinstance(value, Part) and spec.is_part:
                yield from self._lines(value, document)
                continue
            words = ", ".join(self._wording_of(document).values(value, spec))
            yield f"{spec.label}: {words}"
        for name, spec in field_specs(type(part)).items():
            if spec.is_list:
                for element in getattr(part, name):
                    yield element_label(document, element, self.toolkit)


def _holder(address: str) -> str:
    """The address of what holds a field."""
    return format_address(parse_address(address)[:-1])


def woven(before: str, after: str) -> tuple[Piece, ...]:
    """Two texts as one, with what was taken out and put in."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if not old or not new or len(old) + len(new) > LONGEST_DIFF:
        return tuple(_pieces(("removed", before), ("added", after)))
    steps = [
        (step.tag, old[step.src_start : step.src_end], new[step.dest_start : step.dest_end])
        for step in LCSseq.opcodes(old, new)
    ]
    shared = sum(word[0].isalnum() for tag, words, _ in steps if tag == "equal" for word in words)
    if shared < len(re.findall(r"\w+", before)) * LEAST_SHARED:
        return tuple(_pieces(("removed", before), ("added", after)))
    return tuple(_woven(steps))


def _woven(steps: Iterable[tuple[str, list[str], list[str]]]) -> Iterator[Piece]:
    """The steps from one text to the other; of what changes at one place, what goes comes first."""
    gone, come = "", ""
    for tag, old, new in steps:
        if tag == "equal":
            yield from _pieces(("removed", gone), ("added", come), ("same", "".join(old)))
            gone = come = ""
        else:
            gone, come = gone + "".join(old), come + "".join(new)
    yield from _pieces(("removed", gone), ("added", come))


def _pieces(*parts: tuple[Literal["same", "added", "removed"], str]) -> Iterator[Piece]:
    return (Piece(kind, text) for kind, text in parts if text)
