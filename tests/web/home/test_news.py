"""Mail about what waits for somebody: at once, in the morning by their clocks, or never."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from trueline.web.accounts.models import MailFrequency, User
from trueline.web.comments import actions as discussion
from trueline.web.comments.models import Comment
from trueline.web.documents.actions import submitting
from trueline.web.home.news import tell_of_news


@pytest.fixture(autouse=True)
def _mail(settings: Any) -> None:
    settings.INSTANCE = replace(settings.INSTANCE, mail="smtp://mail.example.org")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Sets what time it is for whoever is told."""

    def at(text: str) -> datetime:
        now = datetime.fromisoformat(text).replace(tzinfo=UTC)
        monkeypatch.setattr("trueline.web.home.news.timezone.now", lambda: now)
        return now

    return at


def named(cast: Any, record: Any, when: datetime) -> None:
    made = discussion.begin(record, by=cast.editor, address="", text="@Reader Person secret words")
    Comment.objects.filter(pk=made.pk).update(at=when)
    User.objects.update(mailed_until=when - timedelta(hours=1))


def chosen(cast: Any, mail_when: MailFrequency, zone: str = "") -> None:
    User.objects.filter(pk=cast.reader.pk).update(mail_when=mail_when, time_zone=zone)


def test_at_once_and_once(cast, record, clock, mailoutbox):
    now = clock("2027-03-01T15:00")
    named(cast, record, now - timedelta(minutes=1))
    chosen(cast, MailFrequency.AT_ONCE)
    assert tell_of_news() == 1
    (mail,) = mailoutbox
    assert mail.to == ["reader@example.org"]
    assert "Editor Person" in mail.body
    assert record.label in mail.body
    assert "secret words" not in mail.body
    assert tell_of_news() == 0


def test_in_the_morning_by_ones_own_clocks(cast, record, clock, mailoutbox):
    now = clock("2027-03-01T15:00")
    named(cast, record, now - timedelta(minutes=1))
    chosen(cast, MailFrequency.DAILY, "Asia/Kathmandu")
    assert tell_of_news() == 0
    clock("2027-03-02T01:10")  # 6:55 in Nepal
    assert tell_of_news() == 0
    clock("2027-03-02T01:20")
    assert tell_of_news() == 1
    assert tell_of_news() == 0


def test_never(cast, record, clock, mailoutbox):
    named(cast, record, clock("2027-03-01T15:00") - timedelta(days=3))
    chosen(cast, MailFrequency.NEVER)
    assert tell_of_news() == 0


def test_nothing_of_what_was_seen_or_is_out_of_reach(cast, record, clock, mailoutbox):
    named(cast, record, clock("2027-03-01T15:00") - timedelta(minutes=1))
    chosen(cast, MailFrequency.AT_ONCE)
    cast.reader.memberships.all().delete()
    assert tell_of_news() == 0


def test_owners_are_told_what_is_handed_in(cast, record, clock, mailoutbox):
    User.objects.update(
        mailed_until=timezone.now() - timedelta(hours=1), mail_when=MailFrequency.AT_ONCE
    )
    submitting.submit(record, by=cast.editor, name="For the donor")
    assert tell_of_news() == 1
    assert mailoutbox[0].to == ["owner@example.org"]


def test_without_a_mail_server_nothing_is_tried(settings, cast, record, clock, mailoutbox):
    settings.INSTANCE = replace(settings.INSTANCE, mail="")
    named(cast, record, clock("2027-03-01T15:00") - timedelta(minutes=1))
    chosen(cast, MailFrequency.AT_ONCE)
    assert tell_of_news() == 0


def test_it_is_chosen_in_the_account_with_ones_clocks(cast):
    client = cast.client("reader")
    sent = {"name": "Reader Person", "language": "", "time_zone": "Asia/Kathmandu"}
    client.post(reverse("accounts:account"), {**sent, "mail_when": "never"})
    reader = User.objects.get(pk=cast.reader.pk)
    assert (reader.time_zone, reader.mail_when) == ("Asia/Kathmandu", "never")
    refused = client.post(reverse("accounts:account"), {**sent, "time_zone": "Moon/Base"})
    assert "Moon" not in User.objects.get(pk=cast.reader.pk).time_zone
    assert refused.status_code == 200


def test_times_are_by_ones_own_clocks(cast, record):
    made = discussion.begin(record, by=cast.editor, address="", text="Hm")
    Comment.objects.filter(pk=made.pk).update(at=datetime(2027, 3, 1, 23, 30, tzinfo=UTC))
    chosen(cast, MailFrequency.NEVER, "Asia/Kathmandu")
    address = reverse("comments:list", args=[record.pk])
    assert "2 March 2027" in cast.client("reader").get(address).content.decode()
    assert "1 March 2027" in cast.client("owner").get(address).content.decode()


def test_a_zone_that_this_machine_does_not_know_is_no_obstacle(cast, record):
    chosen(cast, MailFrequency.NEVER, "Moon/Base")
    assert cast.client("reader").get(reverse("home")).status_code == 200
