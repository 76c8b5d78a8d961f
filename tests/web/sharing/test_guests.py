"""Guests: a link and a name by which somebody comments on one document, until it is withdrawn."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from trueline.limits import GUEST_COMMENTS
from trueline.web.audit.models import Event
from trueline.web.comments import actions as discussion
from trueline.web.comments.models import Comment, Mention, Reason
from trueline.web.documents import store
from trueline.web.documents.actions import archiving
from trueline.web.sharing import actions as sharing
from trueline.web.sharing.models import ShareLink


@pytest.fixture
def invited(cast: Any, record: Any) -> tuple[ShareLink, str]:
    """A link by which Ana comments, and its secret."""
    return sharing.share(
        record.revisions.get(number=1),
        by=cast.editor,
        expires=timezone.now() + timedelta(days=3),
        note="The ministry",
        with_review=False,
        guest="Ana Ruiz",
    )


def say(secret: str, **sent: str) -> Any:
    return Client().post(reverse("sharing:guest-comment", args=[secret]), {"text": "Why?", **sent})


def page(secret: str) -> str:
    return unescape(Client().get(reverse("sharing:shared", args=[secret])).content.decode())


def test_a_guest_is_invited_by_name_and_it_is_logged(cast, record, at):
    client = cast.client("editor")
    client.post(at("sharing:links"), {"guest": "Ana  Ruiz", "until": "in 2 days"})
    assert not ShareLink.objects.exists()
    until = (timezone.localdate() + timedelta(days=10)).isoformat()
    client.post(at("sharing:links"), {"guest": "Ana  Ruiz", "until": until})
    assert ShareLink.objects.get().guest == "Ana Ruiz"
    detail = Event.objects.get(action="shared").detail
    assert detail["comments"] is True
    assert "Ana" not in str(detail)
    shown = client.get(at("sharing:links")).content.decode()
    assert "may comment" in shown


def test_what_a_guest_says_stands_at_its_place_for_members(cast, record, at, invited):
    _link, secret = invited
    activity = f"activities[{store.document_of(record).activities[0].id}]"
    answer = say(secret, about=activity, quote="some words")
    comment = Comment.objects.get()
    assert answer["Location"].endswith(f"#comment-{comment.pk}")
    assert (comment.author, comment.guest, comment.address) == (None, "Ana Ruiz", activity)
    seen = unescape(cast.client("reader").get(at("workspace:step", "activities")).content.decode())
    assert "Ana Ruiz, a guest" in seen
    told = Mention.objects.get(user=cast.editor)
    assert told.reason == Reason.GUEST
    event = Event.objects.get(action="commented")
    assert event.actor is None


def test_a_guest_reads_their_own_threads_alone(cast, record, invited):
    link, secret = invited
    discussion.begin(record, by=cast.editor, address="", text="Among ourselves")
    say(secret)
    thread = Comment.objects.get(guest="Ana Ruiz")
    discussion.reply(thread, by=cast.owner, text="Because of the law")
    assert "Because of the law" in page(secret)
    assert "Among ourselves" not in page(secret)
    _other, second = sharing.share(
        link.revision, by=cast.editor, expires=link.expires, note="", with_review=False, guest="Bo"
    )
    assert "Why?" not in page(second)


def test_a_guest_replies_in_their_own_threads_alone(cast, record, invited):
    _link, secret = invited
    say(secret)
    mine = Comment.objects.get()
    inner = discussion.begin(record, by=cast.editor, address="", text="Among ourselves")
    own = reverse("sharing:guest-reply", args=[secret, mine.pk])
    assert Client().post(own, {"text": "I see"}).status_code == 302
    assert mine.replies.get().guest == "Ana Ruiz"
    for text in ("  ", "w" * 5001):
        refused = Client().post(own, {"text": text})
        assert (refused.status_code, mine.replies.count()) == (422, 1)
        assert text.strip() in refused.content.decode()
    others = reverse("sharing:guest-reply", args=[secret, inner.pk])
    assert Client().post(others, {"text": "I see"}).status_code == 404


@pytest.mark.parametrize("end", ["withdrawn", "archived", "demoted", "expired"])
def test_nothing_is_said_by_a_link_that_ended(cast, record, invited, end):
    link, secret = invited
    if end == "withdrawn":
        sharing.withdraw(link, by=cast.owner)
    elif end == "archived":
        archiving.archive(record, by=cast.editor)
    elif end == "demoted":
        cast.editor.memberships.update(role="reader")
    else:
        ShareLink.objects.update(expires=timezone.now() - timedelta(minutes=1))
    assert say(secret).status_code in (404, 410)
    assert not Comment.objects.exists()


def test_a_link_to_read_takes_no_comments(cast, record, invited):
    ShareLink.objects.update(guest="")
    _link, secret = invited
    assert say(secret).status_code == 404
    assert "Your comments" not in page(secret)


@pytest.mark.parametrize(
    "sent", [{"text": ""}, {"text": "x" * 5001}, {"about": "activities[nowhere]"}]
)
def test_what_can_not_be_kept_is_said_beside_the_form(invited, sent):
    _link, secret = invited
    assert say(secret, **sent).status_code == 422
    assert not Comment.objects.exists()


def test_a_guest_names_nobody(cast, invited):
    """They do not learn who is a member, and ring nobody's bell by guessing."""
    _link, secret = invited
    say(secret, text="@Owner Person look")
    assert not Mention.objects.filter(user=cast.owner).exists()


def test_a_guest_can_not_fill_the_document(monkeypatch, invited):
    _link, secret = invited
    monkeypatch.setattr(
        "trueline.web.sharing.guests.GUEST_COMMENTS", type(GUEST_COMMENTS)(1, "", "")
    )
    say(secret)
    assert say(secret).status_code != 302
    assert Comment.objects.count() == 1


def test_contents_and_open_questions_stand_on_a_shared_page(cast, record, invited):
    _link, secret = invited
    ShareLink.objects.update(with_review=True)
    shown = page(secret)
    contents = re.search(r'<nav class="contents-beside".*?</nav>', shown, re.DOTALL)[0]
    for place in ("open-questions", "review", "comments"):
        assert f'href="#{place}"' in contents
        assert f'id="{place}"' in shown
    first = re.search(r'href="#([\w-]+)"', contents)[1]
    assert f'id="{first}"' in shown


def test_a_form_says_from_which_host_it_comes_and_the_address_stays_secret(invited):
    """A browser that is told to send no referrer sends forms from nowhere, which are refused."""
    _link, secret = invited
    read = Client().get(reverse("sharing:shared", args=[secret]))
    assert read["Referrer-Policy"] == "strict-origin"
    ShareLink.objects.update(guest="")
    assert (
        Client().get(reverse("sharing:shared", args=[secret]))["Referrer-Policy"] == "no-referrer"
    )
