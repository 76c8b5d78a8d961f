"""Steps of the logic that rest on one of the assumptions which evidence does not support."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trueline.design import Awareness, Design, Justice, Link, Livelihoods, Result
from trueline.review.rules.design.beliefs import contradicted


def awareness_steps(design: Design) -> Iterator[tuple[Link, Result]]:
    """Steps that assume that people who know will act (1 A1)."""
    return _unbacked(_from_awareness(design))


def training_steps(design: Design) -> Iterator[tuple[Link, Result]]:
    """Steps that assume that what is learned in training is done at work (1 A3)."""
    return _unbacked(_from_training(design))


def income_steps(design: Design) -> Iterator[tuple[Link, Result]]:
    """Steps that assume that people who earn more will not take risks to leave (4 L3)."""
    return _unbacked(_from_income(design))


def steps_of_belief(design: Design) -> frozenset[str]:
    """Ids of the links of all three sorts, whether or not somebody backs an assumption of theirs.

    Of these steps the rules above speak as a whole: whoever answers one assumption is not asked of
    the next one.
    """
    steps = (*_from_awareness(design), *_from_training(design), *_from_income(design))
    return frozenset(link.id for link, _ in steps)


def assumed_steps(design: Design) -> frozenset[str]:
    """Ids of those of which a rule speaks."""
    steps = (*awareness_steps(design), *training_steps(design), *income_steps(design))
    return frozenset(link.id for link, _ in steps)


def _from_awareness(design: Design) -> Iterator[tuple[Link, Result]]:
    return _steps(design, design.of_kind(Awareness), "learning")


def _from_training(design: Design) -> Iterator[tuple[Link, Result]]:
    trainings = [activity for activity in design.of_kind(Justice) if activity.training]
    return _steps(design, trainings, "learning")


def _from_income(design: Design) -> Iterator[tuple[Link, Result]]:
    return _steps(design, design.of_kind(Livelihoods), "livelihoods")


def _steps(
    design: Design, activities: Iterable[Awareness | Justice | Livelihoods], change: str
) -> Iterator[tuple[Link, Result]]:
    """Links to behaviour or impact from activities, or from the `change` that they bring about."""
    theory = design.theory
    starts = {activity.id for activity in activities}
    after = theory.reached_from(starts)
    results = {result.id: result for result in design.results}
    starts |= {result.id for result in design.results if result.change == change} & after
    for link in theory.links:
        effect = results.get(link.effect)
        if effect and effect.change in ("behaviour", "impact") and link.cause in starts:
            yield link, effect


def _unbacked(steps: Iterable[tuple[Link, Result]]) -> Iterator[tuple[Link, Result]]:
    """Those without an assumption that is verified, rests on named evidence or will be checked.

    Those that say what a lesson speaks against are left out too: of these another rule speaks.
    """
    return ((link, effect) for link, effect in steps if not _is_looked_at(link))


def _is_looked_at(link: Link) -> bool:
    """Whether somebody backs an assumption, will check it, or says what a lesson speaks against."""
    return any(
        assumption.is_backed or assumption.check or contradicted(assumption)
        for assumption in link.assumptions
    )
