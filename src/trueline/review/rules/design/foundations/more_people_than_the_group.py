"""More people reached than there are in the group.

Why: The toolkit asks who exactly the target group is (3 Q1), and whether it can be made small enough
for an effect (4 L2.4, 4 Q5). An activity can’t reach more people than the group has.

Example: Target group: 400 teachers and nurses. How many: 1,200.

Resolve: Correct one of the two numbers, or say who else is reached.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, gettext_noop, number, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.people import people_in, room_in

_NOT_SO_MANY = gettext_noop(
    "{activity} is to reach {people} people. By {text} there are {size} of them."
)
_NO_ROOM = gettext_noop("{activity} is to reach {people} people. By {text} {size} can be taken.")


@rule(sort="cannot-be", severity="warning", remedy="modify", refs=("3 Q1", "4 L2.4", "4 Q5"))
def more_people_than_the_group(context: RuleContext[Design]) -> Iterator[Observation]:
    for activity in context.document.activities:
        for field in ("group_size", "target_group"):
            text = getattr(activity, field, "")
            room = room_in(text)
            size = room or people_in(text)
            if activity.people and size and activity.people > size:
                yield Observation(
                    path=f"activities[{activity.id}].people",
                    also_at=(f"activities[{activity.id}].{field}",),
                    message=gettext(
                        _NO_ROOM if room else _NOT_SO_MANY,
                        activity=quoted(activity.name),
                        people=number(activity.people),
                        text=quoted(text),
                        size=number(size),
                    ),
                    next_step=gettext(
                        "Correct one of the two numbers, or say who else is reached."
                    ),
                )
                break
