"""Who takes part in a plan, who oversees it, and who pays."""

from typing import Literal

from trueline.document.fields import (
    Element,
    ElementId,
    Line,
    Money,
    Text,
    field,
    prose,
    required_id,
)

Rhythm = Literal["monthly", "quarterly", "half-yearly", "yearly", "when-needed"]


class Stakeholder(Element):
    """Somebody who takes part in making the plan, in carrying it out or in reporting."""

    id: ElementId = required_id()
    title: Line = field("Who", "Its name.", "")
    sector: (
        Literal[
            "ministry",
            "authority",
            "international-organisation",
            "ngo",
            "donor",
            "private-sector",
            "lived-experience",
            "other",
        ]
        | None
    ) = field(
        "Sector",
        "What sort of body or group it is, people with lived experience included (9 Q2, 9 E3.1).",
    )
    parts: tuple[Literal["ideas", "decision", "delivery", "reporting"], ...] = field(
        "Part", "Who gives ideas, decides, delivers and reports (9 Q2, 9 Q2.1).", ()
    )
    how: Text = prose(
        "How it takes part", "Meetings, drafts, a seat: and what support it is given."
    )


class Body(Element):
    """A body that oversees, coordinates, monitors or reports on the plan."""

    id: ElementId = required_id()
    title: Line = field("Body", "Its name.", "")
    tasks: tuple[Literal["oversight", "coordination", "monitoring", "reporting"], ...] = field(
        "Tasks", "What it answers for (9 Q3, 9 E1.1, 9 E1.2, 9 E1.3).", ()
    )
    mandate: Line = field("Mandate", "The decision that gives it the task.", "")
    able: Literal["yes", "partly", "no"] | None = field(
        "Able to do it?", "Whether it has staff, understanding and resources enough (9 Q3.1)."
    )
    capacity: Text = prose(
        "Capacity", "How many staff, what they know of trafficking, what means they have (9 Q3.1)."
    )
    committee: bool | None = field(
        "Of several sectors?", "Whether it is a committee of several sectors (9 Q3.2)."
    )
    meets: Rhythm | None = field("Meets", "How often it meets (9 E3.2).")
    representation: Text = prose(
        "Consistency of representation",
        "What makes sure that the same people come, such as named alternates (9 Q3.2).",
    )
    reports: Rhythm | None = field("Reports", "How often it reports on the plan (9 E1.2).")
    reports_to: Line = field("Reports to", "Who receives the report, and whether it is public.", "")
    budget: Money | None = field(
        "Budget", "What is set aside for its monitoring and reporting (9 E2.4)."
    )


class Funding(Element):
    """Money that there is, or is hoped for, to carry the plan out."""

    named = "source"
    id: ElementId = required_id()
    source: Line = field("Funder", "Who pays.", "")
    payer: Literal["government", "donor", "private"] | None = field(
        "Kind of funder", "Government, donor or private sector (9 Q5)."
    )
    amount: Money | None = field("Amount", "How much, over the whole plan.")
    standing: Literal["adopted", "promised", "hoped-for"] | None = field(
        "How sure?", "In an adopted budget, promised, or hoped for (9 E2.2)."
    )
