"""A promise without content.

Why: What programmes rest on is often not articulated (1 A1, 1 A2, 1 A3). “Appropriate measures will
be taken” can be said of anything, so nobody can tell whether it was done.

Example: “The situation will be closely monitored.”

Resolve: Say who watches what, how often, and what is done when it happens.
"""

from collections.abc import Iterator
from typing import Any

from trueline.language import gettext
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.shared.texts._empty_texts import empty_texts, observations_on


@rule(sort="said-badly", severity="note", remedy="modify", refs=("1 A1", "1 A2", "1 A3"))
def promise_without_content(context: RuleContext[Any]) -> Iterator[Observation]:
    yield from observations_on(
        empty_texts(context, "promise"),
        gettext("Say who does what, how often, and what is done if it happens."),
    )
