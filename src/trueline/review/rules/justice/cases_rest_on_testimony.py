"""Cases rest on what victims say.

Why: Investigations still depend heavily on what victims testify, and many of them are reluctant
to come forward (6 L2.6). Proactive and financial investigation can reduce that (fn 34).

Example: The whole course is on interviewing victims.

Resolve: Add proactive and financial investigation.
"""

from collections.abc import Iterator

from trueline.design import Design, Justice
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import said_by_none
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="add", refs=("6 L2.6", "fn 34", "6 Q4.7"))
def cases_rest_on_testimony(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in said_by_none(design, design.of_kind(Justice), "evidence_beyond_testimony"):
        yield Found(
            path=f"activities[{activity.id}].evidence_beyond_testimony",
            message=f"{quoted(activity.name)} does not say how cases would stand without the"
            " testimony of victims.",
            next_step="Add proactive or financial investigation, with a partner who can do it.",
        )
