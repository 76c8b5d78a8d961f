"""The treaties that bind a country, and what of them stands in its own law."""

from typing import Literal

from trueline.document.fields import DayOrYear, ElementId, Line, Text, field, prose, required_id
from trueline.document.legal_items import TreatyItem
from trueline.legal.item import Item, Provision


class Treaty(Item):
    """One of the instruments that the toolkit names, and whether the country is party to it."""

    noun = "Treaty"
    key = "item"
    named = "item"
    item: TreatyItem = field("Treaty", "One of those that the toolkit names (5 E1).", ...)
    status: Literal["party", "signed", "not-party", "unknown"] | None = field(
        "Status", "What is known of the day below; unknown is neither yes nor no (5 E1)."
    )
    action: (
        Literal[
            "signature",
            "ratification",
            "accession",
            "succession",
            "acceptance",
            "approval",
            "denunciation",
        ]
        | None
    ) = field("Last act", "What the country did last.")
    day: DayOrYear | None = field("Day of it", "A day such as 2006-09-22, or the year alone.")
    signed_on: DayOrYear | None = field(
        "Signed on", "The day or the year of signature, where another act followed (5 E1)."
    )
    as_of: DayOrYear | None = field("As of", "The day, or the year, of which this is known.")
    source: Line = field("Source", "Where it was looked up.", "")
    confirmed: bool | None = field("From the depositary?", "No where a secondary source says it.")
    reservations: Text = prose(
        "Reservations and declarations",
        "What they take back; “none”, if you looked and found none.",
    )


class KeyProvision(Provision):
    """A key provision of a treaty, and whether national law has taken it in."""

    noun = "Key provision"
    id: ElementId = required_id()
    title: Line = field("Key provision", "What the article asks of national law (5 E2).", "")
    treaty: ElementId | None = field(
        "Treaty", "The treaty in which it stands (5 E2.1).", refers="treaties"
    )
    treaty_article: Line = field("Article of the treaty", "Such as article 5 (1).", "")
