"""A field that another field denies.

Why: Linkages have to be whole to be read (9 E4.2). Where one field says that there is no hotline and
the next one how calls are sifted, one of them is wrong, and each reader believes another.

Example: “Is there a hotline?” No. “Sifting calls”: operators mark each call.

Resolve: Correct the yes or no, or empty the other field.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.document.fields import is_empty
from trueline.language import gettext, joined, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule

DEPENDING = {
    "training": ("selection", "prerequisites", "strategy_fit"),
    "trains_trainers": ("trainer_support",),
    "hotline": ("call_sifting",),
    "promotes_regular_migration": ("safer_evidence",),
}
"""What says something only where the answer to the first is yes."""


@rule(sort="cannot-be", severity="warning", remedy="modify", refs=("9 E4.2",))
def field_of_another_kind(context: RuleContext[Design]) -> Iterator[Observation]:
    for activity in context.document.activities:
        model = type(activity)
        for name, others in DEPENDING.items():
            filled = [n for n in others if not is_empty(getattr(activity, n, None))]
            if getattr(activity, name, None) is False and filled:
                yield Observation(
                    path=f"activities[{activity.id}].{name}",
                    also_at=tuple(f"activities[{activity.id}].{other}" for other in filled),
                    message=gettext(
                        "{activity} says no to {question}, and yet says something under {fields}.",
                        activity=quoted(activity.name),
                        question=quoted(model.field_title(name)),
                        fields=joined([quoted(model.field_title(other)) for other in filled]),
                    ),
                    next_step=gettext("Correct the answer, or empty what does not apply."),
                )
