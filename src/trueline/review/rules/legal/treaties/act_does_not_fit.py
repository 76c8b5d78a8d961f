"""The last act of a country does not make it what it is said to be.

Why: A signature binds to little; ratification, accession or succession make a party (5 E1).

Example: “Party”, by signature.

Resolve: Correct the status or the act.
"""

from collections.abc import Iterator

from trueline.language import gettext, quoted
from trueline.language.terms import RATIFICATION, TREATY_ACTION
from trueline.legal import LegalReview
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.toolkit.ratifications import ACTIONS_OF, Status


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("5 E1",))
def act_does_not_fit(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    for treaty in context.document.treaties:
        if not (treaty.status and treaty.action):
            continue
        if treaty.action not in ACTIONS_OF[Status(treaty.status)]:
            yield Observation(
                path=f"treaties[{treaty.item}].action",
                also_at=(f"treaties[{treaty.item}].status",),
                message=gettext(
                    "{treaty}: {status}, and the last act is said to be {action}.",
                    treaty=quoted(treaty.name),
                    status=RATIFICATION.label(treaty.status),
                    action=TREATY_ACTION.within(treaty.action),
                ),
                next_step=gettext("Correct the status or the act."),
            )
