"""Whether an instance is safe and sound, in plain sentences."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Literal

from django.conf import settings
from django.core import checks
from django.core.mail import get_connection
from django.db import DatabaseError, connection

from trueline.files import FileProblems, typed
from trueline.language import gettext, joined, ngettext, number
from trueline.sandbox import confinement
from trueline.web.config import keys
from trueline.web.config.database import WAL_IS_SAFE_FROM, wal_is_safe
from trueline.web.config.instance import LOCAL_HOSTS
from trueline.web.mail.models import WaitingMail
from trueline.web.serving.installed import LOCK, differences
from trueline.web.serving.instance_keys import mismatch
from trueline.web.serving.startup_errors import of_database
from trueline.web.serving.versions import migrations_behind, newer_than_this
from trueline.web.tasks.queries import is_anybody_working

LITTLE_ROOM = 1_000_000_000


@dataclass(frozen=True)
class Answer:
    """One thing that was looked at. NOTE is worth knowing; only WRONG has to be put right."""

    mark: Literal["ok", "NOTE", "WRONG"]
    text: str


def report() -> list[Answer]:
    """All checks, Django's own included."""
    own = (
        _hosts,
        _https,
        _sign_up,
        _keys,
        _folder,
        _room,
        _packages,
        _database,
        _worker,
        _mail,
        _uploads,
    )
    return [answer for check in own for answer in check()] + list(_of_django())


def _hosts() -> Iterator[Answer]:
    hosts = settings.INSTANCE.hosts
    if hosts == LOCAL_HOSTS:
        yield Answer(
            "NOTE",
            gettext(
                "Only this computer can reach it. For others, set TRUELINE_HOSTS to"
                " the name they will use, such as trueline.example.org."
            ),
        )
    elif "*" in hosts:
        yield Answer(
            "WRONG", gettext("TRUELINE_HOSTS holds *, so it answers to any name. Write its names.")
        )
    else:
        yield Answer(
            "ok", gettext("It answers to {hosts} and to no other name.", hosts=", ".join(hosts))
        )


def _https() -> Iterator[Answer]:
    instance = settings.INSTANCE
    if instance.https:
        below = (
            " " + gettext("So is every name below its own.") if instance.https_subdomains else ""
        )
        yield Answer(
            "ok", gettext("Visitors are led to https, and sign-in cookies go nowhere else.") + below
        )
        if not instance.proxied:
            yield Answer(
                "WRONG",
                gettext(
                    "TRUELINE_HTTPS is on but TRUELINE_PROXIED is not: Trueline can't"
                    " see which requests came by https, and would redirect for ever."
                ),
            )
    elif instance.hosts == LOCAL_HOSTS:
        yield Answer(
            "ok", gettext("No https, which is fine while only this computer can reach it.")
        )
    else:
        yield Answer(
            "WRONG",
            gettext(
                "Passwords would cross the network unprotected. Put a web server with"
                " https before it and set TRUELINE_HTTPS=yes, TRUELINE_PROXIED=yes."
            ),
        )


def _sign_up() -> Iterator[Answer]:
    if settings.INSTANCE.demo:
        yield Answer("WRONG", gettext("TRUELINE_DEMO is on: whoever has the link can be anybody."))
    if settings.INSTANCE.sign_up == "open":
        yield Answer(
            "NOTE",
            gettext(
                "Anybody may sign up (TRUELINE_SIGN_UP=open). They see no"
                " organisation's work, but can make one of their own."
            ),
        )
    else:
        yield Answer("ok", gettext("Only people with an invitation can sign up."))
    days = settings.INSTANCE.second_step_days
    if days is None:
        yield Answer(
            "NOTE",
            gettext(
                "A second step is left to each person and organisation. To require one"
                " of everybody, set TRUELINE_SECOND_STEP to days of grace, such as 14."
            ),
        )
    else:
        yield Answer(
            "ok",
            gettext(
                "Everybody needs a second step, {days} days after they first sign in.", days=days
            ),
        )


def _keys() -> Iterator[Answer]:
    folder, wrong = settings.INSTANCE.key_folder, False
    for path in (folder / name for name in keys.NAMES):
        if not path.exists():
            wrong = True
            yield Answer(
                "WRONG", gettext("There is no {path}; the next start makes a new one.", path=path)
            )
        elif os.name == "posix" and path.stat().st_mode & 0o077:
            wrong = True
            yield Answer(
                "WRONG",
                gettext(
                    "Other users of this computer can read {path}. Run: chmod 600 {typed}",
                    path=path,
                    typed=typed(path),
                ),
            )
    if not wrong:
        yield Answer(
            "ok", gettext("The keys in {folder} can be read by their owner alone.", folder=folder)
        )
    if problem := mismatch():
        yield Answer("WRONG", problem)


def _folder() -> Iterator[Answer]:
    folder = settings.INSTANCE.folder
    if not os.access(folder, os.W_OK):
        yield Answer(
            "WRONG",
            gettext(
                "Can't write to {folder}. Run Trueline as the user who owns it.", folder=folder
            ),
        )
    elif os.name == "posix" and folder.stat().st_mode & 0o007:
        yield Answer(
            "NOTE",
            gettext(
                "Other users of this computer can look into {folder}. Run: chmod 700 {typed}",
                folder=folder,
                typed=typed(folder),
            ),
        )
    else:
        yield Answer("ok", gettext("{folder} can be written to.", folder=folder))


