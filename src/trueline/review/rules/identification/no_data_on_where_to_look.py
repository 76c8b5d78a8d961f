"""No data tell where to look.

Why: We are not necessarily looking in the right places (7 L4). The toolkit asks whether data on
identification are collected and used (7 Q8).

Example: Screening goes on at the airport; cases come over land.

Resolve: Collect totals by channel and place, and let them decide.
"""

from collections.abc import Iterator

from trueline.design import Design, Identification
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import said_by_none
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="generate", refs=("7 Q8", "7 L4", "7 L1"))
def no_data_on_where_to_look(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in said_by_none(design, design.of_kind(Identification), "where_to_look"):
        yield Found(
            path=f"activities[{activity.id}].where_to_look",
            message=f"{quoted(activity.name)} does not say which data tell where to look, and for"
            " whom.",
            next_step="Agree on one small table of totals by channel, place and pattern, filled in"
            " each quarter.",
        )
