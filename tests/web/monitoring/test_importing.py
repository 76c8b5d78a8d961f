"""A file of figures is looked at first, and taken in as a whole or not at all."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web.monitoring.conftest import TRAINED
from tests.web.monitoring.test_entering import figures
from trueline.web.audit.models import Event
from trueline.web.monitoring.models import MeasuredCell, Measurement
from trueline.web.monitoring.views import importing

TABLES = ("monitoring_measurement", "monitoring_measuredcell", "monitoring_correction")
HEAD = "indicator,period,sex,value,numerator,denominator,state,note\n"


@pytest.fixture
def upload(page, due):
    """Upload a file for a period; gives the page that shows what it says."""

    def uploaded(content: bytes | str, name: str = "figures.csv", period: str = "2026-Q1") -> Any:
        data = content.encode() if isinstance(content, str) else content
        file = SimpleUploadedFile(name, data)
        return page("editor", "take-in", due("trained", period).period_id, data={"file": file})

    return uploaded


@pytest.fixture
def take(page, due):
    """Take in what a page shows."""

    def taken(shown: Any, period: str = "2026-Q1") -> Any:
        kept = {"kept": shown.context["kept"]}
        return page("editor", "take-in", due("trained", period).period_id, data=kept)

    return taken


@pytest.fixture
def template(page, due):
    """The template of a period as a workbook, to be filled in."""

    def made(period: str = "2026-Q1") -> openpyxl.Workbook:
        answer = page("reader", "template", due("trained", period).period_id)
        return openpyxl.load_workbook(io.BytesIO(answer.content))

    return made


def row_of(sheet: Any, indicator: str, sex: str = "") -> dict[str, Any]:
    """The cells of a row by the headings."""
    heads = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        cells = dict(zip(heads, row, strict=True))
        if (cells["indicator"].value, cells["sex"].value or "") == (indicator, sex):
            return cells
    raise AssertionError(indicator)


def packed(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def filled(book: openpyxl.Workbook) -> bytes:
    sheet = book.worksheets[0]
    row_of(sheet, "trained")["value"].value = 70
    row_of(sheet, "trained", "female")["value"].value = 40
    row_of(sheet, "trained", "male")["value"].value = 30
    acted = row_of(sheet, "acted")
    acted["numerator"].value, acted["denominator"].value = 15, 50
    acted["note"].value = "From the register"
    return packed(book)


def test_a_template_is_filled_in_looked_at_and_taken_in(template, upload, take, due, page):
    shown = upload(filled(template()), "figures.xlsx")
    text = shown.content.decode()
    assert shown.status_code == 200
    assert "70 people" in text
    assert "30 % (15 of 50)" in text
    assert not MeasuredCell.objects.exists()
    assert take(shown).status_code == 302
    assert figures(due("trained", "2026-Q1")) == {
        "": (70, None, None),
        "sex=female": (40, None, None),
        "sex=male": (30, None, None),
    }
    one = due("acted", "2026-Q1")
    assert (figures(one), one.note, one.state) == (
        {"": (None, 15, 50)},
        "From the register",
        "draft",
    )
    assert Event.objects.filter(action="took in a file").count() == 1


def test_the_same_file_twice_changes_nothing(template, upload, take, snapshot):
    file = filled(template())
    take(upload(file, "figures.xlsx"))
    before = {name: snapshot()[name] for name in TABLES}
    again = upload(file, "figures.xlsx")
    assert "says nothing new" in again.content.decode()
    take(again)
    assert {name: snapshot()[name] for name in TABLES} == before
    assert Event.objects.filter(action="took in a file").count() == 1


def test_a_template_holds_what_was_entered_and_can_be_changed_only_there(template, entered, upload):
    entered("acted", "2026-Q1", numerator="15.5", denominator="50", note="By list")
    entered("trained", "2026-Q1", answer="not-applicable", note="No course")
    book = template()
    sheet = book.worksheets[0]
    acted, trained = row_of(sheet, "acted"), row_of(sheet, "trained")
    assert (acted["numerator"].value, acted["note"].value) == (15.5, "By list")
    assert (trained["state"].value, trained["value"].value) == ("not applicable", None)
    assert sheet.protection.sheet
    assert acted["numerator"].protection.locked is False
    assert acted["statement"].protection.locked is True
    assert row_of(sheet, "trained", "female")["state"].protection.locked is True
    assert {each.sheet_state for each in book.worksheets} == {"visible", "hidden"}
    assert "says nothing new" in upload(packed(book), "figures.xlsx").content.decode()


def test_what_a_file_leaves_empty_stays(entered, upload, take, due):
    entered("trained", "2026-Q1", value="70", female__value="40", note="By list")
    take(upload(HEAD + "trained,2026-Q1,male,30,,,,\ntrained,2026-Q1,,,,,,\n"))
    one = due("trained", "2026-Q1")
    assert {group: value for group, (value, _n, _d) in figures(one).items()} == {
        "": 70,
        "sex=female": 40,
        "sex=male": 30,
    }
    assert one.note == "By list"


def test_zero_missing_and_not_applicable_are_taken_in_as_such(upload, take, due):
    take(
        upload(
            HEAD + "trained,2026-Q1,,0,,,,\n" + "acted,2026-Q1,,,,,missing,The files were lost\n"
        )
    )
    assert figures(due("trained", "2026-Q1")) == {"": (0, None, None)}
    acted = due("acted", "2026-Q1")
    assert (acted.answer, acted.note, figures(acted)) == ("missing", "The files were lost", {})


def test_commas_and_arabic_digits_are_read(upload, take, due):
    table = "indicator;period;numerator;denominator\nacted;T1 2026;١٥;50,5\n"
    take(upload(table))
    assert figures(due("acted", "2026-Q1")) == {"": (None, 15, Decimal("50.5"))}


BAD = {
    "a text among numbers": ("trained,2026-Q1,,many,,,,\n", "Row 2:", "“many” is no number"),
    "an error of a formula": ("trained,2026-Q1,,#DIV/0!,,,,\n", "Row 2:", "is no number"),
    "half a person": ("trained,2026-Q1,,12.5,,,,\n", "Row 2:", "People are counted in whole"),
    "fewer than nobody": ("trained,2026-Q1,,-1,,,,\n", "Row 2:", "People are counted in whole"),
    "a number that could be two": ("trained,2026-Q1,,6.000,,,,\n", "Row 2:", "can be"),
    "a percentage alone": ("acted,2026-Q1,,30,,,,\n", "Row 2:", "A share alone"),
    "half a share": ("acted,2026-Q1,,,15,,,\n", "Row 2:", "make a figure"),
    "another kind of figure": ("debt,2026-Q1,,5,,,,\n", "Row 2:", "is not measured in 2026-Q1"),
    "an indicator unknown": ("cases,2026-Q1,,5,,,,\n", "Row 2:", "no indicator “cases”"),
    "another period": ("trained,2026-Q2,,5,,,,\n", "Row 2:", "The row tells of 2026-Q2"),
    "no period": ("trained,soon,,5,,,,\n", "Row 2:", "“soon” is no period"),
    "a group unknown": ("trained,2026-Q1,women,5,,,,\n", "Row 2:", "“women” is not in the list"),
    "no reason": ("trained,2026-Q1,,,,,missing,\n", "Row 2:", "Say in the note why"),
    "a state of a group": ("trained,2026-Q1,male,,,,missing,Lost\n", "Row 2:", "of all people"),
    "a state beside a figure": (
        "trained,2026-Q1,,,,,missing,Lost\ntrained,2026-Q1,male,3,,,,\n",
        "Row 2:",
        "A figure stands beside it",
    ),
    "held back": ("trained,2026-Q1,,<11,,,,\n", "Row 2:", "held back"),
    "twice": ("trained,2026-Q1,,5,,,,\ntrained,2026-Q1,,6,,,,\n", "Row 3:", "the same indicator"),
    "too fine": ("acted,2026-Q1,,,0.00001,2,,\n", "Row 2:", "more than four decimals"),
    "too large": ("acted,2026-Q1,,,1,999999999999,,\n", "Row 2:", "too large"),
    "a long note": (f"trained,2026-Q1,,5,,,,{'x' * 2001}\n", "Row 2:", "The note is longer"),
    "the second row alone": (
        "trained,2026-Q1,,5,,,,\nacted,2026-Q1,,,x,2,,\n",
        "Row 3:",
        "is no number",
    ),
    "nothing but headings": ("", "", "no rows below them"),
}


@pytest.mark.either_database
@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_told_by_its_row_and_nothing_changes(name, upload, snapshot):
    rows, line, says = BAD[name]
    before = {table: snapshot()[table] for table in TABLES}
    answer = upload(HEAD + rows)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert line in text
    assert says in text
    assert {table: snapshot()[table] for table in TABLES} == before


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"", "figures.csv", "no column"),
        (b"no workbook", "figures.xlsx", "can&#x27;t be opened"),
        (b"%PDF-1.7", "figures.pdf", "no table in Excel or CSV"),
        (b"indicator,period,first name\n", "figures.csv", "tells of single people"),
        (b"indicator,period,date of birth\n", "figures.csv", "tells of single people"),
        (b"indicator,period,colour\n", "figures.csv", "none that is known"),
        (b"indicator,period,place,value\ntrained,2026-Q1,North,5\n", "f.csv", "add up the places"),
        (b"indicator,period,mean,n\nacted,2026-Q1,5,10\n", "f.csv", "of another kind"),
    ],
)
def test_a_file_of_another_sort_is_refused_with_what_is_wrong(upload, content, name, says):
    answer = upload(content, name)
    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_no_file_is_asked_for(page, due):
    answer = page("editor", "take-in", due("trained", "2026-Q1").period_id, data={})
    assert answer.status_code == 422
    assert "Choose a file" in answer.content.decode()


def test_the_template_of_another_period_or_programme_is_refused(
    template, upload, monitored, keep, programme, approve, cast
):
    assert "made for the period 2026-Q2" in upload(
        filled(template("2026-Q2")), "figures.xlsx"
    ).content.decode().replace("\n", " ")
    book = template()
    book["trueline"]["B1"].value = "another"
    answer = upload(packed(book), "figures.xlsx").content.decode()
    assert "made for another programme" in answer


def test_what_was_handed_in_is_not_taken_in_otherwise(entered, upload, due):
    entered("trained", "2026-Q1", submit=True, value="30")
    assert "says nothing new" in upload(HEAD + "trained,2026-Q1,,30,,,,\n").content.decode()
    answer = upload(HEAD + "acted,2026-Q1,,,1,2,,\ntrained,2026-Q1,,31,,,,\n")
    assert answer.status_code == 422
    assert "submitted already" in answer.content.decode()
    assert "Row 3:" in answer.content.decode()
    assert not due("acted", "2026-Q1").cells.exists()


def test_what_changed_since_the_file_was_looked_at_is_not_overwritten(entered, upload, take, due):
    shown = upload(HEAD + "acted,2026-Q1,,,1,2,,\ntrained,2026-Q1,,31,,,,\n")
    entered("trained", "2026-Q1", who="owner", value="30")
    take(shown)
    assert figures(due("trained", "2026-Q1")) == {"": (30, None, None)}
    assert figures(due("acted", "2026-Q1")) == {}


def test_a_preview_counts_for_its_own_period_and_for_a_day(upload, take, due, monkeypatch):
    shown = upload(HEAD + "trained,2026-Q1,,31,,,,\n")
    take(shown, "2026-Q2")
    monkeypatch.setattr(importing, "LASTS", -1)
    take(shown)
    assert not Measurement.objects.exclude(state="due").exists()


def test_a_locked_period_takes_nothing_in(upload, take, page, due):
    shown = upload(HEAD + "trained,2026-Q1,,31,,,,\n")
    page("owner", "lock", due("trained", "2026-Q1").period_id, data={"lock": "yes"})
    take(shown)
    assert not MeasuredCell.objects.exists()


def test_groups_by_two_lists_stay_when_the_row_is_saved_by_hand(
    monitored, revise, upload, take, entered, due
):
    revise(monitored, TRAINED | {"disaggregation": ["sex", "age-band"]})
    shown = upload("indicator,period,sex,age-band,value\ntrained,2026-Q1,male,18-20,30\n")
    take(shown)
    entered("trained", "2026-Q1", note="By list")
    assert figures(due("trained", "2026-Q1")) == {"age-band=18-20;sex=male": (30, None, None)}
