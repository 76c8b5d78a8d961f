"""Lines that nobody has judged.

Why: Each of the provisions that the toolkit looks for (5 E2 to 5 E8) is to be reviewed; a line that
is empty is neither yes nor no.

Example: Forty lines of the checklist, and ten of them judged.

Resolve: Judge them, or write “unclear” where the text was read and does not tell.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.legal import LegalReview, Provision
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.legal.lines import provisions
from trueline.review.wording import names_of


@rule(
    sort="not-said",
    severity="warning",
    remedy="generate",
    refs=("5 E2", "5 E3", "5 E4", "5 E5", "5 E6", "5 E7", "5 E8"),
)
def not_judged(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    for path, also_at, lines in provisions(context.document, _is_short, "in_law"):
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext(
                "Nobody has judged yet whether the law provides {names}.", names=names_of(lines)
            ),
            next_step=gettext("Read the law for each, and write “unclear” where it does not tell."),
        )


def _is_short(provision: Provision) -> bool:
    return provision.in_law is None
