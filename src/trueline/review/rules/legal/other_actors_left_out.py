"""Only police and courts have a part in the law.

Why: Labour and health inspectors and NGOs meet trafficked people too; the toolkit asks whether
laws support their part, for example in identifying and referring (5 Q10).

Example: An inspector who suspects trafficking may report a breach of hours and nothing else.

Resolve: Say which part others may take, and what they need for it.
"""

from collections.abc import Iterator

from trueline.design import Design, Legal
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import said_by_none
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="generate", refs=("5 Q10",))
def other_actors_left_out(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in said_by_none(design, design.of_kind(Legal), "other_actors"):
        yield Found(
            path=f"activities[{activity.id}].other_actors",
            message=f"{quoted(activity.name)} does not say which part others than police may take"
            " in finding and referring people.",
            next_step="Ask inspectors and an NGO what the law keeps them from doing today, and"
            " take it into the draft.",
        )
