"""Work on people at risk only.

Why: Reviews and wide questioning found no independently verified case in which work that only or
mainly reduces vulnerability has reduced trafficking (2 L1).

Example: Awareness in schools and vocational training, and nothing that touches recruiters or
employers.

Resolve: Add something that acts on traffickers, markets or those who tolerate them, or say why
that is out of reach.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext
from trueline.review.finding import Found
from trueline.review.rule import RuleContext, rule


@rule(sort="said-badly", severity="warning", remedy="reconsider", refs=("2 L1", "2 Q5", "2 Q6"))
def supply_side_only(context: RuleContext[Design]) -> Iterator[Found]:
    design = context.document
    kinds = {activity.kind for activity in design.activities}
    beyond = [strategy for strategy in design.strategies if strategy.used]
    others = [
        b for b in design.behaviours if b.actor_group not in (None, "victims", "potential-victims")
    ]
    if kinds and kinds <= {"awareness", "livelihoods"} and not beyond and not others:
        yield Found(
            path="activities",
            message=gettext(
                "Every activity works on people who might be trafficked. Nothing acts on those"
                " who recruit, exploit or profit."
            ),
            next_step=gettext(
                "Look at the ways of raising effort and risk, cutting rewards and crowding out;"
                " add the one within your reach, or a partner who works on it."
            ),
        )
