"""Practice that nothing shows.

Why: What a text provides shows nothing of its use (5 L1); what is said of practice needs cases, figures
or people who were asked.

Example: “Applied.”

Resolve: Say what shows it.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.legal import LegalReview, Provision
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.legal.lines import provisions
from trueline.review.wording import names_of


@rule(sort="not-said", severity="note", remedy="generate", refs=("5 L1", "5 L3"))
def practice_without_proof(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    for path, also_at, lines in provisions(context.document, _is_short, "practice"):
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext(
                "Nothing shows what is said of practice for {names}.", names=names_of(lines)
            ),
            next_step=gettext("Add a figure with its year, a case, or who was asked."),
        )


def _is_short(provision: Provision) -> bool:
    return provision.in_practice not in (None, "unclear") and not provision.practice
