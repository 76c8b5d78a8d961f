"""Any workbook is read once somebody said what its columns hold, and that is remembered."""

from __future__ import annotations

import io
import re
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web.monitoring.test_entering import figures
from trueline.web.audit.models import Event
from trueline.web.monitoring.models import ColumnMapping, Measurement, ReportingPeriod

LONG = [
    ["Safe work, monthly sheet", "", "", "", "", ""],
    ["What we count", "When", "Who", "Number", "Of", "Remarks"],
    ["Inspectors trained", "Jan-Mar 2026", "Total", 70, "", "From the lists"],
    ["", "", "Ladies", 40, "", ""],
    ["", "", "Male", "30", "", ""],
    ["Signs", "2026-02-14", "", "12,5", "50", ""],
    ["Total", "", "", "", "", ""],
]
WIDE = [
    ["Indicator", "2026-Q1", "T2 2026", "Women Q1"],
    ["Inspectors trained", 70, "1 500", 40],
    ["Fee paid by workers", "", "", ""],
]


def workbook(*rows: list[Any], title: str = "Sheet") -> bytes:
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture
def upload(page):
    def uploaded(content: bytes, name: str = "own.xlsx", who: str = "editor") -> Any:
        return page(who, "workbook", data={"file": SimpleUploadedFile(name, content)})

    return uploaded


@pytest.fixture
def say(page):
    """Send what the columns hold, as the page has it but for what is said otherwise."""

    def said(shown: Any, press: str = "show", **more: str) -> Any:
        book = shown.context["workbook"]
        data = {"kept": shown.context["kept"], "sheet": book.map.sheet, press: "yes"}
        data |= {"heading": str(book.map.heading), "decimal": book.map.decimal}
        data |= {f"role-{column.number}": column.role for column in book.columns}
        data |= {f"of-{column.number}": column.of for column in book.columns}
        data |= {f"fixed-{key}": value for key, value in book.map.fixed.items()}
        for each in book.unknown:
            data |= {f"text-{each.number}": each.text, f"name-{each.number}": each.meant}
        data |= {"fills_down": "yes"} if book.map.fills_down else {}
        data |= {"seen": book.seen} if book.read else {}
        named = {key.replace("_", "-"): value for key, value in more.items()}
        if "fills-down" in named:
            named["fills_down"] = named.pop("fills-down")
        return page("editor", "workbook", data=data | named)

    return said


ROLES = {
    "role_0": "indicator",
    "role_1": "period",
    "role_2": "list:sex",
    "role_3": "value",
    "role_5": "note",
    "fills_down": "yes",
}


def problems(page: Any) -> list[str]:
    found = re.search(r'role="alert">(.*?)</div>', page.content.decode(), re.DOTALL)
    items = re.findall("<li>.*?</li>", found[1], re.DOTALL) if found else []
    return [" ".join(re.sub("<[^>]+>", "", item).split()) for item in items]


def test_a_long_table_is_mapped_once_and_the_next_one_is_read_by_itself(upload, say, due, page):
    shown = upload(workbook(*LONG))
    assert shown.context["workbook"].map.heading == 2
    asked = say(shown, **ROLES)
    assert problems(asked) == [
        "Row 4: “Ladies” is not in the list sex. Its words are female, male, other and not-known.",
        "Row 6: The design has no indicator “Signs”. Its indicators are trained, acted and debt.",
    ]
    named = {each.text: each.number for each in asked.context["workbook"].unknown}
    assert set(named) == {"Signs", "Ladies"}
    meant = {f"name_{named['Signs']}": "acted", f"name_{named['Ladies']}": "female"}
    seen = say(asked, **meant, role_3="value")
    assert [each.partition(".")[0][:20] for each in problems(seen)] == ["Row 6: A share alone"]


