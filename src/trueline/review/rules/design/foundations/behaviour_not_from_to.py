"""A behaviour that does not say from what to what.

Why: The first question asks whose behaviour is to change and in what ways (1 Q1). A change that
has no starting point and no end can be neither planned nor measured.

Example: “Police are more active against trafficking.”

Resolve: Write down what these people do now and what they should do instead.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.review.finding import Found
from trueline.review.rule import RuleContext, rule
from trueline.review.wording import quoted


@rule(
    severity="warning",
    remedy="modify",
    refs=("1 Q1", "3 Q2"),
)
def behaviour_not_from_to(context: RuleContext[Design]) -> Iterator[Found]:
    design = context.document
    for behaviour in design.behaviours:
        for field, what in (("desired", "should do"), ("current", "do now")):
            if not getattr(behaviour, field):
                yield Found(
                    path=f"behaviours[{behaviour.id}].{field}",
                    message=f"For {quoted(behaviour.who or behaviour.name)} the design does not"
                    f" say what they {what}.",
                    next_step=f"Write down what these people {what}, as something that can be"
                    " seen.",
                )
                break
