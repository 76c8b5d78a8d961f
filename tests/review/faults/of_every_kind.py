"""Faults that plans and legal reviews share with designs: answers, texts, references, clients."""

from tests.review.faulty_lines import FaultsOf
from trueline.document import Document, add_element, set_field
from trueline.legal import LEGAL
from trueline.plan import PLAN

TEXTS = {PLAN.name: "coordination", LEGAL.name: "questions.informal"}
ASKED = {PLAN.name: ("stakeholders", "how"), LEGAL.name: ("concepts", "together")}
LINES = {PLAN.name: ("activities", "objective"), LEGAL.name: ("incorporation", "treaty")}
QUESTIONS = {PLAN.name: "plans.prioritising", LEGAL.name: "legal.companies"}
FIELDS = {PLAN.name: "prioritising", LEGAL.name: "questions.companies"}


def _plant(kind: str) -> None:
    faults = FaultsOf(kind)
    asked = ASKED[kind]
    faults.line("texts.placeholder", f"a text to be written ({kind})", *asked, "To be added.")
    faults.line("texts.denial", f"it is not done ({kind})", *asked, "There is none.")
    holder, field = LINES[kind]
    faults.line("logic.refers-to-nothing", f"a line of nothing ({kind})", holder, field, "gone")

    @faults.fault("safety.personal-data", f"a client who can be known ({kind})")
    def client(document: Document) -> tuple[Document, str]:
        text = "Maria Lopez, aged 16, was rescued from the bar in Kita Street and lives at 12 Hill Road."
        return set_field(document, TEXTS[kind], text), TEXTS[kind]

    for stance, rule, at in (
        ("not-relevant", "answers.not-relevant-without-reason", "text"),
        ("not-known", "answers.not-known-without-step", ""),
    ):

        @faults.fault(rule, f"{stance}, and no more ({kind})")
        def answered(
            document: Document, stance: str = stance, at: str = at
        ) -> tuple[Document, str]:
            empty = set_field(document, FIELDS[kind], "")
            values = {"question": QUESTIONS[kind], "stance": stance}
            empty, address = add_element(empty, "answers", values)
            return empty, f"{address}.{at}" if at else address


_plant(PLAN.name)
_plant(LEGAL.name)
