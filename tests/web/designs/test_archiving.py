"""Putting a design away, bringing it back, deleting it: by whom, and what is left."""

from __future__ import annotations

from django.urls import reverse

from trueline.web.audit.models import Event
from trueline.web.designs.models import DesignRecord, Revision


def go(client, name, record):
    return client.post(reverse(f"designs:{name}", args=[record.pk]))


def test_an_archived_design_leaves_the_list_and_comes_back(cast, record):
    client = cast.client("editor")
    assert go(client, "archive", record).status_code == 302
    page = client.get(reverse("designs:list")).content.decode()
    assert page.index("Archived") < page.index(record.title)
    assert client.get(reverse("designs:step", args=[record.pk, "activities"])).status_code == 200
    share = client.get(reverse("designs:export", args=[record.pk])).content.decode()
    assert reverse("designs:bring-back", args=[record.pk]) in share
    assert go(client, "bring-back", record).status_code == 302
    record.refresh_from_db()
    assert record.archived is None
    assert go(client, "bring-back", record).status_code == 302  # once more changes nothing
    actions = list(Event.objects.filter(subject_id=record.pk).values_list("action", flat=True))
    assert sorted(actions) == ["archived", "brought back", "created"]


def test_only_an_owner_deletes_and_only_what_was_archived(cast, record):
    owner = cast.client("owner")
    assert go(cast.client("editor"), "delete", record).status_code == 403
    go(owner, "delete", record)
    assert DesignRecord.objects.filter(pk=record.pk).exists()
    go(owner, "archive", record)
    assert "Delete" in owner.get(reverse("designs:delete", args=[record.pk])).content.decode()
    go(owner, "delete", record)
    assert not DesignRecord.objects.filter(pk=record.pk).exists()
    assert not Revision.objects.filter(design=record.pk).exists()
    assert Event.objects.filter(subject_id=record.pk, action="deleted").exists()
