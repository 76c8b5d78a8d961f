"""A target on the wrong side of the baseline.

Why: The toolkit looks for clear, relevant and measurable indicators (9 E5.1). Where higher is
better and the target lies below the baseline, one of the three is wrong, and every report will be
read wrongly.

Example: Baseline 40 per cent, better is up, target 25 per cent.

Resolve: Correct the baseline, the target or the direction.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, number, quoted
from trueline.language.terms import BETTER
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("9 E5.1", "0 I"))
def target_goes_the_wrong_way(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for indicator in design.indicators:
        start = indicator.baseline.value if indicator.baseline else None
        goals = [(t.due, t.value) for t in indicator.targets if t.value is not None]
        if start is None or not goals:
            continue
        due, goal = max(goals)
        wrong = goal < start if indicator.direction == "up" else goal > start
        if indicator.direction in ("up", "down") and wrong:
            yield Observation(
                path=f"indicators[{indicator.id}].targets[{due}].value",
                message=gettext(
                    "{indicator} should go {direction}, and its last target is {target} against a"
                    " baseline of {baseline}.",
                    indicator=quoted(indicator.name),
                    direction=BETTER.within(indicator.direction),
                    target=number(goal),
                    baseline=number(start),
                ),
                next_step=gettext("Correct the baseline, the target, or which way is better."),
            )
