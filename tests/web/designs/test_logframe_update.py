"""A logframe that came back brings the design up to date, in one revision and by choice."""

from __future__ import annotations

import io
import re
from pathlib import Path

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from trueline.design import load_design
from trueline.reports import ExportRequest, exports_of
from trueline.toolkit import load_toolkit
from trueline.web.documents import store
from trueline.web.documents.actions import editing

EXAMPLE = Path(__file__).parents[3] / "examples" / "justice-peru-mining.yaml"
DESIGN = load_design(EXAMPLE).document
pytestmark = pytest.mark.slow


def returned() -> SimpleUploadedFile:
    made = exports_of("design")["logframe-eu.xlsx"].make(ExportRequest(DESIGN, load_toolkit()))
    book = openpyxl.load_workbook(io.BytesIO(made))
    for cell in (cell for row in book.worksheets[0] for cell in row):
        if cell.value == "15 per cent (2027-02-28)":
            cell.value = "18 per cent (2027-02-28)"
    out = io.BytesIO()
    book.save(out)
    return SimpleUploadedFile("back.xlsx", out.getvalue())


@pytest.fixture
def record(keep):
    return keep(DESIGN)


@pytest.fixture
def url(record):
    return reverse("designs:update", args=[record.pk])


def shown(client, url):
    page = client.post(url, {"file": returned()}).content.decode()
    marks = re.findall(r'name="take" value="([^"]+)"', page)
    sent = dict(re.findall(r'name="(kept|seen-[0-9a-f]+)" value="([^"]*)"', page))
    return marks, sent


def value(record):
    record.refresh_from_db()
    return [one.baseline.value for one in store.document_of(record).indicators if one.baseline]


def test_what_is_chosen_is_saved_as_one_revision(cast, record, url):
    client = cast.client("editor")
    marks, sent = shown(client, url)
    assert len(marks) == 1
    before = record.revisions.count()
    assert client.post(url, {**sent, "take": marks}).status_code == 302
    assert 18 in value(record)
    assert record.revisions.count() == before + 1


def test_nothing_chosen_changes_nothing(cast, record, url):
    client = cast.client("editor")
    _marks, sent = shown(client, url)
    assert client.post(url, sent).status_code == 302
    assert record.revisions.count() == 1


def test_what_somebody_else_changed_meanwhile_is_shown_anew(cast, record, url):
    client = cast.client("editor")
    marks, sent = shown(client, url)
    (indicator,) = (one for one in DESIGN.indicators if one.baseline and one.baseline.value == 15)
    editing.save_fields(
        record,
        by=cast.editor,
        address=f"indicators[{indicator.id}]",
        values={"unit": "share"},
        seen=None,
    )
    assert client.post(url, {**sent, "take": marks}).status_code in (302, 409)
    assert 18 not in value(record)


def test_readers_and_outsiders_do_not(cast, url):
    assert cast.client("reader").get(url).status_code == 403
    assert cast.client("outsider").get(url).status_code == 404


def test_a_file_without_a_logframe_is_refused_in_words(cast, url):
    page = cast.client("editor").post(url, {"file": SimpleUploadedFile("a.xlsx", b"no")})
    assert page.status_code == 422
    assert "no Excel or Word file" in page.content.decode()
