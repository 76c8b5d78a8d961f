"""An organisation's own facts on ratifications: taken in as a whole, and put before the register.

What its file does not speak of stays what the register knows, and unknown stays unknown.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from trueline.exchange.ratifications import Update, update_in
from trueline.legal import LEGAL, LegalReview
from trueline.limits import OWN_FACTS
from trueline.memory import Cache
from trueline.toolkit.ratifications import COLUMNS, Ratification, Register, Status, load_register
from trueline.web.accounts.models import Organisation, User
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.documents.kind_pages import Related
from trueline.web.documents.portfolio.entries import count_kind_anew
from trueline.web.legals.models import OwnFacts

SUBJECT = "own facts"
_updates: Cache[Update] = Cache(16_000_000)


def update_of(own: OwnFacts) -> Update:
    """The register with an organisation's facts in it."""
    rows = ((line, row) for line, row in enumerate([[*COLUMNS], *own.rows], 1))
    day = timezone.localdate(own.taken_in)
    return _updates.get(
        (own.pk, own.taken_in), lambda: update_in(rows, own.name, load_register(), today=day)
    )


def register_of(organisation: uuid.UUID) -> Register:
    """The register with an organisation's own facts, which take precedence."""
    own = OwnFacts.objects.filter(organisation=organisation).first()
    return update_of(own).register if own else load_register()


def own_register(organisation: uuid.UUID, review: LegalReview) -> Related:
    """The further input of a legal review's rules."""
    own = OwnFacts.objects.filter(organisation=organisation).first()
    if own is None:
        return Related()
    return Related(("register", own.pk, own.taken_in), {"register": update_of(own).register})


@transaction.atomic
def take_in(
    organisation: Organisation, rows: Sequence[tuple[int, Sequence[object]]], name: str, *, by: User
) -> Update:
    """Use a file's facts from now on, in place of those before. Raises FileProblems and OverLimit."""
    now = timezone.now()
    update = update_in(rows, name, load_register(), today=timezone.localdate(now))
    OWN_FACTS.check(len(update.taken))
    OwnFacts.objects.update_or_create(
        organisation=organisation,
        defaults={
            "name": name[:300],
            "rows": [_row(fact) for fact in update.taken],
            "taken_in": now,
            "taken_in_by": by,
        },
    )
    count_kind_anew(organisation.pk, LEGAL.name)
    _tell(Action.TOOK_IN_A_FILE, organisation, by)
    return update


@transaction.atomic
def take_out(organisation: Organisation, *, by: User) -> None:
    """Go back to the register alone."""
    deleted, _by_model = OwnFacts.objects.filter(organisation=organisation).delete()
    if deleted:
        count_kind_anew(organisation.pk, LEGAL.name)
        _tell(Action.REMOVED, organisation, by)


def follow_putting_back(facts: OwnFacts, _by: User) -> None:
    """Count an organisation's own facts again after they were restored."""
    count_kind_anew(facts.organisation_id, LEGAL.name)


def _tell(action: Action, organisation: Organisation, by: User) -> None:
    record_event(
        action, by=by, organisation=organisation.pk, subject=SUBJECT, subject_id=organisation.pk
    )


def _row(fact: Ratification) -> list[str]:
    return [
        fact.state,
        fact.instrument,
        fact.status.value,
        "" if fact.day is None else str(fact.day),
        fact.action.value if fact.action else "",
        "" if fact.as_of is None else str(fact.as_of),
        fact.source.id if fact.source else "",
    ]


@dataclass(frozen=True)
class Total:
    """How many states are at a status of one instrument, in the register and with the own facts."""

    instrument: str
    counts: tuple[tuple[Status, int, int], ...]

    @property
    def changed(self) -> bool:
        """Whether the own facts make a difference."""
        return any(before != after for _status, before, after in self.counts)


def totals(register: Register) -> Iterator[Total]:
    """Each instrument of which own facts change a total, by status; nothing else of it is hidden."""
    for instrument in register.instruments:
        before, after = (
            Counter(fact.status for fact in each.of_instrument(instrument.id))
            for each in (load_register(), register)
        )
        total = Total(
            instrument.title, tuple((status, before[status], after[status]) for status in Status)
        )
        if total.changed:
            yield total


def rows(organisation: Organisation) -> Iterator[dict[str, Any]]:
    """The facts, for what an organisation takes away."""
    for own in OwnFacts.objects.filter(organisation=organisation):
        for row in own.rows:
            yield dict(zip(COLUMNS, row, strict=True))


def of_person(user: User) -> list[dict[str, Any]]:
    """Files of facts that somebody took in."""
    return [
        {"name": own.name, "taken_in": own.taken_in.isoformat()}
        for own in OwnFacts.objects.filter(taken_in_by=user)
    ]
