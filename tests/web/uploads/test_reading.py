"""Files that people bring: read in turn, with a place told, and gone on with as they were sent."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from trueline.limits import FILES_UNDER_WAY
from trueline.web.documents.models import DocumentRecord
from trueline.web.tasks import waking
from trueline.web.tasks.models import MadeFile
from trueline.web.tasks.worker import Worker

NEW = reverse("documents:new-file", args=["design"])


@pytest.fixture
def busy(monkeypatch) -> None:
    """Nobody waits, and nothing is read until a worker is told to."""
    monkeypatch.setattr(waking, "wait_until", lambda holds, *, seconds: False)


def send(client, text: str, organisation, name: str = "safe.yaml"):
    file = SimpleUploadedFile(name, text.encode())
    return client.post(NEW, {"file": file, "organisation": organisation.pk})


def go_on(client, waiting: str):
    """Press the button of the page that waited."""
    page = client.get(waiting).content.decode()
    fields = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', page)
    sent = {name: unescape(value) for name, value in fields}
    return client.post(re.search(r'<form method="post" action="(/designs[^"]*)"', page)[1], sent)


def test_a_file_that_waits_is_read_in_its_turn_and_gone_on_with(cast, busy):
    client = cast.client("editor")
    waiting = send(client, "title: Safe work", cast.organisation)["Location"]
    assert "is being read" in client.get(waiting).content.decode()
    assert Worker(pause=0, queue="readings").once()
    response = go_on(client, waiting)
    assert DocumentRecord.objects.get().title == "Safe work"
    assert response.status_code == 302


def test_what_is_wrong_with_it_is_said_on_the_page_of_the_form(cast, busy):
    client = cast.client("editor")
    waiting = send(client, "titel: Safe work", cast.organisation)["Location"]
    assert Worker(pause=0).once()
    response = go_on(client, waiting)
    assert response.status_code == 422
    assert "titel" in response.content.decode()
    assert not DocumentRecord.objects.exists()


def test_the_place_is_told_and_nobody_else_sees_it(cast, busy):
    first = send(cast.client("owner"), "title: First", cast.organisation)["Location"]
    client = cast.client("editor")
    second = send(client, "title: Second", cast.organisation)["Location"]
    assert "1 file is before it" in client.get(second).content.decode()
    assert cast.client("editor").get(first).status_code == 404
    assert cast.client("outsider").get(first).status_code == 404


def test_the_same_file_is_read_once(cast, busy):
    for name in ("owner", "editor"):
        send(cast.client(name), "title: Same", cast.organisation)
    while Worker(pause=0).once():
        pass
    assert MadeFile.objects.exclude(maker="upload").count() == 1


def test_nobody_holds_up_others_with_many(cast, busy):
    client = cast.client("editor")
    for number in range(FILES_UNDER_WAY.most):
        assert send(client, f"title: Number {number}", cast.organisation).status_code == 302
    refused = send(client, "title: One more", cast.organisation)
    assert refused.status_code == 422
    assert "Wait for one of them" in refused.content.decode()


def test_a_file_that_is_gone_meanwhile_is_asked_for_again(cast, busy):
    client = cast.client("editor")
    waiting = send(client, "title: Safe work", cast.organisation)["Location"]
    assert Worker(pause=0).once()
    page = client.get(waiting)
    MadeFile.objects.filter(maker="upload").delete()
    assert page.status_code == 200
    assert go_on(client, waiting).status_code == 422
    assert not DocumentRecord.objects.exists()


def test_files_as_they_were_sent_are_kept_for_minutes(cast, busy):
    send(cast.client("editor"), "title: Safe work", cast.organisation)
    kept = MadeFile.objects.get(maker="upload")
    assert kept.expires < timezone.now() + timedelta(minutes=16)
