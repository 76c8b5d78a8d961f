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
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="generate", refs=("3 L2.4", "3 Q4"))
def link_without_assumption(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    theory = design.theory
    names = {result.id: result.name for result in design.results}
    for link in theory.links:
        between = (
            theory.levels.get(link.cause) == "outcome" or theory.levels[link.effect] == "impact"
        )
        if between and not link.assumptions:
            yield Found(
                path=f"links[{link.id}].assumptions",
                message=f"The step to {quoted(names[link.effect])} states no assumption.",
                next_step="Ask what would have to be true for it to work, and write it down with"
                " what you know about it.",
            )
