"""No word on labour agreements between the countries.

Why: The toolkit asks for agreements between sending and receiving countries that make legal
recruitment easier and give workers protection and remedy (5 Q7).

Example: Workers go to three countries, and none has agreed on fees, contracts or complaints.

Resolve: Say which agreements there are, what they leave out, and whether this work is the place
to close the gap.
"""

from collections.abc import Iterator

from trueline.design import Design, Legal
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import said_by_none
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="generate", refs=("5 Q7",))
def labour_agreements_missing(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    if len(design.countries) < 2:
        return
    for activity in said_by_none(design, design.of_kind(Legal), "labour_agreements"):
        yield Found(
            path=f"activities[{activity.id}].labour_agreements",
            message=f"{quoted(activity.name)} says nothing of labour agreements between the"
            " countries of the pattern.",
            next_step="Collect the agreements in force, and note for each what it says on fees,"
            " protection and remedy.",
        )
