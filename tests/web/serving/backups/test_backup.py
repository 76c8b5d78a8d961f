"""Backups: everything comes back, on either database, and nothing is overwritten."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection

from tests.web.saving import change
from trueline.web.accounts.models import User
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Event
from trueline.web.comments.models import Comment
from trueline.web.documents import store
from trueline.web.documents.models import DocumentRecord
from trueline.web.serving.backups import restoring
from trueline.web.serving.backups.contents import backed_up_models, rows_as_text
from trueline.web.serving.backups.target import FileTarget
from trueline.web.serving.backups.writing import write
from trueline.web.serving.startup_errors import CannotRun

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def restored(file: Path) -> restoring.Restored:
    return restoring.restore(str(file), passphrase=str, say=print)


def everything() -> dict[str, list[str]]:
    return {
        model._meta.label_lower: [json.dumps(row, sort_keys=True) for row in rows_as_text(model)]
        for model in backed_up_models(apps)
    }


def test_what_was_written_comes_back(cast, record, tmp_path):
    change(record.pk, by=cast.editor, edit=lambda d: d.model_copy(update={"title": "سفر آمن"}))
    Comment.objects.create(document=record, text="Über “alles”\n=1+1", author=cast.reader)
    before, file = everything(), tmp_path / "a.backup"
    made = write(FileTarget(file))
    assert made.rows == sum(map(len, before.values())) > 10
    call_command("flush", interactive=False, verbosity=0)
    assert not User.objects.exists()
    assert restored(file).rows == made.rows
    assert everything() == before
    record_event("created", by=None, organisation=None, subject="design")
    assert Event.objects.count() == len(before["audit.event"]) + 1
    assert store.document_of(DocumentRecord.objects.get()).title == "سفر آمن"


def test_an_instance_that_holds_something_is_left_alone(cast, tmp_path):
    file = tmp_path / "a.backup"
    write(FileTarget(file))
    before = everything()
    with pytest.raises(CannotRun, match="holds something already"):
        restored(file)
    assert everything() == before


def test_a_damaged_file_is_refused_before_anything_happens(cast, tmp_path):
    file = tmp_path / "a.backup"
    write(FileTarget(file))
    whole = file.read_bytes()
    call_command("flush", interactive=False, verbosity=0)
    for broken in (whole[: len(whole) // 2], b"no zip at all", whole[:300] + b"xx" + whole[302:]):
        file.write_bytes(broken)
        with pytest.raises(CannotRun, match="not a whole backup"):
            restored(file)
    assert not User.objects.exists()


def test_a_later_version_is_named(cast, tmp_path):
    file, later = tmp_path / "a.backup", tmp_path / "later.backup"
    write(FileTarget(file))
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(later, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "manifest.json":
                manifest = json.loads(data)
                manifest["migrations"].append(["designs", "9999_from_the_future"])
                data = json.dumps(manifest).encode()
            new.writestr(name, data)
    call_command("flush", interactive=False, verbosity=0)
    with pytest.raises(CannotRun, match="9999_from_the_future"):
        restored(later)


def test_a_backup_holds_no_session_and_no_key(cast, tmp_path, settings):
    cast.client("owner").get("/account/")
    file = tmp_path / "a.backup"
    write(FileTarget(file))
    with zipfile.ZipFile(file) as archive:
        text = "".join(archive.read(name).decode() for name in archive.namelist())
    assert settings.SECRET_KEY not in text
    assert "sessions.session" not in text
    assert (file.stat().st_mode & 0o077) == 0
    assert connection.vendor == "postgresql" or not list(settings.INSTANCE.folder.glob(".backup*"))


def test_what_a_restore_would_refuse_is_said_at_once_and_older_ones_stay(cast, tmp_path, trueline):
    older = tmp_path / "t-1.backup"
    assert trueline("backup", older).exit_code == 0
    User.objects.filter(pk=cast.reader.pk).update(email="no address")
    done = trueline("backup", tmp_path / "t-2.backup", "--keep", 1, "--quiet")
    assert done.exit_code == 1
    assert "A restore would refuse this backup" in done.stderr
    assert "`email` can't be 'no address'" in " ".join(done.stderr.split())
    assert older.exists()
