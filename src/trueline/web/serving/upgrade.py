"""Whether this version and these keys fit a database, and bringing it to this version."""

from __future__ import annotations

from collections.abc import Callable

from django.db import OperationalError

from trueline.language import ngettext
from trueline.web.serving import instance_keys, start, versions
from trueline.web.serving.start_lock import start_lock
from trueline.web.serving.startup_errors import CannotRun


def bring_up_to_date(say: Callable[[str], None]) -> None:
    """Raises CannotRun, and then nothing was changed. `say` is called where that takes waiting.

    What is stopped half-way goes on at the next start: each change is whole or not there.
    """
    with start_lock(say):
        versions.refuse_newer()
        instance_keys.refuse_other_keys()
        behind = versions.migrations_behind()
        if behind:
            _migrate()
        instance_keys.keep(changed_tables=bool(behind))


def _migrate() -> None:
    """Again where PostgreSQL gave up a change because a backup that reads tables in another order held
    some of them: by then it has ended, or was given up itself."""
    for _ in range(TRIES - 1):
        try:
            return start.migrate()
        except OperationalError as error:
            if getattr(error.__cause__, "sqlstate", "") != DEADLOCK:
                raise
    return start.migrate()


TRIES = 5
DEADLOCK = "40P01"


def require_up_to_date(purpose: str) -> None:
    """Raises CannotRun where `trueline serve` has not brought the database to this version yet."""
    require_fit(purpose)
    if behind := versions.migrations_behind():
        raise CannotRun(
            ngettext(
                "The database is {count} change behind this version. `trueline serve` brings it up"
                " to date; start this again afterwards.",
                "The database is {count} changes behind this version. `trueline serve` brings it up"
                " to date; start this again afterwards.",
                behind,
            )
        )


def require_fit(purpose: str, *, with_keys: bool = True) -> None:
    """For what looks after an instance without starting it. Raises CannotRun where there is none,
    where a newer version has changed it, or (`with_keys`) where it belongs with other keys."""
    start.require_instance(purpose, with_keys=with_keys)
    versions.refuse_newer()
    if with_keys:
        instance_keys.refuse_other_keys()
