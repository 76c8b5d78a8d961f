"""Judged by nobody.

Why: A review of legal frameworks (5 E2 to 5 E8) rests on somebody’s reading; others have to know
whose it is.

Example: “Partly”, and nobody to ask.

Resolve: Name who read it.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.legal import LegalReview, Provision
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.legal.lines import provisions
from trueline.review.wording import names_of


@rule(sort="not-said", severity="note", remedy="add", refs=("5 E2",))
def nobody_judged(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    for path, also_at, lines in provisions(context.document, _is_short, "judged_by"):
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext("Nothing says who judged {names}.", names=names_of(lines)),
            next_step=gettext("Write the name of the person or office that read it."),
        )


def _is_short(provision: Provision) -> bool:
    return provision.in_law is not None and not provision.judged_by
