"""Victims identified, taken for the amount of trafficking.

Why: Only a small part of all victims is ever identified (7 L1), so the number follows how hard and where
people look. It shows neither how many are trafficked nor how they fare (7 E1). Fewer may mean less
looking; more may mean more.

Example: Impact: “number of victims identified by the police”, from 240 down to 80.

Resolve: Enter it as identification, with how much was screened beside it; study trafficking by itself.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="said-badly", severity="error", remedy="modify", refs=("7 L1", "7 E1"))
def fewer_identified_is_not_less_trafficking(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    levels = {result.id: result.level for result in design.results}
    for indicator in design.indicators:
        words = context.reading.words(indicator.statement)
        if not words.names("identified") or not words.names("client", "child", "trafficking-cases"):
            continue
        as_impact = indicator.measures == "impact" or (
            indicator.measures is None and levels.get(indicator.result or "") == "impact"
        )
        falls = indicator.direction == "down" and indicator.measure in (None, "count", "change")
        if as_impact or falls:
            yield Observation(
                path=f"indicators[{indicator.id}].measures",
                also_at=(f"indicators[{indicator.id}].direction",),
                message=gettext(
                    "{indicator} counts who was identified. That follows how much people look, and"
                    " says nothing of how many are trafficked.",
                    indicator=quoted(indicator.name),
                ),
                next_step=gettext(
                    "Enter it as identification, with what was screened beside it; for trafficking"
                    " itself plan a study, or say that it is not measured."
                ),
            )
