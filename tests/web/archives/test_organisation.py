"""An organisation's download: all of its work, nobody else's, and no cell that is a formula."""

from __future__ import annotations

import csv
import io
import json
from zipfile import ZipFile

import pytest

from tests.web.saving import change
from trueline.design import design_from_json, parse_design
from trueline.web.accounts.roles import Role
from trueline.web.comments.models import Comment
from trueline.web.documents import store
from trueline.web.tasks import waking
from trueline.web.tasks.worker import Worker

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1")


@pytest.fixture
def archive(cast, record) -> ZipFile:
    """The download, after some work on a design."""
    change(record.pk, by=cast.editor, edit=lambda d: d.model_copy(update={"title": "قانون جديد"}))
    for text in FORMULAS:
        Comment.objects.create(document=record, text=text, author=cast.reader)
    cast.editor.delete()
    Comment.objects.create(document=record, text="Written by one who left", author=None)
    answer = cast.client("owner").post(f"/organisations/{cast.organisation.pk}/export/")
    assert answer["Content-Type"] == "application/zip"
    assert "safe-paths-" in answer["Content-Disposition"]
    return ZipFile(io.BytesIO(b"".join(answer)))


def test_a_large_one_is_awaited_by_its_owner_alone(cast, record, monkeypatch):
    monkeypatch.setattr(waking, "wait_until", lambda holds, *, seconds: holds())
    answer = cast.client("owner").post(f"/organisations/{cast.organisation.pk}/export/")
    address = answer["Location"]
    waiting = cast.client("owner").get(address)
    assert "is being made" in waiting.content.decode()
    assert Worker(pause=0).once()
    ready = cast.client("owner").get(address)
    assert "designs/" in str(ZipFile(io.BytesIO(ready.content)).namelist())
    assert cast.client("editor").get(address).status_code == 403
    assert cast.client("outsider").get(address).status_code == 404
    cast.reader.memberships.update(role="owner")
    assert cast.client("reader").get(address).status_code == 404


def test_each_asking_packs_what_is_there_then(cast, record):
    names = []
    for title in ("First", "Second"):
        change(record.pk, by=cast.editor, edit=lambda d, t=title: d.model_copy(update={"title": t}))
        answer = cast.client("owner").post(f"/organisations/{cast.organisation.pk}/export/")
        content = ZipFile(io.BytesIO(answer.content)).read(f"designs/{record.pk}.json")
        names.append(design_from_json(content).title)
    assert names == ["First", "Second"]


def test_designs_read_back_as_they_are(archive, record):
    record.refresh_from_db()
    now = store.document_of(record)
    assert now.title == "قانون جديد"
    assert design_from_json(archive.read(f"designs/{record.pk}.json")) == now
    assert parse_design(archive.read(f"designs/{record.pk}.yaml").decode()).document == now


def test_every_earlier_version_is_there(archive, record):
    made = json.loads(archive.read(f"revisions/{record.pk}/list.json"))
    assert [one["number"] for one in made] == [1, 2]
    assert {one["by"] for one in made} == {"a former member"}
    first = design_from_json(archive.read(f"revisions/{record.pk}/00001.json"))
    assert first == store.document_in(store.revision_of(record, 1))


def test_comments_members_and_audit_are_there(archive):
    comments = json.loads(archive.read("comments.json"))
    assert [one["text"] for one in comments][:-1] == list(FORMULAS)
    assert comments[-1]["by"] == "a former member"
    assert {one["role"] for one in json.loads(archive.read("members.json"))} == {*Role.values} - {
        "editor"
    }
    audit = json.loads(archive.read("audit.json"))
    assert audit[0]["what"] == "Exported everything of the organisation"
    assert audit[-1]["who"].startswith("Former member")


def test_no_cell_starts_a_formula(archive):
    for name in archive.namelist():
        if name.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline="")))
            wrong = [
                c for row in rows for c in row if c.startswith(("=", "+", "-", "@", "\t", "\r"))
            ]
            assert wrong == [], name


def test_it_holds_nothing_of_others(archive, cast):
    everything = b"".join(archive.read(name) for name in archive.namelist()).decode()
    assert cast.outsider.email not in everything
    assert "Elsewhere" not in everything
    assert "password" not in everything
