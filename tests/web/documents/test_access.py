"""The five questions for each page about a design: it works, for whom, and for whom it does not."""

from __future__ import annotations

import re
import uuid
from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone
from web_addresses import ADDRESSES

from tests.web.saving import change
from trueline.document import set_field
from trueline.kinds import KINDS
from trueline.web.comments import actions as discussion
from trueline.web.comments.models import Comment
from trueline.web.documents.kind_pages import pages_of
from trueline.web.sharing import actions as sharing
from trueline.web.sharing.models import ShareLink

READ = (
    "documents:history",
    "documents:revision",
    "documents:compare",
    "comments:list",
    "documents:export",
)
COMMENT = ("comments:new", "comments:reply", "comments:edit", "comments:remove")
COMMENT_POST = ("comments:resolve", "comments:reopen")
WRITE = ("documents:restore", "sharing:links", "sharing:withdraw")


@pytest.fixture
def places(cast, record):
    """The address of each page, for a design with two revisions, a comment and a link."""
    change(record.pk, by=cast.editor, edit=lambda d: set_field(d, "title", "Second"))
    record.refresh_from_db()
    said = discussion.begin(record, by=cast.editor, address="", text="Is this right?")
    link, _secret = sharing.share(
        record.revisions.get(number=1),
        by=cast.editor,
        note="",
        expires=timezone.now() + timedelta(days=3),
        with_review=False,
    )
    args = {"documents:revision": [1], "documents:restore": [1], "sharing:withdraw": [link.pk]}
    args |= {name: [said.pk] for name in (*COMMENT[1:], *COMMENT_POST)}
    found = {
        name: reverse(name, args=[record.pk, *args.get(name, [])])
        for name in (*READ, *COMMENT, *COMMENT_POST, *WRITE)
    }
    found["documents:compare"] += "?older=1&newer=2"
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
    assert client.get(places["comments:new"]).status_code == 200
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


@pytest.mark.parametrize(
    "name", ["documents:history", "documents:revision", "documents:compare", "comments:list"]
)
def test_what_is_read_is_only_read(cast, places, name):
    assert cast.client("editor").post(places[name]).status_code == 405


@pytest.mark.parametrize("name", COMMENT_POST)
def test_a_link_settles_nothing(cast, places, record, name):
    before = state(record)
    assert cast.client("editor").get(places[name]).status_code == 405
    assert state(record) == before


BAD = {
    "documents:revision": [[0], [99], [10**30]],
    "documents:restore": [[0], [99]],
    "comments:reply": [[0], [10**30]],
    "comments:edit": [[0]],
    "comments:remove": [[0]],
    "sharing:withdraw": [[uuid.UUID(int=5)]],
    "documents:export-job": [[uuid.UUID(int=5)]],
    "documents:export-file": [[uuid.UUID(int=5)]],
}


@pytest.mark.parametrize(("name", "args"), [(name, a) for name, each in BAD.items() for a in each])
def test_what_is_not_there_is_not_found(cast, record, name, args):
    address = reverse(name, args=[record.pk, *args])
    assert cast.client("editor").get(address).status_code == 404


@pytest.mark.parametrize(
    "query", ["", "older=1", "older=1&newer=x", "older=-1&newer=1", "older=1&newer=99"]
)
def test_comparing_with_what_is_not_there(cast, record, query):
    address = f"{reverse('documents:compare', args=[record.pk])}?{query}"
    assert cast.client("editor").get(address).status_code == 404


@pytest.mark.parametrize("name", ["comments:reply", "comments:edit", "comments:remove"])
def test_comments_are_reached_through_their_own_design_only(cast, keep, golden, places, name):
    """Another design of one's own does not open the comments of this one, nor do its links."""
    other = keep(golden)
    said = Comment.objects.get()
    address = reverse(name, args=[other.pk, said.pk])
    assert cast.client("editor").get(address).status_code == 404
    link = ShareLink.objects.get()
    address = reverse("sharing:withdraw", args=[other.pk, link.pk])
    assert cast.client("editor").get(address).status_code == 404


@pytest.mark.parametrize("role", ["editor", "appraiser", "reader"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_whatever_an_overview_leads_to_opens(kind, role, cast, keep):
    """Nobody is offered a page of a document that their role keeps from them."""
    client, record = cast.client(role), keep(kind.model(title="Trade law"))
    overview = client.get(reverse("documents:overview", args=[record.pk])).content.decode()
    offered = {unescape(each) for each in re.findall(r'href="(/documents/[^"#]*)', overview)}
    assert len(offered) > 8
    answers = {address: client.get(address).status_code for address in offered}
    assert {address: status for address, status in answers.items() if status >= 400} == {}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_link_asks_for_the_right_that_its_page_asks_for(kind):
    for link in pages_of(kind.name).links:
        view, _asks = ADDRESSES[link.name]
        assert view.access == f"document:{link.permission}", link.name
