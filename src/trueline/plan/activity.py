"""What a plan is for, and what is to be done: objectives, activities and their indicators."""

from typing import Literal

from trueline.document.budget import BudgetLine
from trueline.document.fields import (
    Day,
    Element,
    ElementId,
    Line,
    Money,
    Text,
    field,
    prose,
    required_id,
)
from trueline.document.targets import Baseline, Frequency, Target
from trueline.language.term_types import Better, Level, Measure

Payer = Literal["government", "donor", "private", "none-yet"]


class Pattern(Element):
    """A pattern of trafficking that the plan answers."""

    id: ElementId = required_id()
    title: Line = field("Pattern", "A short name for the pattern.", "")
    description: Text = prose(
        "Description", "Who is trafficked, from where to where, into what, and by whom (9 Q7)."
    )


class Objective(Element):
    """What the plan is to bring about."""

    named = "statement"
    id: ElementId = required_id()
    statement: Line = field(
        "Objective", "What will be different, in one sentence that can be checked (9 E4.1).", ""
    )
    relevance: Text = prose(
        "Why this objective", "The need in this country that it answers (9 E4.1)."
    )


class Activity(Element):
    """One line of the plan: something that a body undertakes to do."""

    id: ElementId = required_id()
    title: Line = field("Activity", "What is to be done.", "")
    description: Text = prose("Description", "What exactly happens, where and for whom.")
    objective: ElementId | None = field(
        "Objective", "The objective that it serves (9 E4.2).", refers="objectives"
    )
    leads_to: Text = prose(
        "How it leads there",
        "Why doing this brings the objective closer: standing under its heading is no link (9 E4.2).",
    )
    pillar: Literal["prevention", "protection", "prosecution", "partnership"] | None = field(
        "Pillar", "The one of the 4 Ps that it belongs to (9 Q7)."
    )
    patterns: tuple[ElementId, ...] = field(
        "Patterns",
        "The patterns of trafficking that it works against (9 Q7).",
        (),
        refers="patterns",
    )
    lead: Line = field(
        "Responsible body",
        "The one body that answers for it; “relevant ministries” names nobody (9 L4.2, 9 E1.4).",
        "",
    )
    partners: tuple[Line, ...] = field("Partners", "Other bodies that take part.", ())
    carried_by: tuple[Line, ...] = field(
        "Programmes that carry it",
        "Programmes by which it is carried out, by their titles (9 L1).",
        (),
    )
    start: Day | None = field("Start", "When it begins.")
    end: Day | None = field("End", "When it ends.")
    work: Literal["action-item", "business-as-usual"] | None = field(
        "New or ongoing?",
        "An action item is new with this plan; business as usual goes on with or without it (fn 55).",
    )
    budget: Money | None = field("Budget", "All that it costs (9 L3, 9 E2.1).")
    payer: Payer | None = field(
        "Source of money", "Who pays for it; “none yet” where that is still sought (9 Q5)."
    )
    budget_lines: tuple[BudgetLine, ...] = field(
        "Budget lines", "What the budget is made up of, by year and source of money.", ()
    )
    priority: Literal["first", "second", "third"] | None = field(
        "Priority", "What is done first where money is short (9 L2, 9 Q6)."
    )
    priority_reason: Text = prose(
        "Why this priority", "What put it there: effect, cost, urgency (9 Q6)."
    )
    evidence: tuple[ElementId, ...] = field(
        "Data behind it", "The data that led to it (9 L4.1, 9 Q4).", (), refers="evidence"
    )


class Indicator(Element):
    """How one would know that an activity is done, or an objective met."""

    named = "statement"
    id: ElementId = required_id()
    statement: Text = field("Indicator", "What is measured, in one sentence (9 E5.1).", "")
    objective: ElementId | None = field(
        "Objective", "The objective that it measures.", refers="objectives"
    )
    activity: ElementId | None = field(
        "Activity", "The activity that it measures.", refers="activities"
    )
    level: Level | None = field(
        "Level", "Whether it measures work that is done, or what comes of it (fn 53)."
    )
    definition: Text = prose("Definition", "Every term defined, so that two people count alike.")
    measure: Measure | None = field("Measure", "Count, proportion, change, ...")
    unit: Line = field("Unit", "People, cases, per cent, ...", "")
    direction: Better | None = field("Better is", "Up, down, or neither.")
    baseline: Baseline | None = field("Baseline", "The value before the work begins.")
    targets: tuple[Target, ...] = field(
        "Targets", "By date; the last is the final one (9 L2, 9 L4.4).", ()
    )
    source: Line = field("Data source", "Records, people or registers the data come from.", "")
    frequency: Frequency | None = field("How often", "When data are collected.")
    responsible: Line = field("Responsible", "Who collects and reports it.", "")
