"""A backup that an earlier version made is restored into this one, with everything in its place.

`old_backup` is one as version 0.1.0 made it, unpacked so that it can be read; it is never changed.
"""

from __future__ import annotations

import json
import zipfile
from html import unescape
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from trueline.web.accounts.models import User
from trueline.web.documents.models import Revision
from trueline.web.documents.revision_texts import move_some, text_of
from trueline.web.serving.backups import restoring

OLD = Path(__file__).parent / "old_backup"
SECRET = "-w0nA5h1X1uHsZsWYbeQ2alWjYysTTmD"
"""What opens the link that its owner sent to an embassy."""

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


@pytest.fixture(scope="module")
def restored(empty_database_for_all: None, tmp_path_factory: pytest.TempPathFactory) -> int:
    """The old backup, restored; how many rows it held."""
    file = tmp_path_factory.mktemp("restored") / "old.backup"
    with zipfile.ZipFile(file, "w") as archive:
        for part in sorted(OLD.rglob("*.json*")):
            archive.write(part, part.relative_to(OLD).as_posix())
    return restoring.restore(str(file), passphrase=str, say=print).rows


def signed_in(email: str) -> Client:
    client = Client()
    client.force_login(
        User.objects.get(email=email), "allauth.account.auth_backends.AuthenticationBackend"
    )
    return client


def read(client: Client, address: str) -> str:
    response = client.get(address, follow=True)
    assert response.status_code == 200
    return unescape(response.content.decode())


def kept(table: str) -> list[dict]:
    """The rows of a table in the old backup."""
    lines = (OLD / "rows" / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def titled(title: str) -> str:
    """The id of the design whose title begins so."""
    rows = kept("designs.designrecord")
    return next(row["id"] for row in rows if row["title"].startswith(title))


def test_everything_is_in_its_place_again(restored: int) -> None:
    assert restored == sum(len(kept(path.stem)) for path in (OLD / "rows").iterdir())
    bimala, journeys = signed_in("bimala@example.org"), titled("Safe journeys")

    def page(name: str, query: str = "") -> str:
        return read(bimala, reverse(f"documents:{name}", args=[journeys]) + query)

    designs = read(bimala, reverse("documents:list", args=["design"]))
    assert "Safe journeys / سفر آمن" in designs
    archived = reverse("documents:list", args=["design"]) + "?state=archived"
    assert "From the bar to the owner" in read(bimala, archived)
    assert "Elsewhere’s plan" not in designs
    assert bimala.get(reverse("documents:history", args=[titled("Elsewhere")])).status_code == 404

    history = page("history")
    for text in (
        "Started from a file",
        "Moved",
        "Answered",
        "Removed",
        "Restored revision 2",
        "Set a finding aside",
        "Amara Okafor",
        "(since removed)",
    ):
        assert text in history
    assert "Half of them." in page("compare", "?older=4&newer=6")
    assert "justice.rotation-not-handled" in page("compare", "?older=5&newer=6")
    assert "Postings are fixed for two years." in page("compare", "?older=5&newer=6")

    talk = read(bimala, reverse("comments:list", args=[journeys]) + "?show=all")
    for text in (
        "Who pays for this after March",
        "The ministry has agreed.",
        "Reads well.",
        "It is dropped.",
    ):
        assert text in talk
    assert "Which languages?" not in talk
    assert "Who pays for this" in read(bimala, reverse("comments:mentions"))


def test_links_people_and_the_audit_hold(restored: int) -> None:
    assert "Safe journeys" in read(Client(), reverse("sharing:shared", args=[SECRET]))
    amara, journeys = signed_in("amara@example.org"), titled("Safe journeys")
    assert "The embassy" in read(amara, reverse("sharing:links", args=[journeys]))
    organisation = next(row["id"] for row in kept("accounts.organisation") if "Safe" in row["name"])
    audit = read(amara, reverse("accounts:audit", args=[organisation]))
    assert "Safe journeys" in audit
    dina = signed_in("dina@example.org")
    assert dina.get(reverse("sharing:links", args=[journeys])).status_code == 403


def test_a_design_can_be_worked_on(restored: int) -> None:
    bimala, journeys = signed_in("bimala@example.org"), titled("Safe journeys")
    add = f"{reverse('workspace:add', args=[journeys])}?to=partners"
    assert bimala.post(add, {"title": "The port authority"}).status_code == 302
    step = reverse("workspace:step", args=[journeys, "programme"])
    assert "The port authority" in read(bimala, step)


def test_its_revisions_are_moved_and_say_what_they_said(restored: int) -> None:
    before = {one.pk: text_of(one) for one in Revision.objects.all()}
    waiting = Revision.objects.filter(digest=None)
    assert waiting.count() == len(kept("designs.revision")) == move_some()
    assert not waiting.exists()
    assert {one.pk: text_of(one) for one in Revision.objects.order_by("?")} == before
