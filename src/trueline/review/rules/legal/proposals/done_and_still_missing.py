"""Done, and still not in the law.

Why: What has been done stands in the law (5 I), or is not done.

Example: “Done: amendment adopted”, and “not provided”.

Resolve: Judge the line anew, or say how far it really is.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.legal import LegalReview, Provision
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.legal.lines import provisions
from trueline.review.wording import names_of


@rule(sort="said-badly", severity="warning", remedy="modify", refs=("5 I", "5 E2"))
def done_and_still_missing(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    for path, also_at, lines in provisions(context.document, _is_short, "progress"):
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext(
                "What was recommended for {names} is said to be done, and the law still does not provide it.",
                names=names_of(lines),
            ),
            next_step=gettext("Read the law as it is now, and judge the line anew."),
        )


def _is_short(provision: Provision) -> bool:
    return provision.progress == "done" and provision.in_law == "not-provided"
