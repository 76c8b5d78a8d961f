"""An assumption with no evidence and no check.

Why: The toolkit asks what evidence is available that actions contribute to the outcomes (3 Q4).
Assumptions have to be verified before behaviour may stand in for impact (3 E5).

Example: “Officers stay in post for two years: no evidence.”

Resolve: Find evidence, or plan how and when it is checked.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="generate", refs=("3 Q4", "3 E5"))
def assumption_without_evidence(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for link in design.links:
        for assumption in link.assumptions:
            open_ = assumption.strength in ("none", "weak") and not assumption.verified
            if open_ and not assumption.check:
                yield Found(
                    path=f"links[{link.id}].assumptions[{assumption.id}].check",
                    message=f"There is {'no' if assumption.strength == 'none' else 'only weak'}"
                    f" evidence for {quoted(assumption.name)}, and no plan to check it.",
                    next_step="Say how and when you will find out whether it holds, and what you"
                    " do if it does not.",
                )
