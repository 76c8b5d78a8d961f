"""The demonstration: made afresh, entered by its link, and never at the cost of other folders."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client, override_settings

from trueline.web.accounts.models import Membership, Organisation, User
from trueline.web.config.instance import Instance
from trueline.web.documents.models import DocumentRecord
from trueline.web.examples import example_files
from trueline.web.serving import demo_content, demo_folder
from trueline.web.serving.startup_errors import CannotRun, as_startup_errors


@pytest.fixture
def demo(db, tmp_path):
    """A browser at a demonstration, and the secret of its link."""
    folder = tmp_path / "demo"
    assert demo_folder.prepare(folder, keep=False)
    demo_content.fill()
    with override_settings(INSTANCE=Instance(folder=folder, demo=True)):
        yield Client(), demo_folder.demo_secret(folder)


def test_it_holds_two_organisations_and_every_example(demo):
    assert Organisation.objects.count() == 2
    assert DocumentRecord.objects.count() >= len(example_files()) > 0
    assert {m.role for m in Membership.objects.all()} == {"owner", "editor", "appraiser", "reader"}
    assert all(org.documents.exists() for org in Organisation.objects.all())


def test_the_link_lets_one_be_anybody_there(demo):
    client, secret = demo
    page = client.get(f"/demo/{secret}/").content.decode()
    for user in User.objects.all():
        assert user.name in page
        client.post(f"/demo/{secret}/", {"person": user.pk})
        assert client.session["_auth_user_id"] == str(user.pk)
    for nobody in (0, "nobody", ""):
        assert client.post(f"/demo/{secret}/", {"person": nobody}).status_code == 404


def test_another_secret_opens_nothing(demo):
    client, secret = demo
    for wrong in (secret[:-1], "ä", secret + "x"):
        assert client.get(f"/demo/{wrong}/").status_code == 404


def test_the_link_is_nothing_in_a_real_instance(demo, tmp_path):
    client, secret = demo
    person = User.objects.first()
    with override_settings(INSTANCE=Instance(folder=tmp_path / "demo", demo=False)):
        assert client.post(f"/demo/{secret}/", {"person": person.pk}).status_code == 404
    assert "_auth_user_id" not in client.session


def test_a_folder_that_is_no_demonstration_is_left_as_it_is(tmp_path):
    kept = tmp_path / "trueline.sqlite3"
    kept.write_text("precious")
    for keep in (True, False):
        with pytest.raises(demo_folder.NotADemonstration):
            demo_folder.prepare(tmp_path, keep=keep)
    assert kept.read_text() == "precious"


def test_a_second_in_the_same_folder_is_refused_and_wipes_nothing(tmp_path: Path):
    folder = tmp_path / "demo"
    with demo_folder.claimed(folder):
        demo_folder.prepare(folder, keep=False)
        (folder / "trueline.sqlite3").write_text("work")
        with pytest.raises(CannotRun, match=r"runs in .* already. It was left as it is"):
            _begin(folder)
        demo_folder.note_link(folder, "http://127.0.0.1:8000/demo/x/")
        with pytest.raises(CannotRun, match=r"already at http://127.0.0.1:8000/demo/x/"):
            _begin(folder)
        assert (folder / "trueline.sqlite3").read_text() == "work"
        assert demo_folder.demo_secret(folder)
    _begin(folder)
    assert not (folder / "trueline.sqlite3").exists()


def _begin(folder: Path) -> None:
    with as_startup_errors(folder), demo_folder.claimed(folder):
        demo_folder.prepare(folder, keep=False)


def test_it_starts_afresh_unless_kept(tmp_path: Path):
    folder = tmp_path / "demo"
    demo_folder.prepare(folder, keep=False)
    first = demo_folder.demo_secret(folder)
    (folder / "trueline.sqlite3").write_text("")
    assert not demo_folder.prepare(folder, keep=True)
    assert demo_folder.demo_secret(folder) == first
    assert demo_folder.prepare(folder, keep=False)
    assert demo_folder.demo_secret(folder) != first
    assert not (folder / "trueline.sqlite3").exists()


def test_it_opens_on_the_figures_of_the_organisation(demo):
    client, secret = demo
    for member in Membership.objects.all():
        answer = client.post(f"/demo/{secret}/", {"person": member.user_id}, follow=True)
        assert answer.redirect_chain == [
            (f"/organisations/{member.organisation_id}/monitoring/", 302)
        ]
        assert answer.context["rows"]
