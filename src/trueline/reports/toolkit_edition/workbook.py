"""The indicator library as a workbook: one row for each indicator, ready to filter."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Iterator
from typing import Any

from trueline.language import gettext, gettext_noop
from trueline.language.terms import BETTER, LEVEL, MEASURE, STANDS_IN
from trueline.reports.layout.palette import RULE
from trueline.reports.layout.sheets import sheet_of
from trueline.toolkit import Category, Indicator, Section, Toolkit
from trueline.toolkit.wording import beside_line, broken_down_by, follow_up, proxy_is_ours, proxy_of

COLUMNS: tuple[tuple[str, int], ...] = (
    (gettext_noop("Section"), 14),
    (gettext_noop("Category"), 20),
    (gettext_noop("Indicator"), 40),
    (gettext_noop("Shows"), 28),
    (gettext_noop("Does not show"), 28),
    (gettext_noop("As a proxy"), 26),
    (gettext_noop("Numerator (N)"), 24),
    (gettext_noop("Denominator (D)"), 24),
    (gettext_noop("Suggested target"), 16),
    (gettext_noop("How to collect"), 28),
    (gettext_noop("Measure again"), 14),
    (gettext_noop("Level"), 10),
    (gettext_noop("Measure"), 12),
    (gettext_noop("Unit"), 14),
    (gettext_noop("Better is"), 10),
    (gettext_noop("Break down by"), 24),
    (gettext_noop("Take care"), 40),
    (gettext_noop("Take care (ours)"), 40),
    (gettext_noop("Beside it (ours)"), 40),
    (gettext_noop("In practice (ours)"), 30),
    (gettext_noop("Survey question (ours)"), 40),
    (gettext_noop("Answer options (ours)"), 30),
    (gettext_noop("Notes of the source"), 40),
    (gettext_noop("Given by the source"), 30),
    (gettext_noop("Place in the source"), 12),
    (gettext_noop("Id"), 34),
    (gettext_noop("Source"), 16),
)
PRINTED = 9
"""So many columns fit on a page; the others are for the screen."""
_HINTS = 75
"""Width of the sheet that says how to read the others: a page upright."""

_GIVEN_BY_SOURCE = {
    "target": gettext_noop("Suggested target"),
    "numerator": gettext_noop("Numerator (N)"),
    "denominator": gettext_noop("Denominator (D)"),
    "methods": gettext_noop("How to collect"),
    "follow_up": gettext_noop("Measure again"),
    "timing": gettext_noop("Measure again"),
    "measure": gettext_noop("Measure"),
    "unit": gettext_noop("Unit"),
    "direction": gettext_noop("Better is"),
    "disaggregation": gettext_noop("Break down by"),
    "caution": gettext_noop("Take care"),
    "shows": gettext_noop("Shows"),
    "does_not_show": gettext_noop("Does not show"),
    "level": gettext_noop("Level"),
}
"""Column of each field that an entry may name in `source_gives`."""


def indicator_workbook(toolkit: Toolkit, sections: Iterable[str], paper: str) -> bytes:
    """An .xlsx of the indicators of some sections, or of all. `paper` is for printing it."""
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"title": gettext("Indicators of the ICAT toolkit"), "author": "Trueline"})
    rows = list(_rows(toolkit, list(sections)))
    _indicator_sheet(book, rows, paper)
    _reading_sheet(book, toolkit, paper)
    book.close()
    return stream.getvalue()


def _indicator_sheet(book: Any, rows: list[tuple[str, ...]], paper: str) -> None:
    sheet = sheet_of(book, gettext("Indicators"))
    head = book.add_format(
        {"bold": True, "bottom": 2, "text_wrap": True, "valign": "bottom", "font_size": 10}
    )
    cell = book.add_format(
        {"text_wrap": True, "valign": "top", "font_size": 10, "bottom": 4, "bottom_color": RULE}
    )
    for column, (title, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, gettext(title), head)
    for number, row in enumerate(rows, 1):
        sheet.set_row(number, _height(row))
        for column, value in enumerate(row):
            sheet.write_string(number, column, value, cell)
    sheet.set_row(0, 30)
    sheet.freeze_panes(1, 3)
    sheet.autofilter(0, 0, max(len(rows), 1), len(COLUMNS) - 1)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, len(rows), PRINTED - 1)
    sheet.set_landscape()
    sheet.set_paper(1 if paper == "letter" else 9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.7)
    title = gettext("Indicators of the ICAT toolkit, in Trueline’s words")
    page = gettext("Page {page} of {pages}", page="&P", pages="&N")
    sheet.set_footer(f"&L{title.replace('&', '&&')}&R{page}")


def _reading_sheet(book: Any, toolkit: Toolkit, paper: str) -> None:
    sheet = sheet_of(book, gettext("How to read this"))
    wrap = book.add_format({"text_wrap": True, "valign": "top", "font_size": 10})
    sheet.set_column(0, 0, _HINTS)
    sheet.set_paper(1 if paper == "letter" else 9)
    sheet.fit_to_pages(1, 0)
    about = toolkit.head.about
    lines = (
        about.wording if about and about.wording else "",
        gettext("“Does not show” belongs to the category: read it before you choose an indicator."),
        *(f"{gettext('As a proxy')}: {label}" for _, label in STANDS_IN.choices()),
        gettext(
            "“Given by the source” names the columns that carry what the source says; the others are"
            " ours."
        ),
        gettext(
            "Section and place lead back to the source: 3 E2.1 is the first indicator of the second"
            " category in section 3."
        ),
    )
    for number, line in enumerate(line for line in lines if line):
        sheet.set_row(number, 4 + 13 * math.ceil(len(line) * 1.08 / _HINTS))
        sheet.write_string(number, 0, line, wrap)


def _rows(toolkit: Toolkit, sections: list[str]) -> Iterator[tuple[str, ...]]:
    packs = {pack.id: pack.name for pack in toolkit.packs}
    for section in toolkit.sections:
        if sections and section.id not in sections:
            continue
        for category in toolkit.categories(section.id):
            for indicator in toolkit.indicators(category=category.id):
                whose = packs[toolkit.node(indicator.id).pack]
                yield _row(toolkit, section, category, indicator, whose)


def _row(
    toolkit: Toolkit, section: Section, category: Category, indicator: Indicator, whose: str
) -> tuple[str, ...]:
    return (
        f"{section.number} {section.short}",
        category.title,
        indicator.statement if not indicator.name else f"{indicator.statement} ({indicator.name})",
        category.shows,
        category.does_not_show,
        proxy_of(category),
        indicator.numerator or "",
        indicator.denominator or "",
        indicator.target.text if indicator.target else "",
        "; ".join(indicator.methods),
        follow_up(indicator.follow_up) or indicator.timing or "",
        LEVEL.label(category.level),
        MEASURE.label(indicator.measure),
        indicator.unit,
        BETTER.label(indicator.direction),
        broken_down_by(toolkit, indicator.disaggregation),
        indicator.caution or "",
        indicator.caution_added or "",
        "\n".join(beside_line(one) for one in indicator.beside),
        indicator.in_practice or "",
        indicator.survey.text if indicator.survey else "",
        " / ".join(indicator.survey.choices) if indicator.survey else "",
        _notes(toolkit, category, indicator),
        _given_by_source(category, indicator),
        "" if indicator.ref == "own" else indicator.ref,
        indicator.id,
        whose,
    )


def _notes(toolkit: Toolkit, category: Category, indicator: Indicator) -> str:
    """The footnotes that the indicator or its category rests on, with their numbers."""
    notes = dict.fromkeys((*indicator.evidence, *category.evidence))
    return "\n".join(f"{note.ref}: {note.note}" for note in toolkit.evidence if note.id in notes)


def _given_by_source(category: Category, indicator: Indicator) -> str:
    fields = (*indicator.source_gives, *category.source_gives)
    proxy = () if proxy_is_ours(category) else (gettext("As a proxy"),)
    labels = (
        *(gettext(_GIVEN_BY_SOURCE[field]) for field in fields if field in _GIVEN_BY_SOURCE),
        *proxy,
    )
    return ", ".join(dict.fromkeys(labels))


def _height(row: tuple[str, ...]) -> float:
    """Height in points that the longest cell of a row needs at its column's width."""
    lines = (
        math.ceil(len(value) * 1.08 / width) for value, (_, width) in zip(row, COLUMNS, strict=True)
    )
    return 4 + 13 * max(1, *lines)
