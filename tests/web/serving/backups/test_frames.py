"""Backups carry revisions as they are kept, and believe no frame that they bring."""

from __future__ import annotations

import zipfile
from base64 import b64encode

import pytest
from django.core.management import call_command

from tests.web.saving import change
from tests.web.serving.backups.conftest import Parts
from trueline.document import set_field
from trueline.web.accounts.models import User
from trueline.web.documents.frames import pack
from trueline.web.documents.models import Revision
from trueline.web.documents.revision_texts import text_of
from trueline.web.serving.backups import process_pool, restoring
from trueline.web.serving.backups.target import FileTarget
from trueline.web.serving.backups.writing import write
from trueline.web.serving.startup_errors import CannotRun

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
REVISIONS = "documents.revision"


@pytest.fixture
def written(cast, record, tmp_path) -> Parts:
    """A backup of three revisions, the later two against the first; the instance is then empty."""
    for title in ("Second", "Third"):
        change(record.pk, by=cast.editor, edit=lambda d, to=title: set_field(d, "title", to))
    file = tmp_path / "a.backup"
    assert not write(FileTarget(file)).unfit
    call_command("flush", interactive=False, verbosity=0)
    with zipfile.ZipFile(file) as archive:
        return Parts({name: archive.read(name) for name in archive.namelist()})


def test_frames_travel_as_they_are_and_are_read(written, restored):
    rows = written.rows(REVISIONS)
    first, second, third = rows
    assert (first["snapshot_id"], second["snapshot_id"]) == (None, first["id"])
    assert len(third["packed"]) * 5 < len(first["packed"])
    restored(written)
    frames = {one.pk: one for one in Revision.objects.all()}
    assert {pk: b64encode(one.packed).decode() for pk, one in frames.items()} == {
        row["id"]: row["packed"] for row in rows
    }
    assert '"Third"' in text_of(frames[third["id"]])


def lost_snapshot(rows):
    rows[1]["snapshot_id"] = rows[2]["id"]
    return f"`snapshot_id` ({rows[2]['id']}) is no earlier revision that is kept whole"


def chained(rows):
    rows[2]["snapshot_id"] = rows[1]["id"]
    return f"`snapshot_id` ({rows[1]['id']}) is no earlier revision that is kept whole"


def against_none(rows):
    rows[1]["snapshot_id"] = None
    return "`packed` holds no document"


def another_text(rows):
    rows[1] |= {"packed": b64encode(pack(b'{"title": "Never"}')).decode(), "snapshot_id": None}
    return "`digest` is not that of the document in `packed`"


def by_nobody(rows):
    rows[1]["author_id"] = 99
    return "line 2: `author_id` refers to a row of accounts.user that is not there (99)"


@pytest.fixture(params=["few", "many", "many with a process that helps"])
def size(request, monkeypatch) -> str:
    """Few rows are looked at before anything is begun; many on their way into the database."""
    if request.param != "few":
        monkeypatch.setattr(restoring, "FEW", 0)
    if "helps" in request.param:
        monkeypatch.setattr(process_pool, "MANY", 0)
        monkeypatch.setattr(process_pool, "_cores", lambda: 2)
    return str(request.param)


@pytest.mark.walk
@pytest.mark.parametrize("tamper", [lost_snapshot, chained, against_none, another_text, by_nobody])
def test_frames_that_do_not_go_together_are_refused(written, restored, tamper, size):
    rows = written.rows(REVISIONS)
    reason = tamper(rows)
    written.set_rows(REVISIONS, rows)
    with pytest.raises(CannotRun) as error:
        restored(written)
    assert reason in str(error.value)
    assert f"rows/{REVISIONS}.jsonl, line " in str(error.value)
    assert not Revision.objects.exists()
    assert not User.objects.exists()


def test_many_are_restored_as_few_are(written, restored, size):
    assert restored(written).rows == sum(part["rows"] for part in written.manifest["rows"].values())
    assert ["Third" in text_of(one) for one in Revision.objects.order_by("number")] == [
        False,
        False,
        True,
    ]
