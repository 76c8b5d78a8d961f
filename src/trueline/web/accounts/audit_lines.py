"""Events with the names of people who are still there."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from trueline.web.accounts.queries import names_by_pseudonym
from trueline.web.accounts.roles import Role
from trueline.web.audit.models import Event
from trueline.web.audit.subjects import names_of
from trueline.web.audit.wording import sentence


@dataclass(frozen=True)
class Line:
    """An event as it is read: who and what in words."""

    event: Event
    who: str
    what: str


def lines(events: Iterable[Event]) -> Iterator[Line]:
    """Events in words. A query for people and one for each sort of subject."""
    events = list(events)
    people = names_by_pseudonym({event.actor for event in events if event.actor})
    subjects = names_of(events)
    roles = {role.value: str(role.label) for role in Role}
    for event in events:
        name = subjects.get((event.subject, event.subject_id), "")
        yield Line(event, who(event.actor, people), sentence(event, name, roles))


def who(actor: uuid.UUID | None, people: Mapping[str, str]) -> str:
    """A name, or "former member" with the start of the pseudonym that tells them apart."""
    if actor is None:
        return _("Trueline itself")
    return people.get(str(actor)) or _("Former member %(mark)s") % {"mark": str(actor)[:8]}
