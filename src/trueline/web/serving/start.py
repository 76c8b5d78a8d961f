"""Getting an instance ready, and serving it."""

from __future__ import annotations

import os
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from trueline.language import gettext
from trueline.web.config.instance import from_environment
from trueline.web.serving.startup_errors import CannotRun

UNUSED = ["ext"]
"""Folders of files that other packages bring and no page asks for: htmx's extensions."""


def set_up(*, begin: bool = False) -> None:
    """Read the settings and load the applications. `as_startup_errors` turns what goes wrong into `CannotRun`.

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
            gettext(
                "There is nothing to {purpose}: no instance was ever started with this"
                " data folder ({folder}) or database. Name the right one with --data or"
                " TRUELINE_DATABASE.",
                purpose=purpose,
                folder=settings.INSTANCE.folder,
            )
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
