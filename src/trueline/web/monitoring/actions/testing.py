"""Keeping the totals of a test before and after."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from trueline.exchange.test_results import Totals
from trueline.limits import TEST_RESULTS
from trueline.web.accounts.models import User
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.documents.models import DocumentRecord
from trueline.web.monitoring.models import MonitoredIndicator, TestResult
from trueline.web.monitoring.test_results import stored_values


@transaction.atomic
def keep_totals(
    record: DocumentRecord,
    totals: Totals,
    *,
    title: str,
    before: date,
    after: date,
    indicator: MonitoredIndicator | None,
    passes_from: Decimal | None,
    by: User,
) -> tuple[TestResult, bool]:
    """Keep them, in the place of those of the same test. Returns whether anything changed.

    Raises OverLimit.
    """
    DocumentRecord.objects.select_for_update().get(pk=record.pk)
    values = {**stored_values(totals), "indicator": indicator, "passes_from": passes_from}
    present = record.test_results.filter(title=title, before=before, after=after).first()
    if present and all(getattr(present, name) == value for name, value in values.items()):
        return present, False
    if present is None:
        TEST_RESULTS.check(record.test_results.count() + 1)
    result = present or TestResult(document=record, title=title, before=before, after=after)
    for name, value in {**values, "saved": timezone.now(), "saved_by": by}.items():
        setattr(result, name, value)
    result.save()
    _tell(Action.CHANGED, record, by)
    return result, True


@transaction.atomic
def remove(result: TestResult, *, by: User) -> None:
    """Take out totals that were entered by mistake."""
    record = result.document
    result.delete()
    _tell(Action.REMOVED, record, by)


def _tell(action: Action, record: DocumentRecord, by: User) -> None:
    record_event(
        action,
        by=by,
        organisation=record.organisation_id,
        subject="measurement",
        subject_id=record.pk,
        register="tests",
    )
