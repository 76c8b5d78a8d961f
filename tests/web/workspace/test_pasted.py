"""What is pasted from Word, Excel or a page keeps its columns and marks, in pages and in files."""

from __future__ import annotations

import io

import docx
import pytest
from django.urls import reverse

from trueline.reports import ExportRequest, exports_of
from trueline.toolkit import load_toolkit
from trueline.web.documents import store
from trueline.web.typed.pasted import tabs_as_bars

WORD = "\tYear 1\tYear 2\r\nGirls\t30\t45\r\nBoys\t\t20"
KEPT = "| Year 1 | Year 2\nGirls | 30 | 45\nBoys |  | 20"


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("Girls\t30", "Girls | 30"),
        ("\t2027\nGirls\t30", "| 2027\nGirls | 30"),
        ("Girls\t30\t", "Girls | 30 |"),
        ("Of these:\nGirls\t30\nand no others", "Of these:\nGirls | 30\nand no others"),
        ("•\tAsk first\n•\tWait", "• Ask first\n• Wait"),
        ("1.\tAsk first\n(b)\tWait\niv.\tGo", "1. Ask first\n(b) Wait\niv. Go"),
        ("\tIndented alone", "Indented alone"),
        ("“Smart”, – and ’s • as they are", "“Smart”, – and ’s • as they are"),
        ("Two  spaces", "Two  spaces"),
    ],
)
def test_cells_stand_apart_and_marks_stay(pasted, kept):
    assert tabs_as_bars(pasted) == kept


def test_a_table_from_word_keeps_its_columns_on_pages_and_in_files(cast, keep, golden):
    record = keep(golden)
    client = cast.client("editor")
    element = f"activities[{golden.activities[0].id}]"
    address = reverse("workspace:element", args=[record.pk], query={"at": element})
    form = client.get(address).context["form"]
    values = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    client.post(address, {**values, "description": WORD})
    record.refresh_from_db()
    document = store.document_of(record)
    assert document.activities[0].description == KEPT
    page = client.get(reverse("workspace:step", args=[record.pk, "activities"]))
    assert "| Year 1 | Year 2<br>Girls | 30 | 45<br>" in page.content.decode()
    request = ExportRequest(document, load_toolkit(), (), "a4", golden.start)
    made = exports_of("design")["dossier.docx"].make(request)
    texts = [cell.text for table in docx.Document(io.BytesIO(made)).tables for cell in table._cells]
    texts += [paragraph.text for paragraph in docx.Document(io.BytesIO(made)).paragraphs]
    assert any("Girls | 30 | 45" in text for text in texts)


def test_a_table_in_a_comment_keeps_its_columns_without_scripts(cast, record):
    address = reverse("comments:new", args=[record.pk])
    cast.client("editor").post(address, {"text": WORD})
    assert record.comments.get().text == KEPT
