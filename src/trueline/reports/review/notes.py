"""The review in the order in which it is read: what decides, the rest by sort, what is open.

Text, HTML and PDF are all made of this; it holds no layout.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from trueline.document import Waiver
from trueline.language.term_types import Sort
from trueline.reports.labels import FindingPlace, place_of
from trueline.reports.review.reviewed import Reviewed, Spot
from trueline.review import Finding, decisive, waivers_of
from trueline.review.finding import SEVERITIES, SORTS
from trueline.review.order import by_sort


@dataclass(frozen=True)
class MarginNote:
    """A finding and where it stands. `lapsed` is a waiver that no longer counts for it."""

    finding: Finding
    place: FindingPlace
    spot: Spot | None
    lapsed: Waiver | None = None


@dataclass(frozen=True)
class MarginTopic:
    """Notes of one rule that ask for the same next step: shown once, with the places."""

    notes: tuple[MarginNote, ...]

    @property
    def finding(self) -> Finding:
        """The first of them, which speaks for all but for its message and place."""
        return self.notes[0].finding

    @property
    def places(self) -> tuple[str, ...]:
        """The labels of its places, each once."""
        return tuple(dict.fromkeys(note.place.title for note in self.notes))


@dataclass(frozen=True)
class Part:
    """Errors and warnings of one sort, the heaviest first."""

    sort: Sort
    topics: tuple[MarginTopic, ...]


class MarginNotes:
    """The notes of one review, arranged."""

    def __init__(self, review: Reviewed) -> None:
        self.review = review

    @cached_property
    def all(self) -> tuple[MarginNote, ...]:
        """Every note, in the order of the document; heavier ones first within a place."""
        notes = [self._note(finding) for finding in self.review.findings]
        return tuple(sorted(notes, key=lambda note: (note.place.order, _severity(note.finding))))

    @cached_property
    def deciding(self) -> tuple[MarginTopic, ...]:
        """The few that decide the document, in the order in which they are read."""
        chosen = decisive(note.finding for note in self._standing)
        topics = {topic.finding.rule: topic for topic in reversed(self._topics)}
        return tuple(topics[finding.rule] for finding in chosen)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The other errors and warnings in force, by sort and weight."""
        topics = [topic for topic in self._topics if topic not in self.deciding]
        parts = (Part(sort, tuple(t for t in topics if t.finding.sort == sort)) for sort in SORTS)
        return tuple(part for part in parts if part.topics)

    @cached_property
    def open(self) -> tuple[MarginTopic, ...]:
        """Notes that report no fault, but an open question."""
        return topics_of(note for note in self._standing if note.finding.severity == "note")

    @cached_property
    def waived(self) -> tuple[MarginNote, ...]:
        """Findings that the team set aside: shown, never hidden."""
        return tuple(note for note in self.all if note.finding.waiver)

    @cached_property
    def _topics(self) -> tuple[MarginTopic, ...]:
        """Errors and warnings in force, by sort and weight."""
        weighed = [note for note in self._standing if note.finding.severity != "note"]
        return topics_of(sorted(weighed, key=lambda note: by_sort(note.finding)))

    @cached_property
    def _standing(self) -> tuple[MarginNote, ...]:
        return tuple(note for note in self.all if not note.finding.waiver)

    def _note(self, finding: Finding) -> MarginNote:
        place = place_of(self.review.document, finding.path, self.review.toolkit)
        if finding.place_to_act != finding.path:
            of_one = place_of(self.review.document, finding.place_to_act, self.review.toolkit)
            place = replace(place, inside=of_one.inside)
        waivers = waivers_of(finding, self.review.document.waivers)
        lapsed = waivers[0] if waivers and not finding.waiver else None
        return MarginNote(finding, place, self.review.spots.get(finding.path), lapsed)


def topics_of(notes: Iterable[MarginNote]) -> tuple[MarginTopic, ...]:
    """Notes of one rule, sort and next step together, in the order of the first of each."""
    notes_by_topic: dict[tuple[str, Sort, str], list[MarginNote]] = {}
    for note in notes:
        finding = note.finding
        notes_by_topic.setdefault((finding.rule, finding.sort, finding.next_step), []).append(note)
    return tuple(MarginTopic(tuple(members)) for members in notes_by_topic.values())


def _severity(finding: Finding) -> int:
    return SEVERITIES.index(finding.severity)
