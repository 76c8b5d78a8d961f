"""A baseline after the work has begun.

Why: Baseline data inform the development of activities (3 E1, 4 E1). What is measured when the work
is under way already holds part of its effect.

Example: Work starts in January, and the baseline is taken in June.

Resolve: Measure before the first activity, or move the activity.
"""

from collections.abc import Iterator
from datetime import timedelta

from trueline.design import Design
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit

GRACE = timedelta(days=31)


@rule(severity="warning", remedy="modify", refs=("3 E1", "4 E1"))
def baseline_too_late(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    theory = design.theory
    for indicator in design.indicators:
        measured = indicator.baseline.measured if indicator.baseline else None
        behind = theory.leading_to([indicator.result] if indicator.result else [])
        begins = min(
            (a.start for a in design.activities if a.start and a.id in behind), default=None
        )
        if measured and begins and measured > begins + GRACE:
            yield Found(
                path=f"indicators[{indicator.id}].baseline.measured",
                message=f"{quoted(indicator.name)} has its baseline on {measured}, when the work that leads to it began on {begins}.",
                next_step="Take the baseline before that work begins, or begin it after the baseline.",
            )
