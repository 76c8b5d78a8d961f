"""The logframe, the indicators and the calendar of measurement."""

from __future__ import annotations

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import day, gettext, label
from trueline.language.terms import MOMENT
from trueline.reports.design.calendar import Lane, Moment, measurement_calendar, timelines
from trueline.reports.design.codes import Codes
from trueline.reports.design.dossier.parts import nothing_yet
from trueline.reports.design.logframe import logframe, reference_sheets
from trueline.reports.design.logframe.table import logframe_table
from trueline.reports.layout.blocks import (
    Block,
    Card,
    Heading,
    Missing,
    Picture,
    Points,
    Row,
    Section,
    Table,
)
from trueline.reports.values import Wording


def logframe_section(design: Design, wording: Wording) -> Section:
    """The logframe on pages that lie on their side."""
    rows = logframe(design, wording)
    block: Block = logframe_table(rows) if rows else nothing_yet(gettext("results and activities"))
    return Section(
        gettext("Logframe"), (block,), sheet="turned" if rows else "upright", new_page=True
    )


def indicators(design: Design, wording: Wording, codes: Codes) -> Section:
    """A reference sheet for each indicator."""
    cards: tuple[Block, ...] = tuple(
        Card(sheet.name, sheet.rows, sheet.code, whole=True)
        for sheet in reference_sheets(design, wording, codes)
    )
    return Section(
        gettext("Indicator reference sheets"),
        cards or (nothing_yet(gettext("how one would know")),),
        new_page=True,
    )


def calendar(design: Design, wording: Wording, codes: Codes) -> Section:
    """The time line, then its days in a table."""
    plan = measurement_calendar(design, codes, wording.toolkit)
    title = gettext("Calendar of measurement")
    pictures: list[Block] = [
        Picture(
            svg,
            width,
            height,
            gettext("Time line of measurement; the table after it says the same."),
        )
        for svg, width, height in timelines(plan)
    ]
    blocks = [*pictures, *_days(plan.lanes)]
    if plan.undated:
        blocks += [Heading(gettext("Without a date")), Points(plan.undated)]
    if not blocks:
        return Section(title, (nothing_yet(gettext("when it measures")),), new_page=True)
    return Section(title, tuple(blocks), sheet="turned" if pictures else "upright", new_page=True)


def _days(lanes: tuple[Lane, ...]) -> Iterator[Block]:
    falling_due = [(moment, lane) for lane in lanes for moment in lane.moments]
    if not falling_due:
        if lanes:
            yield Missing(gettext("No single day is set; data are collected all along."))
        return
    yield Heading(gettext("Day by day"))
    order = list(MOMENT.labels)
    falling_due.sort(key=lambda pair: (pair[0].on, order.index(pair[0].kind)))
    rows = tuple(_day(moment, lane) for moment, lane in falling_due)
    yield Table(
        (gettext("When"), gettext("What"), "", gettext("Measured"), label("Responsible")),
        rows,
        (1.5, 1.9, 1.1, 4, 2),
    )


def _day(moment: Moment, lane: Lane) -> Row:
    kind = MOMENT.label(moment.kind)
    what = f"{kind}: {moment.note}" if moment.note else kind
    return (
        day(moment.on),
        what,
        lane.code,
        lane.title,
        lane.responsible or gettext("Not said yet"),
    )
