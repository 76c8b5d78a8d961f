"""Ways beyond the supply side not considered.

Why: The toolkit asks what chances there are to make the crime harder, riskier and less rewarding,
to crowd the market out, and to end tolerance (2 Q5, 2 Q6, 2 Q7, 2 Q8).

Example: The pattern is mapped, and nobody asked what could be done to recruiters or buyers.

Resolve: Go through the five ways, and note for each whether it is used and why.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext
from trueline.review.finding import Found
from trueline.review.missing_fields import answered
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="note", remedy="generate", refs=("2 Q5", "2 Q6", "2 Q7", "2 Q8"))
def no_strategy_considered(context: RuleContext[Design]) -> Iterator[Found]:
    design = context.document
    questions = ("raise-effort", "crowd-out-and-rewards", "raise-risk", "end-tolerance")
    settled = any(answered(design, f"mapping.{name}") for name in questions)
    considered = any(entry.used is not None or entry.reasoning for entry in design.strategies)
    if design.patterns and design.activities and not considered and not settled:
        yield Found(
            path="strategies",
            message=gettext(
                "None of the five ways of pressing on the pattern has been considered: effort,"
                " risk, rewards, crowding out, tolerance."
            ),
            next_step=gettext(
                "Note in one sentence for each whether you use it, and why or why not."
            ),
        )
