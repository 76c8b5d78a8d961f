"""A behaviour without any barrier.

Why: Every design should ask what stands in the way of the behaviour that is hoped for, structural
or cultural (1 Q2). That people will act once they know is an assumption that evidence does not
routinely support (1 A1).

Example: A campaign asks workers to keep their passports, and does not say why they give them away
today.

Resolve: Ask the group what keeps it from acting, and add what it says.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.missing_fields import answered
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="warning", remedy="generate", refs=("1 Q2", "1 A1"))
def no_barriers_named(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for behaviour in design.behaviours:
        if (
            behaviour.desired
            and not behaviour.barriers
            and not answered(design, "foundations.barriers")
        ):
            yield Observation(
                path=f"behaviours[{behaviour.id}].barriers",
                message=gettext(
                    "Nothing is said of what keeps {name} from {desired}.",
                    name=quoted(behaviour.who or gettext("these people")),
                    desired=quoted(behaviour.desired),
                ),
                next_step=gettext(
                    "Ask ten people of the group who know the risk why they act as they do, and"
                    " add what they say as barriers."
                ),
            )
