"""A legal review that is not there.

Why: A programme on the law begins with what the law provides and lacks, item by item (5 I). The review
that an activity names is none of those at hand, so that nothing can be held against it.

Example: The activity names “Law of Oresia, 2024”; the organisation has that of 2026.

Resolve: Name a review by its title as it stands, or take the name out.
"""

from collections.abc import Iterator

from trueline.design import Design, Legal
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.legal_reviews import reviews_at_hand, title_key


@rule(sort="said-badly", severity="note", remedy="modify", refs=("5 I",))
def review_not_at_hand(context: RuleContext[Design]) -> Iterator[Observation]:
    if "legal" not in context.related:
        return
    at_hand = reviews_at_hand(context)
    for activity in context.document.of_kind(Legal):
        if activity.legal_review and title_key(activity.legal_review) not in at_hand:
            yield Observation(
                path=f"activities[{activity.id}].legal_review",
                message=gettext(
                    "{name} rests on the legal review {review}, which is not among those at hand.",
                    name=quoted(activity.name),
                    review=quoted(activity.legal_review),
                ),
                next_step=gettext("Name the review by its title as it stands, or begin it."),
            )
