"""A unit that is at odds with the measure.

Why: Indicators have to be clear and measurable (9 E5.1): a count in per cent, or a share in people,
is written down by two people in two ways.

Example: Measure: count. Unit: per cent.

Resolve: Choose one of the two, and correct the other, with baseline and targets.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.language.terms import MEASURE
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.units import is_share

WHOLE = ("count", "yes-no", "qualitative")
"""Measures of which there is no share."""


@rule(sort="cannot-be", severity="warning", remedy="modify", refs=("9 E5.1",))
def unit_and_measure_at_odds(context: RuleContext[Design]) -> Iterator[Observation]:
    for indicator in context.document.indicators:
        share = is_share(indicator.unit)
        share_of_a_count = indicator.measure in WHOLE and share
        if indicator.unit and (
            share_of_a_count or (indicator.measure == "proportion" and not share)
        ):
            yield Observation(
                path=f"indicators[{indicator.id}].unit",
                also_at=(f"indicators[{indicator.id}].measure",),
                message=gettext(
                    "{indicator} is measured as “{measure}”, and its unit is {unit}.",
                    indicator=quoted(indicator.name),
                    measure=MEASURE.within(str(indicator.measure)),
                    unit=quoted(indicator.unit),
                ),
                next_step=gettext("Correct the measure or the unit, with baseline and targets."),
            )
