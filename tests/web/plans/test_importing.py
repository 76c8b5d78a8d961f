"""A plan's tables uploaded: shown as they were read, then begun with; nobody else's, and not for ever."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.exchange.plan_tables import STYLES, made
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.store import document_of

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


def test_a_file_without_tables_is_refused_at_the_form(editor, cast):
    answer = upload(editor, cast, b"name\n", "people.csv")
    assert answer.status_code == 422
    assert "No table of a plan was found in it." in answer.content.decode()


STRANGE = (
    b"Chantier,Qui,Combien (EUR),Remarque\nInspecter,Ministere,500,Urgent\nFormer,Police,70,\n"
)


def columns_of(page: str) -> list[str]:
    return re.findall(r'<select id="(column-[\d-]+)"', page)


def test_a_person_says_what_columns_hold_that_no_word_tells(editor, cast):
    shown = upload(editor, cast, STRANGE, "plan.csv")
    page = shown.content.decode()
    assert "No column was taken for activities" in page
    names = columns_of(page)
    assert len(names) == 4
    sent = {"held": held_of(shown)}
    assert editor.post(reverse("plans:import"), sent).status_code == 422
    chosen = dict(zip(names, ("activity", "lead", "budget", ""), strict=True))
    again = editor.post(reverse("plans:import"), {**sent, **chosen, "again": "1"})
    page = again.content.decode()
    assert "EUR 500" in page.replace("€", "EUR ")
    assert "Urgent" in page
    assert DocumentRecord.objects.filter(kind="plan").count() == 0
    editor.post(reverse("plans:import"), {"held": held_of(again), **chosen})
    record = DocumentRecord.objects.get(kind="plan")
    plan = document_of(record)
    assert [(each.title, each.lead) for each in plan.activities] == [
        ("Inspecter", "Ministere"),
        ("Former", "Police"),
    ]
    assert "Remarque" in plan.activities[0].description


def test_a_column_that_was_taken_for_something_else_is_put_right(editor, cast):
    table = b"Activity,Responsible,Partners\nVisit,Police,Ministry\n"
    shown = upload(editor, cast, table, "plan.csv")
    names = columns_of(shown.content.decode())
    chosen = dict(zip(names, ("activity", "partners", "lead"), strict=True))
    editor.post(reverse("plans:import"), {"held": held_of(shown), **chosen})
    (activity,) = document_of(DocumentRecord.objects.get(kind="plan")).activities
    assert (activity.lead, activity.partners) == ("Ministry", ("Police",))
