"""The words of the law are not quoted.

Why: Whether definitions and provisions match (5 Q1) hangs on single words.

Example: “The act covers coercion”, which it calls “threat of force”.

Resolve: Quote the article in its own language.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.legal import LegalReview, Provision
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.legal.lines import provisions
from trueline.review.wording import names_of


@rule(sort="not-said", severity="note", remedy="add", refs=("5 Q1", "5 E2"))
def not_quoted(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    for path, also_at, lines in provisions(context.document, _is_short, "quotation"):
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext(
                "The article is named for {names}, and its words are not quoted.",
                names=names_of(lines),
            ),
            next_step=gettext("Copy the words of the article, in the language that binds."),
        )


def _is_short(provision: Provision) -> bool:
    return bool(provision.article) and not provision.quotation
