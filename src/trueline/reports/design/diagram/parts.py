"""A theory of change too large for one picture, in parts: its levels, and what stands around one box.

Hundreds of boxes take long to lay out and to send, and nobody can follow them. So the whole is shown
by its levels, and of single boxes those that one of them is joined to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain, islice, zip_longest

from trueline.design import Design
from trueline.language.terms import LEVELS
from trueline.reports.design.diagram.columns import BANDS, bands_of

MOST_BOXES, MOST_LINKS = 120, 240
"""The most that one picture shows well."""
AROUND = 24
"""Boxes around one that are shown with it."""


def is_large(design: Design) -> bool:
    """Whether the theory of change is shown in parts."""
    theory = design.theory
    return len(theory.nodes) > MOST_BOXES or len(theory.links) > MOST_LINKS


@dataclass(frozen=True)
class Around:
    """Some of the boxes, as a design of these alone.

    `beyond` says of each of them how many boxes it is joined to that are not among them.
    """

    design: Design
    beyond: dict[str, int]


def around(design: Design, centre: str, most: int = AROUND) -> Around:
    """The activity or result of this id and up to `most` others, the nearest first."""
    return _part(design, {centre, *islice(_outward(design, centre), most)})


def folded(design: Design, hidden: Collection[str]) -> Around:
    """The theory of change without the boxes of some of its levels, as long as one is left."""
    bands = bands_of(design)
    visible = {node for node, band in bands.items() if band not in hidden}
    return _part(design, visible) if visible else Around(design, {})


def _part(design: Design, near: set[str]) -> Around:
    theory = design.theory
    part = design.model_copy(
        update={
            "activities": tuple(each for each in design.activities if each.id in near),
            "results": tuple(each for each in design.results if each.id in near),
            "links": tuple(k for k in theory.links if k.cause in near and k.effect in near),
        }
    )
    return Around(part, {node: len({*_neighbours(design, node)} - near) for node in near})


def _outward(design: Design, centre: str) -> Iterator[str]:
    """All that a box is joined to, directly or by way of others, in the order of distance."""
    seen, rim = {centre}, [centre]
    for node in rim:  # grows on the way
        for other in _neighbours(design, node):
            if other not in seen:
                seen.add(other)
                rim.append(other)
                yield other


def _neighbours(design: Design, node: str) -> Iterator[str]:
    """A box's causes and effects, alternating, so that one side does not crowd out the other."""
    theory = design.theory
    effects = (link.effect for link in theory.out_of[node])
    causes = (link.cause for link in theory.into[node])
    return (each for each in chain(*zip_longest(causes, effects)) if each is not None)


@dataclass(frozen=True)
class LevelSummary:
    """A level of the theory of change: how many stand on it, and how many links go to each level."""

    name: str
    title: str
    count: int
    links: dict[str, int]


def levels(design: Design) -> tuple[LevelSummary, ...]:
    """The levels that hold anything, from activities to impact."""
    bands = bands_of(design)
    sizes = Counter(bands.values())
    links = Counter((bands[link.cause], bands[link.effect]) for link in design.theory.links)
    return tuple(
        LevelSummary(
            band,
            LEVELS.label(band),
            sizes[band],
            {other: links[band, other] for other in BANDS if links[band, other]},
        )
        for band in BANDS
        if sizes[band]
    )
