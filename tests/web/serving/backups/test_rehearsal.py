"""Upgrading from the last release, rehearsed with its data: forward, stopped half-way, and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection, transaction
from django.db.migrations import Migration
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from tests.sampling import sample
from trueline.web.accounts.encryption import decrypt
from trueline.web.accounts.second_step import with_secrets
from trueline.web.serving.backups import reading, restoring
from trueline.web.serving.backups.checking import CheckedRows
from trueline.web.serving.backups.contents import backed_up_models, rows_as_text
from trueline.web.serving.backups.history import models_of_database, tables_at
from trueline.web.serving.backups.target import FileTarget
from trueline.web.serving.backups.writing import write
from trueline.web.serving.upgrade import bring_up_to_date

Rows = dict[str, list[dict[str, Any]]]
MOVED = {
    "designs.designrecord": ("documents.documentrecord", {"document": "content"}),
    "designs.revision": ("documents.revision", {"design_id": "document_id"}),
    "designs.comment": ("comments.comment", {"design_id": "document_id"}),
    "designs.mention": ("comments.mention", {}),
    "designs.sharelink": ("sharing.sharelink", {}),
}
"""Where rows of a table are now, and what their fields are called."""

pytestmark = [pytest.mark.slow, pytest.mark.rehearsal, pytest.mark.django_db(transaction=True)]


class Stopped(Exception):
    """The power goes, say."""


def rows() -> Rows:
    """All that the database holds, whichever version it is at."""
    return {
        model._meta.label_lower: [*rows_as_text(model)]
        for model in backed_up_models(models_of_database())
    }


def applied() -> set[tuple[str, str]]:
    return set(MigrationRecorder(connection).applied_migrations())


@pytest.fixture
def go_back(empty_database, tmp_path) -> Callable[[Any], None]:
    """Fills an empty database as the version that wrote a backup would."""

    def fill(file: Any) -> None:
        with file.open("rb") as stream, reading.opened(stream, str) as backup:
            then = tables_at(backup.manifest.migrations)
            with connection.constraint_checks_disabled(), transaction.atomic():
                restoring.fill(CheckedRows(backup, then.registry), then)

    return fill


@pytest.fixture
def released(go_back, parts, tmp_path) -> Rows:
    """A database as the last release left it; what it holds."""
    go_back(parts.pack(tmp_path / "released.backup"))
    return rows()


def kept(before: Rows, after: Rows) -> None:
    """Nothing of before is lost: each row is there, with each field that it had."""
    decrypted = {step.pk: with_secrets(step.data, decrypt) for step in Authenticator.objects.all()}
    for label, old in before.items():
        now_at, renamed = MOVED.get(label, (label, {}))
        for was, now in zip(old, after[now_at], strict=True):
            was = {renamed.get(name, name): value for name, value in was.items()}
            was.pop("what", None)  # `action` and `detail` say it now
            if label == "mfa.authenticator":
                assert now["data"] != was["data"]
                now = {**now, "data": decrypted[now["id"]]}
            assert {name: now[name] for name in was} == was


def test_forward_nothing_is_lost(released):
    before = applied()
    bring_up_to_date(print)
    assert applied() > before
    kept(released, rows())


def test_stopped_within_each_change_the_next_start_goes_on(released):
    apply, stopped = Migration.apply, []
    to_stop_in = sample(sorted(changes_missing()), at_least=3)

    def apply_and_stop_once(migration: Migration, *arguments: Any, **more: Any) -> Any:
        state = apply(migration, *arguments, **more)
        key = (migration.app_label, migration.name)
        if key in to_stop_in and key not in stopped:
            stopped.append(key)
            raise Stopped
        return state

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Migration, "apply", apply_and_stop_once)
        for number in range(len(to_stop_in)):
            with pytest.raises(Stopped):
                bring_up_to_date(print)
            assert stopped[number] in changes_missing()
            assert applied().issuperset(stopped[:number])
        bring_up_to_date(print)
    assert changes_missing() == set()
    kept(released, rows())


def changes_missing() -> set[tuple[str, str]]:
    return set(MigrationLoader(None).graph.nodes) - applied()


FILES, EVIDENCE = ("attachments", "0001_initial"), ("monitoring", "0010_evidence")
"""The changes that brought attached files, and figures that name such files."""


def test_half_way_a_backup_is_whole_though_not_all_is_there_that_names_files(released, tmp_path):
    apply = Migration.apply

    def apply_until_evidence(migration: Migration, *arguments: Any, **more: Any) -> Any:
        if (migration.app_label, migration.name) == EVIDENCE:
            raise Stopped
        return apply(migration, *arguments, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Migration, "apply", apply_until_evidence)
        with pytest.raises(Stopped):
            bring_up_to_date(print)
    assert FILES in applied()
    half_way = rows()
    assert write(FileTarget(tmp_path / "half-way.backup")).rows == sum(map(len, half_way.values()))
    bring_up_to_date(print)
    kept(released, rows())


def test_back_by_a_backup_made_before(released, go_back, drop_everything, tmp_path):
    """A backup that the new version makes of a database not upgraded yet is as the old one's."""
    before = tmp_path / "before.backup"
    migrations = applied()
    write(FileTarget(before))
    bring_up_to_date(print)
    drop_everything()
    go_back(before)
    assert applied() == migrations
    assert rows() == released
    bring_up_to_date(print)
    kept(released, rows())
