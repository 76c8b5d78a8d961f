"""Which conditions help comes with is not said.

Why: Assistance has to be voluntary: cooperation with a case non-coercive (8 Q1.6), return not the
only way (8 L1.2, 8 L5), feedback possible without a name (8 Q4.3), time to decide (8 L4), and children’s
services not contingent on a status (8 L8.2).

Example: The house rules are silent on what happens to a client who will not testify.

Resolve: Say of each whether it is so. Where the answer is hard to give, the practice may need
looking at.
"""

from collections.abc import Iterator

from trueline.design import Design, Support
from trueline.language import gettext, gettext_noop, joined, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule

CONDITIONS = {
    "cooperation_required": gettext_noop("whether help depends on cooperating with a case"),
    "return_only": gettext_noop("whether there are ways other than return"),
    "anonymous_feedback": gettext_noop("whether clients can give feedback without their name"),
    "reflection_period": gettext_noop(
        "whether people get time to decide before anybody asks them for a statement"
    ),
}
OF_CHILDREN = {
    "children_status_required": gettext_noop("whether a child must count as a victim to be helped")
}


@rule(
    sort="not-said",
    severity="note",
    remedy="generate",
    refs=("8 Q1.6", "8 L1.2", "8 Q4.3", "8 L8.2", "8 L4"),
)
def conditions_not_said(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for activity in design.of_kind(Support):
        conditions = {**CONDITIONS, **(OF_CHILDREN if activity.children else {})}
        open_ = [name for name in conditions if getattr(activity, name) is None]
        if open_:
            yield Observation(
                path=f"activities[{activity.id}].{open_[0]}",
                also_at=tuple(f"activities[{activity.id}].{name}" for name in open_[1:]),
                message=gettext(
                    "{activity} does not say {open}.",
                    activity=quoted(activity.name),
                    open=joined([gettext(conditions[name]) for name in open_]),
                ),
                next_step=gettext(
                    "Answer yes or no for each, after asking the people who do the work and, if"
                    " you can, clients."
                ),
            )
