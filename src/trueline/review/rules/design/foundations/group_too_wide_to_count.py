"""A group so wide that nobody could count it.

Why: The first question is whose behaviour is to change (1 Q1), and the factors differ from group to group
(2 L3). Of “vulnerable communities” nobody can say how many there are, how many were reached, or what they
did before.

Example: “The general public and vulnerable segments of the population.”

Resolve: Say which people, where and how many; leave out those on whom the pattern does not turn.
"""

from collections.abc import Iterator

from trueline.design import ActivityBase, Design, Support
from trueline.language import gettext, quoted
from trueline.lexicon import WordsRead
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.wide_groups import could_be_anybody, is_the_public


@rule(sort="said-badly", severity="note", remedy="modify", refs=("1 Q1", "2 L3"))
def group_too_wide_to_count(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    groups = [
        (f"activities[{activity.id}].target_group", activity.target_group, activity.name)
        for activity in design.activities
        if activity.kind != "awareness"
        and _is_too_wide(activity, context.reading.words(activity.target_group))
    ]
    groups += [
        (f"behaviours[{behaviour.id}].who", behaviour.who, behaviour.name)
        for behaviour in design.behaviours
        if could_be_anybody(context.reading.words(behaviour.who))
    ]
    for path, group, name in groups:
        yield Observation(
            path=path,
            message=gettext(
                "{name} means {group}. How many are they, and how would you know whether one of"
                " them was reached?",
                name=quoted(name),
                group=quoted(group),
            ),
            next_step=gettext("Say which people, where, and roughly how many."),
        )


def _is_too_wide(activity: ActivityBase, words: WordsRead) -> bool:
    """Whether nobody could be counted; clients are known by what was done to them, where it is help."""
    if isinstance(activity, Support):
        return is_the_public(words)
    return could_be_anybody(words)
