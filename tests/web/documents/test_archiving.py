"""Putting a design away, bringing it back, deleting it: by whom, and what is left."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone
from web_addresses import ADDRESSES, PRIVATE, url_of

from tests.web.saving import change
from trueline.document import set_field
from trueline.web.audit.models import Event
from trueline.web.comments.models import Comment
from trueline.web.documents import store
from trueline.web.documents.actions import archiving
from trueline.web.documents.models import DocumentRecord, Revision
from trueline.web.sharing.models import ShareLink


def go(client, name, record):
    return client.post(reverse(name, args=[record.pk]))


def test_an_archived_design_leaves_the_list_and_comes_back(cast, record):
    client = cast.client("editor")
    message = client.post(reverse("documents:archive", args=[record.pk]), follow=True)
    undo = f'action="{reverse("documents:unarchive", args=[record.pk])}"'
    assert undo in message.content.decode()
    listed = reverse("documents:list", args=["design"])
    assert f'href="/documents/{record.pk}/' not in client.get(listed).content.decode()
    archived = client.get(listed, {"state": "archived"}).content.decode()
    assert f"/documents/{record.pk}/unarchive/" in archived
    assert client.get(reverse("workspace:step", args=[record.pk, "activities"])).status_code == 200
    share = client.get(reverse("documents:export", args=[record.pk])).content.decode()
    assert reverse("documents:unarchive", args=[record.pk]) in share
    assert go(client, "documents:unarchive", record).status_code == 302
    record.refresh_from_db()
    assert record.archived is None
    assert go(client, "documents:unarchive", record).status_code == 302  # once more changes nothing
    actions = list(Event.objects.filter(subject_id=record.pk).values_list("action", flat=True))
    assert sorted(actions) == ["archived", "brought back", "created"]


def test_only_an_owner_deletes_and_only_what_was_archived(cast, record):
    owner = cast.client("owner")
    assert go(cast.client("editor"), "documents:delete", record).status_code == 403
    go(owner, "documents:delete", record)
    assert DocumentRecord.objects.filter(pk=record.pk).exists()
    go(owner, "documents:archive", record)
    assert "Delete" in owner.get(reverse("documents:delete", args=[record.pk])).content.decode()
    go(owner, "documents:delete", record)
    assert not DocumentRecord.objects.filter(pk=record.pk).exists()
    assert not Revision.objects.filter(document=record.pk).exists()
    assert Event.objects.filter(subject_id=record.pk, action="deleted").exists()


STILL_WORKS = {
    "documents:archive": "it is archived, and stays so",
    "documents:unarchive": "the way back",
    "documents:delete": "only what is archived can be deleted",
    "sharing:withdraw": "a link must be ended at any time",
}
CHANGES = sorted(
    name
    for name in PRIVATE
    if (access := ADDRESSES[name][0].access).startswith("document:")
    and not access.endswith(":read")
    and not name.startswith(
        ("legals:", "plans:")
    )  # of other kinds, which have their own test of this
    and not name.startswith("monitoring:report")  # for those who are assigned alone
)


@pytest.fixture
def archived(cast, foreign) -> DocumentRecord:
    record = DocumentRecord.objects.get(pk=foreign["document_id"])
    archiving.archive(record, by=cast.editor)
    return record


@pytest.mark.walk
@pytest.mark.parametrize("name", [name for name in CHANGES if name not in STILL_WORKS])
def test_no_form_changes_an_archived_design(name, cast, foreign, archived, snapshot):
    """By address, so that a new form joins by itself."""
    owner, before = cast.client("owner"), snapshot()
    typed = {"text": "What I wrote", "title": "Renamed", "until": timezone.localdate().isoformat()}
    answer = owner.post(url_of(name, foreign), typed)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Not saved" in page
    assert "What I wrote" in page
    assert reverse("documents:unarchive", args=[archived.pk]) in page
    assert snapshot() == before


@pytest.mark.parametrize("name", STILL_WORKS)
def test_what_still_works_while_archived(name, cast, foreign, archived):
    assert cast.client("owner").post(url_of(name, foreign)).status_code == 302


def test_an_archived_design_is_read_exported_and_offers_no_form(cast, foreign, archived):
    owner, at = cast.client("owner"), {"at": "activities"}
    for page in (
        "workspace:step",
        "documents:history",
        "comments:list",
        "workspace:review",
        "designs:theory",
        "documents:revision",
        "sharing:links",
    ):
        text = owner.get(url_of(page, {**foreign, "slug": "activities"}), at)
        text = text.content.decode()
        assert "This is archived" in text, page
        for act in ("workspace:element", "workspace:add", "comments:new", "workspace:waive"):
            assert url_of(act, foreign) not in text, (page, act)
    made = owner.post(url_of("documents:export", foreign), {"export": "design.yaml", "paper": "a4"})
    assert made.status_code == 200
    assert owner.get(url_of("workspace:element", foreign), {"at": ""}).status_code == 409
    reader = cast.client("reader").get(url_of("documents:history", foreign)).content.decode()
    assert "This is archived" in reader
    assert url_of("documents:unarchive", foreign) not in reader


def test_a_save_that_comes_as_it_is_archived_is_refused(cast, record):
    """The page was let in before; the store looks again."""
    archiving.archive(record, by=cast.owner)
    with pytest.raises(store.Archived):
        change(record.pk, by=cast.editor, edit=lambda d: set_field(d, "title", "Late"))


def test_all_is_possible_again_once_it_is_brought_back(cast, foreign, archived):
    owner = cast.client("owner")
    go(owner, "documents:unarchive", archived)
    owner.post(url_of("comments:new", foreign), {"text": "Back again"})
    owner.post(url_of("sharing:links", foreign), {"until": timezone.localdate().isoformat()})
    assert Comment.objects.filter(text="Back again").exists()
    assert ShareLink.objects.count() == 2
