"""A programme of one year with indicators of several sorts, approved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from trueline.design import Design, Indicator
from trueline.document import set_field
from trueline.web.documents import store
from trueline.web.documents.actions import submitting
from trueline.web.documents.models import DocumentRecord, Submission
from trueline.web.monitoring.models import Measurement

TRAINED: dict[str, Any] = {
    "id": "trained",
    "statement": "Inspectors trained",
    "measure": "count",
    "unit": "people",
    "direction": "up",
    "counts_people": True,
    "baseline": {"value": 0},
    "targets": [{"due": date(2026, 12, 31), "value": Decimal(200)}],
    "frequency": "quarterly",
    "disaggregation": ["sex"],
}
ACTED: dict[str, Any] = {
    "id": "acted",
    "statement": "Share of signs acted on",
    "measure": "proportion",
    "numerator": "Signs acted on",
    "denominator": "Signs seen",
    "unit": "per cent",
    "direction": "up",
    "counts_people": False,
    "targets": [{"due": date(2026, 12, 31), "value": Decimal(60)}],
    "frequency": "quarterly",
}
DEBT: dict[str, Any] = {
    "id": "debt",
    "statement": "Fee paid by workers",
    "measure": "count",
    "unit": "EUR",
    "direction": "down",
    "counts_people": False,
    "over_periods": "last",
    "baseline": {"value": 40},
    "targets": [{"due": date(2026, 12, 31), "value": Decimal(20)}],
    "frequency": "yearly",
    "follow_up_months": [12],
}


@pytest.fixture
def programme() -> Design:
    return Design.model_validate(
        {
            "title": "Safe work",
            "start": date(2026, 1, 1),
            "end": date(2026, 12, 31),
            "indicators": [TRAINED, ACTED, DEBT],
        }
    )


@pytest.fixture
def approve(cast) -> Callable[..., Submission]:
    """Submit a design as it is now, and approve it."""

    def approved(record: DocumentRecord, name: str = "Version") -> Submission:
        record.refresh_from_db()
        submission = submitting.submit(record, by=cast.editor, name=name)
        submitting.approve(record, submission, by=cast.owner)
        return submission

    return approved


@pytest.fixture
def monitored(keep, programme, approve) -> DocumentRecord:
    """The programme, kept and approved."""
    record = keep(programme)
    approve(record)
    return record


@pytest.fixture
def revise(cast, approve) -> Callable[..., Submission]:
    """Give the design other indicators, and approve that."""

    def revised(record: DocumentRecord, *indicators: dict[str, Any]) -> Submission:
        models = tuple(Indicator.model_validate(each) for each in indicators)
        made = store.Change("", lambda design: (set_field(design, "indicators", models), ""))
        store.save(record.pk, [made], by=cast.editor, action="changed")
        return approve(record)

    return revised


@pytest.fixture
def due(monitored) -> Callable[[str, str], Measurement]:
    """The measurement of an indicator in a period."""

    def found(key: str, period: str) -> Measurement:
        rows = Measurement.objects.select_related("indicator", "period")
        return rows.get(
            indicator__document=monitored,
            indicator__key=key,
            indicator__retired=None,
            period__label=period,
        )

    return found
