"""A behaviour that leads to nothing stated.

Why: The toolkit asks how changed behaviour contributes to reducing trafficking (3 Q3), and finds
that designs commonly leave this link unspoken (3 L2.4).

Example: “Villagers talk about migration with their children”, with no word on how this makes
trafficking less.

Resolve: Write the steps from this behaviour to fewer people trafficked, or to people getting out.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="warning", remedy="modify", refs=("3 Q3", "3 L2.4"))
def behaviour_without_way_to_less_trafficking(
    context: RuleContext[Design],
) -> Iterator[Observation]:
    design = context.document
    for behaviour in design.behaviours:
        if (behaviour.desired or behaviour.current) and not behaviour.reduces_trafficking:
            yield Observation(
                path=f"behaviours[{behaviour.id}].reduces_trafficking",
                message=gettext(
                    "The design does not say how {behaviour} reduces trafficking.",
                    behaviour=quoted(behaviour.name),
                ),
                next_step=gettext(
                    "Write one or two sentences from this behaviour to fewer people trafficked,"
                    " or to people getting out of it."
                ),
            )
