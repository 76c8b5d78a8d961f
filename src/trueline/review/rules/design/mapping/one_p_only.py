"""Only one of the four Ps, with no link to the others.

Why: Programmes often do only prevention, protection or prosecution, or treat them as separate,
without flow between them (2 I).

Example: A shelter programme that says nothing of how cases reach prosecutors, or how its
knowledge reaches prevention.

Resolve: Say how this work and that of others pass on people, cases and knowledge.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.review.finding import Found
from trueline.review.rule import RuleContext, rule

PS = {
    "awareness": "prevention",
    "livelihoods": "prevention",
    "legal": "prosecution",
    "justice": "prosecution",
    "identification": "protection",
    "support": "protection",
    "plans": "partnership",
}


@rule(severity="note", remedy="add", refs=("2 I",))
def one_p_only(context: RuleContext[Design]) -> Iterator[Found]:
    design = context.document
    found = {PS[activity.kind] for activity in design.activities if activity.kind in PS}
    if len(found) == 1 and not design.other_efforts:
        yield Found(
            path="other_efforts",
            message=f"All activities are {found.pop()}. Nothing says how they connect with the"
            " rest of the response.",
            next_step="Name who does the other parts here, and what passes between you: people,"
            " cases or knowledge.",
        )
