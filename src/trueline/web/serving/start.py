"""Getting an instance ready, and serving it."""

from __future__ import annotations

import os
import signal
import socket
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from trueline.web.config.instance import from_environment
from trueline.web.serving.server import Server
from trueline.web.serving.troubles import CannotRun

try:
    import resource
except ImportError:
    resource = None  # type: ignore[assignment]

FILES = 4096

UNUSED = ["ext"]
"""Folders of files that other packages bring and no page asks for: htmx's extensions."""


def set_up(*, begin: bool = False) -> None:
    """Read the settings and load the applications. `troubles.told` says what goes wrong.

    Only to `begin` an instance are its folder and key made; looking at one leaves nothing behind.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trueline.web.config.settings")
    if begin:
        instance = from_environment()
        instance.begin()
        (instance.folder / "static").mkdir(exist_ok=True)
    django.setup()


def require_instance(purpose: str, *, with_keys: bool = True) -> None:
    """Raises CannotRun where the data folder or database holds no instance."""
    database = settings.DATABASES["default"]
    absent = "sqlite" in database["ENGINE"] and not Path(database["NAME"]).is_file()
    absent = absent or (with_keys and not settings.INSTANCE.begun)
    if absent or not MigrationRecorder(connection).applied_migrations():
        raise CannotRun(
            f"There is nothing to {purpose}: no instance was ever started with this data folder"
            f" ({settings.INSTANCE.folder}) or database. Name the right one with --data or"
            " TRUELINE_DATABASE."
        )


def migrate() -> None:
    """Bring the database to this version."""
    call_command("migrate", interactive=False, verbosity=0)
    database = Path(settings.DATABASES["default"]["NAME"])
    if database.is_file():
        database.chmod(0o600)


def gather_static_files() -> None:
    """Put styles and scripts into the instance's folder, packed, under names that browsers keep."""
    call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=UNUSED)


def application() -> Any:
    """The workbench, ready to answer."""
    gather_static_files()
    allow_many_files()
    from trueline.web.config.wsgi import application

    return application


def answer(listening: socket.socket) -> None:
    """Answer at a socket until Ctrl-C or the system asks to end; then finish what is in hand."""
    if settings.INSTANCE.workers > 1:
        from trueline.web.serving.workers import Workers

        Workers(application, listening, settings.INSTANCE.workers).run()
        return
    from trueline.web.serving.housekeeping import Housekeeping  # its models need the settings

    server = Server(application(), listening, proxied=settings.INSTANCE.proxied)
    for asked in (signal.SIGINT, signal.SIGTERM):
        signal.signal(asked, lambda *_: server.stop())
    with Housekeeping():
        server.run()


def refuse_several_processes() -> None:
    """Raises CannotRun where there are to be several processes and that can't be."""
    if settings.INSTANCE.workers > 1 and connection.vendor != "postgresql":
        raise CannotRun(
            "Several processes need PostgreSQL. Name one in TRUELINE_DATABASE, or leave --workers"
            " out: on SQLite, one process serves."
        )
    if settings.INSTANCE.workers > 1 and os.name != "posix":
        raise CannotRun("Several processes need Linux or macOS. Leave --workers out here.")


def allow_many_files() -> None:
    """Each connection is an open file, and so is each body that is too large to be held in memory."""
    if resource is None:  # Windows, where there is no such limit
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
