"""What is said of any kind of document, kept of it and handed on: comments, history, links, files.

It is done with a kind that only its registration tells of: a page, list or action that is bound to a
design fails here.
"""

from __future__ import annotations

import io
import json
import re
from datetime import timedelta
from zipfile import ZipFile

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from tests.web.documents.any_kind.toys import TOWER, now, text_of
from trueline.web.audit.models import Event
from trueline.web.comments.models import Comment, Mention
from trueline.web.documents.models import DocumentRecord, State, Submission
from trueline.web.serving.backups import restoring
from trueline.web.serving.backups.target import FileTarget
from trueline.web.serving.backups.writing import write

pytestmark = pytest.mark.usefixtures("toy")


def test_it_is_commented_on_and_colleagues_are_named(cast, editor, record):
    address = reverse("comments:new", args=[record.pk], query={"at": "blocks[cube]"})
    sent = {"text": "Too sharp?", "mention": cast.reader.pk}
    assert editor.post(address, sent).status_code == 302
    assert Comment.objects.get().address == "blocks[cube]"
    assert Mention.objects.get().user == cast.reader
    assert "Too sharp?" in text_of(cast.client("reader").get(reverse("comments:mentions")))
    listed = text_of(editor.get(reverse("comments:list", args=[record.pk])))
    assert "Block “Cube”" in listed


def test_its_history_is_read_compared_and_restored(cast, editor, record):
    move = reverse("workspace:move", args=[record.pk])
    editor.post(move, {"at": "blocks[cube]", "way": "down"})
    assert "Block “Cube”" in text_of(editor.get(reverse("documents:history", args=[record.pk])))
    query = {"older": 1, "newer": 2}
    compared = text_of(editor.get(reverse("documents:compare", args=[record.pk], query=query)))
    assert "Moved" in compared
    assert "Cube" in text_of(editor.get(reverse("documents:revision", args=[record.pk, 1])))
    restore = reverse("documents:restore", args=[record.pk, 1])
    asked = re.search(r"<main.*?</main>", editor.get(restore).content.decode(), re.DOTALL)[0]
    assert "design" not in asked
    assert editor.post(restore).status_code == 302
    assert now(record) == TOWER


def test_it_is_read_by_a_link(cast, editor, client, record):
    links = reverse("sharing:links", args=[record.pk])
    day = timezone.localdate() + timedelta(days=9)
    page = editor.post(links, {"until": day, "note": "", "with_review": "on"}, follow=True)
    secret = re.search(r'id="made"[^>]*value="http://testserver([^"]+)"', page.content.decode())[1]
    shared = text_of(client.get(secret))
    assert "Cube" in shared
    assert "has sharp edges" in shared
    file = client.get(reverse("sharing:shared-export", args=[secret.split("/")[2], "parts.csv"]))
    assert b"cube,Cube" in file.content


def test_it_is_submitted_and_approved(cast, editor, record):
    address = reverse("documents:submissions", args=[record.pk])
    assert editor.post(address, {"name": "First model"}).status_code == 302
    submission = Submission.objects.get()
    approve = reverse("documents:approve", args=[record.pk, submission.pk])
    assert editor.post(approve).status_code == 403
    assert cast.client("owner").post(approve).status_code == 302
    record.refresh_from_db()
    assert record.state == State.APPROVED
    assert "Approved" in text_of(editor.get("/toys/"))


def test_each_of_its_exports_is_handed_over(editor, record):
    address = reverse("documents:export", args=[record.pk])
    page = editor.get(address)
    assert "List of parts" in text_of(page)
    assert "Dossier" not in text_of(page)
    response = editor.post(address, {"export": "parts.csv"})
    if response.status_code == 302:
        response = editor.get(response["Location"] + "file/")
    assert b"cube,Cube" in b"".join(response)
    assert editor.post(address, {"export": "dossier.pdf"}).status_code == 404


def test_it_is_archived_brought_back_and_deleted(cast, editor, record):
    archive = reverse("documents:archive", args=[record.pk])
    assert editor.post(archive).headers["Location"] == "/toys/"
    refused = editor.post(reverse("workspace:move", args=[record.pk]), {"at": "blocks[cube]"})
    assert refused.status_code == 409
    assert editor.post(reverse("documents:unarchive", args=[record.pk])).status_code == 302
    editor.post(archive)
    owner = cast.client("owner")
    assert owner.post(reverse("documents:delete", args=[record.pk])).status_code == 302
    assert not DocumentRecord.objects.filter(kind="toy").exists()


def test_what_was_done_to_it_stands_in_the_audit(cast, editor, record):
    editor.post(reverse("documents:archive", args=[record.pk]))
    told = Event.objects.filter(subject="toy").values_list("action", flat=True)
    assert {*told} == {"created", "archived"}
    audit = reverse("accounts:audit", args=[cast.organisation.pk])
    page = text_of(cast.client("owner").get(audit))
    assert "Archived the toy “Tower”" in page


def test_it_is_part_of_what_can_be_taken_away(cast, record):
    owner = cast.client("owner")
    address = reverse("archives:organisation", args=[cast.organisation.pk])
    with ZipFile(io.BytesIO(b"".join(owner.post(address)))) as archive:
        kept = json.loads(archive.read(f"toys/{record.pk}.json"))
    assert kept["blocks"][0]["title"] == "Cube"
    mine = json.loads(cast.client("editor").post(reverse("archives:personal")).content)
    assert mine["changes_to_documents"][0]["document"] == str(record.pk)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_it_comes_back_from_a_backup(record, tmp_path):
    file = tmp_path / "kept.backup"
    write(FileTarget(file))
    call_command("flush", interactive=False, verbosity=0)
    restoring.restore(str(file), passphrase=str, say=print)
    assert now(record) == TOWER
