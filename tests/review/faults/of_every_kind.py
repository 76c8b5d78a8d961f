"""Faults that plans and legal reviews share with designs: answers, texts, references, clients.

A new kind gets an entry in `PLACES`.
"""

from typing import NamedTuple

from tests.review.faulty_lines import FaultsOf
from trueline.document import Document, add_element, set_field
from trueline.legal import LEGAL
from trueline.plan import PLAN


class Places(NamedTuple):
    """Where a kind of document is broken.

    `text` is the address of a text; `asked` and `reference` are a list and a field of what stands
    in it, for a text that answers something and for an id, if the kind has any. `question` is one of
    the toolkit's, and `answered_by` the address of the field that answers it.
    """

    text: str
    asked: tuple[str, str]
    question: str
    answered_by: str
    reference: tuple[str, str] | None = None


PLACES = {
    PLAN.name: Places(
        text="coordination",
        asked=("stakeholders", "how"),
        reference=("activities", "objective"),
        question="plans.prioritising",
        answered_by="prioritising",
    ),
    LEGAL.name: Places(
        text="questions.informal",
        asked=("concepts", "together"),
        reference=("incorporation", "treaty"),
        question="legal.companies",
        answered_by="questions.companies",
    ),
}


def _plant(kind: str, places: Places) -> None:
    faults = FaultsOf(kind)
    asked = places.asked
    faults.line("texts.placeholder", f"a text to be written ({kind})", *asked, "To be added.")
    faults.line("texts.denial", f"it is not done ({kind})", *asked, "There is none.")
    if places.reference:
        name = f"a line of nothing ({kind})"
        faults.line("logic.refers-to-nothing", name, *places.reference, "gone")

    @faults.fault("safety.personal-data", f"a client who can be known ({kind})")
    def client(document: Document) -> tuple[Document, str]:
        text = "Maria Lopez, aged 16, was rescued from the bar in Kita Street and lives at 12 Hill Road."
        return set_field(document, places.text, text), places.text

    for stance, rule, at in (
        ("not-relevant", "answers.not-relevant-without-reason", "text"),
        ("not-known", "answers.not-known-without-step", ""),
    ):

        @faults.fault(rule, f"{stance}, and no more ({kind})")
        def answered(
            document: Document, stance: str = stance, at: str = at
        ) -> tuple[Document, str]:
            empty = set_field(document, places.answered_by, "")
            values = {"question": places.question, "stance": stance}
            empty, address = add_element(empty, "answers", values)
            return empty, f"{address}.{at}" if at else address


for kind, places in PLACES.items():
    _plant(kind, places)
