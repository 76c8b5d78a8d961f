"""A budget line in a year in which nothing is done.

Why: Money is there for the time of the work (9 Q5): a line in a year before it begins or after it
ends can't be spent on it.

Example: An activity of 2027 and 2028, with rent in 2031.

Resolve: Correct the year, or the dates.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import day, gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.schedule import wholes


@rule(sort="cannot-be", severity="warning", remedy="modify", refs=("9 Q5", "9 E2.1"))
def line_outside_the_years(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for holder, _, part in wholes(design):
        start, end = part.start or design.start, part.end or design.end
        for line in part.budget_lines:
            early = bool(line.year and start and line.year < start.year)
            late = bool(line.year and end and line.year > end.year)
            bound = start if early else end if late else None
            if bound:
                yield Observation(
                    path=f"{holder}budget_lines[{line.id}].year",
                    also_at=(f"{holder}{'start' if early else 'end'}",),
                    message=(
                        gettext(
                            "{line} is for {year}; the work begins on {day}.",
                            line=quoted(line.name),
                            year=line.year,
                            day=day(bound),
                        )
                        if early
                        else gettext(
                            "{line} is for {year}; the work ends on {day}.",
                            line=quoted(line.name),
                            year=line.year,
                            day=day(bound),
                        )
                    ),
                    next_step=gettext("Correct the year, or the dates of the work."),
                )
