"""Party to a protocol, and not to the convention that it supplements.

Why: Only a party to the convention can be party to its protocol, as the treaties say themselves; the
toolkit counts both (5 E1.1, 5 E1.2).

Example: Party to the Trafficking in Persons Protocol, and not to the convention.

Resolve: Look both up again.
"""

from collections.abc import Iterator

from trueline.language import gettext, quoted
from trueline.legal import LegalReview
from trueline.legal.checklist import instrument_of
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.toolkit.ratifications import load_register


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("5 E1.1", "5 E1.2", "5 E1.9"))
def protocol_without_convention(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    treaties = {treaty.item: treaty for treaty in context.document.treaties}
    for treaty in treaties.values():
        if treaty.status != "party":
            continue
        needs = load_register().instrument(instrument_of(treaty.item)).needs
        other = next(
            (treaty for treaty in treaties.values() if needs == instrument_of(treaty.item)), None
        )
        if other is not None and other.status in ("signed", "not-party"):
            yield Observation(
                path=f"treaties[{treaty.item}].status",
                also_at=(f"treaties[{other.item}].status",),
                message=gettext(
                    "The country is said to be party to {protocol}, and not to {convention}, which"
                    " that takes.",
                    protocol=quoted(treaty.name),
                    convention=quoted(other.name),
                ),
                next_step=gettext("Look both up again with the depositary."),
            )
