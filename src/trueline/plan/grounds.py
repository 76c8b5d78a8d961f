"""What a plan rests on, and how it will be known what becomes of it."""

from typing import Literal

from trueline.document.fields import (
    Day,
    Element,
    ElementId,
    Line,
    Money,
    Part,
    Text,
    Whole,
    field,
    prose,
    required_id,
)


class EarlierPlan(Element):
    """A plan before this one, and what became of it."""

    id: ElementId = required_id()
    title: Line = field("Plan", "Its name.", "")
    start: Day | None = field("Start", "When it begins.")
    end: Day | None = field("End", "When it ends.")
    activities: Whole | None = field("Activities", "How many it had.")
    carried_out: Whole | None = field("Carried out", "How many of them were carried out.")
    evaluated: bool | None = field("Evaluated?", "Whether anybody evaluated it.")
    use: Text = prose(
        "What it was used for",
        "Who planned, decided or reported by it, and who did not (9 Q1, 9 L1).",
        asks="plans.earlier-plans",
    )
    different: Text = prose("What is different now", "What this plan does otherwise for it.")


class Evidence(Element):
    """Data, research or an evaluation that the plan rests on."""

    id: ElementId = required_id()
    title: Line = field("Data", "Its name.", "")
    kind: (
        Literal[
            "patterns-and-trends",
            "research",
            "evaluation-of-a-plan",
            "evaluation-of-a-programme",
            "other",
        ]
        | None
    ) = field("Kind", "What it is.")
    year: Whole | None = field("Year", "Year of publication.")
    says: Text = prose("What it says", "What it shows of the patterns here (9 Q4).")
    led_to: Text = prose("What it led to", "The choices that were made because of it (9 L4.1).")


class Risk(Element):
    """Something that the plan takes for granted, or that may go wrong."""

    named = "statement"
    id: ElementId = required_id()
    statement: Text = field("What", "What has to hold, or what may go wrong (9 L4.3, 9 E4.3).", "")
    kind: Literal["assumption", "risk"] | None = field("Kind", "Assumption or risk.")
    activities: tuple[ElementId, ...] = field(
        "Activities", "The activities that hang on it.", (), refers="activities"
    )
    sign: Text = prose("Sign to watch", "By what one would see early that it fails or comes.")
    response: Text = prose("What is done about it", "How it is avoided, softened or answered.")


class Monitoring(Part):
    """How the plan is monitored and evaluated."""

    how: Text = prose(
        "Monitoring plan", "Who collects what, when, and who puts it together (9 L4.5, 9 E5.2)."
    )
    separate: Line = field(
        "Plan of its own", "Name of a monitoring plan that goes with this plan (9 E5.2).", ""
    )
    budget: Money | None = field(
        "Budget", "What is set aside for monitoring and evaluation (9 E2.4)."
    )
    evaluation: Day | None = field("Evaluation", "When the plan is to be evaluated.")
    learning: Text = prose(
        "How learning is used", "Who looks at the findings, when, and what they can change."
    )
