"""Comments: said once, found where they belong, and seen by those whom they name."""

from __future__ import annotations

from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.web.saving import change
from trueline.document import remove_element
from trueline.web.accounts.models import Membership
from trueline.web.audit.models import Event
from trueline.web.comments import actions as discussion
from trueline.web.comments import queries
from trueline.web.comments.models import Comment, Mention
from trueline.web.documents import store
from trueline.web.documents.models import Action


@pytest.fixture
def activity(record) -> str:
    return f"activities[{store.document_of(record).activities[0].id}]"


@pytest.fixture
def thread(cast, record, activity) -> Comment:
    return discussion.begin(record, by=cast.editor, address=activity, text="Who leads this?")


def read(cast, address, name="editor"):
    response = cast.client(name).get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_a_comment_is_written_and_stands_at_its_place(cast, record, at, activity):
    client = cast.client("appraiser")
    response = client.post(f"{at('comments:new')}?at={activity}", {"text": "Too few people"})
    said = Comment.objects.get()
    assert response["Location"] == f"{at('comments:list')}#comment-{said.pk}"
    assert (said.address, said.author) == (activity, cast.appraiser)
    assert "Too few people" in read(cast, at("comments:list"))
    assert Event.objects.filter(action="commented", subject_id=str(said.pk)).exists()


def test_it_comes_back_as_typed(cast, record, at, hostile):
    cast.client("editor").post(at("comments:new"), {"text": hostile})
    page = read(cast, at("comments:list"))
    assert "<script>alert" not in page
    first, second = hostile.split("\n")
    assert first in unescape(page)
    assert f"{second}</p>" in page
    assert Comment.objects.get().text == hostile


@pytest.mark.parametrize("place", ["activities[nowhere]", "no_such_field", "a[", "x" * 600])
def test_nothing_can_be_said_about_a_place_that_is_not_there(cast, at, place):
    response = cast.client("editor").post(f"{at('comments:new')}?at={place}", {"text": "x"})
    assert response.status_code == 404
    assert not Comment.objects.exists()


@pytest.mark.parametrize("text", ["", "   ", "x" * 5001])
def test_what_can_not_be_kept_is_said_beside_the_form(cast, at, text):
    response = cast.client("editor").post(at("comments:new"), {"text": text})
    assert response.status_code == 422
    assert not Comment.objects.exists()


def test_after_saving_the_writer_is_where_they_came_from(cast, at):
    client = cast.client("editor")
    back = f"/documents/{'0' * 8}/x"
    response = client.post(at("comments:new"), {"text": "x", "next": back})
    assert response["Location"].partition("#")[0] == back
    response = client.post(at("comments:new"), {"text": "x", "next": "https://elsewhere.example/"})
    assert response["Location"].startswith(at("comments:list"))
    response = client.post(at("comments:new"), {"text": "x", "next": "//elsewhere.example/"})
    assert response["Location"].startswith(at("comments:list"))


def test_a_thread_is_settled_and_a_reply_opens_it_again(cast, record, at, thread):
    client = cast.client("appraiser")
    client.post(at("comments:resolve", thread.pk))
    assert "Who leads this?" not in read(cast, at("comments:list"))
    settled = read(cast, at("comments:list") + "?show=all")
    assert "Settled by Appraiser Person" in settled
    client.post(at("comments:reply", thread.pk), {"text": "We do"})
    assert "We do" in read(cast, at("comments:list"))
    thread.refresh_from_db()
    assert thread.resolved is None
    assert [e.action for e in Event.objects.filter(subject="comment").order_by("pk")] == [
        "commented",
        "resolved",
        "commented",
    ]


def test_opening_again(cast, at, thread):
    client = cast.client("editor")
    client.post(at("comments:resolve", thread.pk))
    client.post(at("comments:reopen", thread.pk))
    assert "Who leads this?" in read(cast, at("comments:list"))


def test_a_reply_is_not_a_thread_of_its_own(cast, record, at, thread):
    answer = discussion.reply(thread, by=cast.owner, text="We do")
    client = cast.client("editor")
    for name in ("comments:resolve", "comments:reply"):
        assert client.post(at(name, answer.pk), {"text": "x"}).status_code == 404


