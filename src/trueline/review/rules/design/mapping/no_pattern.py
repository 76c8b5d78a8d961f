"""No trafficking pattern is described.

Why: Patterns have distinct causes and need different answers (2 L3). Which pattern the
intervention is meant to prevent is the first question of mapping (2 Q1).

Example: “The programme fights trafficking in the region”, with no word on who is recruited, how
and for what.

Resolve: Describe the one or two patterns that you answer, from recruitment to control.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext
from trueline.review.finding import Observation
from trueline.review.missing_fields import answered
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="warning", remedy="generate", refs=("2 Q1", "2 L3", "7 Q1"))
def no_pattern(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    if (
        (design.activities or design.results or design.indicators)
        and not design.patterns
        and not answered(design, "mapping.trafficking-pattern")
    ):
        yield Observation(
            path="patterns",
            message=gettext("The design does not say which trafficking pattern it answers."),
            next_step=gettext(
                "Describe the one or two patterns that matter here: recruitment, movement,"
                " purpose, control and vulnerability."
            ),
        )
