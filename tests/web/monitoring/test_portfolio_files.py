"""The programmes of an organisation as CSV and as a workbook."""

from __future__ import annotations

import csv
import io
from datetime import date

import openpyxl
import pytest
from django.urls import reverse
from django.utils import timezone

from trueline.document import set_field
from trueline.web.audit.models import Event

pytestmark = pytest.mark.either_database


@pytest.fixture(autouse=True)
def spring(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args: date(2026, 4, 10))


@pytest.fixture
def taken(cast):
    def file(ending: str, who: str = "reader", query: str = ""):
        address = reverse("monitoring:portfolio-file", args=[cast.organisation.pk])
        return cast.client(who).post(f"{address}?{query}", {"format": ending})

    return file


def rows_of(response) -> list[dict[str, str]]:
    text = b"".join(response).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_a_row_is_a_programme_with_what_stands_where(accepted, taken):
    accepted("trained", "2026-Q1", value="250")
    (row,) = rows_of(taken("csv"))
    assert (row["Programme"], row["Indicators"], row["Target reached"]) == ("Safe work", "3", "1")
    assert (row["Figures expected so far"], row["Reported"], row["Missing"]) == ("2", "1", "1")
    assert row["Due next"] == "2026-06-30"


def test_the_workbook_has_every_indicator_with_its_figure_as_a_number(accepted, taken):
    accepted("acted", "2026-Q1", numerator="15", denominator="50")
    accepted("trained", "2026-Q1", value="7")
    book = openpyxl.load_workbook(io.BytesIO(b"".join(taken("xlsx"))))
    assert book.sheetnames == ["Programmes", "Indicators"]
    _heads, *rows = [[cell.value for cell in row] for row in book["Indicators"].rows]
    figures = {row[1]: (row[2], row[4], row[7]) for row in rows if row[1]}
    assert figures["Share of signs acted on"] == (30, "30 % (15 of 50)", 50)
    assert figures["Inspectors trained"] == (None, "<11", None)  # few people, and nothing beside
    assert figures["Fee paid by workers"][0] is None


def test_it_holds_what_was_looked_for_and_more_than_a_page(
    cast, monitored, keep, programme, approve, taken
):
    for number in range(21):
        approve(keep(set_field(programme, "title", f"=Law {number}")))
    assert len(rows_of(taken("csv"))) == 22
    found = rows_of(taken("csv", query="q=law"))
    assert len(found) == 21
    assert found[0]["Programme"].startswith("'=Law")


def test_others_get_none_and_taking_one_is_kept(monitored, taken):
    assert taken("csv", "outsider").status_code == 404
    assert taken("pdf").status_code == 404
    taken("csv")
    assert Event.objects.filter(action="exported", subject="organisation").count() == 1
