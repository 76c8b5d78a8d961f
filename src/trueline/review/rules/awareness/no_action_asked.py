"""A campaign that asks for no action.

Why: Evaluations commonly find that the action people should take is not identified (3 L2.2,
3 Q2). Awareness work is about acting on what one knows (3 I).

Example: “Participants are sensitised on trafficking.”

Resolve: Name one action that can be seen, or put the money elsewhere.
"""

from collections.abc import Iterator

from trueline.design import Awareness, Design
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="modify", refs=("3 Q2", "3 L2.2"))
def no_action_asked(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Awareness):
        if unsaid(design, activity, "action"):
            yield Found(
                path=f"activities[{activity.id}].action",
                message=f"{quoted(activity.name)} does not say what people should do once they"
                " know.",
                next_step="Finish the sentence “when they know, they will ...” with one action,"
                " and test it with five people of the group.",
            )
