"""Joins the answers of an interview about a design: cause to effect, behaviour to result to indicator.

Only what hangs in the air is joined, and only to what the interview asked: nothing that somebody
joined, or left on purpose beside other joined things, is touched.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from trueline.design import Design, Indicator, Result
from trueline.document import Element, add_element, element_address, set_fields

E = TypeVar("E", bound=Element)


def connected(design: Design) -> Design:
    """The design with the interview's answers joined, as far as they are there."""
    for join in (_activity_to_what_it_works_on, _behaviour_to_result, _links, _indicators):
        design = join(design)
    return design


def _first(elements: Iterable[E]) -> E | None:
    return next(iter(elements), None)


def _result(design: Design, level: str) -> Result | None:
    return _first(result for result in design.results if result.level == level)


def _activity_to_what_it_works_on(design: Design) -> Design:
    activity, behaviour = _first(design.activities), _first(design.behaviours)
    if activity is None:
        return design
    values: dict[str, tuple[str, ...]] = {}
    barrier = _first(behaviour.barriers) if behaviour else None
    lowered = {each for activity in design.activities for each in activity.barriers}
    if barrier and barrier.id not in lowered and not activity.barriers:
        values["barriers"] = (barrier.id,)
    factor = _first(design.factors)
    worked_on = {each for activity in design.activities for each in activity.factors}
    is_ours = factor is not None and factor.in_scope is not False
    if factor and is_ours and factor.id not in worked_on and not activity.factors:
        values["factors"] = (factor.id,)
    if not values:
        return design
    return set_fields(design, element_address("", "activities", activity), values)


def _behaviour_to_result(design: Design) -> Design:
    behaviour, outcome = _first(design.behaviours), _result(design, "outcome")
    if behaviour is None or outcome is None or outcome.behaviour:
        return design
    if any(result.behaviour == behaviour.id for result in design.results):
        return design
    values = {"behaviour": behaviour.id, "change": outcome.change or "behaviour"}
    return set_fields(design, element_address("", "results", outcome), values)


def _links(design: Design) -> Design:
    activity = _first(design.activities)
    outcome, impact = _result(design, "outcome"), _result(design, "impact")
    pairs: list[tuple[Element | None, Result | None]] = [(activity, outcome), (outcome, impact)]
    for cause, effect in pairs:
        if cause is None or effect is None:
            continue
        theory = design.theory
        if not theory.out_of[cause.key_value] or not theory.into[effect.id]:
            values = {"cause": cause.key_value, "effect": effect.id}
            design, _address = add_element(design, "links", values)
    return design


def _indicators(design: Design) -> Design:
    outcome = _result(design, "outcome")
    indicator = _first(each for each in design.indicators if _is_free(each))
    if outcome is None or indicator is None:
        return design
    if any(each.result == outcome.id for each in design.indicators):
        return design
    return set_fields(design, element_address("", "indicators", indicator), {"result": outcome.id})


def _is_free(indicator: Indicator) -> bool:
    return indicator.result is None and indicator.measures == "behaviour"
