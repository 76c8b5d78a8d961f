"""Options for reintegration not named.

Why: The toolkit asks which options there are in practice (8 Q6); few programmes offer residence,
relocation or safe migration (8 L5).

Example: Vocational training in hairdressing for all.

Resolve: Say what people can really choose from.
"""

from collections.abc import Iterator

from trueline.design import Design, Support
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import said_by_none
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="generate", refs=("8 Q6", "8 L5"))
def few_options(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    open_ = [a for a in design.of_kind(Support) if a.return_only is not True]
    for activity in said_by_none(design, open_, "options"):
        yield Found(
            path=f"activities[{activity.id}].options",
            message=f"{quoted(activity.name)} does not say which ways of reintegration people can"
            " choose from.",
            next_step="Ask present and former clients which they would have wanted, and say what"
            " can be offered.",
        )
