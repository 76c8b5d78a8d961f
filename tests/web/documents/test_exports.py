"""Exports: every export from one page, safely named and handed over, and slow ones awaited."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from urllib.parse import quote

import pytest
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from trueline.limits import FILES_UNDER_WAY
from trueline.reports import ExportRequest, exports_of
from trueline.toolkit import load_toolkit
from trueline.web.audit.models import Event
from trueline.web.documents import exports as exporting
from trueline.web.documents.filenames import file_name
from trueline.web.tasks import waking
from trueline.web.tasks.models import Heartbeat, MadeFile
from trueline.web.tasks.worker import Worker

EXPORTS = exports_of("design")


def order(cast, address, export, name="editor", **options):
    sent = {"export": export, "paper": "a4"} | options
    return cast.client(name).post(address, sent)


def test_the_page_offers_everything_that_the_command_line_does(cast, at):
    page = cast.client("reader").get(at("documents:export")).content.decode()
    assert [name for name in EXPORTS if f'value="{name}"' not in page] == []


@pytest.mark.walk
@pytest.mark.slow
@pytest.mark.parametrize("name", list(EXPORTS))
def test_each_is_handed_over_to_be_saved(cast, at, name):
    response = order(cast, at("documents:export"), name, with_review="on")
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
    request = ExportRequest(golden, load_toolkit())
    names = zipfile.ZipFile(io.BytesIO(exporting.content(request, exporting.ALL))).namelist()
    assert len(names) == len(EXPORTS)
    assert all(name.startswith(golden.title[:5]) for name in names)


@pytest.fixture
def made(monkeypatch):
    """An export that only counts how often it is made, and a visitor who waits for nothing."""
    times = []

    def make(request):
        times.append(request)
        return b"made at last"

    export = type(EXPORTS["design.yaml"])("slow.txt", "Slow", "", "text/plain", make)
    other = type(EXPORTS["design.yaml"])("other.txt", "Other", "", "text/plain", make)
    both = {"slow.txt": export, "other.txt": other}
    monkeypatch.setattr(exporting, "exports_of", lambda kind: both)
    monkeypatch.setattr(waking, "wait_until", lambda holds, *, seconds: holds())
    return times


def test_what_takes_longer_is_awaited_on_a_page_of_its_own(cast, at, made):
    client = cast.client("editor")
    response = client.post(at("documents:export"), {"export": "slow.txt", "paper": "a4"})
    assert response.status_code == 302
    waiting = client.get(response["Location"])
    assert "Refresh" not in waiting
    assert re.search(r"<title>\s*The file is being made", waiting.content.decode())
    assert "is being made" in waiting.content.decode()
    assert client.get(f"{response['Location']}file/").status_code == 302
    assert Worker(pause=0).once()
    ready = client.get(response["Location"])
    assert re.search(r"<title>\s*The file is ready", ready.content.decode())
    assert f"url={response['Location']}file/" in ready["Refresh"]
    assert client.get(f"{response['Location']}file/").content == b"made at last"


def test_a_file_being_made_is_its_starter_s_alone(cast, at, made, keep, golden):
    response = order(cast, at("documents:export"), "slow.txt")
    for name in ("owner", "outsider"):
        assert cast.client(name).get(response["Location"]).status_code == 404
    id = response["Location"].rstrip("/").rpartition("/")[2]
    other = reverse("documents:export-job", args=[keep(golden).pk, id])
    assert cast.client("editor").get(other).status_code == 404


def test_one_person_s_files_wait_for_the_first_of_another(cast, at, made):
    first = order(cast, at("documents:export"), "slow.txt", "editor")["Location"]
    second = order(cast, at("documents:export"), "other.txt", "editor")["Location"]
    others = order(cast, at("documents:export"), "other.txt", "owner", paper="letter")["Location"]
    assert "2 files are made before it" in cast.client("editor").get(second).content.decode()
    assert "1 file is made before it" in cast.client("owner").get(others).content.decode()
    assert "made before it" not in cast.client("editor").get(first).content.decode()


def test_the_same_file_is_made_once_whoever_asks(cast, at, made, save):
    addresses = [
        order(cast, at("documents:export"), "slow.txt", name)["Location"]
        for name in ("editor", "owner", "editor")
    ]
    assert addresses[0] == addresses[2] != addresses[1]
    while Worker(pause=0).once():
        pass
    assert len(made) == 1
    for name, address in (("editor", addresses[0]), ("owner", addresses[1])):
        assert cast.client(name).get(f"{address}file/").content == b"made at last"
    save("title", "Another")
    order(cast, at("documents:export"), "slow.txt")
    order(cast, at("documents:export"), "slow.txt", paper="letter")
    while Worker(pause=0).once():
        pass
    assert len(made) == 3


def test_nobody_has_too_many_under_way(cast, at, made, save):
    for number in range(FILES_UNDER_WAY.most):
        save("title", f"Title {number}")
        assert "/export/" in order(cast, at("documents:export"), "slow.txt")["Location"]
    save("title", "One more")
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
    page = cast.client("editor").get(response["Location"])
    assert "could not be made" in page.content.decode()
    assert "no paper left" not in page.content.decode()
    assert "Refresh" not in page
    assert "no paper left" not in DBTaskResult.objects.get().traceback


def test_a_file_is_made_in_the_reader_s_language(cast, at, made):
    cast.client("editor").post(
        at("documents:export"),
        {"export": "slow.txt", "paper": "a4"},
        headers={"accept-language": "fr"},
    )
    assert MadeFile.objects.get().language == "fr"


def test_a_file_is_made_in_the_language_that_is_asked_for(cast, at):
    page = cast.client("editor").get(at("documents:export"), headers={"accept-language": "ar"})
    assert re.search('<option value="ar"[^>]* selected', page.content.decode())
    order(cast, at("documents:export"), "review.html", language="fr", with_review="on")
    assert MadeFile.objects.get().language == "fr"
    assert b'<html lang="fr"' in bytes(MadeFile.objects.get().content)
    refused = order(cast, at("documents:export"), "review.html", language="tlh")
    assert refused.status_code == 422


def test_who_waits_is_told_where_no_worker_runs(cast, at, made, settings):
    settings.INSTANCE = replace(settings.INSTANCE, tasks="apart")
    waiting = order(cast, at("documents:export"), "slow.txt")["Location"]
    assert "no worker runs" in cast.client("editor").get(waiting).content.decode()
    Heartbeat.objects.create(worker="elsewhere")
    assert "no worker runs" not in cast.client("editor").get(waiting).content.decode()


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
