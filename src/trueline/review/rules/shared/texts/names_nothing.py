"""A text that names nobody, nothing that is done, and no time.

Why: The toolkit asks how, by whom and when (0 I), because what programmes rest on is often not
articulated (1 A1, 1 A2, 1 A3). A sentence that could stand in any proposal answers none of that. The
words are weighed by a rule of our own; it can be wrong, and asks.

Example: How clients complain: “Our people trust the team, so we spared ourselves a formal system.”

Resolve: Name who does it, what they do, and when or how often; or leave the field empty for now.
"""

from collections.abc import Iterator
from typing import Any

from trueline.language import gettext
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.shared.texts._empty_texts import empty_texts, observations_on


@rule(sort="said-badly", severity="note", remedy="modify", refs=("0 I", "1 A1", "1 A2", "1 A3"))
def names_nothing(context: RuleContext[Any]) -> Iterator[Observation]:
    yield from observations_on(
        empty_texts(context, "names-nothing"), gettext("Say who does what, and when or how often.")
    )
    yield from observations_on(
        empty_texts(context, "names-nobody"), gettext("Name one person, post or body.")
    )
