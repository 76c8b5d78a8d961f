"""A result measured by something that falls short of it.

Why: What people know or intend does not show what they do, and what they do does not show what
becomes of trafficking (3 E3, 3 E5, 6 E3, 6 E5). A result of behaviour needs an indicator of
behaviour.

Example: “Officers refer workers to services” is measured by what officers know.

Resolve: Add an indicator of what the result says, or word the result as what is measured.
"""

from collections.abc import Iterator

from trueline.design import Design, Indicator
from trueline.language import gettext, joined, quoted
from trueline.language.terms import MEASURES
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule

BEYOND = ("behaviour", "impact")
SHORT = ("reach", "satisfaction", "learning", "livelihoods")


@rule(sort="said-badly", severity="warning", remedy="add", refs=("3 E3", "6 E3", "4 E3", "3 L2.5"))
def result_measured_by_less(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    measured: dict[str, list[Indicator]] = {}
    for indicator in design.indicators:
        if indicator.measures:
            measured.setdefault(indicator.result or "", []).append(indicator)
    for result in design.results:
        own = measured.get(result.id, [])
        if result.change in BEYOND and own and all(i.measures in SHORT for i in own):
            yield Observation(
                path=f"results[{result.id}]",
                message=gettext(
                    "{result} is about {change}, and is measured only by {measures}.",
                    result=quoted(result.name),
                    change=MEASURES.within(result.change),
                    measures=joined(sorted({MEASURES.within(str(i.measures)) for i in own})),
                ),
                next_step=gettext(
                    "Add an indicator of {change}, or word the result as what is measured.",
                    change=MEASURES.within(result.change),
                ),
            )
