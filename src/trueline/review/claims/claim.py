"""How far the data at hand reach towards each result of a design."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from trueline.design import Design, Link, Result
from trueline.design.figures import Figure
from trueline.language.term_types import Measures
from trueline.review.claims.evidence import Evidence, evidence_from, highest
from trueline.review.claims.support import NO_CHANGE, Support
from trueline.toolkit import Toolkit

SHOWN_BY: Mapping[Measures, tuple[Measures, ...]] = {"learning": ("learning", "retention")}
"""Categories that show another beside themselves: who still knows, knows."""


class DisplacementCheck(StrEnum):
    """Whether anybody would see trafficking move instead of stopping (1 Q3)."""

    MEASURED = "measured"
    WITHOUT_FIGURE = "without-figure"
    """An indicator is to show it, and has no figure yet."""
    NOT_WATCHED = "not-watched"
    """Thought about, with no indicator that would show it."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Claim:
    """A result, and how far the data at hand reach towards it."""

    result: Result
    claimed: Measures | None
    """The category of the result; None where the design does not say."""
    evidence: tuple[Evidence, ...]
    """Figures of the result and of those that lead to it, from the lowest rung to the highest."""
    links: tuple[Link, ...]
    """Links into the result, with the assumptions that it rests on."""
    between: tuple[Link, ...]
    """The steps from the highest rung that the data support to the result: what is believed, and
    not measured, on the way. Where nothing is supported below it, those that lead to the result."""
    displacement: DisplacementCheck
    watching: tuple[Evidence, ...] = ()
    """The indicators that would show trafficking move, with their figures."""

    @property
    def own(self) -> tuple[Evidence, ...]:
        return tuple(item for item in self.evidence if item.is_own)

    @property
    def supported(self) -> Evidence | None:
        """The highest rung that the data support, of the result or on the way to it."""
        return highest(self.evidence)

    @property
    def is_supported(self) -> bool:
        """Whether a figure of the result itself shows what it claims."""
        if self.claimed is None:
            return False
        shown_by = SHOWN_BY.get(self.claimed, (self.claimed,))
        return any(item.supports and item.measures in shown_by for item in self.own)

    @property
    def faded(self) -> Evidence | None:
        """A follow-up of the result itself that no longer shows what was shown at first."""
        no_longer = (*NO_CHANGE, Support.NOBODY)
        shown_at_first = {
            item.indicator.id for item in self.own if item.supports and item.again is None
        }
        return next(
            (
                item
                for item in self.own
                if item.again and item.support in no_longer and item.indicator.id in shown_at_first
            ),
            None,
        )

    @property
    def proxy(self) -> Evidence | None:
        """A change in behaviour that stands in for the result by a verified link."""
        backed = {link.cause for link in self.links if any(a.is_backed for a in link.assumptions)}
        return next(
            (
                item
                for item in self.evidence
                if item.supports
                and item.category is not None
                and item.category.stands_in == "if-verified"
                and item.indicator.stands_in_for == self.result.id
                and item.indicator.result in backed
            ),
            None,
        )


def claims(design: Design, figures: Iterable[Figure], toolkit: Toolkit) -> tuple[Claim, ...]:
    """How far the figures support each result, in the order of the design."""
    everything = evidence_from(design, figures, toolkit)
    return tuple(_claim(design, result, everything) for result in design.results)


def displacement_check(design: Design, evidence: Iterable[Evidence]) -> DisplacementCheck:
    """Whether an indicator watches for displacement, and has a figure."""
    if not design.displacement:
        return DisplacementCheck.NONE
    watching = _watching(design)
    if not watching:
        return DisplacementCheck.NOT_WATCHED
    watched = (item for item in evidence if item.indicator.id in watching)
    has_figure = any(item.figure.value is not None for item in watched)
    return DisplacementCheck.MEASURED if has_figure else DisplacementCheck.WITHOUT_FIGURE


def _watching(design: Design) -> set[str]:
    """The ids of indicators that would show displacement."""
    watched_by = {id for entry in design.displacement for id in entry.watched_by}
    return watched_by & {indicator.id for indicator in design.indicators}


def _claim(design: Design, result: Result, everything: Sequence[Evidence]) -> Claim:
    before = design.theory.leading_to([result.id])
    on_the_way = tuple(_on_the_way(everything, result.id, before))
    watching = _watching(design)
    return Claim(
        result,
        result.change or ("impact" if result.level == "impact" else None),
        on_the_way,
        tuple(design.theory.into[result.id]),
        tuple(_between(design, highest(on_the_way), result.id, before)),
        displacement_check(design, everything),
        tuple(item for item in everything if item.indicator.id in watching and item.again is None),
    )


def _between(
    design: Design, best: Evidence | None, result: str, before: frozenset[str]
) -> Iterator[Link]:
    """The links on a path from what was shown to the result; those into it where none was below."""
    shown = best.indicator.result if best else None
    if shown is None or shown == result or shown not in before:
        yield from design.theory.into[result]
        return
    after = design.theory.reached_from([shown])
    for link in design.theory.links:
        starts = link.cause == shown or link.cause in after
        if starts and (link.effect == result or link.effect in before):
            yield link


def _on_the_way(
    everything: Iterable[Evidence], result: str, before: frozenset[str]
) -> Iterator[Evidence]:
    for item in everything:
        if item.indicator.result == result:
            yield item
        elif item.indicator.result in before or item.indicator.stands_in_for == result:
            yield replace(item, is_own=False)
