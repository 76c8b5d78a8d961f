"""The five questions for each page about a design: it works, for whom, and for whom it does not."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from trueline.document import set_field
from trueline.web.designs import discussion, sharing, store
from trueline.web.designs.models import Comment, ShareLink

READ = ("history", "revision", "compare", "comments", "export")
COMMENT = ("comment-new", "comment-reply", "comment-reword", "comment-remove")
COMMENT_POST = ("comment-resolve", "comment-reopen")
WRITE = ("restore", "share", "share-withdraw")


@pytest.fixture
def places(cast, record):
    """The address of each page, for a design with two revisions, a comment and a link."""
    store.change(
        record.pk, by=cast.editor, what="x", edit=lambda d: set_field(d, "title", "Second")
    )
    record.refresh_from_db()
    said = discussion.comment(record, by=cast.editor, address="", text="Is this right?")
    link, _secret = sharing.share(
        record.revisions.get(number=1), by=cast.editor, note="",
        expires=timezone.now() + timedelta(days=3), with_review=False,
    )  # fmt: skip
    args = {"revision": [1], "restore": [1], "share-withdraw": [link.pk]}
    args |= {name: [said.pk] for name in (*COMMENT[1:], *COMMENT_POST)}
    found = {
        name: reverse(f"designs:{name}", args=[record.pk, *args.get(name, [])])
        for name in (*READ, *COMMENT, *COMMENT_POST, *WRITE)
    }
    found["compare"] += "?older=1&newer=2"
    return found


def state(record):
    record.refresh_from_db()
    comments = list(Comment.objects.values_list("text", "resolved"))
    return record.revision, comments, list(ShareLink.objects.values_list("withdrawn"))


@pytest.mark.parametrize("name", [*READ, *COMMENT, *WRITE])
def test_an_editor_opens_it(cast, places, name):
    assert cast.client("editor").get(places[name]).status_code == 200


@pytest.mark.parametrize("name", READ)
def test_a_reader_opens_what_is_read(cast, places, name):
    assert cast.client("reader").get(places[name]).status_code == 200


@pytest.mark.parametrize("name", [*COMMENT, *COMMENT_POST, *WRITE])
def test_a_reader_can_not_write(cast, places, record, name):
    before = state(record)
    client = cast.client("reader")
    sent = {"text": "x", "until": timezone.localdate().isoformat()}
    assert client.post(places[name], sent).status_code == 403
    assert state(record) == before


@pytest.mark.parametrize("name", WRITE)
def test_an_appraiser_comments_and_changes_nothing(cast, places, record, name):
    before = state(record)
    client = cast.client("appraiser")
    assert client.get(places["comment-new"]).status_code == 200
    assert client.post(places[name], {"until": "2030-01-01"}).status_code == 403
    assert state(record) == before


@pytest.mark.parametrize("name", [*READ, *COMMENT, *COMMENT_POST, *WRITE])
@pytest.mark.parametrize("method", ["get", "post"])
def test_an_outsider_finds_nothing(cast, places, record, name, method):
    before = state(record)
    response = getattr(cast.client("outsider"), method)(places[name])
    assert response.status_code in (404, 405) if name in COMMENT_POST else 404
    assert b"Second" not in response.content
    assert state(record) == before


@pytest.mark.parametrize("name", [*READ, *COMMENT, *WRITE])
def test_a_visitor_is_asked_to_sign_in(client, places, name):
    response = client.get(places[name])
    assert (response.status_code, "login" in response["Location"]) == (302, True)


@pytest.mark.parametrize("name", ["history", "revision", "compare", "comments"])
def test_what_is_read_is_only_read(cast, places, name):
    assert cast.client("editor").post(places[name]).status_code == 405


@pytest.mark.parametrize("name", COMMENT_POST)
def test_a_link_settles_nothing(cast, places, record, name):
    before = state(record)
    assert cast.client("editor").get(places[name]).status_code == 405
    assert state(record) == before


BAD = {
    "revision": [[0], [99], [10**30]],
    "restore": [[0], [99]],
    "comment-reply": [[0], [10**30]],
    "comment-reword": [[0]],
    "comment-remove": [[0]],
    "share-withdraw": [[uuid.UUID(int=5)]],
    "export-job": [[uuid.UUID(int=5)]],
    "export-file": [[uuid.UUID(int=5)]],
}


@pytest.mark.parametrize(("name", "args"), [(name, a) for name, each in BAD.items() for a in each])
def test_what_is_not_there_is_not_found(cast, record, name, args):
    address = reverse(f"designs:{name}", args=[record.pk, *args])
    assert cast.client("editor").get(address).status_code == 404


@pytest.mark.parametrize("query", ["", "older=1", "older=1&newer=x", "older=-1&newer=1", "older=1&newer=99"])  # fmt: skip
def test_comparing_with_what_is_not_there(cast, record, query):
    address = f"{reverse('designs:compare', args=[record.pk])}?{query}"
    assert cast.client("editor").get(address).status_code == 404


@pytest.mark.parametrize("name", ["comment-reply", "comment-reword", "comment-remove"])
def test_comments_are_reached_through_their_own_design_only(cast, keep, golden, places, name):
    """Another design of one's own does not open the comments of this one, nor do its links."""
    other = keep(golden)
    said = Comment.objects.get()
    address = reverse(f"designs:{name}", args=[other.pk, said.pk])
    assert cast.client("editor").get(address).status_code == 404
    link = ShareLink.objects.get()
    address = reverse("designs:share-withdraw", args=[other.pk, link.pk])
    assert cast.client("editor").get(address).status_code == 404
