"""Steps of the logic that rest on one of the assumptions which evidence does not support."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trueline.design import Awareness, Design, Justice, Link, Livelihoods, Result
from trueline.review.rules.design.beliefs import contradicted


def awareness_links(design: Design) -> Iterator[tuple[Link, Result]]:
    """Steps that assume that people who know will act (1 A1)."""
    return _unbacked(_from_awareness(design))


def training_links(design: Design) -> Iterator[tuple[Link, Result]]:
    """Steps that assume that what is learned in training is done at work (1 A3)."""
    return _unbacked(_from_training(design))


def income_links(design: Design) -> Iterator[tuple[Link, Result]]:
    """Steps that assume that people who earn more will not take risks to leave (4 L3)."""
    return _unbacked(_from_income(design))


def links_of_belief(design: Design) -> frozenset[str]:
    """Ids of the links of all three sorts, whether or not somebody backs an assumption of theirs.

    Of these steps the rules above speak as a whole: whoever answers one assumption is not asked of
    the next one.
    """
    links = (*_from_awareness(design), *_from_training(design), *_from_income(design))
    return frozenset(link.id for link, _ in links)


def assumed_links(design: Design) -> frozenset[str]:
    """Ids of those of which a rule speaks."""
    links = (*awareness_links(design), *training_links(design), *income_links(design))
    return frozenset(link.id for link, _ in links)


def _from_awareness(design: Design) -> Iterator[tuple[Link, Result]]:
    return _links(design, design.of_kind(Awareness), "learning")


def _from_training(design: Design) -> Iterator[tuple[Link, Result]]:
    trainings = [activity for activity in design.of_kind(Justice) if activity.training]
    return _links(design, trainings, "learning")


def _from_income(design: Design) -> Iterator[tuple[Link, Result]]:
    return _links(design, design.of_kind(Livelihoods), "livelihoods")


def _links(
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


def _unbacked(links: Iterable[tuple[Link, Result]]) -> Iterator[tuple[Link, Result]]:
    """Links without an assumption that is verified, rests on named evidence or will be checked.

    Those that say what a lesson speaks against are left out too: of these another rule speaks.
    """
    return ((link, effect) for link, effect in links if not _is_looked_at(link))


def _is_looked_at(link: Link) -> bool:
    """Whether somebody backs an assumption, will check it, or says what a lesson speaks against."""
    return any(
        assumption.is_backed or assumption.check or contradicted(assumption)
        for assumption in link.assumptions
    )
