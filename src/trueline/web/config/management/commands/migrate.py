"""`migrate`, which gives a new database its tables at once."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import migrate
from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import DEFAULT_DB_ALIAS

from trueline.web.config.new_database import is_new, make_tables

ASK_FOR_A_WALK = ("app_label", "plan", "check_unapplied", "fake", "fake_initial", "prune")
"""Options that speak of single migrations."""


class Command(migrate.Command):
    """Django's, unless the database is new and no option speaks of single migrations."""

    def handle(self, *args: Any, **options: Any) -> None:
        if (
            options["database"] != DEFAULT_DB_ALIAS
            or any(options[name] for name in ASK_FOR_A_WALK)
            or not is_new()
        ):
            super().handle(*args, **options)
            return
        verbosity, interactive = options["verbosity"], options["interactive"]
        emit_pre_migrate_signal(verbosity, interactive, DEFAULT_DB_ALIAS)
        make_tables()
        emit_post_migrate_signal(verbosity, interactive, DEFAULT_DB_ALIAS)
