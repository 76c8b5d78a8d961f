"""Whose behaviour is to change, what stands in the way, and where trafficking might move."""

from typing import Literal

from trueline.document.fields import Element, ElementId, Line, Text, field, prose, required_id
from trueline.language.term_types import Likelihood

ActorGroup = Literal[
    "perpetrators",
    "criminal-justice",
    "policymakers",
    "service-providers",
    "businesses",
    "consumers",
    "victims",
    "potential-victims",
]
BarrierKind = Literal["structural", "social", "cultural", "economic", "knowledge", "institutional"]
DisplacementKind = Literal["place", "time", "method", "target", "crime-type", "replaced-members"]


class Barrier(Element):
    """Something that keeps people from doing what is hoped for."""

    named = "statement"
    space = "barriers"  # activities name those of any behaviour

    id: ElementId = required_id()
    statement: Text = field("Barrier", "What stands in the way, in one sentence.", "")
    kind: BarrierKind | None = field("Kind", "Structural, social, cultural, ...")
    sources: tuple[ElementId, ...] = field("Sources", "What this rests on.", (), refers="sources")


class Behaviour(Element):
    """One group of people doing something else than before."""

    named = "desired"
    id: ElementId = required_id()
    actor_group: ActorGroup | None = field(
        "Actor group",
        "One of the eight groups whose action matters.",
        words="actor-group",
        asks="foundations.behaviour",
    )
    who: Line = field(
        "Who exactly",
        "The people meant, described closely enough to count them.",
        "",
        asks="foundations.behaviour",
    )
    current: Text = field(
        "What they do now",
        "The behaviour to be changed or kept up.",
        "",
        asks="foundations.behaviour",
    )
    desired: Text = field(
        "What they should do", "The behaviour that is hoped for.", "", asks="foundations.behaviour"
    )
    reduces_trafficking: Text = prose(
        "How this reduces trafficking",
        "The way from this behaviour to less trafficking, or to people getting out of it.",
    )
    trusted_sources: Text = prose(
        "Whom they trust", "People, media or organisations that this group believes."
    )
    barriers: tuple[Barrier, ...] = field(
        "Barriers", "What keeps them from it.", (), asks="foundations.barriers"
    )
    sources: tuple[ElementId, ...] = field("Sources", "What this rests on.", (), refers="sources")


class Displacement(Element):
    """One way in which trafficking could move instead of stopping."""

    key = "kind"
    named = "kind"
    kind: DisplacementKind = field(
        "Kind",
        "To another place, time, method, group of people or crime, or to new members.",
        ...,
        words="displacement-kind",
    )
    likelihood: Likelihood | None = field(
        "How likely", "Your judgement.", asks="foundations.displacement"
    )
    reasoning: Text = prose(
        "Why",
        "What the judgement rests on, such as how easily networks can adjust.",
        asks="foundations.displacement",
    )
    mitigation: Text = prose("What is done about it", "How the programme answers it.")
    watched_by: tuple[ElementId, ...] = field(
        "Watched by", "Indicators that would show it.", (), refers="indicators"
    )
