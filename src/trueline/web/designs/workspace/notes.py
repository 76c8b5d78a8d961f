"""Findings where they belong: at the element they speak of."""

from __future__ import annotations

import uuid
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils import timezone

from trueline.design import Design
from trueline.review import Finding, review
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
        return [n for n in self.all if n.spot.at == address and not n.spot.is_list]

    def of_list(self, address: str) -> list[Note]:
        """Those that speak of a list as a whole, such as that it is empty or lacks something."""
        return [n for n in self.all if n.spot.is_list and n.spot.list_address == address]

    def in_step(self, slug: str) -> list[Note]:
        return [note for note in self.all if step_of(note.finding.path).slug == slug]

    @property
    def standing(self) -> list[Note]:
        return [note for note in self.all if note.finding.waiver is None]

    @property
    def counts(self) -> dict[str, int]:
        """How many stand on each step, open questions aside."""
        steps = Counter(
            step_of(note.finding.path).slug
            for note in self.standing
            if note.finding.severity != "note"
        )
        return {step.slug: steps[step.slug] for step in STEPS}


def findings_on(record: DesignRecord) -> tuple[Finding, ...]:
    """The review of a design as it stands today, made once for each revision and day."""
    return _reviewed(record.pk, record.revision, timezone.localdate(), _Kept(design_of(record)))


def notes_on(record: DesignRecord) -> Notes:
    design = design_of(record)
    return Notes(
        tuple(
            Note(finding, spot_of(design, finding.path), place_url(record, design, finding.path))
            for finding in findings_on(record)
        )
    )


class _Kept:
    """Carries a design past the cache's key: revision and day tell one review from another."""

    def __init__(self, design: Design) -> None:
        self.design = design

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Kept)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=64)
def _reviewed(record: uuid.UUID, revision: int, on: date, kept: _Kept) -> tuple[Finding, ...]:
    return review(kept.design, toolkit_in_use(), on=on)
