"""Livelihoods as the only activity.

Why: There is very little evidence that livelihood work on its own prevents trafficking (4 L1); it
may have a place in a wider package (4 Q6).

Example: Sewing courses in three villages are all there is.

Resolve: Join it with work on recruiters or safe migration, or use it for reintegration.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext
from trueline.review.finding import Observation
from trueline.review.missing_fields import answered
from trueline.review.rule import RuleContext, rule


@rule(sort="said-badly", severity="warning", remedy="reconsider", refs=("4 L1", "4 Q6"))
def stand_alone_livelihoods(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    kinds = {activity.kind for activity in design.activities}
    if kinds == {"livelihoods"} and not answered(design, "livelihoods.wider-package"):
        yield Observation(
            path="activities",
            message=gettext(
                "Livelihoods are the only activity. There is very little evidence that"
                " livelihoods on their own prevent trafficking."
            ),
            next_step=gettext(
                "Join it with one activity that acts on recruiters or makes migration safer, by"
                " a partner if not by yourselves; or ask whether it would do more for"
                " reintegration."
            ),
        )
