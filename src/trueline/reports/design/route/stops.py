"""What stands along the route: stops in order, and what is told at each part of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trueline.design import Pattern

STAGES = {
    "origin": "Where people leave",
    "transit": "On the way",
    "destination": "Where they are exploited",
    "return": "Where they come back to",
}


@dataclass(frozen=True)
class Stop:
    """One place. `said` is false where the design names none and the stage alone is known."""

    stage: str
    title: str
    country: str
    said: bool = True


@dataclass(frozen=True)
class Telling:
    """Who acts at a part of the route, and how: “Recruitment”, and what the design says of it."""

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


def tellings(pattern: Pattern) -> tuple[list[Telling], list[Telling], list[Telling]]:
    """What is told at the beginning of the route, on it, and at its end."""
    beginning = [
        Telling("Who is at risk", pattern.vulnerability),
        Telling("Recruitment", pattern.recruitment),
    ]
    end = [Telling("Purpose", pattern.purpose), Telling("Control", pattern.control)]
    return beginning, [Telling("Movement", pattern.transport)], end


def in_words(pattern: Pattern, countries: Mapping[str, str]) -> str:
    """The picture in sentences, for those who can't see it."""
    along = " to ".join(
        f"{stop.title or STAGES.get(stop.stage, 'a place')}{f' ({stop.country})' if stop.country else ''}"
        for stop in stops(pattern, countries)
    )
    told = [f"{t.title}: {t.text or 'not said yet'}" for part in tellings(pattern) for t in part]
    return " ".join([f"Route: {along}.", *(f"{text.rstrip('.')}." for text in told)])
