"""Forty workbooks as they come in: each is told what is wrong, row by row, and changes nothing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl.workbook.protection import WorkbookProtection

from tests.sampling import sample
from tests.web.monitoring.test_importing import TABLES, packed

HEAD = ["indicator", "period", "sex", "value", "numerator", "denominator", "state", "note"]
GOOD = ["trained", "2026-Q1", "", 5, "", "", "", ""]


def table(*rows: list[Any], head: list[Any] = HEAD) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    for row in (head, *rows):
        book.active.append(row)
    return book


def row(**cells: Any) -> list[Any]:
    """A good row, with some of its cells otherwise."""
    return [cells.get(name, usual) for name, usual in zip(HEAD, GOOD, strict=True)]


def merged() -> openpyxl.Workbook:
    book = table(row(), row(indicator="", sex="female"))
    book.active.merge_cells("A2:A3")
    return book


def marked(**made_for: str) -> openpyxl.Workbook:
    book = table(row())
    sheet = book.create_sheet("trueline")
    sheet.sheet_state = "hidden"
    for name, value in made_for.items():
        sheet.append([name, value])
    return book


def sparse() -> bytes:
    """A sheet that ends at the last row and column there can be, in two kilobytes."""
    book = table(row())
    data = io.BytesIO(packed(book))
    out = io.BytesIO()
    with zipfile.ZipFile(data) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = before.read(name)
            if name == "xl/worksheets/sheet1.xml":
                last = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
                part = part.replace(b"</sheetData>", last)
            after.writestr(name, part)
    return out.getvalue()


def bomb() -> bytes:
    """A workbook whose sheet is far larger than its file."""
    data = io.BytesIO(packed(table(row())))
    out = io.BytesIO()
    with zipfile.ZipFile(data) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = before.read(name)
            if name == "xl/worksheets/sheet1.xml":
                cells = b"".join(
                    b'<row r="%d"><c><v>1</v></c></row>' % n for n in range(9, 210_000)
                )
                part = part.replace(b"</sheetData>", cells + b"</sheetData>")
            after.writestr(name, part)
    return out.getvalue()


def locked() -> openpyxl.Workbook:
    book = table(row(value="x"))
    book.security = WorkbookProtection(workbookPassword="x", lockStructure=True)
    return book


Made = Callable[[], Any]
BAD: dict[str, tuple[Made, str]] = {
    "merged cells": (merged, "Row 3: No indicator is named."),
    "text in numbers": (lambda: table(row(value="about 30")), "Row 2: “about 30” is no number."),
    "a unit in numbers": (
        lambda: table(row(value="30 people")),
        "Row 2: “30 people” is no number.",
    ),
    "columns shifted by one": (
        lambda: table(["", "trained", "2026-Q1", "", 5, "", "", ""]),
        "Row 2: No indicator is named.",
    ),
    "rows shifted by one": (
        lambda: table(HEAD, row(), head=["", "", "", "Safe work"]),
        "There is no column “indicator”",
    ),
    "another programme's template": (
        lambda: marked(programme="3f0f7a52-0000-0000-0000-000000000000", period="2026-Q1"),
        "made for another programme",
    ),
    "an error of a formula": (lambda: table(row(value="#REF!")), "Row 2: “#REF!” is no number."),
    "a formula that nothing computed": (
        lambda: table(row(value="=SUM(D9:D12)")),
        "Row 2: “=SUM(D9:D12)” is no number.",
    ),
    "decimal commas that could be thousands": (
        lambda: table(row(value="1,500"), row(sex="female", value="2.500")),
        "Row 2: “1,500” can be",
    ),
    "Arabic digits that are no whole number": (
        lambda: table(row(value="١٢٫٥")),
        "Row 2: People are counted in whole",
    ),
    "a day as a serial number": (lambda: table(row(period=46112)), "Row 2: “46112” is no period."),
    "a day for a number": (lambda: table(row(value=date(2026, 1, 5))), "Row 2: “2026-01-05” is no"),
    "a truth for a number": (lambda: table(row(value=True)), "Row 2: “True” is no number."),
    "a day for a period": (
        lambda: table(row(period=date(2026, 2, 14))),
        "Row 2: The row tells of 2026-02-14",
    ),
    "a sparse sheet of two kilobytes": (sparse, "more than 200,000 rows"),
    "a sheet that unfolds": (bomb, "more than 200,000 rows"),
    "no workbook": (lambda: b"PK\x03\x04 and no more", "can't be opened"),
    "an old Excel file": (lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "can't be opened"),
    "a web page": (lambda: b"<html><table><tr><td>5</table>", "can't be opened"),
    "nothing": (lambda: b"", "can't be opened"),
    "headings alone": (lambda: table(), "There are headings and no rows below them."),
    "an empty sheet": (lambda: openpyxl.Workbook(), "There is no column “indicator”"),
    "two headings alike": (
        lambda: table([*row(), "x"], head=[*HEAD, "value"]),
        "The column “value” is none that is known",
    ),
    "names of people": (
        lambda: table([*row(), "Ana"], head=[*HEAD, "Full name"]),
        "The column “Full name” tells of single people.",
    ),
    "a heading unknown": (lambda: table([*row(), 1], head=[*HEAD, "Ward"]), "The column “Ward” is"),
    "protected, and wrong": (locked, "Row 2: “x” is no number."),
    "an indicator by another name": (
        lambda: table(row(indicator="Inspector training")),
        "Row 2: The design has no indicator",
    ),
    "an indicator not due": (lambda: table(row(indicator="debt")), "Row 2: “debt” is not measured"),
    "a period that was never": (
        lambda: table(row(period="2026-Q5")),
        "Row 2: “2026-Q5” is no period",
    ),
    "a period in words": (lambda: table(row(period="spring")), "Row 2: “spring” is no period."),
    "a group unknown": (lambda: table(row(sex="F")), "Row 2: “F” is not in the list sex."),
    "the same row twice": (lambda: table(row(), row(value=6)), "Row 3: Row 2 tells of the same"),
    "fewer than nobody": (lambda: table(row(value=-4)), "Row 2: People are counted in whole"),
    "half a person": (lambda: table(row(value=4.5)), "Row 2: People are counted in whole"),
    "too large": (lambda: table(row(value=10**13)), "Row 2: It is too large."),
    "a share alone": (
        lambda: table(row(indicator="acted", value=0.3)),
        "Row 2: A share alone can’t be put together",
    ),
    "half a share": (
        lambda: table(row(indicator="acted", value="", numerator=3)),
        "Row 2: The columns numerator don’t make a figure",
    ),
    "a share of something for a count": (
        lambda: table(row(value="", numerator=3, denominator=4)),
        "Row 2: The figure is of another kind",
    ),
    "a state beside a figure": (
        lambda: table(row(state="missing", note="Lost")),
        "Row 2: A figure stands beside “missing”.",
    ),
    "a state without a reason": (
        lambda: table(row(value="", state="missing")),
        "Row 2: Say in the note why",
    ),
    "one bad row among good ones": (
        lambda: table(row(), row(sex="female", value="?"), row(sex="male", value=2)),
        "Row 3: “?” is no number.",
    ),
}


def test_there_are_forty():
    assert len(BAD) >= 40


def test_each_is_told_what_is_wrong_and_changes_nothing(page, due, snapshot):
    address = due("trained", "2026-Q1").period_id
    before = {name: snapshot()[name] for name in TABLES}
    for name in sample(BAD):
        made, says = BAD[name]
        content = made()
        data = content if isinstance(content, bytes) else packed(content)
        file = SimpleUploadedFile("figures.xlsx", data)
        answer = page("editor", "take-in", address, data={"file": file})
        text = " ".join(
            answer.content.decode().replace("<span>", "").replace("&#x27;", "'").split()
        )
        assert answer.status_code == 422, name
        assert says in text.replace('<span lang="en">', ""), name
    assert {name: snapshot()[name] for name in TABLES} == before
