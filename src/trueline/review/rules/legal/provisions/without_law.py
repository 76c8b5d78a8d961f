"""An article of no law.

Why: Law on trafficking stands among other laws (5 L2), so that an article alone can be of any of them.

Example: “Article 12.”

Resolve: Link the law in which it stands.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.legal import LegalReview, Provision
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.legal.lines import provisions
from trueline.review.wording import names_of


@rule(sort="not-said", severity="note", remedy="add", refs=("5 L2",))
def without_law(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    for path, also_at, lines in provisions(context.document, _is_short, "laws"):
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext("An article is named for {names}, and no law.", names=names_of(lines)),
            next_step=gettext("Add the law to the list of laws that were read, and link it."),
        )


def _is_short(provision: Provision) -> bool:
    return bool(provision.article) and not provision.laws
