"""The store: nothing accepted is lost, and the second of two editors sees both versions."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.web.saving import change
from trueline import review
from trueline.design import Design
from trueline.document import add_element, resolve, set_field
from trueline.web.documents import reviewing, store
from trueline.web.documents.actions import editing
from trueline.web.documents.models import DocumentRecord, Revision


def title(text: str):
    return lambda design: set_field(design, "title", text)


def test_a_save_adds_a_revision_and_keeps_the_old_one(cast, record):
    before = store.document_of(record)
    saved = change(record.pk, by=cast.editor, edit=title("New"))
    assert (saved.revision, saved.document.title) == (2, "New")
    record.refresh_from_db()
    assert record.title == "New"
    assert store.document_in(store.revision_of(record, 1)) == before
    assert [r.number for r in record.revisions.all()] == [2, 1]


def test_a_title_from_a_file_with_a_nul_is_kept_in_either_database(cast, keep, record):
    assert keep(Design(title="Safe\0Paths")).title == "SafePaths"
    saved = change(record.pk, by=cast.editor, edit=title("New\0name"))
    assert saved.document.title == "New\0name"
    record.refresh_from_db()
    assert record.title == "Newname"


def test_saving_what_is_there_already_adds_nothing(cast, record):
    here = store.document_of(record).title
    assert change(record.pk, by=cast.editor, edit=title(here)).revision == 1


def test_two_people_on_different_elements_both_succeed(cast, record):
    design = store.document_of(record)
    first, second = (
        "activities[" + design.activities[0].id + "]",
        "results[" + design.results[0].id + "]",
    )
    seen = {at: store.fingerprint(design, at) for at in (first, second)}
    for at, field in ((first, "title"), (second, "statement")):
        change(
            record.pk,
            by=cast.editor,
            address=at,
            seen=seen[at],
            edit=lambda d, at=at, field=field: set_field(d, f"{at}.{field}", f"new {field}"),
        )
    record.refresh_from_db()
    after = store.document_of(record)
    assert resolve(after, f"{first}.title") == "new title"
    assert resolve(after, f"{second}.statement") == "new statement"


def test_the_second_on_one_element_gets_both_versions(cast, record):
    design = store.document_of(record)
    at = f"activities[{design.activities[0].id}]"
    seen = store.fingerprint(design, at)

    def save(text: str):
        return change(
            record.pk,
            by=cast.editor,
            address=at,
            seen=seen,
            edit=lambda d: set_field(d, f"{at}.title", text),
        )

    save("first")
    with pytest.raises(store.Conflict) as caught:
        save("second")
    assert resolve(caught.value.theirs, f"{at}.title") == "first"
    assert Revision.objects.filter(document=record).count() == 2


def test_adding_inside_an_element_does_not_disturb_its_editor(cast, record):
    design = store.document_of(record)
    at = f"behaviours[{design.behaviours[0].id}]"
    changed, _ = add_element(design, f"{at}.barriers", {"statement": "Another barrier"})
    assert store.fingerprint(design, at) == store.fingerprint(changed, at)


def test_a_save_that_comes_second_is_applied_to_the_others_result(cast, record):
    """Somebody else saves between the reading and the writing of a save."""
    calls = []

    def edit(design: Design) -> Design:
        if not calls:
            calls.append("other")
            change(record.pk, by=cast.owner, edit=title("Other"))
        return set_field(design, "summary", "Mine")

    saved = change(record.pk, by=cast.editor, edit=edit)
    assert (saved.document.title, saved.document.summary, saved.revision) == ("Other", "Mine", 3)
    assert DocumentRecord.objects.get(pk=record.pk).revision == 3


def test_a_record_that_was_read_long_ago_keeps_nobody_from_saving(cast, record):
    """What is no longer so is read again: another title, and a place that was not there."""
    long_ago = DocumentRecord.objects.get(pk=record.pk)
    address = editing.add(record, by=cast.owner, to="partners", values={"title": "New"}).address
    change(record.pk, by=cast.owner, edit=title("Other"))
    saved = editing.save_fields(
        long_ago, by=cast.editor, address=address, values={"title": "Mine"}, seen=None
    )
    assert (saved.revision, saved.document.title, long_ago.revision) == (4, "Other", 1)
    assert resolve(saved.document, f"{address}.title") == "Mine"
    before = store.document_in(store.revision_of(record, 1)).title
    back = editing.save_fields(
        long_ago, by=cast.editor, address="", values={"title": before}, seen=None
    )
    assert (back.revision, back.document.title) == (5, before)


def test_a_record_that_was_read_just_now_is_not_read_again(cast, record):
    with CaptureQueriesContext(connection) as asked:
        editing.add(record, by=cast.editor, to="partners", values={"title": "New"})
    table = DocumentRecord._meta.db_table
    assert [
        q["sql"] for q in asked if q["sql"].startswith("SELECT") and f'FROM "{table}"' in q["sql"]
    ] == []


@pytest.mark.django_db(transaction=True)
def test_a_save_is_reviewed_once_and_before_anybody_has_to_wait(cast, record, monkeypatch):
    while_others_wait = []

    def watched(*args, **options):
        while_others_wait.append(connection.in_atomic_block)
        return review.review(*args, **options)

    monkeypatch.setattr(reviewing, "review", watched)
    change(record.pk, by=cast.editor, edit=title("Reviewed once"))
    page = cast.client("editor").get(reverse("workspace:review", args=[record.pk]))
    assert page.status_code == 200
    assert while_others_wait == [False]
