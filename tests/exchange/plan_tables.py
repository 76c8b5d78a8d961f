"""Twenty tables of national plans, in the styles of those that ministries publish. All is invented.

Each is made of the same lines, so that what was read can be held against what was written.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

import docx
import openpyxl

OBJECTIVES = {
    "en": ("Objective 1: Fewer workers leave in debt", "Objective 2: Children do not beg"),
    "fr": (
        "Objectif 1 : Moins de personnes partent endettées",
        "Objectif 2 : Aucun enfant ne mendie",
    ),
    "es": ("Objetivo 1: Menos personas salen con deudas", "Objetivo 2: Ningún niño mendiga"),
    "ar": ("الهدف 1: عدد أقل من العمال المدينين", "الهدف 2: لا أطفال يتسولون"),
}
HEADS = {
    "en": (
        "Activity",
        "Responsible",
        "Partners",
        "Time frame",
        "Budget (EUR)",
        "Source of funding",
        "Indicator",
        "Risk owner",
    ),
    "fr": (
        "Activités",
        "Structure responsable",
        "Partenaires",
        "Calendrier",
        "Coût estimatif (EUR)",
        "Source de financement",
        "Indicateurs",
        "Point focal",
    ),
    "es": (
        "Actividades",
        "Institución responsable",
        "Socios",
        "Cronograma",
        "Presupuesto (EUR)",
        "Fuente de financiamiento",
        "Indicadores",
        "Punto focal",
    ),
    "ar": (
        "النشاط",
        "الجهة المسؤولة",
        "الشركاء",
        "الإطار الزمني",
        "الميزانية (EUR)",
        "مصدر التمويل",
        "المؤشر",
        "جهة الاتصال",
    ),
}
MONEY = {
    "en": ("State budget", "Donor support", "To be identified"),
    "fr": ("Budget national", "Bailleurs de fonds", "À identifier"),
    "es": ("Presupuesto nacional", "Donantes", "Por identificar"),
    "ar": ("ميزانية الدولة", "المانحون", "لم يحدد"),
}
ONGOING = {"en": "Ongoing", "fr": "En cours", "es": "Permanente", "ar": "مستمر"}
PAYERS = ("government", "donor", "none-yet")


@dataclass(frozen=True)
class Activity:
    """A line as it is written, and what has to be read of it."""

    title: str
    lead: str
    partners: tuple[str, ...]
    first: str
    last: str
    cost: int | None
    payer: int
    indicator: str
    other: str
    ongoing: bool = False


LINES = (
    (
        Activity(
            "Inspect agencies",
            "MoL",
            ("Police", "Union"),
            "2025",
            "2027",
            180000,
            0,
            "Agencies inspected",
            "Desk 4",
        ),
        Activity(
            "Publish the register",
            "MoL / MoI",
            (),
            "2026",
            "2026",
            60000,
            1,
            "Agencies in the register",
            "Desk 5",
        ),
        Activity(
            "Answer complaints",
            "MoFA",
            ("Embassies",),
            "",
            "",
            None,
            0,
            "Complaints answered",
            "",
            ongoing=True,
        ),
    ),
    (
        Activity(
            "Street teams",
            "MoSA",
            ("Bridge House",),
            "2025",
            "2026",
            260000,
            2,
            "Children met",
            "Desk 1",
        ),
        Activity(
            "Guardians within three days",
            "MoJ",
            (),
            "2027",
            "2027",
            95000,
            1,
            "Children with a guardian",
            "Desk 2",
        ),
    ),
)


@dataclass(frozen=True)
class Style:
    """How a table is set. `quarters` and `years` are columns of ticks in place of one for the time."""

    name: str
    ending: str
    language: str = "en"
    sections: bool = True
    merged: bool = False
    ticks: str = ""
    tables: int = 1
    title: bool = True
    numbered: bool = False
    again: bool = False
    money: str = "head"
    extra: tuple[str, ...] = field(default=())


STYLES = (
    Style("section rows", "xlsx"),
    Style("section rows in French", "xlsx", "fr"),
    Style("section rows in Spanish", "xlsx", "es"),
    Style("section rows in Arabic", "xlsx", "ar"),
    Style("objectives beside, merged", "xlsx", sections=False, merged=True),
    Style("ticks under years", "xlsx", ticks="years"),
    Style("ticks under quarters of years", "xlsx", ticks="quarters"),
    Style("numbered", "xlsx", numbered=True),
    Style("the head once more", "xlsx", again=True),
    Style("currency in the cell", "xlsx", money="cell"),
    Style("no title", "xlsx", title=False),
    Style("CSV", "csv"),
    Style("CSV in French", "csv", "fr"),
    Style("Word, section rows", "docx"),
    Style("Word, two tables under headings", "docx", tables=2),
    Style("Word, merged", "docx", sections=False, merged=True),
    Style("Word, ticks under years", "docx", ticks="years"),
    Style("Word in Spanish, two tables", "docx", "es", tables=2),
    Style("Word, a table that goes on without a head", "docx", tables=2, again=True),
    Style("Word, numbered, quarters", "docx", numbered=True, ticks="quarters"),
)
YEARS = ("2025", "2026", "2027")


def made(style: Style) -> bytes:
    """The file."""
    return {"xlsx": _xlsx, "csv": _csv, "docx": _docx}[style.ending](style)


@dataclass(frozen=True)
class _Row:
    cells: tuple[str, ...]
    spans: bool = False
    down: int = 0


def _rows(style: Style, lines: int | None = None) -> Iterator[_Row]:
    """The rows of a table: of all lines, or of those under one objective."""
    yield from _head(style)
    chosen = range(len(LINES)) if lines is None else [lines]
    for number in chosen:
        if style.again and number and style.tables == 1:
            yield from _head(style)
        if style.sections and lines is None:
            yield _Row((OBJECTIVES[style.language][number],), spans=True)
        for place, activity in enumerate(LINES[number]):
            cells = _cells(style, activity, f"{number + 1}.{place + 1}")
            if style.merged:
                first = OBJECTIVES[style.language][number] if place == 0 else ""
                yield _Row((first, *cells), down=len(LINES[number]) if place == 0 else 0)
            else:
                yield _Row(cells)


def _head(style: Style) -> Iterator[_Row]:
    heads = list(HEADS[style.language])
    if style.money == "cell":
        heads[4] = heads[4].replace(" (EUR)", "")
    if style.ticks == "years":
        heads[3:4] = YEARS
    if style.ticks == "quarters":
        heads[3:4] = [part for year in YEARS for part in (year, "", "", "")]
    before = (["Objective"] if style.merged else []) + (["No."] if style.numbered else [])
    yield _Row((*before, *heads))
    if style.ticks == "quarters":
        blank = [""] * (len(before) + 3)
        yield _Row((*blank, *(f"Q{q}" for _ in YEARS for q in range(1, 5))))


def _cells(style: Style, activity: Activity, number: str) -> tuple[str, ...]:
    when = [_when(activity, ONGOING[style.language])]
    covered = [bool(activity.first) and activity.first <= year <= activity.last for year in YEARS]
    if style.ticks == "years":
        when = ["x" if each else "" for each in covered]
    if style.ticks == "quarters":
        when = ["✓" if each else "" for each in covered for _ in range(4)]
    cost = "" if activity.cost is None else f"{activity.cost:,}"
    if style.money == "cell" and cost:
        cost = f"EUR {cost}"
    cells = (
        activity.title,
        activity.lead,
        "\n".join(activity.partners),
        *when,
        cost,
        MONEY[style.language][activity.payer],
        activity.indicator,
        activity.other,
    )
    return (number, *cells) if style.numbered else cells


def _when(activity: Activity, ongoing: str) -> str:
    if activity.ongoing:
        return ongoing
    return (
        activity.first if activity.first == activity.last else f"{activity.first}–{activity.last}"
    )


TITLE = "National plan of action of Oresia against trafficking"


def _xlsx(style: Style) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    at = 1
    if style.title:
        sheet.cell(1, 1, TITLE)
        at = 3
    width = max(len(row.cells) for row in _rows(style))
    for row in _rows(style):
        for column, text in enumerate(row.cells, 1):
            if text:
                sheet.cell(at, column, text)
        if row.spans:
            sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=width)
        if row.down > 1:
            sheet.merge_cells(start_row=at, end_row=at + row.down - 1, start_column=1, end_column=1)
        if style.ticks == "quarters" and YEARS[0] in row.cells:
            begin = row.cells.index(YEARS[0]) + 1
            for year in range(len(YEARS)):
                first = begin + 4 * year
                sheet.merge_cells(
                    start_row=at, end_row=at, start_column=first, end_column=first + 3
                )
        at += 1
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _csv(style: Style) -> bytes:
    stream = io.StringIO()
    rows = csv.writer(stream)
    if style.title:
        rows.writerow([TITLE])
    width = max(len(row.cells) for row in _rows(style))
    for row in _rows(style):
        rows.writerow([*row.cells, *[""] * (width - len(row.cells))])
    return stream.getvalue().encode("utf-8-sig")


def _docx(style: Style) -> bytes:
    document = docx.Document()
    if style.title:
        document.add_paragraph(TITLE)
    if style.tables == 1:
        _table(document, list(_rows(style)), style)
    for number in range(style.tables) if style.tables > 1 else ():
        document.add_paragraph(OBJECTIVES[style.language][number])
        rows = list(_rows(style, number))
        _table(document, rows[1:] if style.again and number else rows, style)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _table(document: docx.document.Document, rows: list[_Row], style: Style) -> None:
    width = max(len(row.cells) for row in rows)
    table = document.add_table(len(rows), width)
    for at, row in enumerate(rows):
        for column, text in enumerate(row.cells):
            if text:
                table.cell(at, column).text = text
        if row.spans:
            table.cell(at, 0).merge(table.cell(at, width - 1))
        if row.down > 1:
            table.cell(at, 0).merge(table.cell(at + row.down - 1, 0))
        if style.ticks == "quarters" and YEARS[0] in row.cells:
            begin = row.cells.index(YEARS[0])
            for year in range(len(YEARS)):
                first = begin + 4 * year
                table.cell(at, first).merge(table.cell(at, first + 3))
