"""A target in words that nobody can check.

Why: Objectives are to be measurable (9 E5.1). Of “a marked improvement” two people will never agree
whether it came.

Example: “Target for 2029: significant improvement.”

Resolve: Give a number, or the words of the scale by which it will be judged.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import day, gettext, quoted
from trueline.review.finding import Observation
from trueline.review.reading.says_nothing import content_positions
from trueline.review.rule import RuleContext, rule

VAGUE = frozenset(["vague-change", "small"])


@rule(sort="said-badly", severity="warning", remedy="modify", refs=("9 E5.1",))
def target_without_measure(context: RuleContext[Design]) -> Iterator[Observation]:
    for indicator in context.document.indicators:
        for target in indicator.targets:
            words = context.reading.words(target.text)
            vague = words.names("vague-change") and not content_positions(words, VAGUE)
            if target.value is None and vague:
                yield Observation(
                    path=f"indicators[{indicator.id}].targets[{target.due}].text",
                    message=gettext(
                        "The target of {indicator} for {day} is {target}. How would you know"
                        " whether it is reached?",
                        indicator=quoted(indicator.name),
                        day=day(target.due),
                        target=quoted(target.text),
                    ),
                    next_step=gettext("Give a number, or the points of a scale."),
                )
