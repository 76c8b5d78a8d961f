"""Faults in the lines of a plan: activities, objectives, indicators, and what they rest on."""

from tests.review.faulty_lines import FaultsOf
from trueline.document import add_element, set_field, set_fields
from trueline.plan import PLAN, Plan

of_plans = FaultsOf(PLAN.name)
NEW = {"work": "action-item"}
TOGETHER = "activities"

of_plans.line("activities.without-lead", "nobody answers for an activity", TOGETHER, "lead")
of_plans.line(
    "activities.lead-names-nobody",
    "all ministries answer for an activity",
    TOGETHER,
    "lead",
    "All relevant ministries",
)
of_plans.line(
    "activities.lead-names-nobody",
    "in French, the ministries concerned answer for an activity",
    TOGETHER,
    "lead",
    "Les ministères concernés",
)
of_plans.line(
    "activities.lead-names-several", "two bodies answer for it", TOGETHER, "lead", "MoJ / MoI"
)
of_plans.line(
    "activities.lead-names-several",
    "a ministry and the police answer for it",
    TOGETHER,
    "lead",
    "Ministry of Justice and the police",
)
of_plans.line(
    "activities.without-objective", "an activity serves no objective", TOGETHER, "objective", **NEW
)
of_plans.line(
    "activities.link-not-explained", "nothing says how it leads there", TOGETHER, "leads_to"
)
of_plans.lines(
    "activities.under-no-heading",
    "an activity under no pillar and no pattern",
    TOGETHER,
    {"pillar": None, "patterns": None},
    "pillar",
)
of_plans.line("activities.new-or-usual-not-said", "new or ongoing is left open", TOGETHER, "work")
of_plans.lines(
    "activities.without-priority",
    "what comes first is left open",
    TOGETHER,
    {"priority": None, "priority_reason": None},
    "priority",
    **NEW,
)
of_plans.line(
    "activities.priority-not-explained",
    "first, and no reason",
    TOGETHER,
    "priority_reason",
    priority="first",
)
of_plans.line("activities.without-end", "no end of new work", TOGETHER, "end", **NEW)
of_plans.line("activities.without-data", "no data behind new work", TOGETHER, "evidence", **NEW)
of_plans.line(
    "activities.ends-before-start", "an activity ends first", TOGETHER, "end", "2027-01-15", **NEW
)
of_plans.change(
    "activities.ends-before-start", "the plan ends before it starts", "end", "2026-06-30"
)
of_plans.line(
    "activities.outside-the-plan",
    "an activity goes on too long",
    TOGETHER,
    "end",
    "2031-06-30",
    **NEW,
)
of_plans.line(
    "activities.outside-the-plan",
    "an activity begins early",
    TOGETHER,
    "start",
    "2026-11-01",
    **NEW,
)
of_plans.line("money.activity-without-budget", "no cost of new work", TOGETHER, "budget", **NEW)
of_plans.line("money.payer-not-said", "a cost that nobody pays for", TOGETHER, "payer", budget=True)
of_plans.line(
    "money.nobody-pays-yet", "money is still sought", TOGETHER, "payer", "none-yet", **NEW
)
of_plans.line("grounds.relevance-not-said", "an objective for no need", "objectives", "relevance")
of_plans.line("grounds.evidence-led-to-nothing", "data that led to nothing", "evidence", "led_to")
of_plans.line("grounds.risk-without-answer", "a risk without an answer", "risks", "response")
of_plans.lines(
    "progress.measures-nothing",
    "an indicator of nothing in the plan",
    "indicators",
    {"activity": None, "objective": None},
    "objective",
)
of_plans.line("progress.without-target", "an indicator without a target", "indicators", "targets")
of_plans.line("progress.level-not-said", "an indicator of no level", "indicators", "level")


@of_plans.fault("progress.target-outside-the-plan", "a target after the plan")
def late_target(plan: Plan) -> tuple[Plan, str]:
    first = next(each for each in plan.indicators if each.direction == "up")
    values = {"due": "2034-12-31", "value": 1000000}
    plan, address = add_element(plan, f"indicators[{first.id}].targets", values)
    return plan, f"{address}.due"


