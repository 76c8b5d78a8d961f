"""Only one of the four Ps, with no link to the others.

Why: Programmes often do only prevention, protection or prosecution, or treat them as separate,
without flow between them (2 I).

Example: A shelter programme that says nothing of how cases reach prosecutors, or how its
knowledge reaches prevention.

Resolve: Say how this work and that of others pass on people, cases and knowledge.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, gettext_noop
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule

PREVENTION = gettext_noop("prevention")
PROSECUTION = gettext_noop("prosecution")
PROTECTION = gettext_noop("protection")
PS = {
    "awareness": PREVENTION,
    "livelihoods": PREVENTION,
    "legal": PROSECUTION,
    "justice": PROSECUTION,
    "identification": PROTECTION,
    "support": PROTECTION,
    "plans": gettext_noop("partnership"),
}


@rule(sort="said-badly", severity="note", remedy="add", refs=("2 I",))
def one_p_only(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    used = {PS[activity.kind] for activity in design.activities if activity.kind in PS}
    if len(used) == 1 and not design.other_efforts:
        yield Observation(
            path="other_efforts",
            message=gettext(
                "All activities are {p}. Nothing says how they connect with the rest of the"
                " response.",
                p=gettext(used.pop()),
            ),
            next_step=gettext(
                "Name who does the other parts here, and what passes between you: people, cases"
                " or knowledge."
            ),
        )
