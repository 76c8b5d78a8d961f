"""Fields that activities of every kind have in common."""

from collections.abc import Mapping
from typing import Any, ClassVar

from trueline.document.budget import BudgetLine
from trueline.document.fields import (
    Day,
    Element,
    ElementId,
    Line,
    Money,
    Text,
    Whole,
    field,
    prose,
    required_id,
)


def kind_field() -> Any:
    """Declare the kind of an activity; it stands second, where a reader looks for it."""
    return field("Kind", "One of the seven that the toolkit covers, or other.", ...)


class ActivityBase(Element):
    """What every activity says."""

    noun = "Activity"
    space = "activities and results"
    is_asked = True
    begins: ClassVar[Mapping[str, str]] = {
        "title": "What is done, with whom",
        "factors": "What it works on",
        "lead": "Who, when, with what money",
    }

    id: ElementId = required_id()
    kind: str = kind_field()
    title: Line = field("Activity", "A short name.", "")
    description: Text = prose("What is done", "What happens, where, with whom, how often.")
    target_group: Text = prose(
        "Target group", "The people it works with, described closely enough to count them."
    )
    people: Whole | None = field("How many", "People to be reached or served.")
    factors: tuple[ElementId, ...] = field(
        "Factors", "Factors behind the pattern that it works on.", (), refers="factors"
    )
    barriers: tuple[ElementId, ...] = field(
        "Barriers", "Barriers to behaviour that it lowers.", (), refers="barriers"
    )
    lead: Line = field("Lead", "Organisation or person that answers for it.", "")
    partners: Text = prose("Partners", "Who else takes part.")
    start: Day | None = field("Start", "When it begins.")
    end: Day | None = field("End", "When it ends.")
    budget: Money | None = field("Budget", "What it costs.")
    budget_lines: tuple[BudgetLine, ...] = field(
        "Budget lines", "What it is spent on, by year and source of money.", ()
    )
