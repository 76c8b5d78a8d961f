"""No expertise for single cases.

Why: Legal concepts and evidence in trafficking cases raise hard questions; the toolkit asks
whether national expertise exists for them and can be had readily (5 Q13).

Example: A judge with a first case of debt bondage has nobody to ask.

Resolve: Say who can be asked, by whom, and how fast.
"""

from collections.abc import Iterator

from trueline.design import Design, Legal
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import said_by_none
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="generate", refs=("5 Q13",))
def expertise_not_at_hand(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in said_by_none(design, design.of_kind(Legal), "expertise"):
        yield Found(
            path=f"activities[{activity.id}].expertise",
            message=f"{quoted(activity.name)} does not say who helps with hard points of law and"
            " evidence in single cases.",
            next_step="Name two or three people who know such cases, and agree how police and"
            " prosecutors reach them.",
        )
