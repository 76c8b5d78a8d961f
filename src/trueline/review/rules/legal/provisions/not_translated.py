"""A quotation in another language, without a translation.

Why: Whether definitions match (5 Q1) can be judged only by those who can read them.

Example: An article in Nepali in a review in English.

Resolve: Add a translation, and say whose it is.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.legal import LegalReview
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.legal.lines import provisions
from trueline.review.wording import names_of


@rule(sort="not-said", severity="note", remedy="add", refs=("5 Q1",))
def not_translated(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    review = context.document
    language = review.language or "en"
    foreign = {law.id for law in review.laws if law.language and law.language != language}
    lines = provisions(
        review,
        lambda each: bool(each.quotation and foreign & {*each.laws}) and not each.translation,
        "translation",
    )
    for path, also_at, short in lines:
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext(
                "The words of the law on {names} are quoted, and not translated.",
                names=names_of(short),
            ),
            next_step=gettext("Add a translation, and say whose it is."),
        )
