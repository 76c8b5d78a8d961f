"""Reports hold what was approved; nothing in them tells a small count of people."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import openpyxl
import pytest
from django.urls import reverse

from trueline.web.audit.models import Event
from trueline.web.monitoring.models import ReportingPeriod
from trueline.web.tasks import waking
from trueline.web.tasks.worker import Worker


@pytest.fixture
def report(page, monitored):
    """A report of a range of periods, all without one."""

    def made(name: str, first: str = "", last: str = "") -> bytes:
        data = {"export": name}
        for part, label in (("first", first), ("last", last)):
            if label:
                period = ReportingPeriod.objects.get(document=monitored, label=label)
                data[part] = str(period.pk)
        answer = page("reader", "export", data=data)
        assert answer.status_code == 200, answer.content
        assert name in answer["Content-Disposition"]
        return answer.content

    return made


def lines(
    content: bytes, sheet: str = "Tracking", *, formulas: bool = False
) -> list[dict[str, Any]]:
    """The rows of a sheet by their headings, as values or as formulas."""
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=not formulas)
    _title, _note, heads, *rows = book[sheet].iter_rows(values_only=True)
    return [
        {str(head).replace("\n", " "): value for head, value in zip(heads, row, strict=True)}
        for row in rows
    ]


def by_code(rows: list[dict[str, Any]]) -> dict[tuple[str, str], dict[str, Any]]:
    return {(row["Code"], row["Group"]): row for row in rows}


def test_the_tracking_table_holds_formulas_with_their_values(accepted, report):
    accepted("acted", "2026-Q1", numerator="15", denominator="50")
    accepted("acted", "2026-Q2", numerator="5", denominator="150")
    accepted("trained", "2026-Q1", value="40", female__value="20", male__value="20")
    accepted("trained", "2026-Q2", value="80", female__value="30", male__value="50")
    content = report("iptt.xlsx", "2026-01-01", "2026-Q2")
    values = by_code(lines(content))
    acted = values["acted", "All"]
    assert [acted[f"{part} 2026-Q1"] for part in ("N", "D", "Actual")] == [15, 50, 30]
    assert [acted[f"{part} To date"] for part in ("N", "D", "Actual")] == [20, 200, 10]
    assert acted["Life-of-programme target"] == 60
    assert round(acted["Per cent achieved"], 4) == round(10 / 60, 4)
    trained = values["trained", "All"]
    assert (trained["Baseline"], trained["Actual To date"]) == (0, 120)
    assert trained["Per cent achieved"] == 0.6
    assert values["trained", "Female"]["Actual To date"] == 50
    assert values["trained", "Female"]["Per cent achieved"] is None
    formulas = by_code(lines(content, formulas=True))["acted", "All"]
    for column in ("Actual 2026-Q1", "N To date", "Actual To date", "Per cent achieved"):
        assert str(formulas[column]).startswith("=IF(")


def test_formulas_reckon_with_the_cells_that_they_should(accepted, report):
    """Each formula, with the headings of the cells that it names, all of its own row."""
    accepted("acted", "2026-Q1", numerator="15", denominator="50")
    accepted("debt", "2026", value="30")
    content = report("iptt.xlsx", "2026-01-01", "2026")
    sheet = openpyxl.load_workbook(io.BytesIO(content))["Tracking"]
    heads = {cell.column_letter: str(cell.value).replace("\n", " ") for cell in sheet[3]}
    rows = {sheet.cell(row, 1).value: row for row in range(4, sheet.max_row + 1)}

    def reckoned(code: str, head: str) -> str:
        letter = next(each for each, text in heads.items() if text == head)
        formula = str(sheet[f"{letter}{rows[code]}"].value)
        named = re.findall(r"\b([A-Z]{1,2})(\d+)\b", formula)
        assert {int(row) for _letter, row in named} == {rows[code]}
        return re.sub(r"\b([A-Z]{1,2})\d+\b", lambda found: f"[{heads[found[1]]}]", formula)

    periods = ["2026-Q1", "2026-Q2", "2026-Q3", "2026", "2026-Q4"]
    listed = ",".join(f"[N {each}]" for each in periods)
    assert reckoned("acted", "N To date") == f'=IF(COUNT({listed})=0,"",SUM({listed}))'
    assert reckoned("acted", "Actual 2026-Q1") == (
        '=IF(N([D 2026-Q1])=0,"",[N 2026-Q1]/[D 2026-Q1]*100)'
    )
    aim = "Life-of-programme target"
    assert reckoned("debt", "Per cent achieved") == (
        f'=IF(ISNUMBER([Actual To date]),([Actual To date]-N([Baseline]))/([{aim}]-N([Baseline])),"")'
    )
    assert reckoned("debt", "Actual To date").startswith(
        "=IF(ISNUMBER([Actual 2026-Q4]),[Actual 2026-Q4],IF(ISNUMBER([Actual 2026]),"
    )


def test_what_is_missing_is_an_empty_cell_and_never_0(accepted, report):
    accepted("trained", "2026-Q1", value="0")
    row = by_code(lines(report("iptt.xlsx", "2026-01-01", "2026-Q3")))["trained", "All"]
    assert (row["Actual 2026-Q1"], row["Actual 2026-Q2"], row["Actual To date"]) == (0, None, 0)
    assert row["Readings"] == "1 of 3 readings; 2 missing"
    acted = by_code(lines(report("iptt.xlsx", "2026-01-01", "2026-Q3")))["acted", "All"]
    assert [acted[each] for each in ("Baseline", "Actual To date", "N To date")] == [None] * 3


def test_a_running_total_takes_the_last_and_a_fall_is_measured_as_one(accepted, report):
    accepted("debt", "2026", value="30")
    row = by_code(lines(report("iptt.xlsx")))["debt", "All"]
    assert (row["Actual To date"], row["Per cent achieved"]) == (30, 0.5)


def test_the_range_bounds_what_is_told(accepted, report):
    for period, value in (("2026-Q1", "20"), ("2026-Q2", "40"), ("2026-Q3", "60")):
        accepted("trained", period, value=value)
    row = by_code(lines(report("iptt.xlsx", "2026-Q2", "2026-Q2")))["trained", "All"]
    assert row["Actual To date"] == 40
    assert "Actual 2026-Q1" not in row
    longer = by_code(lines(report("iptt.xlsx", "2026-Q2", "2026-Q2")))["debt", "All"]
    assert (longer["Actual To date"], longer["Readings"]) == (None, "0 of 0 readings")
    swapped = by_code(lines(report("iptt.xlsx", "2026-Q3", "2026-Q2")))["trained", "All"]
    assert swapped["Actual To date"] == 100


def test_what_was_not_approved_is_not_in_it(entered, report):
    entered("trained", "2026-Q1", submit=True, value="77")
    assert "77" not in report("figures.csv").decode()


def test_baselines_and_follow_ups_stand_on_a_sheet_of_their_own(accepted, report):
    accepted("acted", "2026-01-01", numerator="20", denominator="80")
    content = report("iptt.xlsx")
    (single,) = lines(content, "Baseline and follow-up")
    assert (single["Measured"], single["N"], single["D"], single["Actual"]) == (
        "Baseline",
        20,
        80,
        25,
    )
    assert by_code(lines(content))["acted", "All"]["Baseline"] == 25


SMALL = {"value": "23", "female__value": "3", "male__value": "20"}


def test_small_counts_and_what_gives_them_away_are_held_back(accepted, report, page, due):
    accepted("trained", "2026-Q1", **SMALL)
    accepted("trained", "2026-Q2", value="50", female__value="25", male__value="25")
    content = report("iptt.xlsx")
    values = by_code(lines(content))
    for group in ("Female", "Male"):
        row = values["trained", group]
        assert row["Actual 2026-Q1"] == row["Actual To date"] == "Held back"
        assert row["Actual 2026-Q2"] == 25
    assert values["trained", "All"]["Actual 2026-Q1"] == 23
    assert values["trained", "All"]["Actual To date"] == 73
    shown = page("reader", "indicator", due("trained", "2026-Q1").indicator_id)
    assert "3 people" in shown.content.decode()


def test_a_small_total_is_told_as_fewer_than_11_and_no_formula_gives_it_away(accepted, report):
    accepted("trained", "2026-Q1", value="4")
    accepted("trained", "2026-Q2", value="50")
    accepted("trained", "2026-Q3", value="60")
    content = report("iptt.xlsx")
    row = by_code(lines(content))["trained", "All"]
    assert row["Actual 2026-Q1"] == "<11"
    known = [row["Actual 2026-Q2"], row["Actual 2026-Q3"], row["Actual To date"]]
    assert not all(isinstance(each, int) for each in known)
    formulas = by_code(lines(content, formulas=True))["trained", "All"]
    assert not str(formulas["Actual To date"]).startswith("=")
    for name in ("figures.csv", "figures.json"):
        told = [row for row in _told(report(name), name) if row["indicator"] == "trained"]
        assert told[0]["value"] == "<11"
        assert not all(row.get("value", "").isdigit() for row in told[1:3])


def _told(content: bytes, name: str) -> list[dict[str, str]]:
    if name.endswith(".json"):
        return json.loads(content)
    heads, _tags, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    return [dict(zip(heads, row, strict=True)) for row in rows]


def test_what_counts_no_people_is_told_as_it_is(accepted, report):
    accepted("acted", "2026-Q1", numerator="3", denominator="5")
    row = by_code(lines(report("iptt.xlsx")))["acted", "All"]
    assert (row["N 2026-Q1"], row["D 2026-Q1"], row["Actual 2026-Q1"]) == (3, 5, 60)


def test_the_dump_has_a_row_of_hashtags_and_says_what_is_missing(accepted, report):
    accepted("trained", "2026-Q1", value="40", female__value="20", male__value="20")
    accepted("acted", "2026-Q1", answer="missing", note="Lost")
    content = report("figures.csv", "2026-01-01", "2026-Q2").decode("utf-8-sig")
    heads, tags, *rows = csv.reader(io.StringIO(content))
    assert dict(zip(heads, tags, strict=True)) | {
        "sex": "#group+sex",
        "value": "#value+num",
    } == dict(zip(heads, tags, strict=True))
    assert all(tag.startswith("#") for tag in tags)
    told = [dict(zip(heads, row, strict=True)) for row in rows]
    kept = [(row["period"], row["sex"], row["state"], row["value"]) for row in told]
    assert kept == [
        ("2026-Q1", "", "reported", "40"),
        ("2026-Q2", "", "missing", ""),
        ("2026-Q1", "female", "reported", "20"),
        ("2026-Q2", "female", "missing", ""),
        ("2026-Q1", "male", "reported", "20"),
        ("2026-Q2", "male", "missing", ""),
        ("2026-Q1", "", "missing", ""),
        ("2026-Q2", "", "missing", ""),
    ]
    same = json.loads(report("figures.json", "2026-01-01", "2026-Q2"))
    assert [(row["period"], row.get("group:sex", ""), row["state"]) for row in same] == [
        (period, sex, state) for period, sex, state, _value in kept
    ]
    assert "value" not in same[1]
    assert [(row["indicator"], row["period"], row["note"]) for row in told if row["note"]] == [
        ("acted", "2026-Q1", "Lost")
    ]
    assert [row["note"] for row in same if "note" in row] == ["Lost"]


def test_no_text_becomes_a_formula(monitored, revise, accepted, report):
    hostile = {"id": "h", "statement": "=1+1", "unit": "@x", "frequency": "yearly"}
    revise(monitored, hostile | {"measure": "qualitative"})
    accepted("h", "2026", text="=2+2", note="=3+3")
    row = next(row for row in _told(report("figures.csv"), "figures.csv") if row["text"])
    assert (row["statement"], row["unit"], row["text"]) == ("'=1+1", "'@x", "'=2+2")
    assert row["note"] == "'=3+3"
    cells = by_code(lines(report("iptt.xlsx"), formulas=True))["h", "All"]
    assert cells["Indicator"] == "=1+1"
    book = openpyxl.load_workbook(io.BytesIO(report("iptt.xlsx")))
    types = {cell.data_type for cell in book["Tracking"]["B"] if cell.value == "=1+1"}
    assert types == {"s"}


def test_a_report_that_takes_long_is_awaited_by_who_asked_alone(
    accepted, page, monitored, cast, monkeypatch
):
    accepted("trained", "2026-Q1", value="40")
    monkeypatch.setattr(waking, "wait_until", lambda holds, *, seconds: holds())
    address = page("reader", "export", data={"export": "iptt.xlsx"})["Location"]
    assert "is being made" in cast.client("reader").get(address).content.decode()
    assert cast.client("editor").get(address).status_code == 404
    assert cast.client("outsider").get(address).status_code == 404
    assert Worker(pause=0).once()
    ready = cast.client("reader").get(address)
    file = ready["Refresh"].partition("url=")[2]
    assert cast.client("reader").get(file).content[:2] == b"PK"
    assert cast.client("editor").get(file).status_code == 404
    assert Event.objects.get(action="exported").detail == {"export": "iptt.xlsx"}


def test_what_was_corrected_since_is_in_the_next_report(accepted, report, page, due, cast):
    from tests.web.figures import decide
    from tests.web.monitoring.test_entering import corrected

    one = accepted("trained", "2026-Q1", value="40")
    assert by_code(lines(report("iptt.xlsx")))["trained", "All"]["Actual To date"] == 40
    corrected(page, one, value="45", reason="Five more")
    decide(due("trained", "2026-Q1"), by=cast.owner)
    assert by_code(lines(report("iptt.xlsx")))["trained", "All"]["Actual To date"] == 45


def test_before_anything_is_over_the_page_says_so(cast, keep, programme):
    record = keep(programme)
    address = reverse("monitoring:export", args=[record.pk])
    assert "nothing to report yet" in cast.client("reader").get(address).content.decode()
    assert cast.client("reader").post(address, {"export": "iptt.xlsx"}).status_code == 422


def test_a_report_that_there_is_not_is_not_found(accepted, page):
    accepted("trained", "2026-Q1", value="40")
    assert page("reader", "export", data={"export": "all.pdf"}).status_code == 404
