"""The national plan of action as one document."""

from functools import cached_property
from typing import Literal

from trueline.document.document import Document
from trueline.document.fields import Country, Day, Line, Money, Text, field, prose
from trueline.plan.activity import Activity, Indicator, Objective, Pattern
from trueline.plan.grounds import EarlierPlan, Evidence, Monitoring, Risk
from trueline.plan.people import Body, Funding, Stakeholder


class Plan(Document):
    """A national plan of action. A draft always loads; what is missing is for the review to say."""

    kind = "plan"
    essential = ("objectives", "activities")

    schema_version: Literal[1] = field("Schema version", "Version of this document’s form.", 1)
    title: Line = field("Title", "Name of the plan.", "")
    countries: tuple[Country, ...] = field(
        "Countries", "Two-letter codes, such as NP.", (), words="country"
    )
    lead: Line = field("Lead body", "Who answers for the plan as a whole (9 Q3).", "")
    adopted: Day | None = field("Adopted", "When it was adopted.")
    start: Day | None = field("Start", "When it begins.")
    end: Day | None = field("End", "When it ends.")
    structured_by: Literal["pillars", "patterns", "both", "other"] | None = field(
        "Structured by", "The 4 Ps, patterns of trafficking, both, or something else (9 Q7)."
    )
    structure: Text = prose(
        "Structure",
        "Why it is structured so, and how work under different headings connects (9 Q7).",
        asks="plans.structure",
    )
    earlier_plans: tuple[EarlierPlan, ...] = field(
        "Earlier plans",
        "The plans before it, and what became of them (9 Q1).",
        (),
        asks="plans.earlier-plans",
    )
    other_sectors: Text = prose(
        "Plans of other sectors",
        "Whether such plans work in other sectors of the country, and under which conditions"
        " (9 Q1.1).",
    )
    reporting: Text = prose(
        "How it guides reporting",
        "Which reports on the national response are written by the lines of the plan (9 L1).",
    )
    stakeholders: tuple[Stakeholder, ...] = field(
        "Stakeholders", "Who takes part, and who decides (9 Q2).", (), asks="plans.stakeholders"
    )
    bodies: tuple[Body, ...] = field(
        "Bodies", "Who oversees, monitors and reports (9 Q3).", (), asks="plans.oversight"
    )
    coordination: Text = prose(
        "Coordination", "How bodies of several sectors work together, meetings included (9 E3.2)."
    )
    funders: Text = prose(
        "Engagement of funders",
        "How external funders are brought to support what the plan puts first (9 E3.3).",
    )
    evidence: tuple[Evidence, ...] = field(
        "Data and evaluations", "What the plan rests on (9 Q4).", (), asks="plans.data"
    )
    patterns: tuple[Pattern, ...] = field(
        "Patterns", "The patterns of trafficking in the country (9 Q7).", ()
    )
    objectives: tuple[Objective, ...] = field(
        "Objectives", "What the plan is to bring about (9 E4.1).", ()
    )
    activities: tuple[Activity, ...] = field("Activities", "What is to be done, by whom.", ())
    indicators: tuple[Indicator, ...] = field("Indicators", "How one would know (9 E5.1).", ())
    budget: Money | None = field("Budget", "All that carrying out the plan costs (9 L3, 9 E2.2).")
    funding: tuple[Funding, ...] = field(
        "Money there is",
        "By funder: government, donors, private sector (9 Q5).",
        (),
        asks="plans.budget",
    )
    estimate: Text = prose(
        "What the budget rests on", "Such as what similar activities have cost (9 E2.3)."
    )
    prioritising: Text = prose(
        "How priorities are set",
        "By whom, by what, and what waits where money is short (9 Q6).",
        asks="plans.prioritising",
    )
    risks: tuple[Risk, ...] = field(
        "Assumptions and risks", "What has to hold, and what may go wrong (9 E4.3).", ()
    )
    monitoring: Monitoring = field(
        "Monitoring and evaluation", "How its progress is followed (9 E5.2).", Monitoring()
    )

    @cached_property
    def indicators_of(self) -> dict[str, tuple[Indicator, ...]]:
        """The indicators of each activity and objective, by its id."""
        indicators_by_id: dict[str, list[Indicator]] = {}
        for indicator in self.indicators:
            for id in filter(None, {indicator.activity, indicator.objective}):
                indicators_by_id.setdefault(id, []).append(indicator)
        return {id: tuple(indicators) for id, indicators in indicators_by_id.items()}
