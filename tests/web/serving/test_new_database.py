"""A new database gets the tables of today at once: the same ones that all migrations end at."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.core.management.commands import migrate
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.db.utils import DatabaseError

from trueline.web.accounts.models import Organisation
from trueline.web.audit.models import Event
from trueline.web.config import new_database
from trueline.web.serving import start, versions

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

OF_POSTGRES = (
    "SELECT table_name, column_name, data_type, character_maximum_length, is_nullable, column_default,"
    " is_identity, collation_name FROM information_schema.columns WHERE table_schema = 'public'",
    "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
    " WHERE connamespace = 'public'::regnamespace",
    "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
    "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
    "SELECT sequencename, data_type::text, start_value FROM pg_sequences WHERE schemaname = 'public'",
)
OF_SQLITE = ("SELECT type, name, tbl_name, sql FROM sqlite_master",)


def schema() -> list[str]:
    """Whatever the database holds but rows, as text; the order of columns in a table is no matter."""
    with connection.cursor() as cursor:
        described = []
        for query in OF_POSTGRES if connection.vendor == "postgresql" else OF_SQLITE:
            cursor.execute(query)
            described += [" | ".join(map(_in_any_order, row)) for row in cursor.fetchall()]
    return sorted(described)


def _in_any_order(value: Any) -> str:
    """A table as SQLite describes it, with its columns and constraints by the alphabet."""
    text = " ".join(str(value).split())
    if not (table := re.fullmatch(r'(CREATE TABLE "?\w+"?) \((.*)\)', text)):
        return text
    depth, parts = 0, [""]
    for letter in table[2]:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "," and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return f"{table[1].replace(chr(34), '')}: {sorted(part.strip() for part in parts)}"


def contents() -> dict[str, list[Any]]:
    return {
        "migrations": sorted(MigrationRecorder.Migration.objects.values_list("app", "name")),
        "content types": sorted(ContentType.objects.values_list("app_label", "model")),
        "permissions": sorted(
            Permission.objects.values_list("content_type__app_label", "codename", "name")
        ),
    }


def test_it_is_what_all_migrations_end_at(empty_database, drop_everything):
    call_command(migrate.Command(), verbosity=0, interactive=False)
    walked, filled = schema(), contents()
    assert len(walked) > 100
    drop_everything()
    ContentType.objects.clear_cache()
    start.migrate()
    assert schema() == walked, (
        "What a migration makes by RunPython or RunSQL, a new database lacks: use BesidesModels."
    )
    assert contents() == filled
    assert versions.migrations_behind() == 0


def test_what_no_model_declares_is_there(empty_database):
    start.migrate()
    organisation = Organisation.objects.create(name="Safe Paths")
    Event.objects.create(organisation=organisation.pk, action="began")
    with pytest.raises((IntegrityError, DatabaseError)), transaction.atomic():
        Event.objects.update(action="never happened")


@pytest.mark.rehearsal
def test_one_that_holds_anything_walks(empty_database, monkeypatch):
    executor = MigrationExecutor(connection)
    executor.migrate([("accounts", "0001_initial")])
    monkeypatch.setattr(new_database, "make_tables", None)
    start.migrate()
    assert versions.migrations_behind() == 0


def test_stopped_half_way_it_is_new_again(empty_database, monkeypatch):
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(MigrationRecorder, "record_applied", stop)
        with pytest.raises(KeyboardInterrupt):
            start.migrate()
    assert new_database.is_new()
    start.migrate()
    assert versions.migrations_behind() == 0
