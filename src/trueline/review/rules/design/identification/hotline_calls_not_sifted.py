"""Hotline calls counted without sifting.

Why: For many hotlines crank calls are a significant issue (fn 45); the toolkit counts legitimate
or valid calls only (7 E2.1, 3 E5.3).

Example: “4,000 calls received” in the first year.

Resolve: Say how valid calls are told apart before they are counted.
"""

from collections.abc import Iterator

from trueline.design import Design, Identification
from trueline.language import gettext, quoted
from trueline.lexicon import Expression
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule

CALLS = Expression("^(?:total |number of |all )*(?:phone |telephone |hotline )?calls")
SIFTED = Expression(
    r"(?:in)?valid\p{L}*|legitimate\p{L}*|genuine\p{L}*|real|really|relevant|report\p{L}*|that tell|about"
)


@rule(sort="not-said", severity="warning", remedy="modify", refs=("fn 45", "7 E2.1", "3 E5.3"))
def hotline_calls_not_sifted(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    lines = [activity for activity in design.of_kind(Identification) if activity.hotline]
    for activity in lines:
        if not activity.call_sifting:
            yield Observation(
                path=f"activities[{activity.id}].call_sifting",
                message=gettext(
                    "{activity} takes calls, and does not say how real ones are told from crank"
                    " calls.",
                    activity=quoted(activity.name),
                ),
                next_step=gettext(
                    "Define a valid call in one sentence, and have operators mark it when they"
                    " hang up."
                ),
            )
    for indicator in () if lines else design.indicators:
        if CALLS.matches(indicator.statement) and not (
            SIFTED.matches(indicator.statement) or indicator.definition
        ):
            yield Observation(
                path=f"indicators[{indicator.id}].definition",
                message=gettext(
                    "{indicator} would count every call, crank calls too.",
                    indicator=quoted(indicator.name),
                ),
                next_step=gettext(
                    "Count valid calls, and define one in a sentence with those who run the line."
                ),
            )
