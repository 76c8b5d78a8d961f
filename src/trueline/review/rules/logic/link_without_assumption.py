"""A step without any assumption.

Why: Evaluations find the assumptions underlying the links to be a common gap (3 L2.4); many
programmes rest on assumptions that are often not articulated (1 A1, 1 A2, 1 A3).

Example: Outcome leads to impact by an arrow, and nothing else.

Resolve: Write down what must be true for the step to work.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.steps import assumed_steps
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="generate", refs=("3 L2.4", "3 Q4"))
def link_without_assumption(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    theory = design.theory
    names = {result.id: result.name for result in design.results}
    spoken_of = assumed_steps(design)
    for link in theory.links:
        matters = "outcome" in (theory.levels.get(link.cause), theory.levels[link.effect])
        matters = matters or theory.levels[link.effect] == "impact"
        if matters and not link.assumptions and link.id not in spoken_of:
            yield Found(
                path=f"links[{link.id}].assumptions",
                message=f"The step to {quoted(names[link.effect])} states no assumption.",
                next_step="Ask what would have to be true for it to work, and write it down with what you know about it.",
            )
