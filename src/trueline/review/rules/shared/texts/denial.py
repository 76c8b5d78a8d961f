"""A field denies what it is asked for.

Why: The toolkit asks how something is done, because programmes fail where it is not (0 I). “None” is
an honest answer, and a reason to decide: do without it and say why, or plan it.

Example: “There is no budget for that.”

Resolve: Plan it, or set the question aside with a reason that a reader can judge.
"""

from collections.abc import Iterator
from typing import Any

from trueline.language import gettext
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.shared.texts._empty_texts import empty_texts, observations_on


@rule(sort="said-badly", severity="note", remedy="add", refs=("0 I",))
def denial(context: RuleContext[Any]) -> Iterator[Observation]:
    yield from observations_on(
        empty_texts(context, "denial", "resigned"),
        gettext("Plan it, or say why the programme can do without it."),
    )
