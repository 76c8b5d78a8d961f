"""Missed chances are not analysed.

Why: Many victims report several missed identifications (7 L5); the toolkit asks whether their
experience is analysed for them (7 Q9).

Example: Clients had met health staff three times, and nobody asked about it.

Resolve: Gather it with consent, in totals, and pass it on.
"""

from collections.abc import Iterator

from trueline.design import Design, Identification
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import said_by_none
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="add", refs=("7 Q9", "7 L5", "7 E5"))
def missed_identification_not_analysed(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in said_by_none(design, design.of_kind(Identification), "missed_identification"):
        yield Found(
            path=f"activities[{activity.id}].missed_identification",
            message=f"{quoted(activity.name)} does not look at where people could have been"
            " identified earlier.",
            next_step="Add two voluntary questions to the exit talk, and report totals by kind of"
            " contact twice a year.",
        )