def _room() -> Iterator[Answer]:
    free = shutil.disk_usage(settings.INSTANCE.folder).free
    text = gettext(
        "{free} GB are free on its disk.", free=number(Decimal(free // 100_000_000) / 10)
    )
    yield Answer("ok" if free > LITTLE_ROOM else "WRONG", text)


def _packages() -> Iterator[Answer]:
    others = differences()
    older = ", ".join(str(difference) for difference in others if difference.is_older)
    newer = ", ".join(str(difference) for difference in others if not difference.is_older)
    if older:
        yield Answer(
            "WRONG",
            gettext(
                "Packages are older than this version was tested with, or missing:"
                " {older}. Install what it was tested with: {executable} -m pip install"
                " --require-hashes -r {lock}",
                older=older,
                executable=sys.executable,
                lock=LOCK,
            ),
        )
    if newer:
        yield Answer(
            "NOTE",
            gettext("Packages are newer than this version was tested with: {newer}.", newer=newer),
        )
    if not others:
        yield Answer("ok", gettext("The packages are those that this version was tested with."))


def _database() -> Iterator[Answer]:
    try:
        newer, waiting = newer_than_this(), migrations_behind()
    except DatabaseError as error:
        yield Answer("WRONG", str(of_database(error, settings.INSTANCE.folder)))
        return
    if newer:
        yield Answer("WRONG", newer)
    if waiting:
        yield Answer(
            "NOTE",
            ngettext(
                "The database is {count} change behind this version; `trueline serve` brings it up"
                " to date. Make a backup first.",
                "The database is {count} changes behind this version; `trueline serve` brings it up"
                " to date. Make a backup first.",
                waiting,
            ),
        )
    if connection.vendor == "postgresql":
        yield Answer(
            "ok", gettext("PostgreSQL {version} answers.", version=connection.pg_version // 10_000)
        )
        return
    yield from _sqlite()


def _sqlite() -> Iterator[Answer]:
    version = sqlite3.sqlite_version
    if wal_is_safe(sqlite3.sqlite_version_info):
        yield Answer(
            "ok",
            gettext("SQLite {version}: readers and a writer work side by side.", version=version),
        )
    else:
        newer = ", ".join(".".join(map(str, fixed)) for fixed in WAL_IS_SAFE_FROM)
        yield Answer(
            "ok",
            gettext(
                "SQLite {version}: every save is safe, and one waits for the other. From"
                " {newer} on, readers need not wait.",
                version=version,
                newer=newer,
            ),
        )
    with connection.cursor() as cursor:
        result = cursor.execute("PRAGMA quick_check").fetchone()[0]
    yield Answer(
        "ok" if result == "ok" else "WRONG",
        gettext("The database file is checked: {result}.", result=f"`{result}`"),
    )
    path = Path(settings.DATABASES["default"]["NAME"])
    if os.name == "posix" and path.exists() and path.stat().st_mode & 0o077:
        yield Answer(
            "WRONG",
            gettext(
                "Other users of this computer can read {path}. Run: chmod 600 {typed}",
                path=path,
                typed=typed(path),
            ),
        )


def _worker() -> Iterator[Answer]:
    try:
        working = is_anybody_working()
    except DatabaseError:  # said of the database already
        return
    if settings.INSTANCE.tasks_inside:
        yield Answer("ok", gettext("`trueline serve` makes files itself."))
    elif working:
        yield Answer("ok", gettext("A worker makes files."))
    else:
        yield Answer(
            "WRONG",
            gettext(
                "No worker runs, so no file is made. Start one: systemctl enable --now trueline-worker,"
                " or `trueline worker`. Without TRUELINE_TASKS=apart, `trueline serve` does it itself."
            ),
        )


def _mail() -> Iterator[Answer]:
    if not settings.INSTANCE.mail:
        yield Answer(
            "NOTE",
            gettext(
                "No mail is sent. Who forgets a password needs `trueline reset-password EMAIL`."
            ),
        )
        return
    try:
        with get_connection():
            yield Answer(
                "ok", gettext("The mail server {host} lets us in.", host=settings.EMAIL_HOST)
            )
    except OSError as error:
        yield Answer(
            "WRONG",
            gettext(
                "The mail server {host} can't be used: {error}",
                host=settings.EMAIL_HOST,
                error=error,
            ),
        )
    waiting = WaitingMail.objects.order_by("made").first()
    if waiting:
        yield Answer(
            "NOTE",
            ngettext(
                "{count} mail waits for it, since {made} UTC: {problem}",
                "{count} mails wait for it, the first since {made} UTC: {problem}",
                WaitingMail.objects.count(),
                made=f"{waiting.made:%Y-%m-%d %H:%M}",
                problem=waiting.problem,
            ),
        )


def _uploads() -> Iterator[Answer]:
    try:
        confined = confinement(settings.INSTANCE.folder / keys.SECRET_KEY)
    except FileProblems as error:
        yield Answer(
            "WRONG", gettext("The process that reads uploads does not answer. {error}", error=error)
        )
        return
    left_open = [] if confined.files else [gettext("other files")]
    left_open += [] if confined.network else [gettext("the network")]
    if not left_open:
        yield Answer(
            "ok",
            gettext("The process that reads uploads can open no other file and reach no network."),
        )
    else:
        yield Answer(
            "NOTE",
            gettext(
                "The process that reads uploads is bounded in time and memory, but this"
                " system does not keep it from {left_open}. Linux from 6.7 on does,"
                " unless a service or container forbids Landlock and seccomp.",
                left_open=joined(left_open, "or"),
            ),
        )


COVERED = {"security.W004", "security.W008", "security.W012", "security.W016", "security.W018"}
"""Warnings of Django about https, which are covered above."""


def _of_django() -> Iterator[Answer]:
    for message in checks.run_checks(include_deployment_checks=True):
        if message.id in COVERED or message.id == "security.W005" or message.id == "security.W021":
            continue
        mark: Literal["NOTE", "WRONG"] = "WRONG" if message.is_serious() else "NOTE"
        yield Answer(mark, f"{message.msg} ({message.id})")
