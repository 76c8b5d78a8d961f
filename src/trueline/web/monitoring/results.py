"""The results report of a programme, as a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from trueline.design import Design
from trueline.design.tables import table
from trueline.reports.design.layouts.word import laid_document
from trueline.reports.design.layouts.workbook import laid_workbook
from trueline.reports.layout.word_file import word_file
from trueline.reports.measuring.donors import DONORS
from trueline.reports.measuring.donors.figures import ProgrammeFigures
from trueline.reports.measuring.results import Reported, Span, results_report
from trueline.reports.printable import printable
from trueline.web.documents.models import DocumentRecord
from trueline.web.library.edition import toolkit_in_use
from trueline.web.monitoring.claims import approved_design, with_current_design
from trueline.web.monitoring.models import Measurement
from trueline.web.monitoring.narratives import filled_in
from trueline.web.monitoring.series import programme_of
from trueline.web.monitoring.value_types import group_label, key_of


def results_file(record: DocumentRecord, name: str, first: date, last: date) -> bytes:
    """The report of these days as a file: a name that ends in `.pdf` is a PDF, else Word."""
    from trueline.reports.layout.pdf import pdf_file

    toolkit, design = toolkit_in_use(), approved_design(record) or Design()
    narrative = record.narratives.filter(first=first, last=last).first()
    document = results_report(
        printable(design),
        list(_reported_indicators(record, printable(design), last)),
        toolkit,
        Span(first, last),
        label=lambda group: group_label(key_of(group), toolkit),
        texts=filled_in(narrative.texts) if narrative else (),
    )
    return pdf_file(document) if name.endswith(".pdf") else word_file(document)


def programme_figures(record: DocumentRecord, first: date, last: date) -> ProgrammeFigures:
    """The programme with those figures between two days that a donor may see."""
    toolkit, design = toolkit_in_use(), approved_design(record) or Design()
    return ProgrammeFigures.of(
        design,
        toolkit,
        list(_reported_indicators(record, design, last)),
        Span(first, last),
        lambda group: group_label(key_of(group), toolkit),
    )


def donor_file(record: DocumentRecord, name: str, first: date, last: date) -> bytes:
    """A report in a donor's layout, such as `eu.xlsx`; a name that ends otherwise is a Word file."""
    layout, _dot, ending = name.partition(".")
    laid, title = DONORS[layout](programme_figures(record, first, last)), record.label
    if ending == "xlsx":
        return laid_workbook(laid, title, on=last)
    return word_file(laid_document(laid, title, on=last))


def _reported_indicators(record: DocumentRecord, design: Design, last: date) -> Iterator[Reported]:
    """Each indicator of the programme with what was approved of it until a day, and its notes."""
    notes = notes_of(record)
    for series, figure in programme_of(record).figures(date.min, last):
        held = next(with_current_design(design, [(series, figure)]), None)
        if held is not None:
            periods = [when for when, _figure in figure.by_period]
            figures = table(held.indicator, series.records, periods, places=series.places)
            once = replace(
                figures.figure, before=held.before, followed_up=held.followed_up, tested=held.tested
            )
            yield Reported(
                replace(figures, figure=once), series.records, notes.get(series.monitored.pk, {})
            )


def notes_of(record: DocumentRecord) -> dict[int, dict[str, str]]:
    """The notes of approved measurements, by indicator and period."""
    rows = Measurement.objects.filter(indicator__document=record, state="approved")
    noted = rows.exclude(note="").order_by("site__name", "pk")
    notes: dict[int, dict[str, str]] = {}
    for indicator, period, site, note in noted.values_list(
        "indicator", "period__label", "site__name", "note"
    ):
        of_indicator = notes.setdefault(indicator, {})
        text = f"{site}: {note}" if site else note
        of_indicator[period] = f"{of_indicator[period]} {text}" if period in of_indicator else text
    return notes
