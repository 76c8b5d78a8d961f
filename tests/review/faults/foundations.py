"""Faults in what a design rests on."""

from __future__ import annotations

from tests.review.seeding import Broken, currency_of, fault, tied, without, without_answers
from trueline.design import Awareness, Design, Justice
from trueline.document import add_element, set_field, set_fields

MEASURED_LATE = ("likely", "possible")


@fault("foundations.no-behaviour-named", "nobody is named who should act differently")
def no_behaviour(design: Design) -> Broken:
    if not design.behaviours:
        return None
    for behaviour in design.behaviours:
        for barrier in behaviour.barriers:
            design = without(design, f"behaviours[{behaviour.id}].barriers[{barrier.id}]")
        design = without(design, f"behaviours[{behaviour.id}]")
    return without_answers(tied(design), ["foundations.behaviour"]), "behaviours"


@fault("foundations.behaviour-without-actor-group", "a behaviour is nobody's")
def no_actor_group(design: Design) -> Broken:
    for behaviour in design.behaviours:
        address = f"behaviours[{behaviour.id}].actor_group"
        return set_field(design, address, None), address
    return None


@fault("foundations.behaviour-not-from-to", "a behaviour without what people do now")
def no_current_behaviour(design: Design) -> Broken:
    for behaviour in design.behaviours:
        if behaviour.current:
            address = f"behaviours[{behaviour.id}].current"
            return set_field(design, address, ""), address
    return None


@fault("foundations.behaviour-without-way-to-less-trafficking", "a behaviour leads to nothing")
def no_way_to_less(design: Design) -> Broken:
    for behaviour in design.behaviours:
        if behaviour.reduces_trafficking:
            address = f"behaviours[{behaviour.id}].reduces_trafficking"
            return set_field(design, address, ""), address
    return None


@fault("foundations.no-barriers-named", "nothing stands in the way of a behaviour")
def no_barriers(design: Design) -> Broken:
    for behaviour in design.behaviours:
        if behaviour.barriers:
            here = f"behaviours[{behaviour.id}].barriers"
            design = without(design, *(f"{here}[{barrier.id}]" for barrier in behaviour.barriers))
            return without_answers(tied(design), ["foundations.barriers"]), here
    return None


@fault("foundations.barrier-not-addressed", "a barrier that nobody lowers")
def barrier_alone(design: Design) -> Broken:
    for behaviour in design.behaviours[:1]:
        values = {"id": "left-alone", "statement": "The office is open two hours a week"}
        design, address = add_element(design, f"behaviours[{behaviour.id}].barriers", values)
        return design, address
    return None


@fault("foundations.activity-addresses-nothing", "an activity works on nothing")
def works_on_nothing(design: Design) -> Broken:
    untied = [a for a in design.activities if not a.factors and not a.barriers]
    if not design.factors or not design.results or len(untied) > 2:
        return None
    design, address = add_element(
        design,
        "activities",
        {
            "id": "conference",
            "kind": "other",
            "title": "Regional conference",
            "lead": "Office",
            "budget": {"amount": 1000, "currency": currency_of(design)},
        },
    )
    link = {
        "id": "conference-link",
        "cause": "conference",
        "effect": design.results[0].id,
        "assumptions": [
            {"id": "conference-held", "statement": "Many take part", "check": "Lists."}
        ],
    }
    return add_element(design, "links", link)[0], f"{address}.factors"


@fault("foundations.displacement-not-considered", "a kind of displacement is not considered")
def displacement_missing(design: Design) -> Broken:
    if len(design.displacement) < 2:
        return None
    design = without_answers(design, ["foundations.displacement"])
    unlikely = [d for d in design.displacement if d.likelihood not in MEASURED_LATE]
    gone = (unlikely or list(design.displacement))[0]
    return without(design, f"displacement[{gone.kind}]"), "displacement"


