"""An assumption that a lesson speaks against.

Why: Programmes commonly assume that knowing leads to doing, that trafficking reduced here is
reduced overall, and that training becomes practice; research does not routinely support any of
them (1 A1, 1 A2, 1 A3). Lessons of the field speak against others, such as that a higher income
keeps people from risky migration (4 L3) or that victims come forward once they are invited
(8 L1).

Example: “Workers who know the risks will refuse”, with no evidence from these workers.

Resolve: Find evidence from here, plan a check before much depends on it, or change the step.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.beliefs import contradicted


@rule(
    sort="said-badly",
    severity="warning",
    remedy="reconsider",
    refs=("1 A1", "1 A2", "1 A3", "4 L3", "8 L1"),
)
def assumption_a_lesson_contradicts(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for link in design.links:
        for assumption in link.assumptions:
            if belief := contradicted(assumption):
                yield Observation(
                    path=f"links[{link.id}].assumptions[{assumption.id}]",
                    message=gettext(
                        "{assumption} is assumed. {lesson} ({ref}).",
                        assumption=quoted(assumption.name),
                        lesson=gettext(belief.lesson),
                        ref=belief.ref,
                    ),
                    next_step=gettext(
                        "Name evidence from this place and group, or say how you will check it"
                        " early, and what you do if it does not hold."
                    ),
                )
