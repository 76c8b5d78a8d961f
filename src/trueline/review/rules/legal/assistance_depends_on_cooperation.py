"""Help depends on cooperating with a case.

Why: Access to support should follow from victims’ rights (5 Q3). Cooperation between support and
criminal justice has to be non-coercive (8 Q1.6), and asylum should not hinge on it (fn 51).

Example: Only victims who testify get shelter and a residence permit.

Resolve: Separate help from cooperation, and add a reflection period.
"""

from collections.abc import Iterator

from trueline.design import Design, Legal
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="error", remedy="modify", refs=("5 Q3", "8 Q1.6", "fn 51"))
def assistance_depends_on_cooperation(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Legal):
        if activity.assistance_unconditional is False:
            yield Found(
                path=f"activities[{activity.id}].assistance_unconditional",
                message=f"Under {quoted(activity.name)} help depends on cooperating with a"
                " criminal case. This is a question of victims’ rights.",
                next_step="Propose that help begins when somebody is presumed a victim, whatever"
                " they decide about the case.",
            )