@of_plans.fault("activities.everything-first", "everything comes first")
def everything_first(plan: Plan) -> tuple[Plan, str] | None:
    if len([each for each in plan.activities if each.priority]) < 3:
        return None
    for activity in plan.activities:
        if activity.priority:
            here = f"activities[{activity.id}]"
            plan = set_field(plan, f"{here}.priority", "first")
            reason = activity.priority_reason or f"The board set it so, for {activity.title}."
            plan = set_field(plan, f"{here}.priority_reason", reason)
    return plan, "activities"


@of_plans.fault("grounds.one-pillar", "all work under one pillar")
def one_pillar(plan: Plan) -> tuple[Plan, str]:
    for activity in plan.activities:
        plan = set_field(plan, f"activities[{activity.id}].pillar", "prosecution")
    return plan, "activities"


@of_plans.fault("grounds.pattern-unanswered", "a pattern that nothing answers")
def pattern_unanswered(plan: Plan) -> tuple[Plan, str]:
    values = {"id": "quarries", "title": "Quarries", "description": "Men are held by advances."}
    return add_element(plan, "patterns", values)


@of_plans.fault("progress.objective-unmeasured", "an objective that nothing measures")
def objective_unmeasured(plan: Plan) -> tuple[Plan, str]:
    values = {"id": "trust", "statement": "Workers complain", "relevance": "None did in 2025."}
    plan, address = add_element(plan, "objectives", values)
    new = next(each for each in plan.activities if each.work == "action-item")
    return set_field(plan, f"activities[{new.id}].objective", "trust"), address


@of_plans.fault("grounds.objective-without-activity", "an objective that nothing serves")
def objective_without_activity(plan: Plan) -> tuple[Plan, str]:
    values = {"id": "trust", "statement": "Workers complain", "relevance": "None did in 2025."}
    plan, address = add_element(plan, "objectives", values)
    indicator = {
        "id": "complaints",
        "statement": "Complaints that workers made",
        "objective": "trust",
        "level": "outcome",
        "targets": [{"due": "2029-06-30", "value": 50}],
    }
    return add_element(plan, "indicators", indicator)[0], address


@of_plans.fault("progress.activity-unmeasured", "new work that nothing measures")
def activity_unmeasured(plan: Plan) -> tuple[Plan, str] | None:
    for indicator in plan.indicators:
        if indicator.activity and indicator.objective is None:
            left = [each for each in plan.indicators if each.activity != indicator.activity]
            return set_field(plan, "indicators", left), f"activities[{indicator.activity}]"
    return None


@of_plans.fault("progress.outputs-only", "nothing measures what comes of it")
def outputs_only(plan: Plan) -> tuple[Plan, str]:
    for indicator in plan.indicators:
        plan = set_field(plan, f"indicators[{indicator.id}].level", "output")
    return plan, "indicators"


@of_plans.fault("progress.wrong-way", "a target below where it began")
def below_baseline(plan: Plan) -> tuple[Plan, str] | None:
    return _turned(plan, "up", "down")


@of_plans.fault("progress.wrong-way", "a target above where it began, of what should fall")
def above_baseline(plan: Plan) -> tuple[Plan, str] | None:
    return _turned(plan, "down", "up")


def _turned(plan: Plan, before: str, after: str) -> tuple[Plan, str] | None:
    for indicator in plan.indicators:
        if indicator.direction == before and indicator.baseline and indicator.targets:
            here = f"indicators[{indicator.id}]"
            last = indicator.targets[-1]
            return set_field(plan, f"{here}.direction", after), f"{here}.targets[{last.due}].value"
    return None


@of_plans.fault("grounds.no-objectives", "a list, and no objective")
def no_objectives(plan: Plan) -> tuple[Plan, str]:
    indicators = [each for each in plan.indicators if each.activity]
    indicators = [each.model_copy(update={"level": "outcome"}) for each in indicators]
    activities = [
        each.model_copy(update={"objective": None, "leads_to": ""}) for each in plan.activities
    ]
    values = {"objectives": (), "activities": activities, "indicators": indicators}
    return set_fields(plan, "", values), "objectives"
