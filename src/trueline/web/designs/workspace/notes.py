"""Findings where they belong: at the element they speak of."""

from __future__ import annotations

import uuid
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from django.utils import timezone

from trueline.design import Design
from trueline.review import Finding, review
from trueline.toolkit import Toolkit
from trueline.web.designs.models import DesignRecord
from trueline.web.designs.store import design_of
from trueline.web.designs.workspace.places import Spot, place_url, spot_of
from trueline.web.designs.workspace.steps import STEPS, step_of
from trueline.web.library.edition import toolkit_in_use


@dataclass(frozen=True)
class Note:
    """A finding on a page: the spot that it speaks of, and the way to act on it there."""

    finding: Finding
    spot: Spot
    url: str


@dataclass(frozen=True)
class Notes:
    """All that the review says of a design, by place."""

    all: tuple[Note, ...]

    def at(self, address: str) -> list[Note]:
        """Those that speak of this element or part itself."""
        return self._by_spot.get((address, False), [])

    def of_list(self, address: str) -> list[Note]:
        """Those that speak of a list as a whole, such as that it is empty or lacks something."""
        return self._by_spot.get((address, True), [])

    def within(self, address: str) -> list[Note]:
        """Those that speak of this element, of a list in it, or of anything inside it."""
        return [n for n in self.all if n.spot.at == address or n.spot.at.startswith(f"{address}.")]

    @cached_property
    def _by_spot(self) -> dict[tuple[str, bool], list[Note]]:
        found: dict[tuple[str, bool], list[Note]] = {}
        for note in self.all:
            spot = note.spot
            place = spot.list_address if spot.is_list else spot.at
            found.setdefault((place, spot.is_list), []).append(note)
        return found

    @property
    def standing(self) -> list[Note]:
        return [note for note in self.all if note.finding.waiver is None]

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many stand on each step, open questions aside."""
        steps = Counter(
            step_of(note.finding.path).slug
            for note in self.standing
            if note.finding.severity != "note"
        )
        return {step.slug: steps[step.slug] for step in STEPS}


def findings_on(record: DesignRecord) -> tuple[Finding, ...]:
    """The review of a design as it stands today."""
    return tuple(note.finding for note in notes_on(record).all)


def notes_on(record: DesignRecord) -> Notes:
    """The review of a design as it stands today, by place; made once for each revision and day."""
    kept = _Kept(record, design_of(record), toolkit_in_use())
    return _noted(record.pk, record.revision, timezone.localdate(), kept)


class _Kept:
    """Carries what a review is made of past the cache's key, in which a revision stands for it.

    The same revision read twice is reviewed twice, so that nothing old is ever shown.
    """

    def __init__(self, record: DesignRecord, design: Design, toolkit: Toolkit) -> None:
        self.record, self.design, self.toolkit = record, design, toolkit

    def __eq__(self, other: object) -> bool:
        same = isinstance(other, _Kept) and self.design is other.design
        return same and self.toolkit is other.toolkit

    def __hash__(self) -> int:
        return hash((id(self.design), id(self.toolkit)))


@lru_cache(maxsize=64)
def _noted(record: uuid.UUID, revision: int, on: date, kept: _Kept) -> Notes:
    return Notes(
        tuple(
            Note(
                finding,
                spot_of(kept.design, finding.path),
                place_url(kept.record, kept.design, finding.place_to_act),
            )
            for finding in review(kept.design, kept.toolkit, on=on)
        )
    )
