"""Whether everybody gets the same help is not said.

Why: What people get still often depends on age, sex, exploitation, and on how and by whom they
were identified (7 L6). A referral mechanism should keep help from depending on that (8 Q2).

Example: Police and an NGO refer people, each to houses of their own.

Resolve: Say whether help is the same whoever finds a person, and wherever.
"""

from collections.abc import Iterator

from trueline.design import Design, Identification
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="generate", refs=("7 L6", "8 Q2"))
def equal_help_not_said(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Identification):
        if activity.referral and activity.referral_depends_on_identifier is None:
            yield Found(
                path=f"activities[{activity.id}].referral_depends_on_identifier",
                message=f"{quoted(activity.name)} does not say whether people get the same help"
                " whoever finds them.",
                next_step="Compare what the last ten people got, by who found them and where, and"
                " agree on one list of services.",
            )
