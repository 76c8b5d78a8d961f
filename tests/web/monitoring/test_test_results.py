"""A list of results leaves its totals, and nothing of its rows anywhere."""

from __future__ import annotations

import logging
import tempfile

import pytest
from django.core.files import uploadhandler
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from trueline.web.monitoring.models import TestResult

CODE = "QX7351"


@pytest.fixture
def send(page):
    def sent(table: str, **more: str):
        data = {"title": "Course for inspectors", "before": "2026-02-01", "after": "2026-05-01"}
        file = SimpleUploadedFile(f"{CODE}.csv", table.encode())
        return page("editor", "add-test", data={**data, **more, "results": file})

    return sent


TABLE = f"code,before,after\n{CODE},40,80\nB2,50,90\nC3,70,60\nD4,30,\n"


@pytest.mark.parametrize("table", [TABLE, TABLE + f"{CODE},many,x\n"], ids=["good", "bad"])
def test_nothing_of_the_rows_is_kept_anywhere(send, page, snapshot, table, caplog, monkeypatch):
    """In the database, in logs, on pages, in files made for a while."""
    monkeypatch.setattr(uploadhandler, "TemporaryUploadedFile", None)
    monkeypatch.setattr(tempfile, "NamedTemporaryFile", None)
    before = snapshot()
    with caplog.at_level(logging.DEBUG):
        answer = send(table)
    assert CODE not in answer.content.decode()
    assert CODE not in caplog.text
    assert CODE not in repr(snapshot())
    if table != TABLE:
        assert answer.status_code == 422
        assert "Row 6: It has the same code as row 2." in answer.content.decode()
        assert snapshot() == before


def test_totals_are_kept_and_told(send, page, cast):
    assert send(TABLE, passes_from="60").status_code == 302
    one = TestResult.objects.get()
    assert (one.n, one.only_before, one.pairs) == (
        3,
        1,
        {"both": 1, "gained": 2, "lost": 0, "neither": 0},
    )
    assert one.sums == {"before": "160", "after": "230", "changes": "70", "squares": "3300"}
    shown = page("reader", "tests").content.decode()
    assert "Of 3 people, 1 passed before and 3 after." in shown
    assert "The mean score of 3 people was 53.3 before and 76.7 after." in shown
    assert "1 person was tested before and not after" in shown
    again = send(TABLE, passes_from="60")
    assert TestResult.objects.get().saved == one.saved
    assert again.status_code == 302
    client = cast.client("editor")
    gone = client.post(
        reverse("monitoring:remove-test", args=[one.document_id, one.pk]), follow=True
    )
    assert not TestResult.objects.exists()
    assert reverse("documents:put-back") in gone.content.decode()
    client.post(reverse("documents:put-back"))
    assert TestResult.objects.get().sums == one.sums


def test_a_list_too_large_for_memory_is_dropped_before_it_is_laid_into_a_file(send, monkeypatch):
    monkeypatch.setattr(uploadhandler, "TemporaryUploadedFile", None)
    answer = send("code,before,after\n" + "x" * 1_200_000)
    assert answer.status_code == 422
    assert not TestResult.objects.exists()


def test_a_title_that_names_somebody_and_days_turned_round_are_refused(send):
    page = send(TABLE, title="Amina, born 4 May 1991", after="2026-01-01").content.decode()
    assert "not after the first test" in page
    assert send(TABLE, before="").status_code == 422
