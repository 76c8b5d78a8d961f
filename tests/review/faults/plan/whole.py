"""Faults in what a plan says as a whole: its grounds, its bodies, its money, its monitoring."""

from tests.review.faulty_lines import FaultsOf
from trueline.document import add_element, set_field
from trueline.plan import PLAN, Plan

of_plans = FaultsOf(PLAN.name)

of_plans.empty("grounds.structure-not-said", "no reason for its structure", "structure")
of_plans.empty("grounds.no-earlier-plan", "no word of the plan before", "earlier_plans")
of_plans.empty("grounds.other-sectors-not-looked-at", "no look at other plans", "other_sectors")
of_plans.empty("grounds.reports-without-the-plan", "reports that ignore it", "reporting")
of_plans.empty("grounds.no-risks", "no assumption and no risk", "risks")
of_plans.empty("actors.no-stakeholders", "nobody takes part", "stakeholders")
of_plans.empty("actors.no-bodies", "nobody oversees it", "bodies")
of_plans.empty("actors.no-coordination", "no coordination", "coordination")
of_plans.empty("actors.no-way-to-funders", "no way to funders", "funders")
of_plans.empty("money.no-budget", "no budget of the plan", "budget")
of_plans.empty("money.no-money-named", "no money named", "funding")
of_plans.empty("money.estimate-not-explained", "a budget out of the air", "estimate")
of_plans.empty("money.priorities-not-set", "no way to set priorities", "prioritising")
of_plans.empty("progress.evaluation-not-dated", "no day of an evaluation", "monitoring.evaluation")
of_plans.change(
    "progress.evaluation-too-early", "an evaluation first", "monitoring.evaluation", "2026-06-30"
)
of_plans.line("grounds.used-for-nothing-known", "a plan used for nothing", "earlier_plans", "use")
of_plans.line(
    "grounds.earlier-plan-not-evaluated", "nobody evaluated it", "earlier_plans", "evaluated", False
)
of_plans.line(
    "grounds.more-done-than-planned",
    "more carried out than was planned",
    "earlier_plans",
    "carried_out",
    900,
)
of_plans.line(
    "activities.ends-before-start",
    "the plan before ended before it began",
    "earlier_plans",
    "end",
    "2019-12-31",
)
of_plans.line("actors.body-not-able", "a body that cannot", "bodies", "able", "no")
of_plans.line("actors.body-capacity-not-said", "no word on what a body can do", "bodies", "able")
of_plans.line("actors.meets-when-needed", "it meets when needed", "bodies", "meets", "when-needed")
of_plans.line("actors.meeting-rhythm-not-said", "no rhythm of meetings", "bodies", "meets")
of_plans.line(
    "actors.faces-change", "others come each time", "bodies", "representation", committee=True
)
of_plans.line(
    "actors.report-rhythm-not-said", "no rhythm of reports", "bodies", "reports", budget=True
)
of_plans.line("actors.part-not-said", "no word on what part they take", "stakeholders", "parts")


@of_plans.fault("actors.key-actors-missing", "no people with lived experience")
def no_lived_experience(plan: Plan) -> tuple[Plan, str]:
    return _without_sector(plan, "lived-experience")


@of_plans.fault("actors.key-actors-missing", "no NGO")
def no_ngo(plan: Plan) -> tuple[Plan, str]:
    return _without_sector(plan, "ngo")


def _without_sector(plan: Plan, sector: str) -> tuple[Plan, str]:
    left = [each for each in plan.stakeholders if each.sector != sector]
    return set_field(plan, "stakeholders", left), "stakeholders"


@of_plans.fault("actors.nobody-decides", "nobody decides")
def nobody_decides(plan: Plan) -> tuple[Plan, str]:
    for each in plan.stakeholders:
        parts = [part for part in each.parts if part != "decision"] or ["ideas"]
        plan = set_field(plan, f"stakeholders[{each.id}].parts", parts)
    return plan, "stakeholders"


@of_plans.fault("actors.task-without-body", "nobody monitors")
def nobody_monitors(plan: Plan) -> tuple[Plan, str]:
    for body in plan.bodies:
        tasks = [task for task in body.tasks if task != "monitoring"]
        plan = set_field(plan, f"bodies[{body.id}].tasks", tasks)
    return plan, "bodies"


@of_plans.fault("money.activities-over-budget", "activities that cost more than the plan")
def over_budget(plan: Plan) -> tuple[Plan, str]:
    return set_field(plan, "budget", {"amount": 1000, "currency": "EUR"}), "budget"


@of_plans.fault("money.more-than-there-is", "a plan beyond all money")
def beyond(plan: Plan) -> tuple[Plan, str]:
    return set_field(plan, "budget", {"amount": 90_000_000, "currency": "EUR"}), "funding"


@of_plans.fault("money.only-hoped-for", "all money is hoped for")
def hoped_for(plan: Plan) -> tuple[Plan, str]:
    for each in plan.funding:
        plan = set_field(plan, f"funding[{each.id}].standing", "hoped-for")
    return plan, "funding"


@of_plans.fault("money.several-currencies", "two currencies")
def two_currencies(plan: Plan) -> tuple[Plan, str]:
    values = {"id": "gift", "source": "A gift", "amount": {"amount": 10, "currency": "USD"}}
    return add_element(plan, "funding", {**values, "standing": "adopted"})[0], "budget"


@of_plans.fault("money.lines-and-budget-differ", "lines that do not add up")
def lines_differ(plan: Plan) -> tuple[Plan, str]:
    address = f"activities[{plan.activities[0].id}].budget_lines"
    line = {"id": "rest", "title": "Cars", "amount": {"amount": 7, "currency": "EUR"}}
    return set_field(plan, address, [line]), address


@of_plans.fault("money.monitoring-not-paid", "monitoring that nobody pays for")
def monitoring_unpaid(plan: Plan) -> tuple[Plan, str]:
    for body in plan.bodies:
        plan = set_field(plan, f"bodies[{body.id}].budget", None)
    return set_field(plan, "monitoring.budget", None), "monitoring.budget"


@of_plans.fault("progress.no-monitoring-plan", "no monitoring plan")
def no_monitoring_plan(plan: Plan) -> tuple[Plan, str]:
    plan = set_field(plan, "monitoring.separate", "")
    return set_field(plan, "monitoring.how", ""), "monitoring.how"


@of_plans.fault("grounds.no-evidence", "no data at all")
def no_evidence(plan: Plan) -> tuple[Plan, str]:
    for activity in plan.activities:
        plan = set_field(plan, f"activities[{activity.id}].evidence", ())
    return set_field(plan, "evidence", ()), "evidence"
