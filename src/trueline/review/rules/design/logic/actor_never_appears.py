"""Somebody is to act whom nothing before works with.

Why: Responding takes action by at least one of eight groups (1 G1), and the way from what is done to who
acts is to be thought through (1 Q1, 1 Q2). Where those who are to act appear only at the end, nothing has
reached them.

Example: Girls learn of their rights, and so employers pay wages.

Resolve: Add what reaches those people, or the step by which others reach them.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, joined, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.actors import met_on_the_way, who_acts


@rule(sort="said-badly", severity="warning", remedy="add", refs=("1 G1", "1 Q1", "1 Q2"))
def actor_never_appears(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    toolkit = context.toolkit
    for result in design.results:
        actors = who_acts(context.reading, design, result)
        if not actors or result.level != "outcome":
            continue
        before = design.theory.leading_to([result.id])
        if not before & design.theory.activities:
            continue
        met = met_on_the_way(context.reading, design, before, result)
        if not met or actors & met:
            continue
        labels = [toolkit[f"actor-group.{name}"].label.lower() for name in sorted(actors)]  # type: ignore[union-attr]
        yield Observation(
            path=f"results[{result.id}]",
            message=gettext(
                "{result} takes action by {actors}. Nothing that leads to it works with them.",
                result=quoted(result.name),
                actors=joined(labels, "or"),
            ),
            next_step=gettext(
                "Say what reaches them: an activity, or a result between in which others do."
            ),
        )
