"""Identification that leads nowhere.

Why: Identification is for people to get out, realise their rights and access services (7 I). The
toolkit asks for a referral mechanism, or informal ways (7 Q5).

Example: Inspectors are to report victims; nothing says to whom.

Resolve: Say how people get from being identified to services.
"""

from collections.abc import Iterator

from trueline.design import Design, Identification
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="add", refs=("7 I", "7 Q5"))
def no_referral(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Identification):
        if unsaid(design, activity, "referral"):
            yield Found(
                path=f"activities[{activity.id}].referral",
                message=f"{quoted(activity.name)} does not say how people get from being"
                " identified to help.",
                next_step="Agree in writing with at least two service providers who is called, by"
                " whom and within what time.",
            )
