"""Files lie beside figures: harmless kinds alone, handed out to be kept, and gone with their owner."""

from __future__ import annotations

import io
import os
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from trueline.exchange.evidence import plain_kind
from trueline.files import FileProblems
from trueline.limits import Limit
from trueline.web.archives.organisation import write_organisation
from trueline.web.attachments import storage
from trueline.web.attachments.actions import purge
from trueline.web.monitoring.actions import attaching
from trueline.web.monitoring.models import EvidenceFile, ReportingPeriod

PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF"


def package(*parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for part in parts:
            made.writestr(part, "x")
    return out.getvalue()


@pytest.fixture
def attach(page, due):
    def attached(data: bytes, name: str = "list.pdf", who: str = "editor"):
        file = SimpleUploadedFile(name, data, content_type="text/html")
        return page(who, "evidence-attach", due("trained", "2026-Q1").pk, data={"file": file})

    return attached


def test_a_file_is_attached_kept_once_and_handed_out_to_be_kept(attach, page, due):
    one = due("trained", "2026-Q1")
    assert attach(PDF, "Liste ‮fdp.exe.pdf").status_code == 302
    attach(PDF, "again.pdf")
    kept = EvidenceFile.objects.get()
    answer = page("reader", "evidence-file", one.pk, kept.pk)
    assert answer.content == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff"
    shown = page("editor", "enter", one.period_id).content.decode()
    assert "Evidence: 1 file" in shown
    assert kept.name == "Liste fdp.exe.pdf"
    assert page("reader", "evidence", one.pk).status_code == 200
    assert attach(PDF, who="reader").status_code == 403


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"<script>alert(1)</script>", "a.html", "not kept"),
        (b"<svg xmlns='x'/>", "a.svg", "not kept"),
        (b"MZ\x90\x00", "a.exe", "not kept"),
        (package("a.txt"), "a.zip", "not kept"),
        (b"<!DOCTYPE html><html>", "a.txt", "no file of the kind"),
        (b"a,b\x00", "a.csv", "no file of the kind"),
        (b"<html>", "a.pdf", "no file of the kind"),
        (PDF, "a.png", "no file of the kind"),
        (b"PK\x03\x04 cut off", "a.docx", "no file of the kind"),
        (package("xl/workbook.xml"), "a.docx", "no file of the kind"),
        (package("xl/workbook.xml", "xl/vbaProject.bin"), "a.xlsx", "macros"),
        (PDF + b"/OpenAction << /S /JavaScript >>", "a.pdf", "script"),
        (b"", "a.pdf", "nothing in it"),
    ],
)
def test_what_could_harm_is_refused_with_a_reason(data, name, says):
    with pytest.raises(FileProblems, match=says):
        plain_kind(data, name)


def test_what_is_harmless_is_told_by_what_it_holds():
    assert plain_kind(package("word/document.xml"), "A.DOCX").endswith("wordprocessingml.document")
    assert plain_kind(b"\xef\xbb\xbfa;b\n1;2", "a.csv") == "text/csv"
    assert plain_kind(b"\xff\xd8\xff\xe0", "a.jpeg") == "image/jpeg"


def test_a_refusal_keeps_nothing_and_limits_say_what_helps(attach, monkeypatch):
    refused = attach(b"<html>", "a.pdf")
    assert refused.status_code == 422
    assert "no file of the kind that its name says" in refused.content.decode()
    monkeypatch.setattr(attaching, "EVIDENCE_OF_FIGURE", Limit(0, "Files", "Put them into one."))
    assert "Put them into one." in attach(PDF).content.decode()
    assert not EvidenceFile.objects.exists()


def test_what_was_handed_in_or_locked_keeps_its_evidence(attach, page, due, entered):
    one = due("trained", "2026-Q1")
    attach(PDF)
    kept = EvidenceFile.objects.get()
    entered("trained", "2026-Q1", submit=True, value="30")
    page("editor", "evidence-remove", one.pk, kept.pk, data={})
    assert EvidenceFile.objects.exists()
    ReportingPeriod.objects.filter(pk=one.period_id).update(locked="2026-05-01T00:00Z")
    attach(PDF + b" ")
    assert EvidenceFile.objects.count() == 1
    ReportingPeriod.objects.update(locked=None)
    one.refresh_from_db()
    one.state = "draft"
    one.save()
    page("editor", "evidence-remove", one.pk, kept.pk, data={})
    assert not EvidenceFile.objects.exists()


def test_what_was_taken_away_comes_back_by_its_message_while_it_may(attach, cast, due, entered):
    one = due("trained", "2026-Q1")
    attach(PDF)
    kept = EvidenceFile.objects.get()
    os.utime(storage.path_of(kept.digest), (0, 0))
    editor, put_back = cast.client("editor"), reverse("documents:put-back")
    remove = reverse("monitoring:evidence-remove", args=[one.period.document_id, one.pk, kept.pk])
    assert put_back in editor.post(remove, follow=True).content.decode()
    assert purge() == 0  # spared, since it may be wanted back
    assert "It is there again" in editor.post(put_back, follow=True).content.decode()
    back = EvidenceFile.objects.get()
    assert (back.name, back.digest, back.added_by) == (kept.name, kept.digest, kept.added_by)
    editor.post(remove)
    entered("trained", "2026-Q1", submit=True, value="30")
    assert "handed in" in editor.post(put_back, follow=True).content.decode()
    assert not EvidenceFile.objects.exists()


def test_a_file_that_the_server_lost_is_said(attach, page, due, cast):
    attach(PDF)
    kept = EvidenceFile.objects.get()
    path = storage.path_of(kept.digest)
    for lose in (lambda: path.write_bytes(PDF[:-1]), path.unlink):
        lose()
        answer = page("reader", "evidence-file", due("trained", "2026-Q1").pk, kept.pk)
        assert answer.status_code == 404
        assert "lost or was changed on the server" in answer.content.decode()
        out = io.BytesIO()
        write_organisation(cast.organisation, out)
        assert any(name.endswith("list.pdf.txt") for name in zipfile.ZipFile(out).namelist())


def test_it_goes_into_the_download_of_the_organisation_and_goes_with_it(attach, cast):
    attach(PDF)
    out = io.BytesIO()
    write_organisation(cast.organisation, out)
    archive = zipfile.ZipFile(out)
    (path,) = [name for name in archive.namelist() if name.endswith("list.pdf")]
    assert archive.read(path) == PDF
    assert path in archive.read("monitoring/evidence.json").decode()
    digest = EvidenceFile.objects.get().digest
    cast.organisation.delete()
    assert not EvidenceFile.objects.exists()
    os.utime(storage.path_of(digest), (0, 0))
    purge()
    assert not storage.path_of(digest).exists()
