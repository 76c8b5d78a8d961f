"""Faults in how one would know."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from tests.review.seeding import Broken, cleared, currency_of, fault, without
from trueline.design import Design, Indicator, Result
from trueline.document import add_element, set_field, set_fields


def _first(design: Design, fits: Callable[[Indicator], object]) -> Indicator | None:
    return next((indicator for indicator in design.indicators if fits(indicator)), None)


def _emptied(rule: str, breaks: str, field: str, fits: Callable[[Indicator], object]) -> None:
    """Register: a field of the first indicator that fits is emptied."""

    @fault(rule, breaks)
    def seed(design: Design) -> Broken:
        if indicator := _first(design, fits):
            address = f"indicators[{indicator.id}].{field}"
            return cleared(design, address), address
        return None


CHANGES = ("learning", "behaviour", "livelihoods")
PEOPLE = ("identification", "services", "reintegration", "feedback")

_emptied(
    "indicators.no-target",
    "an indicator without a target",
    "targets",
    lambda i: i.result and i.targets and i.measure != "qualitative",
)
_emptied(
    "indicators.no-baseline-for-change",
    "a change without a baseline",
    "baseline",
    lambda i: i.baseline and i.measures in CHANGES,
)
_emptied(
    "indicators.no-way-of-collecting", "no method", "methods", lambda i: i.result and i.methods
)
_emptied(
    "indicators.no-way-of-collecting",
    "no frequency",
    "frequency",
    lambda i: i.result and i.methods and i.frequency,
)
_emptied(
    "indicators.no-way-of-collecting",
    "nobody responsible",
    "responsible",
    lambda i: i.result and i.methods and i.frequency and i.responsible,
)
_emptied(
    "indicators.proportion-without-formula",
    "a proportion without numerator",
    "numerator",
    lambda i: i.measure == "proportion" and i.numerator,
)
_emptied(
    "indicators.proportion-without-formula",
    "a proportion without denominator",
    "denominator",
    lambda i: i.measure == "proportion" and i.numerator and i.denominator,
)
_emptied(
    "indicators.direction-not-said",
    "which way is better is not said",
    "direction",
    lambda i: i.targets and i.measure in ("proportion", "change", "scale"),
)
_emptied(
    "indicators.not-broken-down",
    "people not told apart",
    "disaggregation",
    lambda i: (
        i.measures in PEOPLE
        and i.disaggregation
        and not i.toolkit_id
        and i.measure not in ("yes-no", "checklist", "qualitative")
    ),
)


@fault("indicators.indicator-without-result", "an indicator that measures nothing")
def measures_nothing(design: Design) -> Broken:
    values = {
        "id": "page-visits",
        "statement": "Number of page visits",
        "measures": "reach",
        "measure": "count",
    }
    design, address = add_element(design, "indicators", values)
    return design, f"{address}.result"


@fault("indicators.result-without-indicator", "a result that nothing measures")
def not_measured(design: Design) -> Broken:
    if not design.activities:
        return None
    result = {"id": "unmeasured", "statement": "Lists are kept", "level": "output"}
    design, address = add_element(design, "results", result)
    link = {"id": "unmeasured-link", "cause": design.activities[0].id, "effect": "unmeasured"}
    return add_element(design, "links", link)[0], address


def _result(design: Design, fits: Callable[[Result], object]) -> Result | None:
    return next((result for result in design.results if fits(result)), None)


def _own(design: Design, **values: object) -> tuple[Design, str]:
    """With an indicator that is complete but for what is to be broken."""
    whole = {
        "id": "seeded",
        "statement": "Share of workers asked in May",
        "measure": "scale",
        "direction": "up",
        "methods": ["Survey"],
        "frequency": "yearly",
        "responsible": "Office",
        "baseline": {"value": 2},
        "targets": [{"due": design.end or date(2030, 1, 1), "value": 4}],
        "disaggregation": ["sex", "age-band"],
    }
    return add_element(design, "indicators", {**whole, **values})


@fault("indicators.claimed-for-what-it-cannot-show", "reach stands in for impact")
def reach_for_impact(design: Design) -> Broken:
    output = _result(design, lambda r: r.level == "output")
    beyond = _result(design, lambda r: r.level == "impact")
    if not output or not beyond:
        return None
    design, address = _own(design, measures="reach", result=output.id, stands_in_for=beyond.id)
    return design, f"{address}.stands_in_for"


@fault("indicators.proxy-without-verified-link", "behaviour stands in for impact unverified")
def unverified_proxy(design: Design) -> Broken:
    impact = {"id": "far-impact", "statement": "Fewer are trafficked", "level": "impact"}
    own = _result(design, lambda r: r.change == "behaviour" and r.level == "outcome")
    if not own:
        return None
    design, _ = add_element(design, "results", impact)
    link = {
        "id": "far-link",
        "cause": own.id,
        "effect": "far-impact",
        "assumptions": [{"id": "far", "statement": "Fees fall too", "check": "In May"}],
    }
    design, _ = add_element(design, "links", link)
    design, address = _own(design, measures="behaviour", result=own.id, stands_in_for="far-impact")
    return design, f"{address}.stands_in_for"


@fault("indicators.category-does-not-fit-level", "reach is to show an outcome")
def wrong_level(design: Design) -> Broken:
    outcome = _result(design, lambda r: r.level == "outcome")
    if not outcome:
        return None
    design, address = _own(design, measures="reach", result=outcome.id)
    return design, f"{address}.result"


@fault("indicators.result-measured-by-less", "behaviour measured by knowledge")
def measured_by_less(design: Design) -> Broken:
    for result in design.results:
        own = [indicator for indicator in design.indicators if indicator.result == result.id]
        if result.change == "behaviour" and own:
            design = without(design, *(f"indicators[{i.id}]" for i in own[1:]))
            here = f"indicators[{own[0].id}]"
            values = {
                "measures": "learning",
                "toolkit_id": None,
                "follow_up_months": (12,),
                "stands_in_for": None,
            }
            return set_fields(design, here, values), f"results[{result.id}]"
    return None


@fault("indicators.filed-higher-than-in-the-toolkit", "participants filed as behaviour")
def filed_higher(design: Design) -> Broken:
    outcome = _result(design, lambda r: r.change == "behaviour")
    if not outcome:
        return None
    design, address = _own(
        design, measures="behaviour", result=outcome.id, toolkit_id="awareness.session-participants"
    )
    return design, f"{address}.measures"


@fault("indicators.not-in-the-toolkit", "a name that the toolkit does not have")
def mistyped(design: Design) -> Broken:
    for indicator in design.indicators:
        address = f"indicators[{indicator.id}].toolkit_id"
        return set_field(design, address, "awareness.session-participant"), address
    return None


@fault("indicators.retention-too-early", "measured again too early")
def too_early(design: Design) -> Broken:
    training = any(a.kind == "justice" for a in design.activities)
    learned = _result(design, lambda r: r.change == "learning")
    if not learned or not (training or any(a.kind == "awareness" for a in design.activities)):
        return None
    design, address = _own(design, measures="learning", result=learned.id, follow_up_months=[1])
    return design, f"{address}.follow_up_months"


@fault("indicators.retention-not-measured", "nobody asks whether it lasted")
def not_again(design: Design) -> Broken:
    lasting = [
        i for i in design.indicators if i.measures in ("learning", "livelihoods", "retention")
    ]
    first = next((i for i in lasting if i.measures == "learning"), None)
    if not first or not any(i.follow_up_months or i.measures == "retention" for i in lasting):
        return None
    for indicator in lasting:
        here = f"indicators[{indicator.id}]"
        design = set_field(design, f"{here}.follow_up_months", ())
        if indicator.measures == "retention":
            design = set_field(design, f"{here}.measures", "learning")
    wanted = next(i for i in design.indicators if i.measures == "learning")
    return design, f"indicators[{wanted.id}].follow_up_months"


@fault("indicators.livelihoods-followed-once", "livelihoods followed up once")
def followed_once(design: Design) -> Broken:
    for indicator in design.indicators:
        if indicator.measures == "livelihoods" and 24 in indicator.follow_up_months:
            address = f"indicators[{indicator.id}].follow_up_months"
            return set_field(design, address, (12,)), address
    return None


@fault("indicators.baseline-too-late", "a baseline long after the work began")
def late_baseline(design: Design) -> Broken:
    starts = {activity.id: activity.start for activity in design.activities if activity.start}
    for indicator in design.indicators:
        behind = design.theory.leading_to([indicator.result or ""])
        begun = [start for id, start in starts.items() if id in behind]
        asked = indicator.measures in CHANGES and not indicator.limitations
        if asked and indicator.baseline and begun:
            address = f"indicators[{indicator.id}].baseline.measured"
            return set_field(design, address, min(begun) + timedelta(days=400)), address
    return None


@fault("indicators.target-goes-the-wrong-way", "a target on the wrong side of the baseline")
def wrong_way(design: Design) -> Broken:
    for indicator in design.indicators:
        values = [target.value for target in indicator.targets if target.value is not None]
        start = indicator.baseline.value if indicator.baseline else None
        if start is not None and values and indicator.direction in ("up", "down"):
            dues = [target.due for target in indicator.targets if target.value is not None]
            address = f"indicators[{indicator.id}].targets[{max(dues)}].value"
            worse = start - 1 if indicator.direction == "up" else start + 1
            return set_field(design, address, worse), address
    return None


@fault("indicators.impact-without-longitudinal-study", "impact without a study that shows it")
def unshown_impact(design: Design) -> Broken:
    for study in design.evaluation.studies:
        design = set_field(design, f"evaluation.studies[{study.id}].longitudinal", False)
    impact = _result(design, lambda r: r.level == "impact")
    if not impact or any(i.measures == "impact" for i in design.indicators):
        return None
    return _own(design, measures="impact", result=impact.id)


@fault("indicators.impact-study-of-immature-programme", "an impact study of a new programme")
def immature(design: Design) -> Broken:
    values = {
        "id": "impact-study",
        "title": "Impact study",
        "kind": "impact",
        "longitudinal": True,
        "methods": ["quantitative", "qualitative"],
        "budget": {"amount": 1000, "currency": currency_of(design)},
    }
    if not design.evaluation.studies:
        return None
    design = set_field(design, "phase", "new")
    return add_element(design, "evaluation.studies", values)


@fault("indicators.attribution-claimed", "the programme claims to be the cause")
def attribution(design: Design) -> Broken:
    return set_field(design, "evaluation.claims_attribution", True), "evaluation.claims_attribution"


@fault("indicators.too-many-indicators", "more indicators than anybody will collect")
def too_many(design: Design) -> Broken:
    result = _result(design, lambda r: r.level == "output")
    if not result:
        return None
    for number in range(4 * len(design.results) + 16 - len(design.indicators)):
        statement = f"Share of workers asked question {number} in May"
        values = {"id": f"more-{number}", "statement": statement, "measures": "reach"}
        design, _ = _own(design, **values, result=result.id)
    return design, "indicators"


@fault("indicators.follow-up-after-the-end", "follow-up when nobody is left")
def nobody_left(design: Design) -> Broken:
    learned = _result(design, lambda r: r.level == "outcome")
    if not learned or not design.end or not design.evaluation.after_the_end:
        return None
    design = set_field(design, "evaluation.after_the_end", "")
    design, _ = _own(design, measures="behaviour", result=learned.id, follow_up_months=[120])
    return design, "evaluation.after_the_end"


@fault("justice.cases-counted-without-level", "cases are counted without their level")
def no_level(design: Design) -> Broken:
    outcome = _result(design, lambda r: r.level == "outcome" and r.change == "behaviour")
    if not outcome or not any(a.kind == "justice" for a in design.activities):
        return None
    words = ("prosecut", "convict", "arrest", "investigat")
    for indicator in design.indicators:
        here = f"indicators[{indicator.id}]"
        left = [name for name in indicator.disaggregation if name != "chain-role"]
        own = None if indicator.toolkit_id == "justice.chain-links" else indicator.toolkit_id
        level = any(
            word in indicator.statement for word in ("link", "owner", "recruiter", "network")
        )
        statement = "Number of prosecutions" if level else indicator.statement
        values = {"disaggregation": left, "toolkit_id": own, "statement": statement}
        design = set_fields(design, here, values)
    counted = _first(design, lambda i: any(word in i.statement.lower() for word in words))
    if counted:
        return design, f"indicators[{counted.id}].disaggregation"
    design, address = _own(
        design, statement="Number of prosecutions", measures="behaviour", result=outcome.id
    )
    return design, f"{address}.disaggregation"
