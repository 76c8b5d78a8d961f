"""A result that nothing leads to.

Why: A design should spell out how what it does brings about its results, with the assumptions
behind it (3 L2.4, 3 Q3).

Example: “Employers stop charging fees”, and no link ends there.

Resolve: Link it to what brings it about, or take it out.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule

FEWEST = 3
"""Where there are no links yet, of so many results it is said once."""


@rule(sort="not-said", severity="error", remedy="modify", refs=("3 Q3", "3 L2.4"))
def result_without_cause(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    uncaused = [result for result in design.results if not design.theory.into[result.id]]
    if len(uncaused) >= FEWEST and not design.theory.links:
        yield Observation(
            path="results",
            also_at=tuple(f"results[{result.id}]" for result in uncaused),
            message=gettext(
                "There are no links at all: nothing leads to any of the {count} results.",
                count=len(uncaused),
            ),
            next_step=gettext(
                "Begin with {result}: link it to what brings it about.",
                result=quoted(uncaused[0].name),
            ),
        )
        return
    for result in uncaused:
        yield Observation(
            path=f"results[{result.id}]",
            message=gettext("Nothing leads to {result}.", result=quoted(result.name)),
            next_step=gettext(
                "Link it to the activity or result that brings it about, add one that does,"
                " or take it out."
            ),
        )
