"""Housekeeping while an instance runs: sends waiting mail, and deletes what ended."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection, connections
from django.utils import timezone

from trueline.web.accounts.protection import undoing
from trueline.web.accounts.second_step_rule import forget_what_is_not_required
from trueline.web.attachments import actions as attachments
from trueline.web.audit import instance as instance_audit
from trueline.web.documents import recounting, revision_texts
from trueline.web.home import news
from trueline.web.idempotency import middleware as idempotency
from trueline.web.mail import actions as mail
from trueline.web.monitoring import summaries
from trueline.web.tasks import actions as tasks

logger = logging.getLogger(__name__)

PAUSE = 60.0
DAY = 24 * 3600


def purge_sessions() -> int:
    """Delete sessions that ended, by time or by a new password, and the notes of their devices."""
    call_command("clearsessions", verbosity=0)
    live_keys = Session.objects.values("session_key")
    count, _ = UserSession.objects.exclude(session_key__in=live_keys).delete()
    for session in UserSession.objects.select_related("user").iterator(500):
        key = session.session_key
        if session.purge():  # its password is another by now
            Session.objects.filter(session_key=key).delete()
            count += 1
    return count


def purge_counts() -> int:
    """Delete counts of guesses, and other memories of the cache, whose time is over."""
    table = connection.ops.quote_name(settings.CACHES["default"]["LOCATION"])
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [now])
        return int(cursor.rowcount)


DAILY: tuple[Callable[[], int], ...] = (
    purge_sessions,
    purge_counts,
    undoing.purge,
    mail.purge,
    idempotency.purge,
    instance_audit.purge,
    forget_what_is_not_required,
    attachments.purge,
)
"""A new sort of thing that ends by itself needs its line here."""


class Housekeeping(threading.Thread):
    """Runs beside the server: mail, files, revisions, counts and summaries every minute, the rest daily.

    Several processes may do so at once: what one has done the other finds done.
    """

    def __init__(self, *, pause: float = PAUSE) -> None:
        super().__init__(name="housekeeping", daemon=True)
        self._pause = pause
        self._stopped = threading.Event()
        self._purged = 0.0

    def __enter__(self) -> None:
        self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def run(self) -> None:
        while not self._stopped.is_set():
            self.once()
            connections.close_all()
            self._stopped.wait(self._pause)

    def stop(self) -> None:
        self._stopped.set()

    def once(self) -> None:
        """Do what is due. A task that fails is logged, and tried again the next time."""
        jobs = [
            mail.send_waiting,
            news.tell_of_news,
            tasks.purge,
            revision_texts.move_some,
            recounting.recount,
            summaries.keep_some,
        ]
        if time.monotonic() - self._purged >= DAY or not self._purged:
            jobs += DAILY
            self._purged = time.monotonic()
        for job in jobs:
            try:
                job()
            except Exception:
                logger.exception("Housekeeping: %s failed.", job.__name__)
