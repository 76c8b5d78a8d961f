"""A behaviour that does not say from what to what.

Why: The first question asks whose behaviour is to change and in what ways (1 Q1). A change that
has no starting point and no end can be neither planned nor measured.

Example: “Police are more active against trafficking.”

Resolve: Write down what these people do now and what they should do instead.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="warning", remedy="modify", refs=("1 Q1", "3 Q2"))
def behaviour_not_from_to(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for behaviour in design.behaviours:
        name = quoted(behaviour.who or behaviour.name)
        if not behaviour.desired:
            yield Observation(
                path=f"behaviours[{behaviour.id}].desired",
                message=gettext(
                    "For {name} the design does not say what they should do.", name=name
                ),
                next_step=gettext(
                    "Write down what these people should do, as something that can be seen."
                ),
            )
        elif not behaviour.current:
            yield Observation(
                path=f"behaviours[{behaviour.id}].current",
                message=gettext("For {name} the design does not say what they do now.", name=name),
                next_step=gettext(
                    "Write down what these people do now, as something that can be seen."
                ),
            )
