"""A campaign that stands alone.

Why: Shortcomings could be avoided by placing awareness-raising inside wider behaviour change work
(3 L3). There is limited evidence of what the money spent on it has achieved, particularly in
prevention (3 L1).

Example: The whole programme is films and leaflets.

Resolve: Make it part of a package that changes what people can do.
"""

from collections.abc import Iterator

from trueline.design import Awareness, Design
from trueline.language import gettext
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="said-badly", severity="warning", remedy="add", refs=("3 L3", "3 L1"))
def stand_alone_campaign(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    campaigns = design.of_kind(Awareness)
    lowers_barriers = any(campaign.barriers for campaign in campaigns)
    if campaigns and len(campaigns) == len(design.activities) and not lowers_barriers:
        yield Observation(
            path="activities",
            message=gettext(
                "The programme consists of awareness work only. Knowing more does not by itself"
                " change what people can do."
            ),
            next_step=gettext(
                "Add an activity that lowers the barrier that matters most, or a partner who"
                " works on it."
            ),
        )
