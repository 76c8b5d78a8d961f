"""Impact is claimed while displacement is open.

Why: That reducing trafficking in one place or group reduces it overall, rather than displacing
it, is a common assumption which evidence does not routinely support (1 A2, fn 9).

Example: The goal is less trafficking in the country; the work is in two districts, and where it
might move is not judged.

Resolve: Judge displacement first, or bring the claim down to what the design can reach.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.foundations._displacement import taken_for_granted


@rule(sort="said-badly", severity="warning", remedy="reconsider", refs=("1 A2", "1 Q3", "fn 9"))
def relies_on_no_displacement(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    if result := taken_for_granted(design):
        yield Observation(
            path="displacement",
            message=gettext(
                "{result} takes for granted that trafficking will not simply move elsewhere."
                " Whether it could is not judged.",
                result=quoted(result.name),
            ),
            next_step=gettext(
                "Judge the six kinds of displacement with police and community partners; if one"
                " is likely, limit the claim or widen the programme."
            ),
        )
