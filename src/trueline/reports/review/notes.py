"""The review in the order in which it is read: by place in the design, then what is open.

Text, HTML and PDF are all made of this; it holds no layout.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from trueline.document import Waiver
from trueline.reports.labels import Place, place_of
from trueline.reports.review.reviewed import Reviewed, Spot
from trueline.review import Finding, deciding, waivers_of
from trueline.review.finding import SEVERITIES


@dataclass(frozen=True)
class Note:
    """A finding and where it stands. `lapsed` is a waiver that no longer counts for it."""

    finding: Finding
    place: Place
    spot: Spot | None
    lapsed: Waiver | None = None


@dataclass(frozen=True)
class Group:
    """The notes on one element of the design."""

    place: Place
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class Open:
    """Notes of one rule that ask for the same next step."""

    notes: tuple[Note, ...]

    @property
    def finding(self) -> Finding:
        """The first of them, which speaks for all but for its message and place."""
        return self.notes[0].finding


class MarginNotes:
    """The notes of one review, arranged."""

    def __init__(self, review: Reviewed) -> None:
        self.review = review

    @cached_property
    def all(self) -> tuple[Note, ...]:
        """Every note, in the order of the document; heavier ones first within a place."""
        notes = [self._note(finding) for finding in self.review.findings]
        return tuple(sorted(notes, key=lambda note: (note.place.order, _weight(note.finding))))

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Errors and warnings in force, by element."""
        return tuple(_grouped(n for n in self._standing if n.finding.severity != "note"))

    @cached_property
    def open(self) -> tuple[Open, ...]:
        """What is not wrong, and still open."""
        found: dict[tuple[str, str], list[Note]] = {}
        for note in self._standing:
            if note.finding.severity == "note":
                found.setdefault((note.finding.rule, note.finding.next_step), []).append(note)
        return tuple(Open(tuple(notes)) for notes in found.values())

    @cached_property
    def set_aside(self) -> tuple[Note, ...]:
        """Findings that the team set aside: shown, never hidden."""
        return tuple(note for note in self.all if note.finding.waiver)

    @property
    def heaviest(self) -> tuple[Note, ...]:
        """Notes in force that ask for the heaviest consequence found, errors first."""
        heaviest = self.review.summary.heaviest
        judged = {id(f) for f in deciding(note.finding for note in self._standing)}
        asking = [
            note
            for note in self._standing
            if note.finding.remedy == heaviest and id(note.finding) in judged
        ]
        return tuple(sorted(asking, key=lambda note: _weight(note.finding)))

    @cached_property
    def _standing(self) -> tuple[Note, ...]:
        return tuple(note for note in self.all if not note.finding.waiver)

    def _note(self, finding: Finding) -> Note:
        place = place_of(self.review.document, finding.path, self.review.toolkit)
        if finding.place_to_act != finding.path:
            of_one = place_of(self.review.document, finding.place_to_act, self.review.toolkit)
            place = replace(place, inside=of_one.inside)
        given = waivers_of(finding, self.review.document.waivers)
        lapsed = given[0] if given and not finding.waiver else None
        return Note(finding, place, self.review.spots.get(finding.path), lapsed)


def _weight(finding: Finding) -> int:
    return SEVERITIES.index(finding.severity)


def _grouped(notes: Iterable[Note]) -> Iterator[Group]:
    found: dict[str, list[Note]] = {}
    for note in notes:
        found.setdefault(note.place.group, []).append(note)
    for members in found.values():
        yield Group(members[0].place, tuple(members))
