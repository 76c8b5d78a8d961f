"""Beyond a limit nothing is saved, and what was typed is shown; what is there already stays of use."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from trueline import limits
from trueline.design import Design
from trueline.limits import OverLimit
from trueline.web.accounts.actions import invitations
from trueline.web.accounts.roles import Role
from trueline.web.comments import actions as discussion
from trueline.web.documents import store
from trueline.web.sharing import actions as sharing


@pytest.fixture
def at_most(monkeypatch):
    """Set a limit lower, wherever it is read."""

    def lowered(name: str, most: int, *modules) -> None:
        lower = replace(getattr(limits, name), most=most)
        for module in modules or (limits,):
            monkeypatch.setattr(module, name, lower)

    return lowered


def count(record) -> int:
    record.refresh_from_db()
    return len(store.document_of(record).activities)


def test_a_text_too_long_is_refused_with_what_was_typed(cast, record, save, at_most, golden):
    before = count(record)
    at_most("DOCUMENT_LETTERS", 400)
    response = cast.client("editor").post(
        reverse("workspace:element", args=[record.pk]) + "?at=",
        {"at": "", "title": "A title of mine", "summary": "word " * 200},
    )
    page = response.content.decode()
    assert response.status_code == 422
    assert "The limit is 400" in page
    assert "A title of mine" in page
    assert count(record) == before
    assert store.document_of(record).title == golden.title


def test_a_document_over_a_limit_opens_and_shrinks(cast, record, save, at_most, at):
    before = count(record)
    at_most("LIST_ELEMENTS", 1)
    assert cast.client("editor").get(at("documents:overview")).status_code in (200, 302)
    design = store.document_of(record)
    with pytest.raises(OverLimit):
        save(
            "activities", (*design.activities, design.activities[0].model_copy(update={"id": "n"}))
        )
    save("title", "Another")
    save("activities", design.activities[:-1])
    assert count(record) == before - 1


def test_a_file_that_is_too_large_begins_nothing(cast, at_most):
    at_most("LIST_ELEMENTS", 1)
    design = Design.model_validate(
        {"activities": [{"id": f"a{n}", "kind": "other"} for n in range(2)]}
    )
    with pytest.raises(OverLimit):
        store.create(by=cast.editor, organisation=cast.organisation, document=design, origin="file")
    assert not cast.organisation.documents.exists()


def test_comments_links_and_invitations_have_their_limits(cast, record, at_most):
    at_most("COMMENTS", 1, discussion)
    thread = discussion.begin(record, by=cast.editor, address="", text="x")
    for again in (
        lambda: discussion.begin(record, by=cast.editor, address="", text="y"),
        lambda: discussion.reply(thread, by=cast.editor, text="y"),
    ):
        with pytest.raises(OverLimit):
            again()
    at_most("OPEN_LINKS", 1, sharing)
    revision, day = record.revisions.get(), timezone.now() + timedelta(days=1)
    options = {"by": cast.editor, "expires": day, "note": "", "with_review": False}
    link, _secret = sharing.share(revision, **options)
    with pytest.raises(OverLimit, match="Withdraw links"):
        sharing.share(revision, **options)
    sharing.withdraw(link, by=cast.editor)
    sharing.share(revision, **options)
    at_most("MEMBERS", cast.organisation.memberships.count() + 1, invitations)
    asked = {"by": cast.owner, "organisation": cast.organisation, "role": Role.READER}
    invitation, _secret = invitations.invite(**asked)
    with pytest.raises(OverLimit):
        invitations.invite(**asked)
    invitations.withdraw(by=cast.owner, invitation=invitation)
    invitations.invite(**asked)
