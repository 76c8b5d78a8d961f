"""An assumption that only repeats its effect.

Why: An assumption says what must be true for one thing to lead to another; evaluations find these to
be a common gap (3 L2.4). One that repeats the effect leaves it open (1 A1, 1 A3).

Example: Training leads to “inspectors refer cases”, on the assumption that “inspectors refer cases”.

Resolve: Say what has to be true of people, rules, money or time for the effect to follow.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.shared.texts._empty_texts import empty_texts, observations_on


@rule(sort="said-badly", severity="warning", remedy="generate", refs=("3 L2.4", "1 A1", "1 A3"))
def assumption_repeats_its_effect(context: RuleContext[Design]) -> Iterator[Observation]:
    yield from observations_on(
        empty_texts(context, "repeats-effect"),
        gettext(
            "Ask what would have to be true of people, rules, money or time for the effect to"
            " follow, and write that down."
        ),
    )
