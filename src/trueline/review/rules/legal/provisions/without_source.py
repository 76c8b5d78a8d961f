"""Said to be provided, and not where.

Why: A review of legal frameworks (5 E2 to 5 E8) can be checked only where it names the article.

Example: “Provided”, and no article.

Resolve: Name the law and the article.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.legal import LegalReview, Provision
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.legal.lines import is_there, provisions
from trueline.review.wording import names_of


@rule(sort="not-said", severity="warning", remedy="add", refs=("5 E2", "5 E3", "5 E5"))
def without_source(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    for path, also_at, lines in provisions(context.document, _is_short, "article"):
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext(
                "The law is said to provide {names}, and no article is named.",
                names=names_of(lines),
            ),
            next_step=gettext("Name the law, the article and the paragraph."),
        )


def _is_short(provision: Provision) -> bool:
    return is_there(provision) and not provision.article
