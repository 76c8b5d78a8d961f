"""An indicator at a different level from its result.

Why: Each category of the toolkit belongs to a level: reach and satisfaction are outputs, changes
in what people know, have or do are outcomes, and only impact is impact (3 E2, 3 E3, 3 E6).

Example: “Participants trained” measures the outcome “police act differently”.

Resolve: Choose an indicator that shows this result, or measure the result that it shows.
"""

from collections.abc import Iterator
from typing import get_args

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.language.term_types import Level
from trueline.language.terms import LEVEL, MEASURES
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule

ORDER = get_args(Level)


@rule(sort="said-badly", severity="error", remedy="modify", refs=("3 E2", "3 E3", "3 E5", "3 E6"))
def category_does_not_fit_level(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    toolkit = context.toolkit
    levels: dict[str, set[int]] = {}
    for category in toolkit.categories():
        levels.setdefault(category.measures, set()).add(ORDER.index(category.level))
    results = {result.id: result for result in design.results}
    for indicator in design.indicators:
        result = results.get(indicator.result or "")
        if not result or not result.level or indicator.measures in (None, "baseline"):
            continue
        if max(levels[indicator.measures]) < ORDER.index(result.level):
            yield Observation(
                path=f"indicators[{indicator.id}].result",
                message=gettext(
                    "{indicator} measures {measures}, which can’t show the {level} {result}.",
                    indicator=quoted(indicator.name),
                    measures=MEASURES.within(indicator.measures),
                    level=LEVEL.within(result.level),
                    result=quoted(result.name),
                ),
                next_step=gettext(
                    "Choose an indicator of what that result says, and keep this one for the"
                    " result that it can show."
                ),
            )
