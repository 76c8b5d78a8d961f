"""The law provides already what an activity is to bring about.

Why: Legal reviews keep law and practice apart. Where the law provides something and it is not applied,
rules for applying it, training and means are what is missing (5 Q12), not another law. Where it is
applied as well, the activity may have nothing left to change.

Example: A programme drafts a reflection period; section 31 provides one since 2019, and four people had it.

Resolve: Say what is missing in practice and work on that, or leave the item out.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.language.terms import LEGAL_ITEM
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.legal_reviews import lines_of, with_review


@rule(sort="said-badly", severity="warning", remedy="modify", refs=("5 Q12", "5 I"))
def law_provides_already(context: RuleContext[Design]) -> Iterator[Observation]:
    for activity, review in with_review(context):
        for item in activity.legal_items:
            lines = lines_of(review, item)
            if not lines or any(getattr(line, "in_law", None) != "provided" for line in lines):
                continue
            applied = all(getattr(line, "in_practice", None) == "applied" for line in lines)
            yield Observation(
                path=f"activities[{activity.id}].legal_items",
                message=_message(applied).format(
                    review=quoted(review.title), item=LEGAL_ITEM.label(item)
                ),
                next_step=gettext(
                    "Ask what is left to change, and leave the item out if nothing is."
                )
                if applied
                else gettext(
                    "Say what is missing in practice: rules, training, means; and plan for that."
                ),
            )


def _message(applied: bool) -> str:
    if applied:
        return gettext("By {review}, the law provides this, and it is applied: {item}.")
    return gettext(
        "By {review}, the law provides this; what is open is whether it is applied: {item}."
    )
