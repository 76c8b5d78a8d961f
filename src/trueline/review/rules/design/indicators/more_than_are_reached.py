"""A target of reach beyond the people whom the activities reach.

Why: Reach counts those whom activities get to (3 E2). A target above what the activities that lead to
it are planned for can’t be met by them.

Example: An activity for 1,200 people, and a target of 5,000 people reached.

Resolve: Correct one of the two numbers, or link the other activities that reach people.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, number, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.schedule import leading_to


@rule(sort="cannot-be", severity="warning", remedy="modify", refs=("3 E2", "9 E5.1"))
def more_than_are_reached(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for indicator in design.indicators:
        behind = leading_to(design, indicator)
        people = [activity.people for activity in behind if activity.people]
        goals = {target.value: target.due for target in indicator.targets if target.value}
        reached = (indicator.measures, indicator.measure) == ("reach", "count")
        if reached and goals and people and len(people) == len(behind) and max(goals) > sum(people):
            yield Observation(
                path=f"indicators[{indicator.id}].targets[{goals[max(goals)]}].value",
                also_at=tuple(f"activities[{activity.id}].people" for activity in behind),
                message=gettext(
                    "{indicator} is to come to {target}, and the activities that lead to it reach"
                    " {people} people.",
                    indicator=quoted(indicator.name),
                    target=number(max(goals)),
                    people=number(sum(people)),
                ),
                next_step=gettext(
                    "Correct one of the two numbers, or link the other activities that reach people."
                ),
            )
