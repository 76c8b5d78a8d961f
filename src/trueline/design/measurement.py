"""Indicators, and the studies and learning around them."""

from collections.abc import Mapping
from typing import ClassVar, Literal

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
from trueline.document.targets import Baseline, Frequency, Target
from trueline.language.term_types import Better, Measure, Measures, OverPeriods, OverPlaces


class Indicator(Element):
    """How one would know."""

    named = "statement"
    begins: ClassVar[Mapping[str, str]] = {
        "statement": "What is measured",
        "definition": "How it is counted",
        "baseline": "Where it stands before",
        "targets": "What is to be reached",
        "methods": "How the data are collected",
        "over_periods": "How figures are put together",
        "stands_in_for": "What it can’t show",
    }
    id: ElementId = required_id()
    toolkit_id: Line | None = field(
        "From the toolkit", "Id of the toolkit's indicator, such as awareness.session-participants."
    )
    statement: Text = field("Indicator", "What is measured, in one sentence.", "")
    result: ElementId | None = field("Result", "The result that it measures.", refers="results")
    measures: Measures | None = field(
        "What it measures", "Reach, learning, behaviour, ...: the category it belongs to."
    )
    definition: Text = prose("Definition", "Every term defined, so that two people count alike.")
    measure: Measure | None = field("Measure", "Count, proportion, change, ...")
    numerator: Line = field("Numerator (N)", "What is counted.", "")
    denominator: Line = field("Denominator (D)", "Out of what.", "")
    unit: Line = field("Unit", "People, cases, per cent, ...", "")
    direction: Better | None = field("Better is", "Up, down, or neither.")
    baseline: Baseline | None = field("Baseline", "The value before the work begins.")
    targets: tuple[Target, ...] = field("Targets", "By date; the last is the final one.", ())
    methods: tuple[Line, ...] = field("Methods", "How the data are collected.", ())
    source: Line = field("Data source", "Records, people or registers the data come from.", "")
    frequency: Frequency | None = field("How often", "When data are collected.")
    responsible: Line = field("Responsible", "Who collects and reports it.", "")
    follow_up_months: tuple[Whole, ...] = field(
        "Follow-up",
        "Months at which it is measured again: after the activity’s end, after start-up for"
        " livelihoods, or after people leave.",
        (),
    )
    over_periods: OverPeriods | None = field(
        "Over periods",
        "How figures of several periods make one: added up, or the last one holds, as with a"
        " running total.",
    )
    over_places: OverPlaces | None = field("Over places", "How figures of several places make one.")
    scale: tuple[Line, ...] = field(
        "Points of the scale",
        "In your own words, the lowest first, set before anybody is asked.",
        (),
    )
    scale_from: Whole | None = field(
        "Counted from point", "The share at this point and above is reported: 4 of a scale to 5."
    )
    counts_people: bool | None = field(
        "Counts people?",
        "Whether it counts people, so that small counts are held back from what leaves you.",
    )
    disaggregation: tuple[Line, ...] = field(
        "Broken down by", "Lists such as sex, age-band, residence-status.", (), names="vocabulary"
    )
    stands_in_for: ElementId | None = field(
        "Stands in for",
        "A result beyond its own that it is meant to show as a proxy.",
        refers="results",
    )
    limitations: Text = prose("Limits", "What it can't show, and how good the data are.")


class Study(Element):
    """A baseline, evaluation or piece of research that is planned."""

    id: ElementId = required_id()
    title: Line = field("Study", "What it finds out.", "")
    kind: (
        Literal["baseline", "midline", "endline", "follow-up", "formative", "impact", "research"]
        | None
    ) = field("Kind", "When and what for.")
    longitudinal: bool | None = field(
        "Same people over time?", "Whether it follows the same people or places over years."
    )
    methods: tuple[Literal["quantitative", "qualitative"], ...] = field(
        "Methods", "Quantitative, qualitative, or both.", ()
    )
    due: Day | None = field("Date", "When it takes place.")
    responsible: Line = field("Responsible", "Who carries it out.", "")
    budget: Money | None = field("Budget", "What is set aside for it.")


class Evaluation(Part):
    """How the programme measures and learns."""

    studies: tuple[Study, ...] = field(
        "Studies",
        "Baseline, midline, endline, follow-up and others.",
        (),
        asks="foundations.learning",
    )
    budget: Money | None = field(
        "Budget for measurement and learning", "The part of the budget set aside for it."
    )
    learning: Text = prose(
        "How learning is used",
        "Who looks at the findings, when, and what they can change.",
        asks="foundations.learning",
    )
    after_the_end: Text = prose(
        "After the end",
        "Who measures, and with what money, what falls due after the programme has ended.",
    )
    claims_attribution: bool | None = field(
        "Claims to be the cause?",
        "Whether the design claims that changes will be due to this programme alone.",
    )
