"""One sentence pasted in many places.

Why: Each step, group and place fails in its own way (1 A1, 1 A2, 1 A3). A sentence that fits all of
them says nothing of any.

Example: “All stakeholders cooperate and the situation stays stable”, as the assumption of every step.

Resolve: Say for each place what has to hold there, or keep the sentence where it matters.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from trueline.language import gettext, ngettext
from trueline.review.finding import Observation, shared_address
from trueline.review.quoting import quote_of
from trueline.review.reading import EmptyText
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.shared.texts._empty_texts import empty_texts


@rule(sort="said-badly", severity="warning", remedy="modify", refs=("1 A1", "1 A2", "1 A3"))
def pasted_in_many_places(context: RuleContext[Any]) -> Iterator[Observation]:
    copies: dict[str, list[EmptyText]] = defaultdict(list)
    for empty_text in empty_texts(context, "pasted"):
        copies[empty_text.source.normalized].append(empty_text)
    for texts in copies.values():
        path, also_at = shared_address([empty_text.address for empty_text in texts], "")
        yield Observation(
            path=path,
            also_at=also_at,
            message=ngettext(
                "{quote} stands in {count} place, so it tells nothing of any.",
                "{quote} stands in {count} places, so it tells nothing of any.",
                texts[0].copies,
                quote=quote_of(texts[0]),
            ),
            next_step=gettext(
                "Say for each of them what holds there and nowhere else, or keep the sentence"
                " where it matters most."
            ),
        )
