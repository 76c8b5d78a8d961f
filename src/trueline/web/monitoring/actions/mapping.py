"""Remembering what the columns of a programme's workbooks hold."""

from __future__ import annotations

from django.utils import timezone

from trueline.exchange.measurements.mapping import ColumnMap
from trueline.limits import COLUMN_MAPPINGS
from trueline.web.accounts.models import User
from trueline.web.documents.models import DocumentRecord
from trueline.web.monitoring.models import ColumnMapping


def remember(record: DocumentRecord, headings: str, column_map: ColumnMap, *, by: User) -> None:
    """Store the description of columns with these headings, in the place of an earlier one."""
    ColumnMapping.objects.update_or_create(
        document=record,
        headings=headings,
        defaults={"content": column_map.as_data(), "saved": timezone.now(), "saved_by": by},
    )
    newest_first = record.column_mappings.order_by("-saved").values_list("pk", flat=True)
    record.column_mappings.filter(pk__in=list(newest_first[COLUMN_MAPPINGS.most :])).delete()
