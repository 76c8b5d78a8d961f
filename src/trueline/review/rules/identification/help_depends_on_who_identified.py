"""What people get depends on who found them.

Why: Services often depend on how and by whom people were identified (7 L6); a referral mechanism
should end that (8 Q2).

Example: People found by police get shelter, those found by an NGO a leaflet.

Resolve: Give the same need the same services, whoever makes the first contact.
"""

from collections.abc import Iterator

from trueline.design import Design, Identification
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="error", remedy="modify", refs=("7 L6", "8 Q2"))
def help_depends_on_who_identified(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Identification):
        if activity.referral_depends_on_identifier is True:
            yield Found(
                path=f"activities[{activity.id}].referral_depends_on_identifier",
                message=f"In {quoted(activity.name)} what people get depends on who identified"
                " them.",
                next_step="Agree with all partners on one list of services for the same need.",
            )
