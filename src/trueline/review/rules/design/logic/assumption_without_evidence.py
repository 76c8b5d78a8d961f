"""An assumption with no evidence and no check.

Why: The toolkit asks what evidence is available that actions contribute to the outcomes (3 Q4).
Assumptions have to be verified before behaviour may stand in for impact (3 E5).

Example: “Officers stay in post for two years: no evidence.”

Resolve: Find evidence, or plan how and when it is checked.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, gettext_noop, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.beliefs import contradicted
from trueline.review.rules.design.unbacked_links import links_of_belief

MESSAGES = {
    "none": gettext_noop("There is no evidence for {assumption}, and no plan to check it."),
    "weak": gettext_noop("There is only weak evidence for {assumption}, and no plan to check it."),
}


@rule(sort="not-said", severity="warning", remedy="generate", refs=("3 Q4", "3 E5"))
def assumption_without_evidence(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    spoken_of = links_of_belief(design)
    for link in design.links:
        for assumption in link.assumptions:
            if assumption.strength not in MESSAGES or assumption.verified or assumption.check:
                continue
            if link.id not in spoken_of and not contradicted(assumption):
                yield Observation(
                    path=f"links[{link.id}].assumptions[{assumption.id}].check",
                    message=gettext(
                        MESSAGES[assumption.strength], assumption=quoted(assumption.name)
                    ),
                    next_step=gettext(
                        "Say how and when you will find out whether it holds, and what you do if"
                        " it does not."
                    ),
                )
