"""Due dates as a calendar shows them: a day for each period that lacks figures."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trueline.design import DESIGN
from trueline.exchange.icalendar import Event
from trueline.language import joined
from trueline.web.accounts.link_secrets import digest
from trueline.web.accounts.models import User
from trueline.web.accounts.roles import ALLOWED
from trueline.web.accounts.second_step_rule import (
    SecondStepNeeded,
    memberships_in_time,
    refuse_overdue_here,
)
from trueline.web.documents.models import DocumentRecord
from trueline.web.monitoring.assigned import among, assignments_of
from trueline.web.monitoring.models import CalendarFeed, Measurement, MeasurementState, Occasion
from trueline.web.monitoring.studies import studies_of

BEHIND, AHEAD = timedelta(days=366), timedelta(days=731)
"""How long what is overdue stays in a calendar, and how far ahead it looks."""
MOST_NAMES = 8
NAMESPACE = uuid.UUID("6f0d3c0e-6a0b-5d0c-9d0f-0c5f4a1f7b2e")
"""A namespace of ours alone: with the ids of a document and a period it makes an id that is the same everywhere."""
TO_ENTER = (MeasurementState.DUE, MeasurementState.DRAFT, MeasurementState.RETURNED)


def feed_with(secret: str) -> CalendarFeed | None:
    """The feed of a secret, whether or not it is still open. One query."""
    feeds = CalendarFeed.objects.select_related("user").filter(digest=digest(secret))
    return feeds.first()


def is_open(feed: CalendarFeed) -> bool:
    """Whether it can be read: not once its owner was signed out everywhere or may not sign in."""
    user = feed.user
    if feed.withdrawn or not user.is_active or feed.created < user.trusted_since:
        return False
    try:
        refuse_overdue_here(user)
    except SecondStepNeeded:
        return False
    return True


@dataclass
class DuePeriod:
    """A period of a programme with the figures still to be entered."""

    row: dict[str, Any]
    names: list[str] = field(default_factory=list)
    occasions: set[str] = field(default_factory=set)
    changed: list[datetime] = field(default_factory=list)

    def take(self, row: dict[str, Any]) -> None:
        """Count an indicator in."""
        content = json.loads(row["indicator__content"])
        self.names.append(content.get("statement") or row["indicator__key"])
        self.occasions.add(row["occasion"])
        moments = ("changed", "submitted", "decided", "indicator__since__approved")
        self.changed += [row[name] for name in moments if row[name]]

    @property
    def uid(self) -> str:
        """The same for as long as the period is due, on whichever machine the instance lies."""
        document, label = self.row["period__document"], self.row["period__label"]
        return str(uuid.uuid5(NAMESPACE, f"{document}/{label}"))

    @property
    def summary(self) -> str:
        count = len(self.names)
        text = ngettext(
            "%(count)s figure due for %(period)s: %(programme)s",
            "%(count)s figures due for %(period)s: %(programme)s",
            count,
        )
        programme = self.row["period__document__title"] or _(DESIGN.labels.untitled)
        return text % {"count": count, "period": self.row["period__label"], "programme": programme}

    @property
    def description(self) -> str:
        reasons = [str(each.label) for each in Occasion if each in self.occasions]
        further = len(self.names) - MOST_NAMES
        listed = self.names[:MOST_NAMES]
        if further > 0:
            more = ngettext("and %(count)s more", "and %(count)s more", further)
            listed = [*listed, more % {"count": further}]
        return "\n".join([joined(reasons, "and"), *(f"- {name}" for name in listed)])


def events_of(
    user: User, programmes: str, *, today: date, address: Callable[[str], str]
) -> Iterator[Event]:
    """The events due of the programmes that somebody may read, and of what they were assigned, by day,
    with the studies that they plan. A fixed number of queries, however many they are.

    `address` makes a whole address of a path.
    """
    roles = dict(memberships_in_time(user).values_list("organisation", "role"))
    reading = [each for each, role in roles.items() if "read" in ALLOWED[role]]
    for due in _due(user, reading, programmes, today):
        row = due.row
        rights = ALLOWED[roles[row["period__document__organisation"]]]
        if "edit" in rights:
            path = reverse("monitoring:enter", args=[row["period__document"], row["period"]])
        elif "read" in rights:
            path = reverse("monitoring:calendar", args=[row["period__document"]])
        else:
            path = reverse("monitoring:report", args=[row["period__document"], row["period"]])
        yield Event(
            uid=due.uid,
            day=row["period__end"],
            summary=due.summary,
            changed=max(due.changed),
            description=due.description,
            url=address(path),
        )
    yield from _studies(user, reading, programmes, today, address)


def _studies(
    user: User,
    organisations: list[uuid.UUID],
    programmes: str,
    today: date,
    address: Callable[[str], str],
) -> Iterator[Event]:
    records = DocumentRecord.objects.filter(
        kind=DESIGN.name, archived=None, organisation__in=organisations
    )
    if programmes == CalendarFeed.Programmes.OWN:
        records = records.filter(owner=user)
    for each in studies_of(records):
        if today - BEHIND <= each.day <= today + AHEAD:
            path = reverse("monitoring:calendar", args=[each.record.pk])
            yield Event(
                uid=str(uuid.uuid5(NAMESPACE, f"{each.record.pk}/study/{each.study.id}")),
                day=each.day,
                summary=_("Study due: %(study)s, %(programme)s")
                % {"study": each.name, "programme": each.record.label},
                changed=each.approved,
                description=joined([t for t in (each.kind, each.study.responsible) if t], "and"),
                url=address(f"{path}#studies"),
            )


def _due(
    user: User, organisations: list[uuid.UUID], programmes: str, today: date
) -> list[DuePeriod]:
    due: dict[int, DuePeriod] = {}
    for row in _rows(user, organisations, programmes, today):
        due.setdefault(row["period"], DuePeriod(row)).take(row)
    return list(due.values())


def _rows(
    user: User, organisations: list[uuid.UUID], programmes: str, today: date
) -> QuerySet[Measurement, dict[str, Any]]:
    rows = Measurement.objects.filter(
        state__in=TO_ENTER,
        indicator__retired=None,
        period__locked=None,
        period__end__range=(today - BEHIND, today + AHEAD),
        period__document__archived=None,
    )
    theirs = Q(period__document__organisation__in=organisations)
    if programmes == CalendarFeed.Programmes.OWN:
        theirs &= Q(period__document__owner=user)
    rows = rows.filter(theirs | among(assignments_of(user)))
    return rows.order_by("period__end", "period", "indicator__position", "pk").values(
        *("period", "period__label", "period__end", "period__document", "occasion"),
        *("period__document__title", "period__document__organisation"),
        *("indicator__key", "indicator__content", "indicator__since__approved"),
        *("changed", "submitted", "decided"),
    )
