"""Yes to everything, and not a word on how.

Why: The toolkit asks how help stays voluntary, how a law treats victims, how a plan is accounted for
(8 Q1, 5 Q3, 9 Q5). A row of the right boxes without a sentence tells a reader nothing, and nobody can
check it.

Example: Free to leave: yes. Cooperation required: no. Return the only way: no. Nothing else.

Resolve: Say in a few sentences how it is done: house rules, articles of the law, who sees to it.
"""

from collections.abc import Iterator

from trueline.design import ActivityBase, Design
from trueline.document.field_spec import field_specs, own_fields
from trueline.language import gettext, joined
from trueline.review.finding import Observation, shared_address
from trueline.review.rule import RuleContext, rule
from trueline.review.wording import names_of

FEWEST = 2
"""So many answers without a text make one wonder."""


@rule(sort="said-badly", severity="note", remedy="generate", refs=("8 Q1", "5 Q3", "9 Q5"))
def answers_without_how(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    by_kind: dict[str, list[ActivityBase]] = {}
    for activity in design.activities:
        answered = any(answer.activity == activity.id and answer.text for answer in design.answers)
        if len(_yes_or_no(activity)) >= FEWEST and not answered and not _is_explained(activity):
            by_kind.setdefault(activity.kind, []).append(activity)
    for activities in by_kind.values():
        names = list(dict.fromkeys(name for a in activities for name in _yes_or_no(a)))
        fields = [f"activities[{a.id}].{_yes_or_no(a)[0]}" for a in activities]
        path, also_at = shared_address(fields, "activities")
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext(
                "{names} answers {fields} with a box, and no text says how.",
                names=names_of(activities),
                fields=joined([f"“{activities[0].field_title(name)}”" for name in names[:4]]),
            ),
            next_step=gettext("Say in a few sentences how it is done, and who sees to it."),
        )


def _yes_or_no(activity: ActivityBase) -> list[str]:
    model = type(activity)
    return [
        name
        for name in own_fields(model)
        if field_specs(model)[name].base is bool and getattr(activity, name) is not None
    ]


def _is_explained(activity: ActivityBase) -> bool:
    """Whether a text of its own kind, or its description, says anything."""
    model = type(activity)
    prose = (name for name in own_fields(model) if field_specs(model)[name].prose)
    return any(getattr(activity, name) for name in ("description", *prose))
