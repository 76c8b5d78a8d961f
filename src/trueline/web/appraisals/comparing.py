"""Compares two files of a proposal, the second of which came in place of the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from django.utils.translation import gettext as _
from rapidfuzz.distance import LCSseq
from rapidfuzz.fuzz import ratio

from trueline.files import FileProblems
from trueline.passages.text import DocumentText, Role
from trueline.web.appraisals.models import ProposalFile
from trueline.web.appraisals.texts import document_in, text_of
from trueline.web.documents.changes import Piece, ReadableChange, changes, woven
from trueline.web.library.edition import toolkit_in_use

LEAST_ALIKE = 50.0
"""The least likeness, of a hundred, of two paragraphs for one to be a new wording of the other."""
MOST_PAIRS = 20_000
"""Paragraphs of a stretch that are compared with each other; a longer one is shown as out and in."""


def comparison(older: ProposalFile, newer: ProposalFile) -> list[ReadableChange] | None:
    """Every change between two files that were read; None where they can't be compared.

    Two versions of a document made in Trueline are compared element by element, others by paragraph.
    """
    if not (older.state == newer.state == ProposalFile.State.READY):
        return None
    if older.document_kind and older.document_kind == newer.document_kind:
        try:
            return changes(document_in(older), document_in(newer), toolkit_in_use())
        except (FileNotFoundError, FileProblems):
            return None
    return list(_by_paragraph(text_of(older), text_of(newer)))


class _Paragraphs:
    """The blocks of a text that say something, each with where it stands in words."""

    def __init__(self, text: DocumentText) -> None:
        self.blocks = [block for block in text.blocks if block.text.strip()]
        self.words = [" ".join(block.text.split()) for block in self.blocks]
        self._pages = text.pages

    def place(self, number: int) -> str:
        """The heading above, and the page where there are several."""
        before = reversed(self.blocks[:number])
        heading = next((block.text for block in before if block.role is Role.HEADING), "")
        page = _("page %(page)s") % {"page": self.blocks[number].page} if self._pages > 1 else ""
        return " · ".join(part for part in (page, heading) if part)


def _by_paragraph(older: DocumentText, newer: DocumentText) -> Iterator[ReadableChange]:
    old, new = _Paragraphs(older), _Paragraphs(newer)
    for gone, come in _stretches(old.words, new.words):
        pairs = dict(_reworded(old.words, new.words, gone, come))
        left = [number for number in gone if number not in pairs.values()]
        for number in come:
            if number in pairs:
                while left and left[0] < pairs[number]:
                    yield _change("removed", old, left.pop(0))
                pieces = woven(old.words[pairs[number]], new.words[number])
                yield ReadableChange("changed", new.place(number), "", "", pieces)
            else:
                yield _change("added", new, number)
        for number in left:
            yield _change("removed", old, number)


def _change(kind: Literal["added", "removed"], text: _Paragraphs, number: int) -> ReadableChange:
    pieces = (Piece(kind, text.words[number]),)
    return ReadableChange(kind, text.place(number), "", "", pieces)


def _stretches(old: list[str], new: list[str]) -> Iterator[tuple[range, range]]:
    """Stretches in which the texts differ: paragraphs that went, and those that came there."""
    gone, come = range(0), range(0)
    for step in LCSseq.opcodes(old, new):
        if step.tag == "equal":
            if gone or come:
                yield gone, come
            gone, come = range(step.src_end, step.src_end), range(step.dest_end, step.dest_end)
        else:
            gone = range(gone.start if gone else step.src_start, step.src_end)
            come = range(come.start if come else step.dest_start, step.dest_end)
    if gone or come:
        yield gone, come


def _reworded(
    old: Sequence[str], new: Sequence[str], removed: range, added: range
) -> Iterator[tuple[int, int]]:
    """New paragraphs, each with the old one that it words anew; both in the order of the texts."""
    if len(removed) * len(added) > MOST_PAIRS:
        return
    first = removed.start
    for number in added:
        alike = [(ratio(old[other], new[number]), -other) for other in range(first, removed.stop)]
        best, other = max(alike, default=(0.0, 0))
        if best >= LEAST_ALIKE:
            yield number, -other
            first = -other + 1
