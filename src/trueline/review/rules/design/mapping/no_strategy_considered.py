"""Ways beyond the supply side not considered.

Why: The toolkit asks how the crime could be made harder, riskier and less rewarding, how the market
could be crowded out, and how tolerance could be reduced (2 Q5, 2 Q6, 2 Q7, 2 Q8).

Example: The pattern is mapped, and nobody asked what could be done to recruiters or buyers.

Resolve: Go through the five ways, and note for each whether it is used and why.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, joined
from trueline.review.finding import Observation
from trueline.review.missing_fields import answered
from trueline.review.rule import RuleContext, rule

ASKED = {"cut-rewards": "crowd-out-and-rewards", "crowd-out": "crowd-out-and-rewards"}
"""The question that asks for a way, where it is not called by it."""


@rule(sort="not-said", severity="note", remedy="generate", refs=("2 Q5", "2 Q6", "2 Q7", "2 Q8"))
def no_strategy_considered(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    toolkit = context.toolkit
    considered = {
        entry.kind for entry in design.strategies if entry.reasoning or entry.used is False
    }
    open_ = [
        term.label.lower()
        for term in toolkit.terms("strategy")
        if term.id not in considered
        and not answered(design, f"mapping.{ASKED.get(term.id, term.id)}")
    ]
    if not open_ or not (design.activities or design.results):
        return
    if len(open_) == len(toolkit.terms("strategy")):
        message = gettext(
            "None of the five ways of acting on the pattern has been considered: effort,"
            " risk, rewards, crowding out, tolerance."
        )
    else:
        message = gettext(
            "Of the five ways of acting on the pattern, still to be considered: {ways}.",
            ways=joined(open_),
        )
    yield Observation(
        path="strategies",
        message=message,
        next_step=gettext("Note in one sentence for each whether you use it, and why or why not."),
    )
