"""Which way is better is not said.

Why: An indicator that should fall, such as cases resting on testimony (6 E5.4) or risky migration
(4 E5.1), is read wrongly if the direction is not given.

Example: “Number of complaints”: is more good or bad?

Resolve: Say whether higher or lower is better.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="note", remedy="modify", refs=("6 E5.4", "4 E5.1"))
def direction_not_said(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for indicator in design.indicators:
        numeric = indicator.measure in ("proportion", "change", "scale")
        if numeric and indicator.targets and indicator.direction is None:
            yield Observation(
                path=f"indicators[{indicator.id}].direction",
                message=gettext(
                    "{indicator} does not say whether higher or lower is better.",
                    indicator=quoted(indicator.name),
                ),
                next_step=gettext("Choose up, down or neither."),
            )
