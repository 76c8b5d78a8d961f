"""A target outside the time of the programme.

Why: Targets have to be clearly defined (9 L4.4). By a day before the programme begins nothing of it
can be reached, and after its end nobody measures unless somebody is named.

Example: A programme of 2027 to 2029, and a target due in December 2031.

Resolve: Correct the date, or say who measures after the end, and with what money.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import day, gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.schedule import foreseen_after_the_end, years_of


@rule(sort="cannot-be", severity="warning", remedy="modify", refs=("9 L4.4", "9 E5.1"))
def target_outside_the_programme(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    begins, ends = years_of(design)
    for indicator in design.indicators:
        for target in sorted(indicator.targets, key=lambda each: each.due):
            early = begins is not None and target.due < begins
            late = (
                ends is not None
                and target.due > ends
                and not foreseen_after_the_end(design, target.due)
            )
            bound = begins if early else ends if late else None
            if bound:
                yield Observation(
                    path=f"indicators[{indicator.id}].targets[{target.due}]",
                    also_at=("start" if early else "end",),
                    message=gettext(
                        "{indicator} has a target due on {due}; the programme begins on {bound}.",
                        indicator=quoted(indicator.name),
                        due=day(target.due),
                        bound=day(bound),
                    )
                    if early
                    else gettext(
                        "{indicator} has a target due on {due}; the programme ends on {bound}.",
                        indicator=quoted(indicator.name),
                        due=day(target.due),
                        bound=day(bound),
                    ),
                    next_step=gettext(
                        "Correct the date, or say who measures after the end, and with what money."
                    ),
                )
                break
