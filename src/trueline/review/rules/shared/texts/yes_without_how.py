"""“Yes” where the question is how.

Why: The toolkit asks how, by whom and when (0 I). A “yes” gives a reader nothing to judge, and
nobody anything to do.

Example: How it is checked: “Yes”.

Resolve: Say in one sentence how it is done.
"""

from collections.abc import Iterator
from typing import Any

from trueline.language import gettext
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.shared.texts._empty_texts import empty_texts, observations_on


@rule(sort="said-badly", severity="note", remedy="generate", refs=("0 I",))
def yes_without_how(context: RuleContext[Any]) -> Iterator[Observation]:
    yield from observations_on(
        empty_texts(context, "yes"), gettext("Say in a sentence how it is done, by whom and when.")
    )
