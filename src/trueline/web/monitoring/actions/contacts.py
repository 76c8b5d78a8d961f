"""Saving where people were identified, and where chances were missed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from trueline.measures.periods import Period
from trueline.web.accounts.models import User
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.documents.models import DocumentRecord
from trueline.web.monitoring.models import ContactTable
from trueline.web.monitoring.snapshots import digest


@dataclass(frozen=True)
class Table:
    """The counts of a period."""

    counts: Mapping[str, Sequence[int | None]]
    conditions: Mapping[str, str]
    note: str = ""

    @property
    def seen(self) -> str:
        """A digest, equal for equal contents."""
        pairs = {key: list(pair) for key, pair in self.counts.items()}
        return digest([pairs, dict(self.conditions), self.note])


class EditConflict(Exception):
    """Somebody else saved the table of this period meanwhile. Nothing was saved."""


def table_of(table: ContactTable | None) -> Table:
    """The counts of a period, empty where there are none yet."""
    return Table(table.counts, table.conditions, table.note) if table else Table({}, {})


@transaction.atomic
def save(record: DocumentRecord, when: Period, table: Table, *, seen: str, by: User) -> None:
    """Save the counts of a period. `seen` is what stood there when its writer began.

    Raises EditConflict.
    """
    DocumentRecord.objects.select_for_update().get(pk=record.pk)
    present = record.contact_tables.filter(label=when.label).first()
    if table_of(present).seen != seen:
        raise EditConflict
    if table_of(present) == table:
        return
    row = present or ContactTable(document=record, label=when.label, start=when.start, end=when.end)
    row.counts = {key: list(pair) for key, pair in table.counts.items()}
    row.conditions, row.note = dict(table.conditions), table.note
    row.saved, row.saved_by = timezone.now(), by
    row.save()
    record_event(
        Action.CHANGED,
        by=by,
        organisation=record.organisation_id,
        subject="measurement",
        subject_id=record.pk,
        contacts=when.label,
    )
