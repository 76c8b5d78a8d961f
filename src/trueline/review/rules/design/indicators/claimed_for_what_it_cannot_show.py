"""A measure claimed for something that it can't show.

Why: The toolkit says of each kind of indicator what it does not show. Numbers reached,
satisfaction, changes in knowledge, attitudes, skills or intentions, and changes in livelihood can
never stand in for what lies beyond them (3 E2, 3 E3, 4 E3, 6 E2, 6 E3).

Example: “Number of people at village meetings” is put forward to show that fewer people migrate
at risk.

Resolve: Measure the result itself, or let the indicator show only what it can and say so.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.language.terms import MEASURES
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(
    sort="said-badly",
    severity="error",
    remedy="modify",
    refs=("3 E2", "3 E3", "4 E3", "6 E2", "6 E3"),
)
def claimed_for_what_it_cannot_show(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    toolkit = context.toolkit
    results = {result.id: result for result in design.results}
    never = {c.measures for c in toolkit.categories() if c.stands_in == "never"}
    for indicator in design.indicators:
        claimed = results.get(indicator.stands_in_for or "")
        if claimed and indicator.measures in never:
            yield Observation(
                path=f"indicators[{indicator.id}].stands_in_for",
                message=gettext(
                    "{indicator} measures {measures}. It can’t stand in for {claimed}.",
                    indicator=quoted(indicator.name),
                    measures=MEASURES.within(indicator.measures),
                    claimed=quoted(claimed.name),
                ),
                next_step=gettext(
                    "Add an indicator that measures that result itself, and let this one show"
                    " {measures} only.",
                    measures=MEASURES.within(indicator.measures),
                ),
            )
