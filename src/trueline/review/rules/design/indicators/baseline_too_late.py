"""A baseline long after the work has begun.

Why: Baseline data inform the development of activities (3 E1, 4 E1). What is measured when the
work has long been under way already holds part of its effect.

Example: Work starts in January, and the baseline is taken in November.

Resolve: Measure before the first activity, or say in the limits what the late start means.
"""

from collections.abc import Iterator
from datetime import timedelta

from trueline.design import Design
from trueline.language import day, gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.units import claims_change

GRACE = timedelta(days=183)
A_YEAR = timedelta(days=365)
"""After so long, of the whole work, a study is no baseline of any of it."""


@rule(sort="cannot-be", severity="note", remedy="modify", refs=("3 E1", "4 E1"))
def baseline_too_late(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    yield from _studies(design)
    theory = design.theory
    for indicator in design.indicators:
        measured = indicator.baseline.measured if indicator.baseline else None
        if not measured or not claims_change(indicator) or indicator.limitations:
            continue
        behind = theory.activities_leading_to(indicator.result)
        begins = min((activity.start for activity in behind if activity.start), default=None)
        if begins and measured > begins + GRACE:
            yield Observation(
                path=f"indicators[{indicator.id}].baseline.measured",
                message=gettext(
                    "{indicator} has its baseline on {day}; the work that leads to it begins"
                    " on {start}.",
                    indicator=quoted(indicator.name),
                    day=day(measured),
                    start=day(begins),
                ),
                next_step=gettext(
                    "Take the baseline before that work begins, or say in the limits what the"
                    " late start means."
                ),
            )


def _studies(design: Design) -> Iterator[Observation]:
    """Baseline studies that fall due long after the first activity began."""
    begins = min((each.start for each in design.activities if each.start), default=None)
    for study in design.evaluation.studies:
        if study.kind == "baseline" and study.due and begins and study.due > begins + A_YEAR:
            yield Observation(
                path=f"evaluation.studies[{study.id}].due",
                message=gettext(
                    "{study} is to be a baseline and is due on {day}; the first activity begins on"
                    " {start}.",
                    study=quoted(study.name),
                    day=day(study.due),
                    start=day(begins),
                ),
                next_step=gettext("Bring it forward, or call it what it can still be: a midline."),
            )
