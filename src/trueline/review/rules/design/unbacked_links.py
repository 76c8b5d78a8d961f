"""Steps of the logic that rest on one of the assumptions which evidence does not support."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trueline.design import Awareness, Design, Justice, Link, Livelihoods, Result
from trueline.review.rules.design.beliefs import contradicted


def awareness_steps(design: Design) -> Iterator[tuple[Link, Result]]:
    """Steps that assume that people who know will act (1 A1)."""
    return unbacked_steps(design, design.of_kind(Awareness), "learning")


def training_steps(design: Design) -> Iterator[tuple[Link, Result]]:
    """Steps that assume that what is learned in training is done at work (1 A3)."""
    trainings = [activity for activity in design.of_kind(Justice) if activity.training]
    return unbacked_steps(design, trainings, "learning")


def income_steps(design: Design) -> Iterator[tuple[Link, Result]]:
    """Steps that assume that people who earn more will not take risks to leave (4 L3)."""
    return unbacked_steps(design, design.of_kind(Livelihoods), "livelihoods")


def unbacked_steps(
    design: Design, activities: Iterable[Awareness | Justice | Livelihoods], change: str
) -> Iterator[tuple[Link, Result]]:
    """Links to behaviour or impact from activities, or from the `change` that they bring about.

    Links are left out with an assumption that is verified, rests on named evidence or will be
    checked, and those that say what a lesson speaks against: of these another rule speaks.
    """
    theory = design.theory
    starts = {activity.id for activity in activities}
    after = theory.reached_from(starts)
    results = {result.id: result for result in design.results}
    starts |= {result.id for result in design.results if result.change == change} & after
    for link in theory.links:
        effect = results.get(link.effect)
        if effect is None or effect.change not in ("behaviour", "impact"):
            continue
        if link.cause in starts and not _is_looked_at(link):
            yield link, effect


def _is_looked_at(link: Link) -> bool:
    """Whether somebody backs an assumption, will check it, or says what a lesson speaks against."""
    return any(
        assumption.is_backed or assumption.check or contradicted(assumption)
        for assumption in link.assumptions
    )


def assumed_steps(design: Design) -> frozenset[str]:
    """Ids of the links that any of the above speaks of."""
    found = (*awareness_steps(design), *training_steps(design), *income_steps(design))
    return frozenset(link.id for link, _ in found)
