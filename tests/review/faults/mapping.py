"""Faults in the mapping of patterns and factors."""

from __future__ import annotations

from tests.review.seeding import Broken, fault, tied, without, without_answers
from trueline.design import Design
from trueline.document import add_element, set_field, set_fields

STRATEGY_QUESTIONS = (
    "mapping.raise-effort",
    "mapping.crowd-out-and-rewards",
    "mapping.raise-risk",
    "mapping.end-tolerance",
)


@fault("mapping.no-pattern", "no pattern is described")
def no_pattern(design: Design) -> Broken:
    if not design.patterns:
        return None
    design = without_answers(design, ["mapping.trafficking-pattern"])
    return without(design, *(f"patterns[{p.id}]" for p in design.patterns)), "patterns"


def _gap(field: str, words: str) -> None:
    @fault("mapping.pattern-with-gaps", words)
    def seed(design: Design) -> Broken:
        for pattern in design.patterns:
            whole = all(
                getattr(pattern, name)
                for name in ("recruitment", "transport", "purpose", "control", "vulnerability")
            )
            if whole:
                address = f"patterns[{pattern.id}].{field}"
                return set_field(design, address, ""), address
        return None


_gap("recruitment", "how people are recruited is open")
_gap("transport", "how people are moved is open")
_gap("purpose", "what people are exploited for is open")
_gap("control", "what keeps people there is open")
_gap("vulnerability", "what makes people vulnerable is open")


@fault("mapping.vulnerability-without-comparison", "vulnerability without comparing")
def no_comparison(design: Design) -> Broken:
    for pattern in design.patterns:
        if pattern.comparison:
            address = f"patterns[{pattern.id}].comparison"
            return set_field(design, address, ""), address
    return None


@fault("mapping.pattern-without-sources", "a pattern that rests on nothing")
def no_sources(design: Design) -> Broken:
    for pattern in design.patterns:
        if pattern.sources and pattern.recruitment:
            here = f"patterns[{pattern.id}]"
            return set_fields(design, here, {"sources": (), "comparison": ""}), f"{here}.sources"
    return None


_TOLD = ("recruitment", "transport", "purpose", "control", "vulnerability", "comparison")
"""What a pattern has to say for nothing to be missing but an answer of its own."""


@fault("mapping.patterns-lumped", "two patterns under one answer")
def lumped(design: Design) -> Broken:
    if not design.patterns or not design.factors:
        return None
    first = design.patterns[0]
    for factor in design.factors:
        if factor.pattern is None:
            design = set_field(design, f"factors[{factor.id}].pattern", first.id)
    said = {name: value for name, value in first.model_dump().items() if value not in ("", None)}
    values = {**dict.fromkeys(_TOLD, "As we were told."), **said}
    values |= {"id": "second-pattern", "title": "Another pattern"}
    return add_element(design, "patterns", values)


@fault("mapping.no-factors", "nothing makes the pattern possible")
def no_factors(design: Design) -> Broken:
    if not design.factors or not design.patterns:
        return None
    questions = ["mapping.factors", "mapping.within-scope", "mapping.realistic-impact"]
    design = without(design, *(f"factors[{factor.id}]" for factor in design.factors))
    barriers = [barrier.id for barrier in design.barriers][:1]
    for activity in design.activities:
        if not activity.barriers and barriers:
            design = set_field(design, f"activities[{activity.id}].barriers", barriers)
    return without_answers(design, questions), "factors"


@fault("mapping.factor-out-of-scope-taken-on", "work on a factor out of scope")
def out_of_scope(design: Design) -> Broken:
    return _worked_on(design, "in_scope", False)


@fault("mapping.unchangeable-factor-taken-on", "work on a factor that can't be changed")
def unchangeable(design: Design) -> Broken:
    return _worked_on(design, "changeable", False)


@fault("mapping.factor-not-judged", "work on a factor that nobody judged")
def not_judged(design: Design) -> Broken:
    return _worked_on(without_answers(design, ["mapping.realistic-impact"]), "changeable", None)


def _worked_on(design: Design, field: str, value: bool | None) -> Broken:
    worked_on = {factor for activity in design.activities for factor in activity.factors}
    for factor in design.factors:
        if factor.id in worked_on and factor.in_scope and factor.changeable:
            address = f"factors[{factor.id}].{field}"
            return set_field(design, address, value), address
    return None


@fault("mapping.factor-in-scope-left-alone", "a factor in scope left alone")
def left_alone(design: Design) -> Broken:
    if not design.factors:
        return None
    values = {
        "id": "left-alone",
        "statement": "Brokers advertise on the radio",
        "kind": "allow",
        "in_scope": True,
        "changeable": True,
        "pattern": design.factors[0].pattern,
    }
    return add_element(design, "factors", values)


@fault("mapping.only-vulnerability-factors", "only vulnerability is looked at")
def only_vulnerability(design: Design) -> Broken:
    for factor in design.factors:
        design = set_field(design, f"factors[{factor.id}].kind", "vulnerability")
    return (design, "factors") if len(design.factors) > 1 else None


@fault("mapping.no-strategy-considered", "nothing beyond the supply side is considered")
def no_strategies(design: Design) -> Broken:
    if not design.patterns or not design.strategies:
        return None
    design = without_answers(design, STRATEGY_QUESTIONS)
    return set_field(design, "strategies", ()), "strategies"


@fault("mapping.one-p-only", "one P, with no link to the others")
def one_p(design: Design) -> Broken:
    ps = {
        "awareness": 1,
        "livelihoods": 1,
        "legal": 2,
        "justice": 2,
        "identification": 3,
        "support": 3,
        "plans": 4,
    }
    found = {ps[activity.kind] for activity in design.activities if activity.kind in ps}
    if len(found) != 1 or not design.other_efforts:
        return None
    return set_field(design, "other_efforts", ""), "other_efforts"


@fault("mapping.supply-side-only", "only people at risk are worked with")
def supply_side(design: Design) -> Broken:
    if {activity.kind for activity in design.activities} - {"awareness", "livelihoods"}:
        return None
    for entry in design.strategies:
        design = set_field(design, f"strategies[{entry.kind}].used", False)
    for behaviour in design.behaviours:
        address = f"behaviours[{behaviour.id}].actor_group"
        design = set_field(design, address, "potential-victims")
    for activity in design.activities:
        address = f"activities[{activity.id}].target_group"
        design = set_field(design, address, "About 300 migrants who might be trafficked")
    return tied(design), "activities"