def test_a_share_has_two_columns(upload, say, due, page, snapshot):
    rows = [["Indicator", "Period", "Yes", "Of"], ["acted", "2026-Q1", "12,5", 50]]
    shown = say(upload(workbook(*rows)), role_2="numerator", role_3="denominator")
    assert "25 % (12.5 of 50)" in shown.content.decode()
    assert say(shown, press="take").status_code == 302
    assert figures(due("acted", "2026-Q1"))[""][1:] == (12.5, 50)
    kept = ColumnMapping.objects.get()
    again = upload(workbook(*[["A title", "", "", ""], *rows[:1], ["acted", "2026-Q2", 3, 4]]))
    assert again.context["workbook"].remembered == kept
    assert "75 % (3 of 4)" in again.content.decode()
    assert say(again, press="take").status_code == 302
    before = snapshot()["monitoring_measurement"], snapshot()["monitoring_measuredcell"]
    same = upload(workbook(*rows))
    assert "says nothing new" in same.content.decode()
    assert (snapshot()["monitoring_measurement"], snapshot()["monitoring_measuredcell"]) == before
    assert Event.objects.filter(action="took in a file").count() == 2


def test_a_wide_table_has_periods_and_groups_for_columns(upload, say, due):
    shown = upload(workbook(*WIDE))
    book = shown.context["workbook"]
    assert book.map.roles[:3] == ("indicator", "value", "value")
    assert book.map.of[1:3] == ("2026-q1", "t2 2026")
    taken = say(say(shown, role_3="value", of_3="2026-Q1 + sex: female"), press="take")
    assert taken.status_code == 302
    assert {group: value for group, (value, *_) in figures(due("trained", "2026-Q1")).items()} == {
        "": 70,
        "sex=female": 40,
    }
    assert figures(due("trained", "2026-Q2"))[""][0] == 1500


def test_one_row_that_is_wrong_keeps_all_from_being_taken_in(upload, say, due):
    rows = [
        ["Indicator", "Period", "Value"],
        ["trained", "2026-Q1", 5],
        ["trained", "2026-Q2", "x"],
    ]
    shown = upload(workbook(*rows))
    refused = say(shown, press="take")
    assert refused.status_code == 422
    assert problems(refused)[0].startswith("Row 3: “x” is no number.")
    assert not Measurement.objects.exclude(state="due").exists()
    assert not ColumnMapping.objects.exists()


def test_what_changed_since_it_was_looked_at_is_shown_anew(upload, say, entered, due):
    shown = say(upload(workbook(["Indicator", "Period", "Value"], ["trained", "2026-Q1", 5])))
    entered("trained", "2026-Q1", value="8")
    again = say(shown, press="take")
    assert again.status_code == 200
    assert "changed since the file was looked at" in again.content.decode()
    assert figures(due("trained", "2026-Q1"))[""][0] == 8
    assert say(again, press="take").status_code == 302


def test_a_locked_period_a_number_that_could_be_two_and_single_people_are_refused(upload, say, due):
    ReportingPeriod.objects.filter(label="2026-Q1").update(locked="2026-05-01T00:00Z")
    head = ["Indicator", "Period", "Value"]
    locked = say(upload(workbook(head, ["trained", "2026-Q1", 5])))
    assert problems(locked) == ["Row 2: 2026-Q1 is locked. An owner can unlock it."]
    two = say(upload(workbook(head, ["trained", "2026-Q2", "6.000"])))
    assert "can be 6000 or 6" in problems(two)[0]
    meant = say(two, decimal=",")
    assert "6,000 people" in meant.content.decode()
    people = upload(workbook(["First name", "Indicator", "Value"], ["Ana", "trained", 1]))
    assert "tell of single people" in problems(people)[0]


def test_a_template_of_ours_is_led_to_its_period(page, upload, due):
    one = due("trained", "2026-Q1")
    file = page("editor", "template", one.period_id).content
    assert upload(file)["Location"].endswith(f"/periods/{one.period_id}/take-in/")


def test_readers_take_nothing_in(upload):
    assert upload(workbook(*WIDE), who="reader").status_code == 403
