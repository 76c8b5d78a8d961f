"""Whoever owns a programme is reminded of its figures a week before they are due, and when they are late."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.web.monitoring.conftest import (  # noqa: F401 - fixtures
    accepted,
    approve,
    due,
    entered,
    monitored,
    page,
    programme,
)
from trueline.web.accounts.models import MailFrequency, User
from trueline.web.documents.models import DocumentRecord
from trueline.web.home.news import tell_of_news
from trueline.web.monitoring.models import Measurement, ReportingPeriod


@pytest.fixture(autouse=True)
def _mail(settings: Any) -> None:
    settings.INSTANCE = replace(settings.INSTANCE, mail="smtp://mail.example.org")


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Any:
    def set_to(text: str) -> datetime:
        now = datetime.fromisoformat(text).replace(tzinfo=UTC)
        monkeypatch.setattr("django.utils.timezone.now", lambda: now)
        return now

    return set_to


@pytest.fixture
def owned(cast, monitored):  # noqa: F811
    """The programme, owned by the editor, who was told of everything before the end of February."""
    DocumentRecord.objects.filter(pk=monitored.pk).update(owner=cast.editor)
    User.objects.update(mail_when=MailFrequency.NEVER)
    User.objects.filter(pk=cast.editor.pk).update(
        mail_when=MailFrequency.DAILY,
        time_zone="UTC",
        mailed_until=datetime(2026, 3, 1, 7, tzinfo=UTC),
    )
    return monitored


def lines(mail: Any) -> list[str]:
    return [line for line in mail.body.splitlines() if line.startswith("- ")]


def test_a_week_before_and_on_the_day_after_each_once(owned, at, mailoutbox):
    at("2026-03-24T06:59")
    assert tell_of_news() == 0
    at("2026-03-24T07:01")
    assert tell_of_news() == 1
    assert tell_of_news() == 0
    assert "Figures of 2026-Q1" in lines(mailoutbox[0])[0]
    assert "are due by" in lines(mailoutbox[0])[0]
    at("2026-03-28T07:01")
    assert tell_of_news() == 0
    at("2026-04-01T07:01")
    assert tell_of_news() == 1
    assert "are overdue since" in lines(mailoutbox[1])[0]
    at("2026-04-02T07:01")
    assert tell_of_news() == 0


def test_not_of_what_was_entered_or_locked_nor_whoever_wants_none(cast, owned, at, mailoutbox):
    at("2026-03-24T08:00")
    quarter = ReportingPeriod.objects.filter(document=owned, label="2026-Q1")
    Measurement.objects.filter(period__in=quarter).update(state="submitted")
    assert tell_of_news() == 0
    Measurement.objects.filter(period__in=quarter).update(state="due")
    quarter.update(locked=datetime(2026, 3, 2, tzinfo=UTC))
    assert tell_of_news() == 0
    quarter.update(locked=None)
    User.objects.filter(pk=cast.editor.pk).update(mail_when=MailFrequency.NEVER)
    assert tell_of_news() == 0
    User.objects.filter(pk=cast.editor.pk).update(mail_when=MailFrequency.AT_ONCE)
    assert tell_of_news() == 1


def test_not_whoever_may_no_longer_enter_them(cast, owned, at, mailoutbox):
    at("2026-03-24T08:00")
    cast.editor.memberships.all().delete()
    assert tell_of_news() == 0
