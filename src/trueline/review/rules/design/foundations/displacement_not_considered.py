"""Kinds of displacement not considered.

Why: Every design should ask whether trafficking could move instead of stopping (1 Q3). It can
move to other places, times, methods, people or crimes, or to new members (fn 9); prevention
designs have often failed to consider this (1 A2).

Example: Two districts are covered, and nothing is said of the third, across the river.

Resolve: Judge each of the six kinds in a sentence, with what it rests on.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, joined
from trueline.review.finding import Observation
from trueline.review.missing_fields import answered
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.foundations._displacement import taken_for_granted


@rule(sort="not-said", severity="warning", remedy="generate", refs=("1 Q3", "1 A2", "fn 9", "4 Q4"))
def displacement_not_considered(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    toolkit = context.toolkit
    has_content = design.activities or design.results or design.indicators
    if not has_content or answered(design, "foundations.displacement"):
        return
    judged = {entry.kind for entry in design.displacement if entry.likelihood or entry.reasoning}
    open_ = [
        term.label.lower() for term in toolkit.terms("displacement-kind") if term.id not in judged
    ]
    if open_ and not taken_for_granted(design):
        yield Observation(
            path="displacement",
            message=gettext(
                "Not yet considered: whether trafficking could move to {kinds}.",
                kinds=joined(open_, "or"),
            ),
            next_step=gettext(
                "Spend an hour with police and community partners on these kinds, and write down"
                " for each how likely it is and why."
            ),
        )
