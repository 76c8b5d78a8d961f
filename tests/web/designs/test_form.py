"""A donor's form comes back filled, and names that stand for nothing are told first."""

from __future__ import annotations

import io

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from trueline.design import Design

pytestmark = pytest.mark.slow


def form(text: str) -> SimpleUploadedFile:
    document = docx.Document()
    document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return SimpleUploadedFile("form.docx", out.getvalue())


@pytest.fixture
def url(keep):
    return reverse("designs:form", args=[keep(Design(title="Safe work")).pk])


def test_it_comes_back_filled(cast, url):
    answer = cast.client("reader").post(url, {"file": form("For {{ title }}")})
    assert "form.docx" in answer["Content-Disposition"]
    document = docx.Document(io.BytesIO(answer.content))
    assert document.paragraphs[0].text == "For Safe work"


def test_unknown_names_are_told_before_it_is_filled(cast, url):
    client = cast.client("editor")
    told = client.post(url, {"file": form("{{ title }} {{ what }}")})
    assert told.status_code == 422
    assert "what" in told.content.decode()
    sent = {"file": form("{{ title }} {{ what }}"), "anyway": "1"}
    answer = client.post(url, sent)
    assert docx.Document(io.BytesIO(answer.content)).paragraphs[0].text == "Safe work {{ what }}"


def test_outsiders_find_nothing_and_rubbish_is_refused(cast, url):
    assert cast.client("outsider").get(url).status_code == 404
    file = SimpleUploadedFile("form.docx", b"rubbish")
    assert cast.client("reader").post(url, {"file": file}).status_code == 422
