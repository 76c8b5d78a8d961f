"""The legal framework review as one document."""

from collections.abc import Iterator
from typing import Literal

from trueline.document.document import Document
from trueline.document.fields import Country, Day, Line, field
from trueline.legal.checklists import Agencies, Agreement, Conduct, Framework, Power, Remedy, Right
from trueline.legal.framework import Concept, ImplementingRule, Law, Questions
from trueline.legal.item import Item, Provision
from trueline.legal.treaties import KeyProvision, Treaty


class LegalReview(Document):
    """A country's law held against section 5. A draft always loads."""

    kind = "legal"
    essential = ("treaties", "conducts", "powers", "rights", "remedies", "framework")

    schema_version: Literal[1] = field("Schema version", "Version of this document’s form.", 1)
    title: Line = field("Title", "Name of the review.", "")
    countries: tuple[Country, ...] = field(
        "Country", "The country whose law it is, as a two-letter code (5 I).", (), words="country"
    )
    law_day: Day | None = field("Day of the law", "The day as of which the law was read.")
    reviewer: Line = field("Reviewer", "Who answers for the review as a whole.", "")
    route: tuple[Country, ...] = field(
        "Countries on the route",
        "Those with which it shares patterns of trafficking (5 E7, 5 Q7).",
        (),
        words="country",
    )
    laws: tuple[Law, ...] = field("Laws", "The texts of law that were read.", ())
    treaties: tuple[Treaty, ...] = field(
        "Treaties", "What the country has bound itself to (5 E1).", ()
    )
    incorporation: tuple[KeyProvision, ...] = field(
        "Key provisions", "Whether national law has taken them in (5 E2).", ()
    )
    conducts: tuple[Conduct, ...] = field(
        "Conducts", "What the law makes a crime, and with which penalties (5 E3).", ()
    )
    powers: tuple[Power, ...] = field(
        "Support for investigations", "Powers to investigate and prosecute (5 E4).", ()
    )
    rights: tuple[Right, ...] = field(
        "Support and protection", "Victims’ rights to support and protection (5 E5).", ()
    )
    remedies: tuple[Remedy, ...] = field(
        "Legal assistance and remedy", "Victims’ rights in proceedings (5 E6).", ()
    )
    agreements: tuple[Agreement, ...] = field(
        "Agreements", "With each country on the route (5 E7, 5 Q7).", ()
    )
    framework: tuple[Framework, ...] = field(
        "Rest of the framework", "Whether other law supports it (5 E8, 5 L2).", ()
    )
    agencies: Agencies = field(
        "Recruitment agencies", "How the law regulates them (5 E8.3).", Agencies()
    )
    rules: tuple[ImplementingRule, ...] = field(
        "Implementing rules",
        "By which rules the law is applied (5 Q12).",
        (),
        asks="legal.implementing-rules",
    )
    concepts: tuple[Concept, ...] = field(
        "Difficult concepts",
        "What police and prosecutors read differently (5 Q14).",
        (),
        asks="legal.difficult-concepts",
    )
    questions: Questions = field("The law as a whole", "What the toolkit asks of it.", Questions())

    def items(self) -> Iterator[tuple[str, Item]]:
        """Every line that is judged, with the list in which it stands."""
        for holder in (*CHECKLISTS, "rules"):
            for item in getattr(self, holder):
                yield holder, item

    def provisions(self) -> Iterator[tuple[str, Provision]]:
        """Every line on what national law or an agreement provides."""
        for holder, item in self.items():
            if isinstance(item, Provision):
                yield holder, item


CHECKLISTS = (
    "treaties",
    "incorporation",
    "conducts",
    "powers",
    "rights",
    "remedies",
    "agreements",
    "framework",
)
"""The lists whose lines are judged, in the order of the toolkit."""
