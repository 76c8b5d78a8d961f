"""Many plans beside each other, by what the review of eleven plans asked that the toolkit cites (fn 53).

Each criterion is met, not met, or can't be told. Plans stand in the order of their titles, and how
many meet a criterion is counted: no plan is counted by what it lacks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from trueline.document.responsible import names_one
from trueline.language import gettext_noop
from trueline.plan import Plan
from trueline.plan.counting import has_target
from trueline.review.reading import read
from trueline.toolkit import Toolkit


@dataclass(frozen=True)
class Criterion:
    """A criterion for each plan, where the source asks for it, and whether a plan meets it.

    `met` is None where there is nothing of which it could be asked.
    """

    id: str
    title: str
    ref: str
    met: Callable[[Plan], bool | None]


@dataclass(frozen=True)
class MetaReview:
    """Plans by criteria: for each plan, in the order of titles, what became of each criterion."""

    criteria: tuple[Criterion, ...]
    rows: tuple[tuple[Plan, tuple[bool | None, ...]], ...]

    @property
    def counts(self) -> tuple[int, ...]:
        """How many plans meet each criterion."""
        return tuple(
            sum(met[place] is True for _, met in self.rows) for place in range(len(self.criteria))
        )


def meta_review(plans: Iterable[Plan], toolkit: Toolkit) -> MetaReview:
    """Hold each plan against every criterion. Texts that say nothing count as empty."""
    rows = [
        (plan, tuple(criterion.met(read(plan, toolkit.reading).readable) for criterion in CRITERIA))
        for plan in plans
    ]
    return MetaReview(CRITERIA, tuple(sorted(rows, key=lambda row: row[0].title.casefold())))


def _rests_on_data(plan: Plan) -> bool | None:
    return any(evidence.led_to for evidence in plan.evidence) or any(
        e.evidence for e in plan.activities
    )


def _is_measurable(plan: Plan) -> bool | None:
    return any(has_target(indicator) for indicator in plan.indicators)


def _outputs_only(plan: Plan) -> bool | None:
    levels = {indicator.level for indicator in plan.indicators if has_target(indicator)}
    return None if not levels or None in levels else levels <= {"activity", "output"}


def _states_risks(plan: Plan) -> bool | None:
    return any(risk.statement for risk in plan.risks)


def _is_fully_budgeted(plan: Plan) -> bool | None:
    new = [activity for activity in plan.activities if activity.work != "business-as-usual"]
    return all(activity.budget for activity in new) if new else None


def _has_owners(plan: Plan) -> bool | None:
    return (
        all(names_one(activity.lead) for activity in plan.activities) if plan.activities else None
    )


def _links_activities(plan: Plan) -> bool | None:
    objective_ids = {objective.id for objective in plan.objectives}
    return (
        all(activity.objective in objective_ids for activity in plan.activities)
        if plan.activities
        else None
    )


def _has_monitoring_plan(plan: Plan) -> bool | None:
    return bool(plan.monitoring.how or plan.monitoring.separate)


CRITERIA = (
    Criterion("data", gettext_noop("Informed by data"), "9 L4.1", _rests_on_data),
    Criterion("measurable", gettext_noop("Measurable indicators"), "9 E5.1", _is_measurable),
    Criterion("outputs-only", gettext_noop("These measure outputs only"), "fn 53", _outputs_only),
    Criterion("risks", gettext_noop("Risks and assumptions stated"), "9 L4.3", _states_risks),
    Criterion("budgeted", gettext_noop("Fully budgeted"), "9 L3", _is_fully_budgeted),
    Criterion("owners", gettext_noop("One body for each activity"), "9 E1.4", _has_owners),
    Criterion(
        "linked", gettext_noop("Activities linked to objectives"), "9 E4.2", _links_activities
    ),
    Criterion("monitoring", gettext_noop("Monitoring plan"), "9 E5.2", _has_monitoring_plan),
)
"""The first five are those of the review that the source cites; the others its indicators ask for."""
