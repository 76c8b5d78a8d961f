"""What has become of a plan's activities, as the bodies that answer for them say round by round.

A round is asked of the plan as it stood when the round was opened. What is only drafted counts as
not said; what nobody said is neither zero nor "not begun".
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
SAID = ("submitted", "accepted")
"""The standings in which what a body wrote counts as said."""


@dataclass(frozen=True)
class Said:
    """What was said of one activity. `spent` is since the plan began; None where nobody said."""

    status: str = ""
    spent: Money | None = None
    hinders: str = ""
    evidence: str = ""


NOTHING = Said()


@dataclass(frozen=True)
class BodyProgress:
    """One body in a round: the ids of the activities that it was asked for, and what it said."""

    body: str
    standing: Standing
    asked: tuple[str, ...]
    said: Mapping[str, Said] = field(default_factory=dict)

    @property
    def counts(self) -> bool:
        """Whether what it wrote counts as said."""
        return self.standing in SAID


@dataclass(frozen=True)
class Round:
    """A round of reports: what it is called, the days that it is about, and until when it is answered."""

    title: str
    first: date
    last: date
    due: date
    bodies: tuple[BodyProgress, ...]

    def of(self, activity: str) -> Said:
        """What counts as said of an activity; `NOTHING` where that is nothing."""
        for body in self.bodies:
            if activity in body.asked:
                return body.said.get(activity, NOTHING) if body.counts else NOTHING
        return NOTHING

    @property
    def asked(self) -> tuple[str, ...]:
        """All activities that somebody was asked for."""
        return tuple(each for body in self.bodies for each in body.asked)

    @property
    def statuses(self) -> Counter[str]:
        """How many activities are at which status; under "" those of which nothing counts as said."""
        return Counter(self.of(activity).status for activity in self.asked)

    @property
    def silent(self) -> tuple[str, ...]:
        """The bodies from which nothing has come that counts."""
        return tuple(body.body for body in self.bodies if not body.counts)

    @property
    def spent(self) -> dict[str, tuple[Money, int]]:
        """By currency what was spent, and of how many activities that was said."""
        sums = [said.spent for said in map(self.of, self.asked) if said.spent]
        said = Counter(each.currency for each in sums)
        return {
            currency: (Money(amount=amount, currency=currency), said[currency])
            for currency, amount in totals(sums).items()
        }


def body_key(name: str) -> str:
    """Names of bodies that differ in nothing but case and spaces are one body."""
    return " ".join(name.split()).casefold()


def to_ask(plan: Plan, last: date) -> dict[str, tuple[Activity, ...]]:
    """Whom to ask in a round until a day: each body with its activities, but for those that begin later."""
    names: dict[str, str] = {}
    asked: dict[str, list[Activity]] = {}
    for activity in plan.activities:
        if activity.lead.strip() and not (activity.start and activity.start > last):
            key = body_key(activity.lead)
            asked.setdefault(names.setdefault(key, activity.lead), []).append(activity)
    return {name: tuple(activities) for name, activities in asked.items()}


def answered_by_nobody(plan: Plan) -> tuple[Activity, ...]:
    """Activities of which no body can be asked: none is named."""
    return tuple(each for each in plan.activities if not each.lead.strip())


def overdue(plan: Plan, made: Round, on: date) -> tuple[Activity, ...]:
    """Activities whose end has passed on a day, and of which nobody says that they are over."""
    return tuple(
        each
        for each in plan.activities
        if each.end and each.end < on and made.of(each.id).status not in OVER
    )


@dataclass(frozen=True)
class Change:
    """An activity of which something else is said than the round before."""

    activity: Activity
    before: Said
    now: Said


def changes(plan: Plan, before: Round, now: Round) -> Iterator[Change]:
    """Where status, money or what hinders differ between two rounds, in the order of the plan.

    An activity of which one of the two says nothing is no change: it is not known.
    """
    for activity in plan.activities:
        was, said = before.of(activity.id), now.of(activity.id)
        if was.status and said.status and _told(was) != _told(said):
            yield Change(activity, was, said)


def _told(said: Said) -> tuple[object, ...]:
    return said.status, said.spent, said.hinders


def moved(made: Iterable[Change]) -> tuple[int, int]:
    """Of changes, how many activities were finished since, and how many are held up since."""
    every = [(each.before.status, each.now.status) for each in made]
    done = sum(now == "done" != before for before, now in every)
    return done, sum(now == "held-up" != before for before, now in every)
