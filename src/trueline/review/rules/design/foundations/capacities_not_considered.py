"""Expertise and resources not considered.

Why: Many programmes did not use what is known in other fields, such as behavioural science; the
toolkit asks every design whether it has the expertise and resources it needs (1 Q4).

Example: A plan with hotline, legal reform and livelihoods, run by an organisation of six.

Resolve: List what the activities need and who has it.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext
from trueline.review.finding import Observation
from trueline.review.missing_fields import answered
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="note", remedy="generate", refs=("1 Q4",))
def capacities_not_considered(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    if (
        design.activities
        and not design.capacities
        and not answered(design, "foundations.expertise")
    ):
        yield Observation(
            path="capacities",
            message=gettext(
                "The design does not say which expertise and resources it needs, and whether"
                " they are there."
            ),
            next_step=gettext(
                "List for each activity the one expertise that it can’t do without, and who has it."
            ),
        )
