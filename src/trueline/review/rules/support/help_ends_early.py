"""What comes after the first months is not said.

Why: Help tends to be short-term and is not directed at reintegration (8 L5); a full package over
the longer term is a building block (8 Q1.7).

Example: Support ends with the stay of three months.

Resolve: Say what goes on afterwards, and who pays for it.
"""

from collections.abc import Iterator

from trueline.design import Design, Support
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import said_by_none
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="add", refs=("8 L5", "8 Q1.7"))
def help_ends_early(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in said_by_none(design, design.of_kind(Support), "after_programme"):
        yield Found(
            path=f"activities[{activity.id}].after_programme",
            message=f"{quoted(activity.name)} does not say which help goes on after the first"
            " months.",
            next_step="Name who stays in touch, for how long, and with which money.",
        )
