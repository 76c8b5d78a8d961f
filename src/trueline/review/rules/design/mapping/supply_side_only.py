"""Work on people at risk only.

Why: Meta-evaluations and extensive soundings in the field identified no independently verified case
in which work that only or mainly reduces vulnerability has reduced trafficking (2 L1).

Example: Awareness in schools, school kits and vocational training, and nothing that touches recruiters
or employers.

Resolve: Add something that acts on traffickers, markets or those who tolerate them, or say why
that is out of reach.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.actors import PEOPLE, groups_meant, works_on_people_only


@rule(sort="said-badly", severity="warning", remedy="reconsider", refs=("2 L1", "2 Q5", "2 Q6"))
def supply_side_only(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    reading = context.reading
    aims = [works_on_people_only(reading, activity) for activity in design.activities]
    known_aims = [aim for aim in aims if aim is not None]
    beyond = any(strategy.used and strategy.reasoning for strategy in design.strategies)
    others = any(
        not (
            {behaviour.actor_group}
            if behaviour.actor_group
            else groups_meant(reading.words(behaviour.who))
        )
        <= PEOPLE
        for behaviour in design.behaviours
    )
    if known_aims and all(known_aims) and not beyond and not others:
        yield Observation(
            path="activities",
            message=gettext(
                "Every activity works on people who might be trafficked. Nothing acts on those"
                " who recruit, exploit or profit."
            ),
            next_step=gettext(
                "Look at the ways of raising effort and risk, cutting rewards and crowding out;"
                " add the one within your reach, or a partner who works on it."
            ),
        )
