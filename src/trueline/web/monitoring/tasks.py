"""Making reports of the figures of a programme, small counts of people held back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django_tasks import task

from trueline.design.tables import Table, table, tables_to_share
from trueline.language.own_names import NO_NAMES, Names, own_names
from trueline.reports.exports.export import DOCX, JSON, PDF, XLSX
from trueline.reports.measuring.donors import DONORS
from trueline.reports.measuring.dump import dump_csv, dump_json, rows_of
from trueline.reports.measuring.tracking import Single, tracking_workbook
from trueline.web.documents.filenames import file_name
from trueline.web.documents.models import DocumentRecord
from trueline.web.library.edition import toolkit_in_use
from trueline.web.monitoring.models import Measurement, Occasion
from trueline.web.monitoring.results import donor_file, notes_of, results_file
from trueline.web.monitoring.series import (
    FIGURES_OF,
    AnyMeasurement,
    Series,
    place_of,
    programme_of,
    records_of,
)
from trueline.web.monitoring.value_types import group_label, key_of
from trueline.web.tasks.actions import Asker, ask_for, make
from trueline.web.tasks.models import FileRequest


@dataclass(frozen=True)
class Report:
    """A file that can be made: its name with extension, and a description."""

    name: str
    title: str | Promise
    about: str | Promise
    media_type: str


REPORTS = {
    report.name: report
    for report in (
        Report(
            "results.docx",
            _("Results report (Word)"),
            _(
                "Figures beside their targets, with charts, what can be claimed, and what is missing."
            ),
            DOCX,
        ),
        Report("results.pdf", _("Results report (PDF)"), _("The same, to print."), PDF),
        Report(
            "iptt.xlsx",
            _("Indicator tracking table (IPTT)"),
            _("A workbook with a row for each indicator and group, and live formulas."),
            XLSX,
        ),
        Report(
            "figures.csv",
            _("Figures as CSV"),
            _("A row for each indicator, period and group, under headings and HXL hashtags."),
            "text/csv; charset=utf-8",
        ),
        Report("figures.json", _("Figures as JSON"), _("The same rows, for programs."), JSON),
        Report(
            "eu.xlsx",
            _("EU logical framework (Excel)"),
            _("The matrix of Annex C with current values and the days that they are of."),
            XLSX,
        ),
        Report("eu.docx", _("EU logical framework (Word)"), _("The same, to write on in."), DOCX),
        Report(
            "usaid.xlsx",
            _("USAID performance indicator tracking table (Excel)"),
            _("Target, actual and deviation of each period, with why they differ."),
            XLSX,
        ),
        Report(
            "usaid.docx",
            _("USAID performance indicator tracking table (Word)"),
            _("The same, to write on in."),
            DOCX,
        ),
        Report(
            "iom.xlsx",
            _("IOM results monitoring framework (Excel)"),
            _("Progress in these periods and so far, beside baseline and target."),
            XLSX,
        ),
        Report(
            "iom.docx",
            _("IOM results monitoring framework (Word)"),
            _("The same, to write on in."),
            DOCX,
        ),
    )
}


def ask_for_report(
    record: DocumentRecord, report: Report, first: date, last: date, *, owner: str, asker: Asker
) -> FileRequest:
    """Queue a report on the current figures between two days. Raises TooMany."""
    rows = Measurement.objects.filter(indicator__document=record)
    state: dict[str, object] = rows.aggregate(
        n=Count("pk"), newest=Max("pk"), at=Max("changed"), decided=Max("decided")
    )
    state |= record.narratives.aggregate(written=Max("saved"))
    state |= record.test_results.aggregate(tests=Count("pk"), tested=Max("saved"))
    state |= {"sites": list(record.reporting_sites.order_by("pk").values_list("pk", "name"))}
    return ask_for(
        make_report,
        arguments={
            "document": str(record.pk),
            "report": report.name,
            "first": first.isoformat(),
            "last": last.isoformat(),
            "revision": record.revision,
            "state": [str(value) for value in state.values()],
            "names": record.organisation.own_names,
        },
        owner=owner,
        asker=asker,
        name=file_name(record.title, report.name),
        media_type=report.media_type,
    )


@task()
def make_report(file_id: str) -> None:
    make(file_id, _content)


def _content(
    *,
    document: str,
    report: str,
    first: str,
    last: str,
    revision: int,
    state: list[str],
    names: Names = NO_NAMES,
) -> bytes:
    record = DocumentRecord.objects.get(pk=document)
    with own_names(names):
        return content_of(record, report, date.fromisoformat(first), date.fromisoformat(last))


def content_of(record: DocumentRecord, report: str, *days: date) -> bytes:
    """A report of the figures between two days."""
    if report.startswith("results."):
        return results_file(record, report, *days)
    if report.partition(".")[0] in DONORS:
        return donor_file(record, report, *days)
    series = programme_of(record).series
    tables = tables_to_share(
        table(each.indicator, each.records, each.expected(*days), places=each.places)
        for each in series
    )
    singles = [single for each in series for single in _singles(each, *days)]
    by_indicator = notes_of(record)
    notes = {
        each.monitored.key: by_indicator[each.monitored.pk]
        for each in series
        if each.monitored.pk in by_indicator
    }
    if report == "iptt.xlsx":
        toolkit = toolkit_in_use()
        return tracking_workbook(
            tables,
            singles,
            title=record.label,
            label=lambda group: group_label(key_of(group), toolkit),
            notes=notes,
        )
    rows = list(rows_of(tables, singles, notes))
    return (dump_csv(rows) if report == "figures.csv" else dump_json(rows)).encode()


def _singles(series: Series, first: date, last: date) -> list[Single]:
    """Baselines and follow-ups that were approved, each by itself."""
    return [
        Single(one.occasion, str(Occasion(one.occasion).label), _table_to_share(series, one))
        for one in series.approved
        if one.occasion not in FIGURES_OF and first <= one.period.end <= last
    ]


def _table_to_share(series: Series, measurement: AnyMeasurement) -> Table:
    records = list(records_of(measurement, series.monitored.meaning))
    places = [place_of(measurement)]
    (alone,) = tables_to_share(
        [table(series.indicator, records, [measurement.period.span], places=places)]
    )
    return alone
