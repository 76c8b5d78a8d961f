"""Passages of a proposal for one question, as an assessor meets them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from trueline.language.terms import TOLD
from trueline.passages.stance import Stance
from trueline.web.appraisals.models import Mark, Proposal, ProposalFile, Reading, RoundQuestion
from trueline.web.appraisals.texts import page_at, place_of, text_of

SHOWN = 4
"""So many passages are shown for a question, over all files of a proposal."""


@dataclass(frozen=True)
class PassageMark:
    """A passage that somebody marked: its position and their judgement."""

    file: ProposalFile
    kind: str
    start: int
    end: int
    page: int
    quote: str


@dataclass(frozen=True)
class Passage:
    """A passage with the assessor's judgement: `kind` is "" before there is one."""

    file: ProposalFile
    start: int
    end: int
    page: int
    quote: str
    kind: str
    language: str = ""
    stance: str = ""
    signs: Sequence[Sequence[Any]] = ()
    words: Sequence[str] = ()

    @property
    def name(self) -> str:
        """By which its field in a form is known."""
        return f"mark-{self.file.pk}-{self.start}-{self.end}"

    @property
    def stance_label(self) -> str:
        """Whether it says that something is done, planned, denied or vague."""
        return TOLD.label(Stance(self.stance)) if self.stance else ""

    @property
    def why(self) -> str:
        """The reason for which it was found for the question."""
        if self.words:
            return _("Chosen by: %(words)s") % {"words": ", ".join(self.words)}
        return "" if self.kind == Mark.Kind.OWN else _("Chosen by what stands around it.")

    @property
    def parts(self) -> list[tuple[str, bool]]:
        """The quotation in pieces, each with whether it is a sign of the question."""
        pieces, at = [], 0
        for start, end, weight in sorted(map(tuple, self.signs)):
            if weight > 0 and start >= at:
                pieces += [(self.quote[at:start], False), (self.quote[start:end], True)]
                at = end
        return [piece for piece in [*pieces, (self.quote[at:], False)] if piece[0]]

    @property
    def marked(self) -> PassageMark:
        return PassageMark(self.file, self.kind, self.start, self.end, self.page, self.quote)


def files_of(proposal: Proposal) -> list[ProposalFile]:
    """The files that are read for passages now, without their texts."""
    files = proposal.files.filter(removed=None).select_related("attachment")
    return list(files.defer("blocks"))


def passages_for(
    files: Sequence[ProposalFile], question: RoundQuestion, reading: Reading | None
) -> list[Passage]:
    """Passages found for a question, the best first, and further ones that the assessor marked."""
    marks = list(reading.marks.filter(question=question)) if reading else []
    kinds = {(mark.file_id, mark.start, mark.end): mark.kind for mark in marks}
    passages = [
        (float(each["score"]), _passage_of(file, each, kinds))
        for file in files
        for each in file.passages.get(question.key, [])
    ]
    best = [passage for _score, passage in sorted(passages, key=lambda each: -each[0])[:SHOWN]]
    there = {(each.file.pk, each.start, each.end) for each in best}
    by_key = {file.pk: file for file in files}
    own = [
        Passage(by_key[mark.file_id], mark.start, mark.end, mark.page, mark.quote, mark.kind)
        for mark in marks
        if mark.file_id in by_key and (mark.file_id, mark.start, mark.end) not in there
    ]
    return best + own


def _passage_of(
    file: ProposalFile, plain: Mapping[str, Any], kinds: Mapping[tuple[int, int, int], str]
) -> Passage:
    return Passage(
        file,
        plain["start"],
        plain["end"],
        plain["page"],
        plain["quote"],
        kinds.get((file.pk, plain["start"], plain["end"]), ""),
        plain["language"],
        plain["stance"],
        plain["signs"],
        plain["words"],
    )


def marked_in(
    passages: Sequence[Passage], data: Mapping[str, Any], quote: str, near: ProposalFile | None
) -> list[PassageMark] | None:
    """The marks in a form, with a copied passage; None if the quotation is not in the documents."""
    marked = [
        PassageMark(each.file, kind, each.start, each.end, each.page, each.quote)
        for each in passages
        if (kind := data.get(each.name)) in Mark.Kind.values
    ]
    if not quote:
        return marked
    files = [each.file for each in passages] + ([near] if near else [])
    own = _own(list({file.pk: file for file in files}.values()), quote)
    if own is None:
        return None
    taken = {(each.file.pk, each.start, each.end) for each in marked}
    return marked if (own.file.pk, own.start, own.end) in taken else [*marked, own]


def place_in(files: Sequence[ProposalFile], quote: str) -> PassageMark | None:
    """The place in what was handed in of words that somebody copied."""
    return _own(files, quote)


def _own(files: Sequence[ProposalFile], quote: str) -> PassageMark | None:
    for file in files:
        text = text_of(file)
        if place := place_of(text, quote):
            start, end = place
            page, words = page_at(text, start), text.text[start:end]
            return PassageMark(file, Mark.Kind.OWN, start, end, page, words)
    return None
