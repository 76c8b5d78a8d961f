"""The checklists of section 5: conducts, powers, rights, remedies, agreements, the rest of the law."""

from trueline.document.fields import Country, Line, Number, Part, Text, field, prose
from trueline.document.legal_items import (
    AgreementItem,
    ConductItem,
    FrameworkItem,
    PowerItem,
    RemedyItem,
    RightItem,
)
from trueline.language import gettext, territories
from trueline.legal.item import Provision


class Conduct(Provision):
    """One of the nine conducts that the law is to make a crime, with proportionate penalties."""

    noun = "Conduct"
    key = "item"
    named = "item"
    begins = {"elements": "The offence and its penalty"}  # noqa: RUF012
    item: ConductItem = field("Conduct", "One of the nine of the toolkit (5 E3).", ...)
    elements: Text = prose(
        "Elements of the offence", "Act, means and purpose, for adults and for children (5 Q1)."
    )
    minimum: Number | None = field("Least prison term", "In years (5 L4).")
    maximum: Number | None = field("Greatest prison term", "In years; empty for life (5 L4).")
    penalty: Text = prose("Penalties in words", "Life, fines, aggravating facts.")
    compared: Text = prose(
        "Compared with grave crimes", "Penalties for rape or kidnapping, say (5 L4)."
    )
    proportionate: bool | None = field(
        "Proportionate?", "Whether they deter and leave room to weigh the case (5 L4)."
    )
    attempts: bool | None = field(
        "Attempts and accomplices?", "Whether attempting, helping and organising are crimes too."
    )
    companies: bool | None = field("Legal persons?", "Whether companies answer for it (5 Q11).")


class Power(Provision):
    """A provision that supports investigation and prosecution."""

    noun = "Support"
    key = "item"
    named = "item"
    item: PowerItem = field("Support", "One of the four of the toolkit (5 E4).", ...)


class Right(Provision):
    """A right of victims to support and protection."""

    noun = "Right"
    key = "item"
    named = "item"
    item: RightItem = field("Right", "One of the eight of the toolkit (5 E5).", ...)
    holders: Text = prose(
        "Who has it", "Nationals and foreigners, adults and children, men and women (5 Q3)."
    )
    conditional: bool | None = field(
        "Only for those who cooperate?", "Whether it depends on helping the authorities (5 Q3)."
    )


class Remedy(Provision):
    """A right of victims to legal assistance and to a remedy."""

    noun = "Right to a remedy"
    key = "item"
    named = "item"
    item: RemedyItem = field("Right", "One of the four of the toolkit (5 E6).", ...)
    holders: Text = prose(
        "Who has it", "Nationals and foreigners, adults and children, men and women (5 Q3)."
    )


class Agreement(Provision):
    """An agreement of one kind with one country on the route."""

    noun = "Agreement"
    key = "item"
    key_within = "country"
    item: AgreementItem = field(
        "Kind of agreement",
        "One of the five of the toolkit, or on labour or marriage (5 E7, fn 32).",
        ...,
    )
    country: Country | None = field(
        "With", "A country on the route, as a two-letter code (5 Q7).", words="country"
    )
    title: Line = field("Agreement", "What it is called.", "")

    @property
    def name(self) -> str:
        """Its kind, and with whom."""
        if not self.country:
            return super().name
        country = territories().get(self.country, self.country)
        return gettext("{kind}, {country}", kind=super().name, country=country)


class Framework(Provision):
    """Another part of the law, and whether it supports the law on trafficking."""

    noun = "Part of the law"
    key = "item"
    named = "item"
    item: FrameworkItem = field("Part of the law", "One of the three of the toolkit (5 E8).", ...)
    left_out: Text = prose("Who is left out", "Kinds of work or workers it does not reach (5 Q6).")


class Agencies(Part):
    """How the law regulates recruitment agencies."""

    licence: Text = prose("Licence", "Who needs one, and who may take it away (5 E8.3).")
    fees: Text = prose("Fees", "What workers may be charged, and by whom (5 E8.3).")
    inspection: Text = prose("Inspection", "Who inspects them, and how often (5 E8.3).")
    complaints: Text = prose("Complaints", "To whom a worker complains, from abroad too (5 E8.3).")
