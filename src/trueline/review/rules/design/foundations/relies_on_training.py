"""The logic goes from training to practice.

Why: That knowledge and skills from workshops turn directly into effective action is a common
assumption which research does not routinely support (1 A3). Evaluations often point to turnover
and rotation (6 L3).

Example: “Officers trained” leads straight to “Cases are investigated up the chain”.

Resolve: Name what else must be true, such as time, means and orders, and check it.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.unbacked_links import training_links


@rule(sort="said-badly", severity="warning", remedy="generate", refs=("1 A3", "6 L3"))
def relies_on_training(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for link, effect in training_links(design):
        yield Observation(
            path=f"links[{link.id}].assumptions",
            message=gettext(
                "The step to {effect} assumes that what is learned in training is done at work."
                " Nothing here shows that it is.",
                effect=quoted(effect.name),
            ),
            next_step=gettext(
                "Write down what trainees need in order to do it (time, means, orders, staying"
                " in post), and check it with two superiors before the course."
            ),
        )
