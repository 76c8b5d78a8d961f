"""Comments beside the text that they are about: a field, a passage; and who else is there."""

from __future__ import annotations

from html import unescape
from typing import Any
from urllib.parse import urlencode

import pytest
from django.core.cache import cache
from django.urls import reverse

from trueline.web.comments import actions as discussion
from trueline.web.comments.models import Comment, Mention, Reason
from trueline.web.documents import store


@pytest.fixture
def activity(record: Any) -> str:
    return f"activities[{store.document_of(record).activities[0].id}]"


def said(cast: Any, at: Any, place: str, **sent: str) -> Comment:
    address = f"{at('comments:new')}?{urlencode({'at': place})}"
    response = cast.client("appraiser").post(address, {"text": "Who?", **sent})
    assert response.status_code == 302
    return Comment.objects.latest("pk")


def test_a_field_and_a_passage_can_be_spoken_of(cast, record, at, activity):
    comment = said(cast, at, activity, about=f"{activity}.title", quote="the words")
    assert comment.address == f"{activity}.title"
    assert comment.quote == "the words"
    page = cast.client("reader").get(at("workspace:step", "activities")).content.decode()
    assert f'id="comment-{comment.pk}"' in page
    assert "the words" in page


def test_what_is_said_of_a_field_stands_beside_it_in_its_form(cast, record, at, activity):
    discussion.begin(record, by=cast.owner, address=f"{activity}.title", text="Shorter, please")
    form = f"{at('workspace:element')}?{urlencode({'at': activity})}"
    assert "Shorter, please" in cast.client("editor").get(form).content.decode()


def test_a_selected_passage_is_filled_in(cast, at, activity):
    query = urlencode({"at": f"{activity}.title", "quote": "of the city"})
    page = unescape(cast.client("editor").get(f"{at('comments:new')}?{query}").content.decode())
    assert "of the city</textarea>" in page
    assert f'<option value="{activity}.title" selected>' in page


def test_a_long_passage_is_named_by_its_beginning(cast, at, activity):
    comment = said(cast, at, activity, quote="word " * 400)
    assert comment.quote.endswith("…")
    assert len(comment.quote) <= 500


@pytest.mark.parametrize("about", ["activities[nowhere]", "title", "activities"])
def test_nothing_else_can_be_spoken_of_by_the_form(cast, at, activity, about):
    address = f"{at('comments:new')}?{urlencode({'at': activity})}"
    answer = cast.client("editor").post(address, {"text": "x", "about": about})
    assert answer.status_code == 422
    assert not Comment.objects.exists()


def test_after_saving_one_stands_at_the_comment(cast, record, at, activity):
    came_from = f"{at('workspace:step', 'activities')}?page=1#somewhere"
    address = f"{at('comments:new')}?{urlencode({'at': activity})}"
    answer = cast.client("editor").post(address, {"text": "x", "next": came_from})
    comment = Comment.objects.get()
    assert answer["Location"].endswith(f"?page=1#comment-{comment.pk}")
    assert f'id="comment-{comment.pk}"' in cast.client("editor").get(came_from).content.decode()


def test_who_wrote_in_a_thread_is_told_of_replies(cast, record, activity):
    thread = discussion.begin(record, by=cast.editor, address=activity, text="Who?")
    discussion.reply(thread, by=cast.appraiser, text="We")
    discussion.reply(thread, by=cast.owner, text="@Editor Person and all")
    told = {(m.user_id, m.reason) for m in Mention.objects.all()}
    assert told == {
        (cast.editor.pk, Reason.REPLY),
        (cast.appraiser.pk, Reason.REPLY),
        (cast.editor.pk, Reason.NAMED),
    }


@pytest.fixture
def here(record: Any) -> str:
    cache.clear()
    return reverse("documents:here", args=[record.pk])


def test_colleagues_who_are_here_are_shown_with_what_they_do(cast, here):
    editor, reader = cast.client("editor"), cast.client("reader")
    assert editor.get(here, {"at": "activities", "writes": "1"}).content.strip() == b""
    shown = reader.get(here, {"at": "results"}).content.decode()
    assert "Editor Person" in shown
    assert "Activities" in shown
    assert "writes" in shown
    assert "Reader Person" not in shown
    again = editor.get(here, {"at": "activities"}).content.decode()
    assert "Reader Person" in again
    assert "writes" not in again


def test_nobody_else_sees_who_is_here(cast, here):
    cast.client("editor").get(here)
    assert cast.client("outsider").get(here).status_code == 404
