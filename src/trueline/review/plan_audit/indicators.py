"""The sixteen indicators of section 9, answered from a plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from trueline.document import Money
from trueline.document.budget import totals
from trueline.document.responsible import names_one
from trueline.language import gettext_noop, joined, money
from trueline.language.terms import FUNDING, SECTOR, TASK
from trueline.plan import Body, Plan
from trueline.plan.counting import is_measured
from trueline.review.audits import Answer, Answering, share, to_judge
from trueline.review.plan_audit.stated import in_words


def bodies_for(plan: Plan, *tasks: str) -> Iterator[Answer]:
    """The bodies that have each of these tasks."""
    for task in tasks:
        names = [body.name for body in plan.bodies if task in body.tasks]
        yield in_words(TASK.label(task), joined(names))


def overseeing(plan: Plan) -> Iterator[Answer]:
    yield from bodies_for(plan, "oversight", "coordination")


def reporting(plan: Plan) -> Iterator[Answer]:
    yield from bodies_for(plan, "reporting")


def monitoring(plan: Plan) -> Iterator[Answer]:
    yield from bodies_for(plan, "monitoring")


def owners(plan: Plan) -> Iterator[Answer]:
    what = gettext_noop("Activities with one accountable body")
    yield share("activities", plan.activities, lambda each: names_one(each.lead), what)


def budgeted(plan: Plan) -> Iterator[Answer]:
    what = gettext_noop("Activities with a budget")
    yield share("activities", plan.activities, lambda each: each.budget is not None, what)


def provision(plan: Plan) -> Iterator[Answer]:
    yield in_words(Plan.field_title("budget"), _money(plan.budget))
    for standing in FUNDING.labels:
        sums = totals(source.amount for source in plan.funding if source.standing == standing)
        yield in_words(FUNDING.label(standing), in_currencies(sums))


def realistic(plan: Plan) -> Iterator[Answer]:
    yield in_words(Plan.field_title("estimate"), plan.estimate)
    yield to_judge(gettext_noop("is the budget realistic beside what similar activities cost?"))


def monitoring_paid(plan: Plan) -> Iterator[Answer]:
    yield in_words(Plan.field_title("monitoring"), _money(plan.monitoring.budget))
    tasks = {"monitoring", "reporting"}
    watching = [body for body in plan.bodies if tasks & {*body.tasks}]
    what = gettext_noop("Bodies that monitor or report, with a budget for it")
    yield share("bodies", watching, _has_budget, what)


def key_actors(plan: Plan) -> Iterator[Answer]:
    for sector in SECTOR.labels:
        names = [
            stakeholder.name for stakeholder in plan.stakeholders if stakeholder.sector == sector
        ]
        if names or sector in ("ngo", "lived-experience"):
            yield in_words(SECTOR.label(sector), joined(names))
    yield to_judge(gettext_noop("are these all the key actors?"))


def coordination(plan: Plan) -> Iterator[Answer]:
    yield in_words(Plan.field_title("coordination"), plan.coordination)
    what = gettext_noop("Bodies that meet regularly")
    yield share("bodies", plan.bodies, _meets_regularly, what)


def funders(plan: Plan) -> Iterator[Answer]:
    yield in_words(Plan.field_title("funders"), plan.funders)


def objectives(plan: Plan) -> Iterator[Answer]:
    what = gettext_noop("Objectives that say which need they answer")
    yield share("objectives", plan.objectives, lambda each: bool(each.relevance), what)
    yield to_judge(gettext_noop("is each objective clear, and relevant here?"))


def linkages(plan: Plan) -> Iterator[Answer]:
    objective_ids = {objective.id for objective in plan.objectives}
    what = gettext_noop("Activities linked to an objective")
    yield share("activities", plan.activities, lambda each: each.objective in objective_ids, what)
    what = gettext_noop("Activities that say how they lead there")
    yield share("activities", plan.activities, lambda each: bool(each.leads_to), what)
    served = {activity.objective for activity in plan.activities}
    what = gettext_noop("Objectives that an activity serves")
    yield share("objectives", plan.objectives, lambda each: each.id in served, what)


def risks(plan: Plan) -> Iterator[Answer]:
    what = gettext_noop("Assumptions and risks with an answer to them")
    yield share("risks", plan.risks, lambda each: bool(each.response), what)


def measurable(plan: Plan) -> Iterator[Answer]:
    what = gettext_noop("Objectives with a measurable indicator and target")
    yield share("objectives", plan.objectives, lambda each: is_measured(plan, each.id), what)
    what = gettext_noop("Activities with a measurable indicator and target")
    yield share("activities", plan.activities, lambda each: is_measured(plan, each.id), what)
    what = gettext_noop("Indicators of more than outputs")
    beyond = ("outcome", "impact")
    yield share("indicators", plan.indicators, lambda each: each.level in beyond, what)
    yield to_judge(gettext_noop("is each indicator clear, and relevant to what it measures?"))


def monitoring_part(plan: Plan) -> Iterator[Answer]:
    for name in ("how", "separate"):
        text = getattr(plan.monitoring, name)
        if text or (name == "how" and not plan.monitoring.separate):
            yield in_words(type(plan.monitoring).field_title(name), text)


def in_currencies(sums: Mapping[str, Decimal]) -> str:
    """Sums of several currencies, which can't be added up; "" where there is none."""
    return joined([money(amount, currency) for currency, amount in sums.items()])


def _money(value: Money | None) -> str:
    return money(value.amount, value.currency) if value else ""


def _has_budget(body: Body) -> bool:
    return body.budget is not None


def _meets_regularly(body: Body) -> bool:
    return body.meets not in (None, "when-needed")


INDICATORS: Mapping[str, Answering] = MappingProxyType(
    {
        "plans.oversight-body": overseeing,
        "plans.reporting-body": reporting,
        "plans.monitoring-body": monitoring,
        "plans.activity-owners": owners,
        "plans.activities-budgeted": budgeted,
        "plans.budget-provision": provision,
        "plans.budget-realistic": realistic,
        "plans.budget-for-monitoring": monitoring_paid,
        "plans.key-actors": key_actors,
        "plans.coordination-process": coordination,
        "plans.funders-process": funders,
        "plans.objectives": objectives,
        "plans.linkages": linkages,
        "plans.assumptions-and-risks": risks,
        "plans.indicators": measurable,
        "plans.monitoring-component": monitoring_part,
    }
)
"""By the ids of the toolkit."""
