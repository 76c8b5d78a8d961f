"""Something that ends before it starts.

Why: A plan is followed by its dates; steps and results have to fit together to be followed at all
(9 E4.2).

Example: A programme from March 2028 to February 2027.

Resolve: Correct one of the two dates.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import day, gettext
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.schedule import wholes


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("9 E4.2",))
def ends_before_it_starts(context: RuleContext[Design]) -> Iterator[Observation]:
    for holder, name, part in wholes(context.document):
        if part.start and part.end and part.end < part.start:
            yield Observation(
                path=f"{holder}end",
                also_at=(f"{holder}start",),
                message=gettext(
                    "By these dates {name} ends on {end}, before it starts on {start}.",
                    name=name,
                    start=day(part.start),
                    end=day(part.end),
                ),
                next_step=gettext("Correct one of the two dates."),
            )
