"""Vocational training that leads to no work.

Why: Services that don’t meet needs are a reason to turn help down; training without realistic
employment is the toolkit’s example (8 L1.4). Its indicator asks for training linked to market
realities (8 E3.1).

Example: Hairdressing for all, in a town with nine hairdressers.

Resolve: Tie training to work that exists, or offer placement or a start of one’s own.
"""

from collections.abc import Iterator

from trueline.design import Design, Support
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule

WORK = {"job-placement-destination", "job-placement-source", "start-up"}


@rule(sort="said-badly", severity="warning", remedy="add", refs=("8 L1.4", "8 E3.1", "8 Q6.4"))
def training_without_jobs(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    offered = {service for activity in design.of_kind(Support) for service in activity.services}
    if not WORK.isdisjoint(offered):
        return
    for activity in design.of_kind(Support):
        if "vocational-training" in activity.services:
            yield Observation(
                path=f"activities[{activity.id}].services",
                message=gettext(
                    "{activity} offers vocational training, and nothing that leads from it to"
                    " work.",
                    activity=quoted(activity.name),
                ),
                next_step=gettext(
                    "Ask ten employers what they hire for, and add placement or help with a"
                    " business to the services."
                ),
            )
