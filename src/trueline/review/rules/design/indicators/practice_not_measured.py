"""Nothing is measured beyond what people hear, know or earn.

Why: Outcomes are a common gap in what awareness work assesses (3 L2.5), and few programmes have
tried to measure what trainees do differently over time (6 L3). Reach, satisfaction and learning
do not show it (3 E2, 3 E3, 6 E2).

Example: Seven indicators, from leaflets to test scores.

Resolve: Add one indicator of what people do.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule

KINDS = {"awareness", "justice", "livelihoods"}
SHORT = {"baseline", "reach", "satisfaction", "learning", "livelihoods", "retention"}


@rule(sort="not-said", severity="warning", remedy="add", refs=("3 L2.5", "6 L3", "3 E3"))
def practice_not_measured(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    kinds = {activity.kind for activity in design.activities}
    measured = {indicator.measures for indicator in design.indicators} - {None}
    stated = any(result.change in ("behaviour", "impact") for result in design.results)
    if kinds & KINDS and measured and measured <= SHORT and not stated:
        yield Observation(
            path="indicators",
            message=gettext(
                "The indicators show who was reached and what people know or earn. None shows"
                " what people do differently."
            ),
            next_step=gettext(
                "Choose the one behaviour that matters most, state it as a result, and add an"
                " indicator of it."
            ),
        )
