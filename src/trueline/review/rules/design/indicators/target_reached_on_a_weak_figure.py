"""A target counts as reached on a figure that does not carry it.

Why: Measurement and learning are to be part of the work (1 Q6). A figure that stands in for a place
which did not report, that lacks most of what was expected, or that is more than all teaches little.
What counts as weak is ours. The rule is silent unless data are given (`--data`).

Example: 90 per cent against a target of 80, from one place of six.

Resolve: Wait for the missing figures, correct the wrong ones, or say with the figure what it lacks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.measures.progress import Progress, Standing
from trueline.measures.readings import Flag
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule

if TYPE_CHECKING:
    from trueline.design.figures import Figure


@rule(sort="cannot-be", severity="warning", remedy="generate", refs=("1 Q6",))
def target_reached_on_a_weak_figure(context: RuleContext[Design]) -> Iterator[Observation]:
    for id, figure in context.data.items():
        target, reason = figure.target, _weakness(figure)
        if target is not None and reason and _is_reached(figure.progress):
            # What words figures is loaded where there are some: most reviews have none.
            from trueline.design.figure_wording import figure_in_words, target_in_words
            from trueline.design.sharing import to_share

            (shareable,) = to_share([figure])
            yield Observation(
                path=f"indicators[{id}].targets",
                message=gettext(
                    "{indicator} stands at {figure}, with a {target}. {reason} Is it reached?",
                    indicator=quoted(figure.indicator.name),
                    figure=figure_in_words(shareable.to_date, figure.indicator.unit),
                    target=target_in_words(target),
                    reason=reason,
                ),
                next_step=gettext(
                    "Get what is missing or put right what is wrong before the target is called"
                    " reached, or say beside the figure what it lacks."
                ),
            )


def _is_reached(progress: Progress) -> bool:
    if progress.standing is Standing.MAINTAINED:
        return True
    return progress.share is not None and progress.share >= 1


def _weakness(figure: Figure) -> str:
    """Why the figure does not carry a target; empty where it does."""
    from trueline.design.figure_wording import coverage_in_words

    aggregate = figure.to_date
    if Flag.ABOVE_ALL in aggregate.flags:
        return gettext("More are counted than there are in all.")
    if Flag.CARRIED_FORWARD in aggregate.flags:
        return gettext("A place did not report, and its last figure stands in.")
    if aggregate.coverage.missing * 2 > aggregate.coverage.expected:
        return gettext(
            "Most is missing: {coverage}.", coverage=coverage_in_words(aggregate.coverage)
        )
    return ""
