"""Baselines and targets of an indicator: the same in every kind of document."""

from typing import Literal

from trueline.document.fields import Day, Element, Line, Number, Part, Text, field, prose

Frequency = Literal[
    "once", "monthly", "quarterly", "half-yearly", "yearly", "baseline-endline", "continuous"
]


class Baseline(Part):
    """Where an indicator stands before the work begins. No value means: not measured yet."""

    value: Number | None = field("Value", "A number. Leave empty where nothing was measured.")
    text: Line = field("In words", "For what is not a number.", "")
    measured: Day | None = field("Date", "When it was or will be measured.")
    source: Line = field("Source", "Where the value comes from.", "")


class Target(Element):
    """What an indicator should reach by a date. The last one is the life-of-programme target."""

    key = "due"
    named = "due"
    due: Day = field("By", "The day by which it is to be reached.", ...)
    value: Number | None = field("Value", "A number, in the unit of the indicator.")
    text: Line = field("In words", "For what is not a number.", "")
    rationale: Text = prose("Why this target", "What the figure rests on.")
