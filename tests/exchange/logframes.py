"""Logframes in Excel and Word, as tests make them."""

from __future__ import annotations

import io

import docx
import openpyxl

HEAD = ["", "Objectives", "Indicators (OVI)", "Means of verification", "Assumptions and risks"]
USUAL = [
    ["Safe work for domestic workers"],
    HEAD,
    ["Goal", "Fewer women are exploited", "Survey of returnees", "Panel study", ""],
    [
        "Purpose",
        "Inspectors act on what they see",
        "Share of visits acted on\nReferrals made",
        "Visit records\nReferral log",
        "Police take up cases",
    ],
    [
        "Output 1",
        "1. Inspectors are trained",
        "• 60 inspectors\n• 80% pass",
        "Test results",
        "Inspectors stay in post",
    ],
    ["Output 2", "2. A referral path is agreed", "Signed protocol", "Protocol", ""],
    [
        "Activities",
        "1.1 Train inspectors\n1.2 Mentor them\n2.1 Draft the protocol",
        "12 days",
        "EUR 40,000",
        "Rooms are free",
    ],
]


def saved(file) -> bytes:
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def workbook(rows, *, above=0, title="Logframe") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for _ in range(above):
        sheet.append([])
    for row in rows:
        sheet.append(row)
    return saved(book)


def document(rows) -> bytes:
    made = docx.Document()
    table = made.add_table(len(rows), max(map(len, rows)))
    for number, row in enumerate(rows):
        for place, text in enumerate(row):
            table.cell(number, place).text = text
    return saved(made)


def statements(row) -> tuple[str, ...]:
    """What the indicators of a row say."""
    return tuple(indicator.statement for indicator in row.indicators)
