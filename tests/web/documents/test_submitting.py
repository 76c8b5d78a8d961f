"""Submissions: a frozen version with a name, and the states that lead from draft to approved."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from tests.web.saving import change
from trueline.document import set_field
from trueline.web.audit.models import Event
from trueline.web.documents import store
from trueline.web.documents.actions import submitting
from trueline.web.documents.models import State, Submission


@pytest.fixture
def submit(cast, record):
    def submitted(name: str = "Full proposal", by=None) -> Submission:
        return submitting.submit(record, by=by or cast.editor, name=name)

    return submitted


def state(record) -> str:
    record.refresh_from_db()
    return record.state


def test_what_is_submitted_stays_as_it_was(cast, record, submit):
    before, submission = store.document_of(record), submit()
    change(record.pk, by=cast.editor, edit=lambda d: set_field(d, "title", "Changed since"))
    assert store.document_in(Submission.objects.get(pk=submission.pk).revision) == before


def test_the_state_is_that_of_the_latest_which_was_not_withdrawn(cast, record, submit):
    assert state(record) == State.DRAFT
    first = submit()
    assert state(record) == State.SUBMITTED
    submitting.approve(record, first, by=cast.owner)
    assert state(record) == State.APPROVED
    second = submit("Second")
    assert state(record) == State.SUBMITTED
    submitting.withdraw(record, second, by=cast.editor)
    assert state(record) == State.APPROVED
    submitting.withdraw(record, first, by=cast.owner)
    assert state(record) == State.DRAFT


def test_what_was_withdrawn_is_not_approved_and_nothing_happens_twice(cast, record, submit):
    submission = submit()
    submitting.withdraw(record, submission, by=cast.editor)
    submitting.withdraw(record, submission, by=cast.owner)
    submitting.approve(record, submission, by=cast.owner)
    submission.refresh_from_db()
    assert (submission.approved, submission.withdrawn_by) == (None, cast.editor)
    told = list(Event.objects.filter(detail__has_key="submission").values_list("action", flat=True))
    assert sorted(told) == ["submission withdrawn", "submitted"]


@pytest.mark.parametrize(
    ("who", "submits", "approves"),
    [
        ("owner", 302, 302),
        ("editor", 302, 403),
        ("appraiser", 403, 403),
        ("reader", 403, 403),
        ("outsider", 404, 404),
    ],
)
def test_editors_submit_and_owners_approve(cast, record, submit, who, submits, approves):
    client, submission = cast.client(who), submit()
    form = reverse("documents:submissions", args=[record.pk])
    assert client.post(form, {"name": "Mine"}).status_code == submits
    approve = reverse("documents:approve", args=[record.pk, submission.pk])
    assert client.post(approve).status_code == approves
    assert Submission.objects.filter(name="Mine").exists() == (submits == 302)


def test_what_was_approved_is_withdrawn_by_owners_alone(cast, record, submit):
    submission = submit()
    submitting.approve(record, submission, by=cast.owner)
    withdraw = reverse("documents:submission-withdraw", args=[record.pk, submission.pk])
    assert cast.client("editor").post(withdraw).status_code == 403
    assert cast.client("owner").post(withdraw).status_code == 302


def test_a_submission_needs_a_name(cast, record):
    form = reverse("documents:submissions", args=[record.pk])
    assert cast.client("editor").post(form, {"name": "  "}).status_code == 422
    with pytest.raises(IntegrityError), transaction.atomic():
        submitting.submit(record, by=cast.editor, name="")
    assert state(record) == State.DRAFT


def test_it_is_not_reached_through_another_document(cast, keep, golden, submit):
    other, submission = keep(golden), submit()
    for name in ("documents:approve", "documents:submission-withdraw"):
        address = reverse(name, args=[other.pk, submission.pk])
        assert cast.client("owner").post(address).status_code == 404


def test_lists_and_history_say_how_far_it_has_come(cast, record, submit):
    submit("For the board")
    client = cast.client("reader")
    listed = client.get(reverse("documents:list", args=["design"])).content.decode()
    assert "<strong>Submitted</strong>" in listed
    history = client.get(reverse("documents:history", args=[record.pk])).content.decode()
    assert "For the board" in history


def test_it_outlives_whoever_submitted_it(cast, record, submit):
    submission = submit()
    cast.editor.delete()
    submission.refresh_from_db()
    assert (submission.submitted_by, submission.name) == (None, "Full proposal")
