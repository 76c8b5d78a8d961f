"""A plan's tables uploaded: shown as they were read, then begun with; nobody else's, and not for ever."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.exchange.plan_tables import STYLES, made
from trueline.web.documents.models import DocumentRecord

WORD = next(style for style in STYLES if style.name == "Word, two tables under headings")


def upload(client, cast, data=None, name="plan.docx"):
    file = SimpleUploadedFile(name, made(WORD) if data is None else data)
    sent = {"organisation": str(cast.organisation.pk), "file": file}
    return client.post(reverse("documents:new-file", args=["plan"]), sent)


def held_of(response) -> str:
    return re.search(r'name="held" value="([^"]+)"', response.content.decode()).group(1)


@pytest.fixture
def editor(cast):
    return cast.client("editor")


def test_the_tables_are_shown_and_become_a_plan(editor, cast):
    shown = upload(editor, cast)
    page = shown.content.decode()
    assert DocumentRecord.objects.filter(kind="plan").count() == 0
    for text in ("Inspect agencies", "MoL / MoI", "EUR 180,000", "Desk 4"):
        assert text in page
    begun = editor.post(reverse("plans:import"), {"held": held_of(shown)})
    record = DocumentRecord.objects.get(kind="plan")
    assert begun["Location"] == reverse("workspace:review", args=[record.pk])
    page = editor.get(reverse("plans:matrix", args=[record.pk])).content.decode()
    assert "Guardians within three days" in page


def test_what_was_looked_at_is_for_those_who_write_there(cast, editor):
    held = held_of(upload(editor, cast))
    assert cast.client("outsider").post(reverse("plans:import"), {"held": held}).status_code == 404
    assert cast.client("reader").post(reverse("plans:import"), {"held": held}).status_code == 403
    assert DocumentRecord.objects.filter(kind="plan").count() == 0


def test_a_preview_that_was_changed_is_asked_for_again(editor, cast):
    begun = editor.post(reverse("plans:import"), {"held": "x"}, follow=True)
    assert "Upload the file again" in begun.content.decode()
    assert editor.get(reverse("plans:import")).status_code == 302


def test_a_file_without_a_plan_is_refused_at_the_form(editor, cast):
    answer = upload(editor, cast, b"name,age\nA,3\n", "people.csv")
    assert answer.status_code == 422
    assert "No table of a plan was found in it." in answer.content.decode()
