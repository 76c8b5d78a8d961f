"""Judged on no day.

Why: Laws are revised (5 I); a judgement holds for the day on which it was made.

Example: “Not provided”, of an unknown year.

Resolve: Write the day.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.legal import LegalReview, Provision
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.legal.lines import provisions
from trueline.review.wording import names_of


@rule(sort="not-said", severity="note", remedy="add", refs=("5 I",))
def not_dated(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    for path, also_at, lines in provisions(context.document, _is_short, "judged_on"):
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext("Nothing says when {names} were judged.", names=names_of(lines)),
            next_step=gettext("Write the day on which it was read."),
        )


def _is_short(provision: Provision) -> bool:
    return provision.in_law is not None and provision.judged_on is None
