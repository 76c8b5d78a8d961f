"""A link that jumps a level.

Why: The toolkit’s categories build on each other: reach does not show learning, learning does not
show behaviour, behaviour does not show impact (3 E2, 3 E3, 3 E5). A link that leaps leaves the
weakest step out.

Example: “500 leaflets printed” leads to “fewer people trafficked”.

Resolve: Add the result in between: what people do differently.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule

KNOWING = ("reach", "satisfaction", "learning")
"""Changes in which nobody has done anything yet."""


@rule(sort="said-badly", severity="warning", remedy="modify", refs=("3 E2", "3 E3", "3 E5"))
def link_jumps_levels(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    theory = design.theory
    names = {a.id: a.name for a in design.activities} | {r.id: r.name for r in design.results}
    knowing = {result.id for result in design.results if result.change in KNOWING}
    for link in theory.links:
        low = link.cause in theory.activities or theory.levels.get(link.cause) in (
            "activity",
            "output",
        )
        low |= link.cause in knowing
        if low and theory.levels.get(link.effect) == "impact":
            yield Observation(
                path=f"links[{link.id}]",
                message=gettext(
                    "{cause} leads straight to {effect}. Who does what in between is left out.",
                    cause=quoted(names[link.cause]),
                    effect=quoted(names[link.effect]),
                ),
                next_step=gettext(
                    "Add the outcome in between: who acts differently because of it."
                ),
            )
