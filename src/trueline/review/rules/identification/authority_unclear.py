"""Who may identify is unclear.

Why: The toolkit asks who may identify presumed victims and who may formally decide (7 Q4).

Example: Three agencies use three forms.

Resolve: Say who presumes and who decides, and what people get at each stage.
"""

from collections.abc import Iterator

from trueline.design import Design, Identification
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import said_by_none
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="generate", refs=("7 Q4",))
def authority_unclear(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in said_by_none(design, design.of_kind(Identification), "who_identifies"):
        yield Found(
            path=f"activities[{activity.id}].who_identifies",
            message=f"{quoted(activity.name)} does not say who may presume and who decides that"
            " somebody is a victim.",
            next_step="Put both powers into one table, with the time each takes and what people"
            " get.",
        )
