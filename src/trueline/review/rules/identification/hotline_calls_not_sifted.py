"""Hotline calls counted without sifting.

Why: For many hotlines crank calls are a significant issue (fn 45); the toolkit counts legitimate
calls only (7 E2.1).

Example: “4,000 calls received” in the first year.

Resolve: Say how valid calls are told apart before they are counted.
"""

from collections.abc import Iterator

from trueline.design import Design, Identification
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="modify", refs=("fn 45", "7 E2.1"))
def hotline_calls_not_sifted(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Identification):
        if activity.hotline and not activity.call_sifting:
            yield Found(
                path=f"activities[{activity.id}].call_sifting",
                message=f"{quoted(activity.name)} counts calls, and does not say how real ones are"
                " told from crank calls.",
                next_step="Define a valid call in one sentence, and have operators mark it when"
                " they hang up.",
            )
