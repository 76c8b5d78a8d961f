"""A per cent above 100 or below 0.

Why: Indicators have to be clear and measurable (9 E5.1). Those who do something can't be more than
all, nor fewer than nobody.

Example: 140 per cent of traders with a contract.

Resolve: Correct the figure; if it is a number of people, or a change against the year before,
correct the measure and the unit.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, number, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.units import figures, is_per_cent


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("9 E5.1",))
def per_cent_out_of_range(context: RuleContext[Design]) -> Iterator[Observation]:
    for indicator in context.document.indicators:
        wrong = {at: value for at, value in figures(indicator) if value < 0 or value > 100}
        if wrong and is_per_cent(indicator):
            first, *others = wrong
            yield Observation(
                path=first,
                also_at=(*others, f"indicators[{indicator.id}].unit"),
                message=gettext(
                    "{indicator} is a share in per cent, and stands at {figure}.",
                    indicator=quoted(indicator.name),
                    figure=number(wrong[first]),
                ),
                next_step=gettext(
                    "Correct the figure, or the measure and the unit if it is no share."
                ),
            )
