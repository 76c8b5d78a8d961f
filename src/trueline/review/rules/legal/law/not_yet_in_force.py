"""A law that comes into force after the day of the review.

Why: What the law provides (5 E2) is what is in force.

Example: The review is of March, and the act of July.

Resolve: Correct one of the days, or judge what was in force on the day.
"""

from collections.abc import Iterator

from trueline.language import day, gettext, quoted
from trueline.legal import LegalReview
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="cannot-be", severity="warning", remedy="modify", refs=("5 E2",))
def not_yet_in_force(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    review = context.document
    for law in review.laws:
        if law.since and review.law_day and law.since > review.law_day:
            yield Observation(
                path=f"laws[{law.id}].since",
                message=gettext(
                    "{law} is in force only from {since}, and the law is read as of {day}.",
                    law=quoted(law.name),
                    since=day(law.since),
                    day=day(review.law_day),
                ),
                next_step=gettext("Correct one of the days, or move the day of the review."),
            )
