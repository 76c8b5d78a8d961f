"""The ladder of what can be claimed, in words and as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from trueline.design import Assumption
from trueline.design.figures import in_unit
from trueline.language import gettext, joined, quoted
from trueline.language.terms import DISPLACEMENT_CHECK, MEASURES, RUNG
from trueline.reports.measuring.data import number_as_text
from trueline.review.claim_wording import said_of, shows
from trueline.review.claims import LADDER, Claim, Evidence


def rungs(claim: Claim) -> Iterator[tuple[str, list[str]]]:
    """Each rung by its name with what was measured on it; what stands beside the ladder after it."""
    for measures in LADDER:
        here = [each for each in claim.evidence if each.measures == measures]
        yield RUNG.label(measures), [_line(each) for each in here] or [gettext("Not measured")]
    for each in claim.evidence:
        if each.measures is not None and each.measures not in LADDER:
            yield MEASURES.label(each.measures), [_line(each)]


def conclusions(claim: Claim) -> Iterator[str]:
    """What the data support, what that shows and does not show, and what it rests on."""
    yield _reach_of(claim)
    best = claim.supported
    if best is not None and (text := shows(best)):
        yield text
    if claim.proxy is not None:
        yield gettext(
            "{indicator} may stand in for it, since the link between them was verified.",
            indicator=quoted(claim.proxy.indicator.name),
        )
    if not claim.links:
        yield gettext("Nothing is said to lead to it.")
    yield from (_assumed(each) for link in claim.links for each in link.assumptions)
    if claim.links and not any(link.assumptions for link in claim.links):
        yield gettext("What leads to it rests on no assumption that is written down.")
    if claim.claimed == "impact":
        yield DISPLACEMENT_CHECK.label(claim.displacement)


def _reach_of(claim: Claim) -> str:
    best = claim.supported
    claimed = MEASURES.label(claim.claimed) if claim.claimed else gettext("not said")
    if claim.is_supported:
        return gettext(
            "Claimed: {claimed}. The data support it, and say nothing of what caused it.",
            claimed=claimed,
        )
    if best is None or best.measures is None:
        return gettext("Claimed: {claimed}. The data support nothing yet.", claimed=claimed)
    return gettext(
        "Claimed: {claimed}. The data reach as far as “{rung}”.",
        claimed=claimed,
        rung=RUNG.label(best.measures),
    )


def _line(evidence: Evidence) -> str:
    name = evidence.indicator.name or evidence.indicator.id
    return f"{name}: {said_of(evidence)}"


def _assumed(assumption: Assumption) -> str:
    if assumption.verified:
        return gettext("Assumes {name}: verified here.", name=quoted(assumption.name))
    if assumption.is_backed:
        return gettext(
            "Assumes {name}: not verified here; it rests on evidence from elsewhere.",
            name=quoted(assumption.name),
        )
    return gettext("Assumes {name}: not verified.", name=quoted(assumption.name))


def claims_data(claims: Sequence[Claim]) -> list[dict[str, Any]]:
    """One entry for each result. Numbers are text; what was not reported has no `value` at all."""
    return [
        {
            "result": claim.result.id,
            "statement": claim.result.statement,
            "claimed": claim.claimed,
            "is_supported": claim.is_supported,
            "supported": claim.supported.measures if claim.supported else None,
            "stands_in": claim.proxy.indicator.id if claim.proxy else None,
            "evidence": _evidence(claim.evidence),
            "links": [
                {
                    "link": link.id,
                    "assumptions": [
                        {
                            "id": each.id,
                            "statement": each.statement,
                            "verified": each.verified,
                            "is_backed": each.is_backed,
                        }
                        for each in link.assumptions
                    ],
                }
                for link in claim.links
            ],
            "displacement": claim.displacement.value,
        }
        for claim in claims
    ]


def _evidence(evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
    return [
        {
            "indicator": each.indicator.id,
            "measures": each.measures,
            "support": each.support.value,
            "is_own": each.is_own,
            "state": each.figure.to_date.state.value,
            **_value(each),
            "change": number_as_text(each.change),
            "shows": each.category.shows if each.category else None,
            "does_not_show": each.category.does_not_show if each.category else None,
            "ref": None if each.category is None else each.category.ref,
            "flags": [flag.value for flag in each.figure.to_date.flags],
        }
        for each in evidence
    ]


def _value(evidence: Evidence) -> dict[str, str | None]:
    aggregate = evidence.figure.to_date
    if aggregate.below:
        return {"value": f"<{aggregate.below}"}
    value = in_unit(aggregate.reading)
    return {} if value is None else {"value": number_as_text(value)}


def unmeasured(claims: Iterable[Claim]) -> str:
    """Results of which no indicator tells anything, named in a sentence; empty where there are none."""
    names = [quoted(claim.result.name) for claim in claims if not claim.own]
    return gettext("No figure is about {names}.", names=joined(names)) if names else ""
