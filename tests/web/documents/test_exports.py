"""Exports: every export from one page, safely named and handed over, and slow ones awaited."""

from __future__ import annotations

import io
import threading
import uuid
import zipfile
from urllib.parse import quote

import pytest
from django.urls import reverse

from trueline.reports import exports_of
from trueline.web.audit.models import Event
from trueline.web.documents import downloads
from trueline.web.documents import exports as exporting
from trueline.web.documents.filenames import file_name
from trueline.web.documents.jobs import MOST_EACH, Jobs, TooMany

EXPORTS = exports_of("design")


def order(cast, address, export, name="editor", **options):
    sent = {"export": export, "paper": "a4"} | options
    return cast.client(name).post(address, sent)


def wait(address):
    """Until the file that is made at an address is over."""
    id = uuid.UUID(address.rstrip("/").rpartition("/")[2])
    assert downloads.JOBS._jobs[id].over.wait(60)


def test_the_page_offers_everything_that_the_command_line_does(cast, at):
    page = cast.client("reader").get(at("documents:export")).content.decode()
    assert [name for name in EXPORTS if f'value="{name}"' not in page] == []


@pytest.mark.slow
@pytest.mark.parametrize("name", list(EXPORTS))
def test_each_is_handed_over_to_be_saved(cast, at, name):
    response = order(cast, at("documents:export"), name, with_review="on")
    if response.status_code == 302:  # slower than a visitor is kept waiting
        wait(response["Location"])
        response = cast.client("editor").get(f"{response['Location']}file/")
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith("attachment; filename")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert response["Content-Type"] == EXPORTS[name].media_type
    assert response.content


def test_exports_are_in_the_audit(cast, at, record):
    order(cast, at("documents:export"), "design.yaml", "reader")
    event = Event.objects.get(action="exported")
    assert (event.actor, event.subject_id) == (cast.reader.pseudonym, str(record.pk))
    assert event.detail == {"export": "design.yaml", "revision": 1}


def test_an_outsider_gets_no_file(cast, at):
    assert order(cast, at("documents:export"), "design.yaml", "outsider").status_code == 404
    assert not Event.objects.filter(action="exported").exists()


def test_no_such_export_and_no_such_paper(cast, at):
    assert order(cast, at("documents:export"), "passwd").status_code == 404
    assert order(cast, at("documents:export"), "dossier.pdf", paper="a0").status_code == 422


@pytest.mark.slow
def test_everything_in_one_archive(golden):
    from trueline.reports import ExportRequest
    from trueline.toolkit import load_toolkit

    file = exporting.file_of(ExportRequest(golden, load_toolkit()), exporting.ALL)
    names = zipfile.ZipFile(io.BytesIO(file.make())).namelist()
    assert len(names) == len(EXPORTS)
    assert all(name.startswith(golden.title[:5]) for name in names)


@pytest.fixture
def slow(monkeypatch):
    """A export that waits for the test, and a visitor who waits for nothing."""
    gate = threading.Event()

    def make(order):
        gate.wait(20)
        return b"made at last"

    export = type(EXPORTS["design.yaml"])("slow.txt", "Slow", "", "text/plain", make)
    monkeypatch.setattr(exporting, "exports_of", lambda kind: {"slow.txt": export})
    monkeypatch.setattr(downloads.begun, "__kwdefaults__", {"patience": 0.0})
    yield gate
    gate.set()


def test_what_takes_longer_is_awaited_on_a_page_of_its_own(cast, at, slow):
    client = cast.client("editor")
    response = client.post(at("documents:export"), {"export": "slow.txt", "paper": "a4"})
    assert response.status_code == 302
    waiting = client.get(response["Location"])
    assert waiting["Refresh"] == "2"
    assert "is being made" in waiting.content.decode()
    assert client.get(f"{response['Location']}file/").status_code == 302
    slow.set()
    wait(response["Location"])
    ready = client.get(response["Location"])
    assert f"url={response['Location']}file/" in ready["Refresh"]
    assert client.get(f"{response['Location']}file/").content == b"made at last"


def test_a_file_being_made_is_its_starter_s_alone(cast, at, slow, keep, golden):
    response = order(cast, at("documents:export"), "slow.txt")
    for name in ("owner", "outsider"):
        assert cast.client(name).get(response["Location"]).status_code == 404
    id = response["Location"].rstrip("/").rpartition("/")[2]
    other = reverse("documents:export-job", args=[keep(golden).pk, id])
    assert cast.client("editor").get(other).status_code == 404


def test_one_person_does_not_hold_up_the_others(cast, at, slow):
    for _ in range(MOST_EACH):
        assert "/export/" in order(cast, at("documents:export"), "slow.txt")["Location"]
    client = cast.client("editor")
    refused = client.post(
        at("documents:export"), {"export": "slow.txt", "paper": "a4"}, follow=True
    )
    assert "Wait for one of them" in refused.content.decode()


@pytest.mark.filterwarnings("default")
def test_a_file_that_can_not_be_made_says_so(cast, at, monkeypatch):
    def broken(order):
        raise RuntimeError("no paper left")

    export = type(EXPORTS["design.yaml"])("broken.txt", "Broken", "", "text/plain", broken)
    monkeypatch.setattr(exporting, "exports_of", lambda kind: {"broken.txt": export})
    response = order(cast, at("documents:export"), "broken.txt")
    page = cast.client("editor").get(response["Location"]).content.decode()
    assert "could not be made" in page
    assert "no paper left" not in page


def test_jobs_forget_old_files():
    jobs = Jobs()
    first = jobs.start(lambda: b"x", owner="a", name="x", media_type="y")
    first.over.wait(5)
    first.started -= 3600
    jobs.start(lambda: b"x", owner="a", name="x", media_type="y")
    assert jobs.find(first.id, owner="a") is None


def test_jobs_are_limited_for_each_owner():
    jobs, gate = Jobs(), threading.Event()

    def make() -> bytes:
        gate.wait(20)
        return b""

    for _ in range(MOST_EACH):
        jobs.start(make, owner="a", name="x", media_type="y")
    with pytest.raises(TooMany):
        jobs.start(make, owner="a", name="x", media_type="y")
    jobs.start(make, owner="b", name="x", media_type="y")
    gate.set()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Safe journeys", "Safe journeys - dossier.pdf"),
        ("Aprobación: «fase 2»", "Aprobación fase 2 - dossier.pdf"),
        ("عمل آمن", "عمل آمن - dossier.pdf"),
        ("../../etc/passwd", "etc passwd - dossier.pdf"),
        ("a\r\nSet-Cookie: x", "a Set-Cookie x - dossier.pdf"),
        ("exe.‮fdp", "exe fdp - dossier.pdf"),
        ("", "dossier.pdf"),
        ("...", "dossier.pdf"),
        ("x" * 300, "x" * 80 + " - dossier.pdf"),
    ],
)
def test_names_of_files(title, name):
    assert file_name(title, "dossier.pdf") == name


def test_titles_in_any_script_name_the_file(cast, at, save):
    save("title", "عمل آمن")
    response = order(cast, at("documents:export"), "design.yaml")
    assert quote("عمل آمن - design.yaml") in response["Content-Disposition"]
