"""How the plan is built up is not said.

Why: The toolkit asks how the plan should be structured, by the 4Ps or by patterns (9 Q7). The Ps
tend to create silos (2 I).

Example: Four chapters, one for each P, and no link between them.

Resolve: Choose a structure, and show for each pattern what answers it.
"""

from collections.abc import Iterator

from trueline.design import Design, Plans
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="modify", refs=("9 Q7", "2 I"))
def structure_not_chosen(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Plans):
        if unsaid(design, activity, "structure"):
            yield Found(
                path=f"activities[{activity.id}].structure",
                message=f"{quoted(activity.name)} does not say how it is built up, and why.",
                next_step="Add a table that shows for each pattern which activities of all Ps"
                " answer it.",
            )