@fault("foundations.relies-on-no-displacement", "displacement is not judged at all")
def displacement_ignored(design: Design) -> Broken:
    impacts = [result.id for result in design.results if result.level == "impact"]
    reached = design.theory.reached_from(design.theory.activities)
    if not design.displacement or reached.isdisjoint(impacts):
        return None
    design = without_answers(design, ["foundations.displacement", "livelihoods.displacement"])
    watching = {id for entry in design.displacement for id in entry.watched_by}
    design = set_field(design, "displacement", ())
    idle = [i for i in design.indicators if i.id in watching and not i.result]
    return without(design, *(f"indicators[{i.id}]" for i in idle)), "displacement"


@fault("foundations.displacement-likely-without-mitigation", "likely displacement, no answer")
def no_mitigation(design: Design) -> Broken:
    for entry in design.displacement:
        if entry.likelihood in MEASURED_LATE and entry.mitigation:
            address = f"displacement[{entry.kind}].mitigation"
            return set_field(design, address, ""), address
    return None


@fault("foundations.displacement-not-watched", "likely displacement that nothing would show")
def not_watched(design: Design) -> Broken:
    for entry in design.displacement:
        if entry.likelihood in MEASURED_LATE and entry.mitigation and entry.watched_by:
            address = f"displacement[{entry.kind}].watched_by"
            return set_field(design, address, ()), address
    return None


@fault("foundations.capacities-not-considered", "expertise is not considered")
def no_capacities(design: Design) -> Broken:
    if not design.capacities:
        return None
    design = without_answers(design, ["foundations.expertise"])
    return set_field(design, "capacities", ()), "capacities"


@fault("foundations.capacity-gap-without-plan", "a gap with no plan to close it")
def gap_stays(design: Design) -> Broken:
    for capacity in design.capacities:
        if capacity.available == "yes" or capacity.gap_closed_by:
            here = f"capacities[{capacity.id}]"
            design = set_fields(design, here, {"available": "no", "gap_closed_by": ""})
            return design, f"{here}.gap_closed_by"
    return None


@fault("foundations.external-factors-not-considered", "nothing from outside is considered")
def no_external_factors(design: Design) -> Broken:
    if not design.external_factors:
        return None
    design = without_answers(design, ["foundations.external-factors"])
    return set_field(design, "external_factors", ()), "external_factors"


@fault("foundations.external-factor-without-mitigation", "a hindrance with no answer")
def hindrance_stays(design: Design) -> Broken:
    for factor in design.external_factors:
        if factor.effect != "helps" and factor.mitigation:
            address = f"external_factors[{factor.id}].mitigation"
            return set_field(design, address, ""), address
    return None


@fault("foundations.measurement-not-built-in", "no study is planned")
def no_studies(design: Design) -> Broken:
    if not design.evaluation.studies:
        return None
    return set_field(design, "evaluation.studies", ()), "evaluation.studies"


@fault("foundations.measurement-not-budgeted", "studies without money")
def no_money_for_studies(design: Design) -> Broken:
    studies = design.evaluation.studies
    for study in studies:
        design = set_field(design, f"evaluation.studies[{study.id}].budget", None)
    return (set_field(design, "evaluation.budget", None), "evaluation.budget") if studies else None


@fault("foundations.learning-not-used", "findings that nobody uses")
def no_learning(design: Design) -> Broken:
    if not design.evaluation.studies or not design.evaluation.learning:
        return None
    return set_field(design, "evaluation.learning", ""), "evaluation.learning"


@fault("foundations.relies-on-awareness", "knowing leads straight to doing")
def awareness_is_enough(design: Design) -> Broken:
    return _bare_step(design, [activity.id for activity in design.of_kind(Awareness)])


@fault("foundations.relies-on-training", "training leads straight to practice")
def training_is_enough(design: Design) -> Broken:
    return _bare_step(design, [a.id for a in design.of_kind(Justice) if a.training])


def _bare_step(design: Design, starts: list[str]) -> Broken:
    """A step from an activity to a behaviour, with nothing that backs it."""
    for result in design.results:
        if starts and result.change == "behaviour":
            link = {"id": "bare-step", "cause": starts[0], "effect": result.id}
            return add_element(design, "links", link)[0], "links[bare-step].assumptions"
    return None
