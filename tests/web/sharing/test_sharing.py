"""Links to a version: read by anybody who has one, until they end, and nothing beyond."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from trueline.reports import exports_of
from trueline.web.audit.models import Event
from trueline.web.comments import actions as discussion
from trueline.web.documents import store
from trueline.web.sharing import actions as sharing
from trueline.web.sharing.models import ShareLink

EXPORTS = exports_of("design")


@pytest.fixture
def link(cast, record):
    """A link with the secret that opens it."""

    def made(**options):
        values = {"expires": timezone.now() + timedelta(days=3), "note": "", "with_review": False}
        return sharing.share(record.revisions.get(number=1), by=cast.editor, **(values | options))

    return made


def shared(secret: str, *args: str):
    name = "sharing:shared-export" if args else "sharing:shared"
    return Client().get(reverse(name, args=[secret, *args]))


def test_a_link_is_made_shown_once_and_opens_the_design(cast, record, at):
    client = cast.client("editor")
    until = (timezone.localdate() + timedelta(days=10)).isoformat()
    client.post(at("sharing:links"), {"note": "For Ana", "until": until})
    page = client.get(at("sharing:links")).content.decode()
    address = re.search(r'value="http://testserver(/shared/[^"]+/)"', page)[1]
    again = client.get(at("sharing:links")).content.decode()
    assert address not in again
    assert "For Ana" in again
    read = Client().get(address)
    assert read.status_code == 200
    assert store.document_of(record).title in unescape(read.content.decode())
    event = Event.objects.get(action="shared")
    assert event.actor == cast.editor.pseudonym
    assert "For Ana" not in str(event.detail)


def test_the_secret_is_kept_nowhere(link):
    made, secret = link()
    kept = ShareLink.objects.filter(pk=made.pk).values().get()
    assert secret not in str(kept)


def test_it_shows_the_version_it_was_made_of(cast, record, link, save):
    _made, secret = link()
    before = store.document_of(record).title
    save("title", "Changed since")
    page = unescape(shared(secret).content.decode())
    assert before in page
    assert "Changed since" not in page


def test_what_is_read_holds_the_whole_design_and_no_comment(cast, record, golden, link):
    discussion.begin(record, by=cast.editor, address="", text="Internal doubts")
    page = unescape(shared(link(note="For Ana")[1]).content.decode())
    for words in (
        golden.activities[0].title,
        golden.results[0].statement,
        golden.indicators[0].statement,
        golden.behaviours[0].desired,
    ):
        assert words in page
    assert "<svg" in page
    for hidden in ("Internal doubts", "For Ana", "Editor Person"):
        assert hidden not in page


def test_the_review_is_shown_where_the_link_says_so(link):
    assert 'id="review"' not in shared(link()[1]).content.decode()
    assert 'id="review"' in shared(link(with_review=True)[1]).content.decode()


def test_search_engines_and_caches_are_kept_out(link):
    response = shared(link()[1])
    assert "noindex" in response["X-Robots-Tag"]
    assert response["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response["Cache-Control"]


def test_an_ended_link_says_so_and_shows_nothing(cast, record, link):
    _made, secret = link()
    title = store.document_of(record).title
    ShareLink.objects.update(expires=timezone.now() - timedelta(seconds=1))
    for response in (shared(secret), shared(secret, "design.yaml")):
        assert response.status_code == 410
        assert title not in response.content.decode()
        assert "noindex" in response["X-Robots-Tag"]


def test_withdrawing(cast, record, at, link):
    made, secret = link()
    response = cast.client("editor").post(at("sharing:withdraw", made.pk), follow=True)
    assert "Withdrawn" in response.content.decode()
    assert shared(secret).status_code == 410
    assert Event.objects.filter(action="withdrawn", subject_id=str(made.pk)).exists()


@pytest.mark.parametrize("secret", ["x", "a" * 32, "%00", "../..", "‮"])
def test_an_unknown_secret_is_not_found(db, secret):
    assert shared(secret.replace("/", "%2F")).status_code == 404


def test_the_digest_opens_nothing(link):
    made, _secret = link()
    assert shared(made.digest).status_code == 404


def test_a_link_is_only_read(link):
    _made, secret = link()
    assert Client().post(reverse("sharing:shared", args=[secret])).status_code == 405


def test_files_of_the_version(link, save, record, golden):
    _made, secret = link()
    save("title", "Changed since")
    response = shared(secret, "design.yaml")
    assert response.status_code == 200
    assert "attachment" in response["Content-Disposition"]
    assert golden.title in response.content.decode()
    assert "Changed since" not in response.content.decode()
    assert shared(secret, "no-such.pdf").status_code == 404


def test_without_the_review_no_file_holds_it(link):
    reviews = [made.name for made in EXPORTS.values() if made.holds_review == "always"]
    assert reviews
    closed, opened = link()[1], link(with_review=True)[1]
    assert all(shared(closed, name).status_code == 404 for name in reviews)
    assert shared(opened, "review.json").status_code == 200
    page = shared(closed).content.decode()
    assert all(name not in page for name in reviews)


def test_why_something_was_set_aside_is_read_with_the_review_alone(link, golden):
    why = "for somebody who reads it"
    assert why in golden.waivers[0].why
    closed, opened = link()[1], link(with_review=True)[1]
    for asked in ((), ("design.yaml",), ("design.json",)):
        assert why in shared(opened, *asked).content.decode(), asked
        assert why not in shared(closed, *asked).content.decode(), asked


@pytest.mark.parametrize(
    ("until", "says"),
    [
        ("", "Choose the last day"),
        ("soon", "a day with its year"),
        ("2020-01-01", "has passed"),
        ("2100-01-01", "within a year"),
    ],
)
def test_a_link_ends_within_a_year(cast, at, until, says):
    response = cast.client("editor").post(at("sharing:links"), {"until": until})
    assert response.status_code == 422
    assert says in response.content.decode()
    assert not ShareLink.objects.exists()


def test_thirty_days_unless_told_otherwise(cast, at):
    expected = (timezone.localdate() + timedelta(days=30)).isoformat()
    assert f'value="{expected}"' in cast.client("editor").get(at("sharing:links")).content.decode()


def test_notes_come_back_as_typed(cast, at, hostile):
    note = hostile.split("\n")[0]
    until = timezone.localdate().isoformat()
    client = cast.client("editor")
    client.post(at("sharing:links"), {"note": note, "until": until})
    page = client.get(at("sharing:links")).content.decode()
    assert "<script>alert" not in page
    assert note in unescape(page)


def test_hostile_titles_are_text_on_the_page_and_in_the_picture(cast, record, link, save, hostile):
    save(f"results[{store.document_of(record).results[0].id}].statement", hostile)
    _made, secret = sharing.share(
        record.revisions.get(number=2),
        by=cast.editor,
        note="",
        expires=timezone.now() + timedelta(days=1),
        with_review=True,
    )
    page = shared(secret).content.decode()
    assert "<script>alert" not in page
    assert '<script>alert("1")</script>' in unescape(page)


def test_a_link_made_for_another_design_is_not_shown_here(cast, keep, golden, at):
    other = keep(golden)
    client = cast.client("editor")
    client.post(
        reverse("sharing:links", args=[other.pk]), {"until": timezone.localdate().isoformat()}
    )
    assert "Your link" not in client.get(at("sharing:links")).content.decode()
    page = client.get(reverse("sharing:links", args=[other.pk])).content.decode()
    assert "Your link" in page


def test_opening_a_link_again_writes_nothing(link):
    """Nor takes a lock, for which all who open it behind one router would wait."""
    _made, secret = link()
    assert shared(secret).status_code == 200
    with CaptureQueriesContext(connection) as asked:
        assert shared(secret).status_code == 200
    assert [each["sql"] for each in asked if not each["sql"].startswith("SELECT")] == []
