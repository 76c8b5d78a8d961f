"""Which concepts cause difficulty is not asked.

Why: Some legal concepts are harder to apply than others, and each jurisdiction has its own; the
toolkit asks which they are, and how police and prosecutors understand them (5 Q14).

Example: Everybody reads “abuse of a position of vulnerability” in another way.

Resolve: Find the two or three concepts at which cases fail, and answer them in guidance.
"""

from collections.abc import Iterator

from trueline.design import Design, Legal
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import said_by_none
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="generate", refs=("5 Q14",))
def hard_concepts_not_asked(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in said_by_none(design, design.of_kind(Legal), "difficult_concepts"):
        yield Found(
            path=f"activities[{activity.id}].difficult_concepts",
            message=f"{quoted(activity.name)} does not say which legal concepts cause most"
            " difficulty here.",
            next_step="Read ten closed or dropped cases with an investigator and a prosecutor, and"
            " note at which concept each stopped.",
        )
