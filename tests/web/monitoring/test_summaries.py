"""What is kept of where programmes stand: never older than the figures, and never written by a reader."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from trueline.web.documents.models import DocumentRecord
from trueline.web.monitoring import summaries
from trueline.web.monitoring.models import ProgrammeSummary

pytestmark = pytest.mark.either_database
TODAY = date(2026, 4, 10)


@pytest.fixture(autouse=True)
def spring(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args: TODAY)


def of(record: DocumentRecord, today: date = TODAY) -> summaries.Summary:
    return summaries.summaries_of([record], today)[record.pk]


def is_reckoned(record: DocumentRecord, today: date = TODAY) -> bool:
    """Whether figures are read, and not what was kept of them."""
    with CaptureQueriesContext(connection) as asked:
        of(record, today)
    return any("monitoring_measuredcell" in each["sql"] for each in asked)


def test_what_is_kept_says_what_would_be_reckoned(monitored, accepted):
    accepted("trained", "2026-Q1", value="250")
    accepted("acted", "2026-Q1", numerator="15", denominator="50")
    reckoned = of(monitored)
    assert is_reckoned(monitored)
    assert summaries.keep_some() == 1
    assert not is_reckoned(monitored)
    assert of(monitored) == reckoned
    assert [line.value for line in of(monitored).lines][:2] == ["250 people", "30 % (15 of 50)"]
    assert summaries.keep_some() == 0


def test_a_decision_a_correction_or_a_version_makes_it_old(monitored, accepted, revise, page, due):
    from tests.web.monitoring.conftest import DEBT, named, seen_on

    summaries.keep_some()
    accepted("trained", "2026-Q1", value="250")
    assert is_reckoned(monitored)
    assert of(monitored).lines[0].value == "250 people"
    summaries.keep_some()
    one = due("trained", "2026-Q1")
    data = seen_on(page("editor", "correct", one.pk)) | {named(one, "value"): "90"}
    page("editor", "correct", one.pk, data=data | {"reason": "Counted twice"})
    assert of(monitored).lines[0].value != "250 people"
    summaries.keep_some()
    revise(monitored, DEBT)
    assert [line.label for line in of(monitored).lines] == ["Fee paid by workers"]


def test_it_ends_when_a_period_or_a_target_does(monitored):
    summaries.keep_some()
    assert not is_reckoned(monitored, date(2026, 6, 29))
    assert is_reckoned(monitored, date(2026, 6, 30))  # the quarter's last day: a figure is expected
    assert is_reckoned(monitored, date(2026, 4, 9))  # a clock that was put back
    summaries.keep([monitored], date(2026, 12, 31))
    assert not is_reckoned(monitored, date(2026, 12, 31))
    assert is_reckoned(monitored, date(2027, 1, 1))  # the target's day is over


def test_what_can_not_be_read_is_reckoned(monitored):
    summaries.keep_some()
    ProgrammeSummary.objects.update(content='{"lines": 3}')
    assert len(of(monitored).lines) == 3


def test_figures_that_were_drawn_are_drawn_anew_when_one_changes(page, accepted):
    first = page("reader", "dashboard").content.decode()
    assert "Inspectors trained" in first
    accepted("trained", "2026-Q1", value="171")
    assert "171 people" in page("reader", "dashboard").content.decode()
