"""Faults in what leads to what."""

from __future__ import annotations

from tests.review.seeding import Broken, fault
from trueline.design import Design, Link
from trueline.document import add_element, set_field, set_fields

BACKED = {
    "id": "backed",
    "statement": "It was seen here last year",
    "verified": True,
    "check": "Asked of 40",
}


@fault("logic.activity-leads-nowhere", "an activity that leads to nothing")
def leads_nowhere(design: Design) -> Broken:
    factors = [
        f.id for f in design.factors if f.in_scope is not False and f.changeable is not False
    ]
    barriers = [barrier.id for barrier in design.barriers]
    values = {
        "id": "study-tour",
        "kind": "other",
        "title": "Study tour",
        "lead": "Office",
        "factors": factors[:1],
        "barriers": barriers[:1],
        "budget": {"amount": 1000, "currency": "EUR"},
    }
    return add_element(design, "activities", values)


@fault("logic.result-without-cause", "a result that nothing leads to")
def no_cause(design: Design) -> Broken:
    return add_element(design, "results", {"id": "wish", "statement": "Employers pay on time"})


@fault("logic.impact-not-reached", "an impact that no activity leads to")
def not_reached(design: Design) -> Broken:
    design, _ = add_element(design, "results", {"id": "wish", "statement": "Owners agree"})
    impact = {"id": "far-impact", "statement": "Fewer are trafficked", "level": "impact"}
    design, address = add_element(design, "results", impact)
    link = {"id": "wish-link", "cause": "wish", "effect": "far-impact", "assumptions": [BACKED]}
    return add_element(design, "links", link)[0], address


@fault("logic.link-jumps-levels", "an activity leads straight to impact")
def jump(design: Design) -> Broken:
    for result in design.results:
        if result.level == "impact" and design.activities:
            cause = next((r.id for r in design.results if r.level == "output"), None)
            cause = cause or design.activities[0].id
            link = {"id": "leap", "cause": cause, "effect": result.id, "assumptions": [BACKED]}
            return add_element(design, "links", link)
    return None


def _to_impact(design: Design) -> Link | None:
    """A link from an outcome to an impact, of which no rule on knowing or earning speaks."""
    levels = design.theory.levels
    changes = {result.id: result.change for result in design.results}
    for link in design.theory.links:
        ends = levels.get(link.cause), levels.get(link.effect)
        learned = changes.get(link.cause) in ("learning", "livelihoods")
        if ends == ("outcome", "impact") and link.assumptions and not learned:
            return link
    return None


@fault("logic.link-without-assumption", "a step that states no assumption")
def no_assumption(design: Design) -> Broken:
    if link := _to_impact(design):
        address = f"links[{link.id}].assumptions"
        return set_field(design, address, ()), address
    return None


@fault("logic.assumption-without-evidence", "an assumption with no evidence and no check")
def no_evidence(design: Design) -> Broken:
    if link := _to_impact(design):
        here = f"links[{link.id}].assumptions"
        values = {"id": "unproven", "statement": "Ministers keep their word", "strength": "none"}
        design, address = add_element(design, here, values)
        return design, f"{address}.check"
    return None


@fault("logic.assumption-not-judged", "an assumption that nobody weighed")
def not_weighed(design: Design) -> Broken:
    if link := _to_impact(design):
        values = {"id": "unweighed", "statement": "Ministers keep their word"}
        design, address = add_element(design, f"links[{link.id}].assumptions", values)
        return design, f"{address}.strength"
    return None


@fault("logic.strong-evidence-without-source", "strong evidence without a source")
def no_source(design: Design) -> Broken:
    if link := _to_impact(design):
        values = {"id": "unsourced", "statement": "Ministers keep their word", "strength": "strong"}
        design, address = add_element(design, f"links[{link.id}].assumptions", values)
        return design, f"{address}.sources"
    return None


def _belief(statement: str, words: str) -> None:
    @fault("logic.assumption-a-lesson-contradicts", words)
    def seed(design: Design) -> Broken:
        for link in design.links[:1]:
            values = {"id": "belief", "statement": statement, "strength": "weak"}
            return add_element(design, f"links[{link.id}].assumptions", values)
        return None


_belief("Workers who know the risks will refuse the offer", "knowing is taken for doing")
_belief("Officers who were trained apply it at work", "training is taken for practice")
_belief("Traffickers will not move to another district", "displacement is assumed away")
_belief("Families that earn more stay", "income is taken for staying")
_belief("Survivors come forward once there is a shelter", "victims are taken to come forward")


@fault("logic.circular-reasoning", "results that lead back to themselves")
def circle(design: Design) -> Broken:
    theory = design.theory
    first = next((link for link in theory.links if link.cause in theory.levels), None)
    if first is None or theory.circles():
        return None
    back = {"id": "way-back", "cause": first.effect, "effect": first.cause, "assumptions": [BACKED]}
    design, _ = add_element(design, "links", back)
    return design, f"results[{design.theory.circles()[0][0]}]"


@fault("logic.all-hangs-on-one-link", "everything hangs on one unchecked step")
def one_link(design: Design) -> Broken:
    impacts = [result.id for result in design.results if result.level == "impact"]
    if not impacts or len(design.activities) < 2:
        return None
    kept = _to_impact(design)
    if kept is None:
        return None
    for result in impacts:
        if result != kept.effect:
            design = set_field(design, f"results[{result}].level", None)
    links = [link for link in design.links if link.effect != kept.effect or link.id == kept.id]
    design = set_field(design, "links", links)
    here = f"links[{kept.id}]"
    weak = {"id": "hope", "statement": "Ministers keep their word", "verified": False}
    return set_fields(design, here, {"assumptions": [weak]}), here


@fault("logic.refers-to-nothing", "an activity works on a factor that is not there")
def dangling(design: Design) -> Broken:
    for activity in design.activities[:1]:
        address = f"activities[{activity.id}].factors"
        return set_field(design, address, (*activity.factors, "no-such-factor")), address
    return None


@fault("logic.no-impact-stated", "results that stop before trafficking")
def no_impact(design: Design) -> Broken:
    impacts = [result for result in design.results if result.level == "impact"]
    for result in impacts:
        design = set_field(design, f"results[{result.id}].level", None)
    return (design, "results") if impacts else None


@fault("logic.behaviour-in-no-result", "a behaviour that no result takes up")
def not_taken_up(design: Design) -> Broken:
    for behaviour in design.behaviours:
        naming = [result for result in design.results if result.behaviour == behaviour.id]
        if naming:
            for result in naming:
                design = set_field(design, f"results[{result.id}].behaviour", None)
            return design, f"behaviours[{behaviour.id}]"
    return None
