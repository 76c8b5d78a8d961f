"""The stops along the route in order, and the parts of the pattern below."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trueline.design import Pattern
from trueline.language import gettext, gettext_noop, isolate

STAGES = {
    "origin": gettext_noop("Where people leave"),
    "transit": gettext_noop("On the way"),
    "destination": gettext_noop("Where they are exploited"),
    "return": gettext_noop("Where they come back to"),
}


def stage_label(stage: str) -> str:
    """The label of a part of the route; "" without one."""
    return gettext(STAGES[stage]) if stage in STAGES else ""


@dataclass(frozen=True)
class Stop:
    """One place. `is_named` is false where the design names none and the stage alone is known."""

    stage: str
    title: str
    country: str
    is_named: bool = True


@dataclass(frozen=True)
class PatternPart:
    """A part of the pattern, such as “Recruitment”, with the design's text on it."""

    title: str
    text: str


def stops(pattern: Pattern, countries: Mapping[str, str]) -> list[Stop]:
    """The places of a pattern in their order; the two ends of any route where it names none."""
    if not pattern.places:
        return [Stop("origin", "", "", False), Stop("destination", "", "", False)]
    return [
        Stop(
            place.stage or "", place.title, countries.get(place.country or "", place.country or "")
        )
        for place in pattern.places
    ]


def parts_of(pattern: Pattern) -> tuple[list[PatternPart], list[PatternPart], list[PatternPart]]:
    """The parts of a pattern at the beginning of the route, on it, and at its end."""
    beginning = [
        PatternPart(gettext("Who is at risk"), pattern.vulnerability),
        PatternPart(gettext("Recruitment"), pattern.recruitment),
    ]
    end = [
        PatternPart(gettext("Purpose"), pattern.purpose),
        PatternPart(gettext("Control"), pattern.control),
    ]
    return beginning, [PatternPart(gettext("Movement"), pattern.transport)], end


def in_words(pattern: Pattern, countries: Mapping[str, str]) -> str:
    """The picture in sentences, for those who can't see it."""
    along = " → ".join(_stop(stop) for stop in stops(pattern, countries))
    sentences = [
        f"{t.title}: {isolate(t.text) or gettext('not said yet')}"
        for part in parts_of(pattern)
        for t in part
    ]
    return " ".join(
        [gettext("Route: {along}.", along=along), *(f"{text.rstrip('.')}." for text in sentences)]
    )


def _stop(stop: Stop) -> str:
    name = isolate(stop.title) or stage_label(stop.stage) or gettext("a place")
    return f"{name} ({stop.country})" if stop.country else name
