"""The ladder of what can be claimed, in words and as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from trueline.design import Assumption
from trueline.design.figures import in_unit
from trueline.language import day, gettext, isolate, joined, quoted
from trueline.language.terms import DISPLACEMENT_CHECK, MEASURES, RUNG
from trueline.reports.measuring.data import number_as_text
from trueline.review.claims import LADDER, Claim, Evidence
from trueline.review.claims.wording import figure_details, figure_line, shows


@dataclass(frozen=True)
class Rung:
    """A rung of the ladder with what was measured on it, in words."""

    name: str
    figures: tuple[tuple[str, tuple[str, ...]], ...]
    """A line for each figure, with how sure it is, what was kept, and who was not asked again."""
    is_shown: bool = False
    """Whether the data support it."""
    is_claimed: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """All lines of its figures, or that nothing was measured."""
        lines = (line for figure, details in self.figures for line in (figure, *details))
        return tuple(lines) or (gettext("Not measured"),)

    @property
    def standing(self) -> str:
        """In a word, whether the data reach it."""
        if not self.figures:
            return gettext("Not measured")
        return gettext("Shown") if self.is_shown else gettext("Not shown")


def rungs(claim: Claim) -> Iterator[Rung]:
    """Each rung from the lowest to the highest; what stands beside the ladder after it."""
    others = dict.fromkeys(
        each.measures
        for each in claim.evidence
        if each.measures is not None and each.measures not in LADDER
    )
    for measures in (*LADDER, *others):
        here = [each for each in claim.evidence if each.measures == measures]
        yield Rung(
            RUNG.label(measures) if measures in LADDER else MEASURES.label(measures),
            tuple((_line(each), tuple(figure_details(each))) for each in here),
            any(each.supports for each in here),
            claim.claimed == measures,
        )


def conclusions(claim: Claim) -> Iterator[str]:
    """The conclusions from the data: what they support, show and do not show, and rest on."""
    yield reach_of(claim)
    yield from meaning_of(claim)
    yield from assumed(claim)
    if claim.claimed == "impact":
        yield from displacement_lines(claim)


def meaning_of(claim: Claim) -> Iterator[str]:
    """The meaning of the highest figure: what it shows, whether it lasted, and what it stands for."""
    if claim.faded is not None and claim.faded.again is not None:
        yield gettext(
            "It had not lasted when it was measured again on {day}.", day=day(claim.faded.again.end)
        )
    best = claim.supported
    if best is not None and (text := shows(best)):
        yield text
    if claim.proxy is not None:
        yield gettext(
            "{indicator} may stand in for it, since the link between them was verified.",
            indicator=quoted(claim.proxy.indicator.name),
        )


def assumed(claim: Claim) -> Iterator[str]:
    """The assumptions between what the data show and what is claimed, and whether they were verified."""
    if not claim.links:
        yield gettext("Nothing is said to lead to it.")
    yield from (_assumption_text(each) for link in claim.between for each in link.assumptions)
    if claim.between and not any(link.assumptions for link in claim.between):
        yield gettext("What leads to it rests on no assumption that is written down.")


def displacement_lines(claim: Claim) -> Iterator[str]:
    """Whether anybody would see trafficking move, and what those indicators say."""
    yield DISPLACEMENT_CHECK.label(claim.displacement)
    for each in claim.watching:
        yield f"{_line(each).removesuffix('.')}."


def reach_of(claim: Claim) -> str:
    """The claim, and how far the data support it."""
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
    return f"{isolate(_name(evidence))}: {figure_line(evidence)}"


def _name(evidence: Evidence) -> str:
    return evidence.indicator.name or evidence.indicator.id


def _assumption_text(assumption: Assumption) -> str:
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
            "between": [link.id for link in claim.between],
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
            "watching": [each.indicator.id for each in claim.watching],
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
            **_sureness(each),
            "shows": each.category.shows if each.category else None,
            "does_not_show": each.category.does_not_show if each.category else None,
            "ref": None if each.category is None else each.category.ref,
            "flags": [flag.value for flag in each.figure.to_date.flags],
        }
        for each in evidence
    ]


def _sureness(evidence: Evidence) -> dict[str, Any]:
    """The interval of the change in points, when it was measured again, and who was not."""
    sureness: dict[str, Any] = {}
    if interval := evidence.interval:
        sureness["change_between"] = [
            round(each * 100, 2) for each in (interval.low, interval.high)
        ]
    if evidence.again is not None:
        sureness["again"] = evidence.again.label
    if evidence.tested is not None:
        days = (evidence.tested.before, evidence.tested.after)
        sureness["tested"] = [each.isoformat() for each in days]
    if loss := evidence.loss:
        sureness["asked_first"], sureness["asked_again"] = loss.first, loss.again
    return sureness


def _value(evidence: Evidence) -> dict[str, str | None]:
    if evidence.tested is not None:
        return {}  # a test shows a change
    aggregate = evidence.figure.to_date
    if aggregate.below:
        return {"value": f"<{aggregate.below}"}
    value = in_unit(aggregate.reading)
    return {} if value is None else {"value": number_as_text(value)}


def unmeasured(claims: Iterable[Claim]) -> str:
    """A sentence that names the results without a measured indicator; empty where there are none."""
    names = [quoted(claim.result.name) for claim in claims if not claim.own]
    return gettext("No figure is about {names}.", names=joined(names)) if names else ""
