"""Progress of a plan's activities, as the bodies responsible for them report it round by round.

A round is about the plan as it stood when the round was opened. A draft does not count as a report;
without a report an activity is neither at zero nor "not begun".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from trueline.document.budget import totals
from trueline.document.fields import Money
from trueline.plan.activity import Activity
from trueline.plan.plan import Plan

STATUSES = ("not-begun", "under-way", "held-up", "done", "given-up")
OVER = ("done", "given-up")
"""Where nothing more is expected of an activity."""
Standing = Literal["asked", "submitted", "accepted", "returned"]
COUNTED = ("submitted", "accepted")
"""The standings in which the report of a body counts."""


@dataclass(frozen=True)
class ActivityProgress:
    """A report on one activity. `spent` is since the plan began, None where nobody reported it."""

    status: str = ""
    spent: Money | None = None
    hinders: str = ""
    evidence: str = ""


NOTHING = ActivityProgress()


@dataclass(frozen=True)
class BodyProgress:
    """One body in a round: the ids of the activities that it reports on, and its report on each."""

    body: str
    standing: Standing
    activities: tuple[str, ...]
    progress: Mapping[str, ActivityProgress] = field(default_factory=dict)

    @property
    def counts(self) -> bool:
        """Whether its report counts: a draft does not."""
        return self.standing in COUNTED


@dataclass(frozen=True)
class Round:
    """A round of reports: what it is called, the days that it is about, and until when it is answered."""

    title: str
    first: date
    last: date
    due: date
    bodies: tuple[BodyProgress, ...]

    def of(self, activity: str) -> ActivityProgress:
        """The progress of an activity; `NOTHING` where no report on it counts."""
        for body in self.bodies:
            if activity in body.activities:
                return body.progress.get(activity, NOTHING) if body.counts else NOTHING
        return NOTHING

    @property
    def activities(self) -> tuple[str, ...]:
        """All activities that some body reports on."""
        return tuple(each for body in self.bodies for each in body.activities)

    @property
    def statuses(self) -> Counter[str]:
        """How many activities are at which status; under "" those without a report that counts."""
        return Counter(self.of(activity).status for activity in self.activities)

    @property
    def silent(self) -> tuple[str, ...]:
        """The bodies without a report that counts."""
        return tuple(body.body for body in self.bodies if not body.counts)

    @property
    def spent(self) -> dict[str, tuple[Money, int]]:
        """Spending by currency, and on how many activities it was reported."""
        sums = [counted.spent for counted in map(self.of, self.activities) if counted.spent]
        counted = Counter(each.currency for each in sums)
        return {
            currency: (Money(amount=amount, currency=currency), counted[currency])
            for currency, amount in totals(sums).items()
        }


def body_key(name: str) -> str:
    """Names of bodies that differ in nothing but case and spaces are one body."""
    return " ".join(name.split()).casefold()


def to_ask(plan: Plan, last: date) -> dict[str, tuple[Activity, ...]]:
    """The bodies to ask in a round that ends on a day, each with its activities that have begun by then."""
    names: dict[str, str] = {}
    activities_by_body: dict[str, list[Activity]] = {}
    for activity in plan.activities:
        if activity.lead.strip() and not (activity.start and activity.start > last):
            key = body_key(activity.lead)
            activities_by_body.setdefault(names.setdefault(key, activity.lead), []).append(activity)
    return {name: tuple(activities) for name, activities in activities_by_body.items()}


def answered_by_nobody(plan: Plan) -> tuple[Activity, ...]:
    """Activities that no body leads, so that none can be asked."""
    return tuple(each for each in plan.activities if not each.lead.strip())


def overdue(plan: Plan, round: Round, on: date) -> tuple[Activity, ...]:
    """Activities whose end has passed on a day, and that are not reported as over."""
    return tuple(
        each
        for each in plan.activities
        if each.end and each.end < on and round.of(each.id).status not in OVER
    )


@dataclass(frozen=True)
class Change:
    """An activity whose report differs from that of the round before."""

    activity: Activity
    before: ActivityProgress
    now: ActivityProgress


def changes(plan: Plan, before: Round, now: Round) -> Iterator[Change]:
    """Changes in status, money or what hinders between two rounds, in the order of the plan.

    An activity without a report in one of the two is left out: nothing is known of it.
    """
    for activity in plan.activities:
        was, became = before.of(activity.id), now.of(activity.id)
        if was.status and became.status and _content(was) != _content(became):
            yield Change(activity, was, became)


def _content(progress: ActivityProgress) -> tuple[object, ...]:
    return progress.status, progress.spent, progress.hinders


def moved(changes: Iterable[Change]) -> tuple[int, int]:
    """How many activities were finished since, and how many are held up since, by their changes."""
    every = [(each.before.status, each.now.status) for each in changes]
    finished = sum(now == "done" != before for before, now in every)
    return finished, sum(now == "held-up" != before for before, now in every)
