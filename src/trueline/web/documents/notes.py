"""Findings where they belong: at the element they speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils import timezone

from trueline.document import Document, Kind, outermost
from trueline.language import wording_key
from trueline.memory import Cache
from trueline.review import Finding
from trueline.toolkit import Toolkit
from trueline.web.documents.kind_pages import Related
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.places import Spot, anchor_of, spot_of
from trueline.web.documents.resolving import resolve_url
from trueline.web.documents.reviewing import findings_on


@dataclass(frozen=True)
class Note:
    """A finding on a page: the spot that it speaks of, and the way to act on it there.

    `assignment`: who sees to it, where a page has looked for that.
    """

    finding: Finding
    spot: Spot
    url: str
    assignment: Any = None

    @property
    def key(self) -> str:
        """Identifies it in a review, unless one rule has several at one place."""
        return f"note {self.finding.rule} {self.finding.path}"

    @property
    def anchor(self) -> str:
        """Its id on the page of the review."""
        return anchor_of(self.key)


@dataclass(frozen=True)
class Topic:
    """Notes of one rule that ask for the same next step: the first is shown, the others fold.

    `left_out`: how many more there are than a page shows.
    """

    notes: tuple[Note, ...]
    left_out: int = 0

    @property
    def first(self) -> Note:
        """The note that speaks for all."""
        return self.notes[0]

    @property
    def others(self) -> tuple[Note, ...]:
        """The same at other places."""
        return self.notes[1:]

    @property
    def count(self) -> int:
        """How many places it speaks of."""
        return len(self.notes) + self.left_out

    @property
    def others_count(self) -> int:
        """How many further places."""
        return self.count - 1

    def cut(self, most: int, standing_at: str) -> Topic:
        """The same with `most` notes at most, unless a visitor stands at one of those behind them."""
        behind = self.notes[most:]
        if not behind or any(note.key == standing_at for note in behind):
            return self
        return Topic(self.notes[:most], len(behind))


def topics_of(notes: Iterable[Note]) -> list[Topic]:
    """Notes by rule, sort and next step, in the order of the first of each."""
    notes_by_topic: dict[tuple[str, str, str], list[Note]] = {}
    for note in notes:
        finding = note.finding
        notes_by_topic.setdefault((finding.rule, finding.sort, finding.next_step), []).append(note)
    return [Topic(tuple(members)) for members in notes_by_topic.values()]


@dataclass(frozen=True)
class Notes:
    """All that the review says of a document, by place."""

    kind: Kind[Document]
    all: tuple[Note, ...]

    def at(self, address: str) -> list[Note]:
        """Notes that speak of this element or part itself."""
        return self._by_spot.get((address, False), [])

    def of_list(self, address: str) -> list[Note]:
        """Notes that speak of a list as a whole, such as that it is empty or lacks something."""
        return self._by_spot.get((address, True), [])

    def within(self, address: str) -> list[Note]:
        """Notes that speak of this element, of a list in it, or of anything inside it."""
        inside = self._by_outermost.get(outermost(address), ())
        return [n for n in inside if n.spot.at == address or n.spot.at.startswith(f"{address}.")]

    @cached_property
    def _by_outermost(self) -> dict[str, list[Note]]:
        by_outermost: dict[str, list[Note]] = {}
        for note in self.all:
            by_outermost.setdefault(outermost(note.spot.at), []).append(note)
        return by_outermost

    @cached_property
    def _by_spot(self) -> dict[tuple[str, bool], list[Note]]:
        by_spot: dict[tuple[str, bool], list[Note]] = {}
        for note in self.all:
            spot = note.spot
            place = spot.list_address if spot.is_list else spot.at
            by_spot.setdefault((place, spot.is_list), []).append(note)
        return by_spot

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(note.finding for note in self.all)

    @property
    def standing(self) -> list[Note]:
        """Notes that were not set aside."""
        return [note for note in self.all if note.finding.waiver is None]

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many stand on each step, open questions aside."""
        steps = Counter(
            self.kind.step_of(note.finding.path).slug
            for note in self.standing
            if note.finding.severity != "note"
        )
        return {step.slug: steps[step.slug] for step in self.kind.steps}


_notes: Cache[Notes] = Cache(24_000_000)


def notes_on(
    record: DocumentRecord,
    document: Document,
    kind: Kind[Document],
    toolkit: Toolkit,
    related: Related,
) -> Notes:
    """The review of a document as it stands today; made once for each revision, day and language."""
    today, content = timezone.localdate(), hash(record.content)
    key = (record.pk, record.revision, content, today, wording_key(), toolkit, related.key)

    def make() -> Notes:
        findings = findings_on(record, record.content, document, toolkit, related)
        return Notes(kind, tuple(_note(record, document, finding, toolkit) for finding in findings))

    return _notes.get(key, make)


def _note(record: DocumentRecord, document: Document, finding: Finding, toolkit: Toolkit) -> Note:
    url = resolve_url(record, document, finding, toolkit)
    return Note(finding, spot_of(document, finding.path), url)