def test_comments_outlive_what_they_speak_of(cast, record, at, thread, activity):
    name = store.document_of(record).activities[0].title
    change(
        record.pk,
        by=cast.editor,
        action=Action.REMOVED,
        address=activity,
        edit=lambda design: remove_element(design, activity)[0],
    )
    page = read(cast, at("comments:list"))
    assert "On something that was removed" in page
    assert name in page
    assert "Who leads this?" in page


def test_rewording_one_s_own_soon_after(cast, at, thread):
    client = cast.client("editor")
    assert "Who leads this?" in client.get(at("comments:edit", thread.pk)).content.decode()
    client.post(at("comments:edit", thread.pk), {"text": "Who pays for this?"})
    page = read(cast, at("comments:list"))
    assert "Who pays for this?" in page
    assert "changed" in page
    owner = cast.client("owner")
    assert owner.get(at("comments:edit", thread.pk)).status_code == 403
    assert owner.post(at("comments:edit", thread.pk), {"text": "x"}).status_code == 403


def test_after_an_hour_a_comment_stays_as_it_is(cast, at, thread):
    Comment.objects.update(at=timezone.now() - timedelta(hours=2))
    response = cast.client("editor").post(at("comments:edit", thread.pk), {"text": "x"})
    assert response.status_code == 403
    page = read(cast, at("comments:list"))
    assert at("comments:edit", thread.pk) not in page
    assert at("comments:remove", thread.pk) in page
    thread.refresh_from_db()
    assert thread.text == "Who leads this?"


def test_removing(cast, at, thread):
    assert cast.client("appraiser").post(at("comments:remove", thread.pk)).status_code == 403
    cast.client("editor").post(at("comments:remove", thread.pk))
    assert not Comment.objects.exists()
    assert Event.objects.filter(action="removed", subject="comment").exists()


def test_an_owner_removes_any_and_replies_keep_their_place(cast, record, at, thread):
    discussion.reply(thread, by=cast.appraiser, text="We do")
    cast.client("owner").post(at("comments:remove", thread.pk))
    page = read(cast, at("comments:list"))
    assert "Who leads this?" not in page
    assert "This comment was removed" in page
    assert "We do" in page


def test_naming_by_choice_and_in_the_text(cast, at):
    sent = {"text": "@appraiser person, what do you think?", "mention": cast.owner.pk}
    cast.client("editor").post(at("comments:new"), sent)
    assert set(Mention.objects.values_list("user__email", flat=True)) == {
        "appraiser@example.org",
        "owner@example.org",
    }


@pytest.mark.parametrize(
    "text", ["@Out Sider look", "@Editor Person me", "mail@Owner Person", "@Owner Personal"]
)
def test_others_are_not_named(cast, at, text):
    """Neither people of other organisations, nor oneself, nor by half a name."""
    cast.client("editor").post(at("comments:new"), {"text": text})
    assert not Mention.objects.exists()


def test_people_of_other_organisations_are_neither_offered_nor_taken(cast, at):
    client = cast.client("editor")
    assert "Out Sider" not in client.get(at("comments:new")).content.decode()
    sent = {"text": "x", "mention": cast.outsider.pk}
    assert client.post(at("comments:new"), sent).status_code == 422
    assert not Mention.objects.exists()


def test_whoever_is_named_finds_it_and_the_count_goes_down(cast, record, at):
    discussion.begin(record, by=cast.editor, address="", text="@Owner Person zebra")
    client = cast.client("owner")
    page = client.get(reverse("comments:mentions"))
    assert "@Owner Person zebra" in page.content.decode()
    assert page.context["unseen_mentions"] == 1
    mention = Mention.objects.get()
    response = client.post(reverse("comments:mention", args=[mention.pk]))
    assert response["Location"] == f"{at('comments:list')}#comment-{mention.comment_id}"
    assert client.get(reverse("comments:mentions")).context["unseen_mentions"] == 0


