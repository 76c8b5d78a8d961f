"""What ends is deleted by itself, day by day."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone

from trueline.web.accounts.actions import people
from trueline.web.accounts.models import UndoLink, User
from trueline.web.mail.models import WaitingMail
from trueline.web.serving import housekeeping
from trueline.web.serving.housekeeping import DAILY, Housekeeping, purge_counts, purge_sessions

pytestmark = pytest.mark.django_db
WORDS = "quiet-lantern-harvest-9"


@pytest.fixture
def person() -> User:
    return people.create(email="person@example.org", name="A Person", password=WORDS)


def signed_in() -> Client:
    client = Client()
    client.post("/account/login/", {"login": "person@example.org", "password": WORDS})
    return client


def test_sessions_that_ended_go_with_the_notes_of_their_devices(person):
    over, kept = signed_in(), signed_in()
    key = over.session.session_key
    Session.objects.filter(pk=key).update(expire_date=timezone.now() - timedelta(seconds=1))
    assert purge_sessions() == 1
    assert not Session.objects.filter(pk=key).exists()
    assert not UserSession.objects.filter(session_key=key).exists()
    assert kept.get("/account/").status_code == 200


def test_sessions_of_a_former_password_go(person):
    former = signed_in()
    person.set_password("slow-meadow-bicycle-4")
    person.save()
    assert purge_sessions() == 1
    assert not Session.objects.filter(pk=former.session.session_key).exists()


def test_counts_whose_time_is_over_go():
    cache.set("over", 1, timeout=0.001)
    cache.set("kept", 1, timeout=600)
    table = connection.ops.quote_name(settings.CACHES["default"]["LOCATION"])
    long_ago = connection.ops.adapt_datetimefield_value(timezone.now() - timedelta(days=1))
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET expires = %s WHERE cache_key LIKE %s", [long_ago, "%over"]
        )
    assert purge_counts() == 1
    assert cache.get("kept") == 1


def test_links_to_undo_go_with_what_they_kept(person):
    UndoLink.objects.create(
        user=person,
        change="password_changed",
        before={},
        digest="x",
        expires=timezone.now() - timedelta(seconds=1),
    )
    for task in DAILY:
        task()
    assert not UndoLink.objects.exists()


def test_mail_is_tried_each_time_and_the_rest_daily(monkeypatch):
    done, now = [], [1000.0]
    monkeypatch.setattr(housekeeping, "DAILY", (lambda: done.append("purged"),))
    monkeypatch.setattr(housekeeping.mail, "send_waiting", lambda: done.append("mail"))
    monkeypatch.setattr(housekeeping.time, "monotonic", lambda: now[0])
    worker = Housekeeping()
    for later in (0, 60, 24 * 3600 - 61, 61):
        now[0] += later
        worker.once()
    assert done == ["mail", "purged", "mail", "mail", "mail", "purged"]


def test_a_task_that_fails_stops_no_other(monkeypatch, caplog):
    def fails() -> int:
        raise RuntimeError("full disk")

    done = []
    monkeypatch.setattr(housekeeping, "DAILY", (fails, lambda: done.append("other")))
    Housekeeping().once()
    assert done == ["other"]
    assert "fails failed" in caplog.text


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_it_runs_beside_a_server_until_that_stops(mailoutbox):
    WaitingMail.objects.create(to="a@example.org", subject="s", body="b", next_try=timezone.now())
    worker = Housekeeping(pause=0.05)
    worker.start()
    for _ in range(100):
        if mailoutbox:
            break
        worker.join(0.05)
    worker.stop()
    worker.join(5)
    assert not worker.is_alive()
    assert [m.to for m in mailoutbox] == [["a@example.org"]]
