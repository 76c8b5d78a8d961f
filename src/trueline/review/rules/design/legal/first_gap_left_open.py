"""What the legal review puts first, no activity takes up.

Why: A legal review says which gaps come first and who would have to act (5 I). A programme that rests on
it and works on other items should say why.

Example: The review puts non-punishment first; the programme works on confiscation alone.

Resolve: Take the item up, or say who else does.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, joined, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.legal_reviews import with_review


@rule(sort="not-said", severity="note", remedy="add", refs=("5 I",))
def first_gap_left_open(context: RuleContext[Design]) -> Iterator[Observation]:
    works = list(with_review(context))
    taken_up = {item for activity, _review in works for item in activity.legal_items}
    first_of = {review.title: (activity, review) for activity, review in reversed(works)}
    for activity, review in first_of.values():
        open_items = dict.fromkeys(
            line.name
            for _holder, line in review.items()
            if getattr(line, "item", "") not in ("", *taken_up)
            and line.priority == "first"
            and line.progress not in ("done", "dropped")
        )
        if open_items:
            yield Observation(
                path=f"activities[{activity.id}].legal_items",
                message=gettext(
                    "{review} puts first what no activity takes up: {items}.",
                    review=quoted(review.title),
                    items=joined(list(open_items)),
                ),
                next_step=gettext("Take it up, or write who else does."),
            )
