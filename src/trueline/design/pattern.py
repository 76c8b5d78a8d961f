"""The trafficking pattern, the factors behind it, and the ways of acting on it (section 2)."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from trueline.document.fields import (
    Country,
    Element,
    ElementId,
    Line,
    Text,
    field,
    prose,
    required_id,
)

FactorKind = Literal["allow", "profit", "mask", "avoid-prosecution", "justify", "vulnerability"]
StrategyKind = Literal["raise-effort", "raise-risk", "cut-rewards", "crowd-out", "end-tolerance"]


class Place(Element):
    """A place on the route."""

    named = "title"
    id: ElementId = required_id()
    title: Line = field("Place", "Name of the district, town, border point or sector.", "")
    stage: Literal["origin", "transit", "destination", "return"] | None = field(
        "Part of the route", "Where people leave, pass, are exploited, or come back to."
    )
    country: Country | None = field("Country", "Two-letter code, such as NP.", words="country")


class Pattern(Element):
    """One way in which people are trafficked, told from recruitment to control."""

    begins: ClassVar[Mapping[str, str]] = {
        "title": "How it works",
        "vulnerability": "Whom it strikes, and why",
    }

    id: ElementId = required_id()
    title: Line = field("Pattern", "One line that tells this pattern from others.", "")
    recruitment: Text = prose(
        "Recruitment",
        "How people are recruited, by whom, and from where.",
        asks="mapping.trafficking-pattern",
    )
    transport: Text = prose(
        "Movement",
        "How people are moved, by whom, from where to where. If nobody is moved, say so.",
        asks="mapping.trafficking-pattern",
    )
    purpose: Text = prose(
        "Purpose",
        "What people are exploited for: the work, sector or use.",
        asks="mapping.trafficking-pattern",
    )
    forms: tuple[Line, ...] = field(
        "Forms of exploitation",
        "From the list, for comparison with other data.",
        (),
        words="exploitation-form",
    )
    control: Text = prose(
        "Control",
        "What keeps people in the situation: debt, threats, withheld documents or pay, isolation.",
        asks="mapping.trafficking-pattern",
    )
    vulnerability: Text = prose(
        "Vulnerability",
        "What makes a person or community more vulnerable to this pattern.",
        asks="mapping.trafficking-pattern",
    )
    distinguishes: Text = prose(
        "What sets victims apart",
        "What differs between those trafficked and others of the same"
        " community. “Poor” or “little schooling” is no answer where everybody is.",
        asks="mapping.trafficking-pattern",
    )
    comparison: Text = prose(
        "Data that compare",
        "The data that set victims beside others of their community, or how you will get them.",
    )
    systemic: Text = prose(
        "Systemic causes",
        "How far the vulnerability is built in, such as the exploitation of one ethnic group.",
    )
    places: tuple[Place, ...] = field("Places", "The stops of the route, in order.", ())
    sources: tuple[ElementId, ...] = field("Sources", "What this rests on.", (), refers="sources")


class Factor(Element):
    """Something that makes the pattern possible."""

    named = "statement"
    id: ElementId = required_id()
    statement: Text = field("Factor", "What makes this pattern possible, in one sentence.", "")
    kind: FactorKind | None = field(
        "What it does",
        "Lets it happen, makes it pay, hides it, keeps it unpunished, makes it"
        " acceptable, or makes people vulnerable.",
        words="factor-kind",
    )
    pattern: ElementId | None = field("Pattern", "The pattern it belongs to.", refers="patterns")
    in_scope: bool | None = field(
        "Within scope?", "Whether this programme takes it on.", asks="mapping.within-scope"
    )
    changeable: bool | None = field(
        "Can it be changed enough?",
        "Whether the programme can realistically change it enough to affect this pattern.",
        asks="mapping.realistic-impact",
    )
    reasoning: Text = prose("Reasoning", "Why you judge scope and change so.")
    sources: tuple[ElementId, ...] = field("Sources", "What this rests on.", (), refers="sources")


class Strategy(Element):
    """What was decided on one way of pressing on the pattern beyond the supply side."""

    key = "kind"
    named = "kind"
    kind: StrategyKind = field("Way", "One of the five ways.", ..., words="strategy")
    used: bool | None = field("Used?", "Whether the programme uses it.")
    reasoning: Text = prose("How, or why not", "What was considered, and what was decided.")
