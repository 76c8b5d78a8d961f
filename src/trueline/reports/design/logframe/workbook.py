"""The logframe as a workbook: the four columns, indicator sheets, tracking table and calendar."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime
from itertools import zip_longest

from trueline.design import Design
from trueline.language import (
    dates,
    gettext,
    gettext_noop,
    label,
    noting_untranslated,
    shortened,
    untranslated_notice,
)
from trueline.language.terms import MOMENT
from trueline.reports.design.calendar import measurement_calendar
from trueline.reports.design.codes import codes_of
from trueline.reports.design.keys import hide_key
from trueline.reports.design.logframe.content import (
    COLUMNS,
    LogframeIndicator,
    LogframeRow,
    logframe,
)
from trueline.reports.design.logframe.grid import Looks, Sheet, height_of, lines_of
from trueline.reports.design.logframe.key import key_of
from trueline.reports.design.logframe.references import add_references
from trueline.reports.design.logframe.tracking import add_tracking
from trueline.reports.layout.sheets import sheet_of
from trueline.reports.printable import printable
from trueline.reports.titles import UNTITLED, title_of
from trueline.reports.values import Wording
from trueline.toolkit import Toolkit

READING = (
    gettext_noop(
        "Results are numbered within their level, indicators within their result. The same codes"
        " stand on every sheet."
    ),
    gettext_noop(
        "An assumption has the number that it has in the diagram of the theory of change. It stands"
        " beside what has to lead on: an output’s assumptions are those on its way to the outcome."
    ),
    gettext_noop("A baseline or target that is empty was not measured or not set. It is not 0."),
    gettext_noop("The columns “Actual” of the tracking table are for you to fill in."),
    gettext_noop(
        "A date with a calculation beside it was worked out from the dates of the design; change them there."
    ),
)


def logframe_workbook(
    design: Design, toolkit: Toolkit, paper: str = "a4", *, on: date | None = None
) -> bytes:
    """The .xlsx; `paper` is "a4" or "letter"."""
    import xlsxwriter

    design = printable(design)
    wording = Wording(design, toolkit)
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(
        stream,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    created = datetime(on.year, on.month, on.day) if on else datetime(2000, 1, 1)
    title = title_of(design, gettext(UNTITLED))
    book.set_properties({"title": shortened(title, 250), "author": "Trueline", "created": created})
    looks = Looks(book)
    with noting_untranslated() as noted:
        grids = (
            _logframe(
                Sheet(book, looks, gettext("Logframe"), _in_words(_LOGFRAME)),
                logframe(design, wording),
            ),
            add_references(book, looks, design, wording),
            add_tracking(book, looks, design, wording),
            _calendar(
                Sheet(book, looks, gettext("Calendar"), _in_words(_CALENDAR)), design, toolkit
            ),
        )
        footer = shortened(title).replace("&", "&&")
        for grid, (frozen, printed) in zip(grids, _PRINTED, strict=True):
            grid.entitle(title, _note(design))
            grid.finish(paper, footer, frozen=frozen, printed=printed)
    _reading(looks, untranslated_notice(noted))
    hide_key(book, key_of(design, wording, with_sheets=True))
    book.close()
    return stream.getvalue()


_LOGFRAME = (
    (gettext_noop("Level"), 11.0),
    (gettext_noop("Code"), 12.0),
    *zip(COLUMNS, (34.0, 44.0, 34.0, 46.0), strict=True),
)
_CALENDAR = (
    (gettext_noop("When"), 14.0),
    (gettext_noop("What"), 14.0),
    (gettext_noop("Code"), 13.0),
    (gettext_noop("Measured"), 54.0),
    (gettext_noop("Responsible"), 26.0),
    (gettext_noop("How the date was worked out"), 34.0),
)
_PRINTED: tuple[tuple[int, int | None], ...] = ((3, None), (2, 9), (2, None), (1, None))
"""For each sheet: columns that stay in view, and how many are printed."""


def _in_words(columns: tuple[tuple[str, float], ...]) -> tuple[tuple[str, float], ...]:
    return tuple((label(title), width) for title, width in columns)


def _note(design: Design) -> str:
    return "   ".join(part for part in (design.lead, dates(design.start, design.end)) if part)


def _logframe(grid: Sheet, rows: tuple[LogframeRow, ...]) -> Sheet:
    """A row for each indicator and assumption, so that rows stay low and filters work."""
    for row in rows:
        for number, (one, assumption) in enumerate(_lines(row)):
            look = "faint" if number else "plain"
            text = "" if one is None else f"{one.code}  {one.text}".strip()
            grid.add(
                (row.level_label, look),
                (row.code, look),
                (row.objective, "faint" if number else "bold"),
                text,
                "" if one is None else one.means,
                assumption or "",
            )
    return grid


def _lines(row: LogframeRow) -> Iterator[tuple[LogframeIndicator | None, str | None]]:
    yield from (
        zip_longest(row.indicators, row.assumptions)
        if (row.indicators or row.assumptions)
        else [(None, None)]
    )


def _calendar(grid: Sheet, design: Design, toolkit: Toolkit) -> Sheet:
    plan = measurement_calendar(design, codes_of(design), toolkit)
    due = [(moment, lane) for lane in plan.lanes for moment in lane.moments]
    order = list(MOMENT.labels)
    for moment, lane in sorted(due, key=lambda two: (two[0].on, order.index(two[0].kind))):
        grid.add(
            moment.on,
            MOMENT.label(moment.kind),
            lane.code,
            lane.title,
            lane.responsible,
            moment.note,
        )
    for sentence in plan.undated:
        grid.add(None, gettext("No date yet"), "", sentence, "", "")
    return grid


def _reading(looks: Looks, notice: str) -> None:
    sheet = sheet_of(looks.book, gettext("How to read this"))
    sheet.set_column(0, 0, 100)
    lines = [*map(gettext, READING), *([notice] if notice else [])]
    for number, line in enumerate(lines):
        sheet.write_string(number, 0, line, looks.get("text"))
        sheet.set_row(number, height_of(lines_of(line, 100)))
    sheet.set_landscape()