def test_all_seen_at_once(cast, record):
    for text in ("one", "two"):
        discussion.begin(record, by=cast.editor, address="", text=f"@Owner Person {text}")
    client = cast.client("owner")
    client.post(reverse("comments:mentions-seen"))
    assert not Mention.objects.filter(seen=None).exists()


def test_mentions_of_others_stay_theirs(cast, record):
    discussion.begin(record, by=cast.editor, address="", text="@Owner Person zebra")
    mention = Mention.objects.get()
    for name in ("reader", "outsider"):
        client = cast.client(name)
        assert "zebra" not in client.get(reverse("comments:mentions")).content.decode()
        address = reverse("comments:mention", args=[mention.pk])
        assert client.post(address).status_code == 404
        client.post(reverse("comments:mentions-seen"))
    mention.refresh_from_db()
    assert mention.seen is None


def test_who_has_left_the_organisation_reads_no_mention(cast, record):
    discussion.begin(record, by=cast.editor, address="", text="@Owner Person zebra")
    Membership.objects.filter(user=cast.owner).delete()
    assert "zebra" not in cast.client("owner").get(reverse("comments:mentions")).content.decode()


def test_all_comments_of_a_design_in_two_queries(cast, record, activity):
    for _ in range(5):
        thread = discussion.begin(record, by=cast.editor, address=activity, text="one")
        discussion.reply(thread, by=cast.owner, text="@Editor Person two")
    discussion.begin(record, by=cast.editor, address="", text="three")
    with CaptureQueriesContext(connection) as seen:
        found = queries.comments_by_address(record)
        said = [
            str(c.author) + str(c.mentioned) for each in found.values() for t in each for c in t.all
        ]
    assert len(seen) == 2
    assert len(said) == 11
    assert {address: len(each) for address, each in found.items()} == {activity: 5, "": 1}


def test_a_comment_without_its_author_stays(cast, record, at, thread):
    cast.editor.delete()
    assert "Somebody who has left" in read(cast, at("comments:list"), "owner")


def test_the_navigation_says_how_many_threads_are_open(cast, record, at, thread):
    discussion.reply(thread, by=cast.owner, text="The ministry.")
    other = discussion.begin(record, by=cast.editor, address="", text="And who pays?")
    overview = at("documents:overview")
    assert "2 open threads" in " ".join(read(cast, overview).split())
    discussion.resolve(other, by=cast.editor)
    assert "1 open thread" in " ".join(read(cast, overview, "reader").split())
    discussion.resolve(thread, by=cast.editor)
    assert "open thread" not in read(cast, overview)


def test_a_removed_comment_comes_back_by_undo_to_whoever_removed_it(cast, record):
    client, other = cast.client("editor"), cast.client("owner")
    thread = discussion.begin(record, by=cast.editor, address="", text="@Reader Person, who pays?")
    discussion.reply(thread, by=cast.owner, text="The fund.")
    alone = discussion.begin(record, by=cast.editor, address="", text="And who else?")
    for comment in (thread, alone):
        before = comment.text
        gone = client.post(reverse("comments:remove", args=[record.pk, comment.pk]), follow=True)
        assert reverse("documents:put-back") in gone.content.decode()
        assert other.post(reverse("documents:put-back"), follow=True).status_code == 200
        assert not record.comments.filter(text=before).exists()
        client.post(reverse("documents:put-back"))
        comment.refresh_from_db()
        assert comment.text == before
    assert cast.reader.mentions.filter(comment=thread).exists()
    again = client.post(reverse("documents:put-back"), follow=True)
    assert "nothing to undo" in again.content.decode()


def test_a_removed_comment_stays_gone_for_who_may_not_comment_any_more(cast, record):
    client = cast.client("editor")
    comment = discussion.begin(record, by=cast.editor, address="", text="Who pays?")
    client.post(reverse("comments:remove", args=[record.pk, comment.pk]))
    cast.editor.memberships.all().delete()
    assert client.post(reverse("documents:put-back")).status_code == 404
    assert not record.comments.exists()
