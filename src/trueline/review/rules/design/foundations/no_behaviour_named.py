"""No behaviour is named that should change.

Why: Responding to trafficking and reducing it takes action, or a change in behaviour, by at least
one of eight groups (1 G1). The first question for any design is whose behaviour is to change, and
how (1 Q1).

Example: A plan of workshops, films and meetings that names nobody who would then act differently.

Resolve: Name at least one group, what it does now and what it should do instead; drop activities
that serve none.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext
from trueline.review.finding import Observation
from trueline.review.missing_fields import answered
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="error", remedy="modify", refs=("1 Q1", "1 G1"))
def no_behaviour_named(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    if (
        (design.activities or design.results or design.indicators)
        and not design.behaviours
        and not answered(design, "foundations.behaviour")
    ):
        yield Observation(
            path="behaviours",
            message=gettext(
                "The design plans activities, but names nobody who would act differently because"
                " of them."
            )
            if design.activities
            else gettext("The design names nobody who would act differently because of it."),
            next_step=gettext(
                "Go through the eight actor groups and add the one whose action would make most"
                " difference, with what it does now and what it should do."
            ),
        )
