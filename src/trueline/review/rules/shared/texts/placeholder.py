"""A placeholder where an answer should be.

Why: The toolkit’s questions help only those who answer them (0 I). A field with “TBD” in it looks
filled, to the reader and on every form, and says as much as an empty one.

Example: Responsible: “to be determined”. Data source: “n/a”.

Resolve: Write what is known already, and who will find out the rest by when; or leave it empty.
"""

from collections.abc import Iterator
from typing import Any

from trueline.language import gettext
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.shared.texts._empty_texts import empty_texts, observation_on_all


@rule(sort="said-badly", severity="note", remedy="generate", refs=("0 I",))
def placeholder(context: RuleContext[Any]) -> Iterator[Observation]:
    if texts := empty_texts(context, "placeholder", "own-name"):
        yield observation_on_all(
            texts, gettext("Write what is known already, and who finds out the rest by when.")
        )
