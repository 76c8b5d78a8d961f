"""Measured indicators and figures, as rows of an organisation's download."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from trueline.language import gettext, gettext_noop
from trueline.web.accounts.models import Organisation, User
from trueline.web.attachments import storage
from trueline.web.monitoring.models import (
    ColumnMapping,
    ContactTable,
    Correction,
    EvidenceFile,
    FigureAssignment,
    Measurement,
    MonitoredIndicator,
    Narrative,
    PlannedValue,
    ProposedCorrection,
    ReportingSite,
    ServiceChange,
    TestResult,
)

ArchiveRow = dict[str, Any]
FORMER = "a former member"
LOST = gettext_noop("The file is lost or was changed on the server.")


def indicators(organisation: Organisation) -> Iterator[ArchiveRow]:
    """Indicators that are or were measured, each with the meaning that it had."""
    rows = MonitoredIndicator.objects.filter(document__organisation=organisation)
    for indicator in rows.select_related("since__revision"):
        yield {
            "id": indicator.pk,
            "document": str(indicator.document_id),
            "indicator": indicator.key,
            "statement": indicator.meaning.statement,
            "since_revision": indicator.since.revision.number,
            "retired": indicator.retired and indicator.retired.isoformat(),
            "meaning": indicator.content,
        }


def sites(organisation: Organisation) -> Iterator[ArchiveRow]:
    """Sites that report figures of their own."""
    for site in ReportingSite.objects.filter(document__organisation=organisation):
        yield {
            "document": str(site.document_id),
            "site": site.name,
            "indicators": ", ".join(site.indicators),
            "begins": site.begins.isoformat(),
            "closed": site.closed.isoformat() if site.closed else "",
        }


def assignments(organisation: Organisation) -> Iterator[ArchiveRow]:
    """Assignments of figures to those who enter them."""
    rows = FigureAssignment.objects.filter(document__organisation=organisation)
    for assignment in rows.select_related("member__user", "site"):
        yield {
            "document": str(assignment.document_id),
            "member": str(assignment.member.user),
            "site": assignment.site.name if assignment.site else "",
            "indicators": ", ".join(assignment.indicators),
            "made": assignment.made.isoformat(),
        }


def column_mappings(organisation: Organisation) -> Iterator[ArchiveRow]:
    """Descriptions of the columns of workbooks."""
    rows = ColumnMapping.objects.filter(document__organisation=organisation)
    for mapping in rows.select_related("saved_by"):
        yield {
            "document": str(mapping.document_id),
            "columns": str(mapping.content),
            "saved": mapping.saved.isoformat(),
            "saved_by": _name(mapping.saved_by),
        }


def test_results(organisation: Organisation) -> Iterator[ArchiveRow]:
    """Totals of tests before and after."""
    rows = TestResult.objects.filter(document__organisation=organisation)
    for result in rows.select_related("indicator", "saved_by"):
        yield {
            "document": str(result.document_id),
            "indicator": result.indicator.key if result.indicator else "",
            "title": result.title,
            "before": result.before.isoformat(),
            "after": result.after.isoformat(),
            "passes_from": "" if result.passes_from is None else str(result.passes_from),
            "n": result.n,
            "only_before": result.only_before,
            "only_after": result.only_after,
            "pairs": str(result.pairs or ""),
            "sums": str(result.sums or ""),
            "saved": result.saved.isoformat(),
            "saved_by": _name(result.saved_by),
        }


def evidence(organisation: Organisation) -> Iterator[ArchiveRow]:
    """Files that lie beside figures, each with the name under which it is in the download."""
    for file in _evidence_of(organisation).select_related("measurement__period", "added_by"):
        yield {
            "indicator": file.measurement.indicator_id,
            "period": file.measurement.period.label,
            "file": _path_of(file),
            "sha256": file.digest,
            "bytes": file.size,
            "added": file.added.isoformat(),
            "added_by": _name(file.added_by),
        }


def evidence_files(organisation: Organisation) -> Iterator[tuple[str, bytes]]:
    """The contents of these files, one in memory at a time."""
    for file in _evidence_of(organisation):
        try:
            yield _path_of(file), storage.whole(file.digest)
        except OSError:
            yield f"{_path_of(file)}.txt", gettext(LOST).encode()


def _evidence_of(organisation: Organisation) -> QuerySet[EvidenceFile]:
    rows = EvidenceFile.objects.filter(measurement__indicator__document__organisation=organisation)
    return rows.order_by("pk")


def _path_of(file: EvidenceFile) -> str:
    return f"monitoring/evidence/{file.pk}-{file.name}"


def planned_values(organisation: Organisation) -> Iterator[ArchiveRow]:
    """Baselines and targets, with those that were replaced."""
    rows = PlannedValue.objects.filter(indicator__document__organisation=organisation)
    for planned in rows.select_related("said_by__revision", "replaced_by__revision"):
        yield {
            "indicator": planned.indicator_id,
            "kind": planned.kind,
            "value": planned.content,
            "since_revision": planned.said_by.revision.number,
            "replaced_by_revision": planned.replaced_by and planned.replaced_by.revision.number,
        }


def measurements(organisation: Organisation) -> Iterator[ArchiveRow]:
    """A row for each group of people in each measurement, and measurement for what was not entered."""
    rows = Measurement.objects.filter(indicator__document__organisation=organisation)
    people = ("changed_by", "submitted_by", "decided_by")
    for measurement in rows.select_related("period", "site", *people).prefetch_related("cells"):
        common = {
            "indicator": measurement.indicator_id,
            "period": measurement.period.label,
            "site": measurement.site.name if measurement.site else "",
            "occasion": measurement.occasion,
            "state": measurement.state,
            "answer": measurement.answer,
            "note": measurement.note,
            "returned_because": measurement.returned_because,
            "changed_by": _name(measurement.changed_by) if measurement.changed else None,
            "submitted_by": _name(measurement.submitted_by) if measurement.submitted else None,
            "decided_by": _name(measurement.decided_by) if measurement.decided else None,
        }
        for cell in measurement.cells.all():
            yield {**common, **_cell(cell)}
        if not measurement.cells.all():
            yield {**common, **_cell(None)}


def _cell(cell: Any) -> ArchiveRow:
    return {
        name: None if cell is None else _plain(getattr(cell, name))
        for name in ("group", "value", "numerator", "denominator", "points", "text")
    }


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, str) else str(value)


def corrections(organisation: Organisation) -> Iterator[ArchiveRow]:
    """Earlier states of measurements."""
    rows = Correction.objects.filter(measurement__indicator__document__organisation=organisation)
    for correction in rows.select_related("by", "measurement__period", "measurement__site"):
        yield {
            "indicator": correction.measurement.indicator_id,
            "period": correction.measurement.period.label,
            "site": correction.measurement.site.name if correction.measurement.site else "",
            "at": correction.at.isoformat(),
            "by": _name(correction.by),
            "reason": correction.reason,
            "before": str(correction.before),
        }


def proposed_corrections(organisation: Organisation) -> Iterator[ArchiveRow]:
    """Proposed corrections of approved figures, and what became of them."""
    rows = ProposedCorrection.objects.filter(
        measurement__indicator__document__organisation=organisation
    )
    of_figure = ("measurement__period", "measurement__site")
    for proposal in rows.select_related("made_by", "decided_by", *of_figure):
        yield {
            "indicator": proposal.measurement.indicator_id,
            "period": proposal.measurement.period.label,
            "site": proposal.measurement.site.name if proposal.measurement.site else "",
            "proposed": str(proposal.proposed),
            "reason": proposal.reason,
            "made": proposal.made.isoformat(),
            "made_by": _name(proposal.made_by),
            "outcome": proposal.outcome,
            "decided": proposal.decided.isoformat() if proposal.decided else "",
            "decided_by": _name(proposal.decided_by) if proposal.decided else "",
            "declined_because": proposal.declined_because,
        }


def narratives(organisation: Organisation) -> Iterator[ArchiveRow]:
    """Texts that were written for results reports."""
    rows = Narrative.objects.filter(document__organisation=organisation)
    for narrative in rows.select_related("saved_by"):
        yield {
            "document": str(narrative.document_id),
            "first": narrative.first.isoformat(),
            "last": narrative.last.isoformat(),
            "texts": narrative.texts,
            "saved": narrative.saved.isoformat(),
            "saved_by": _name(narrative.saved_by),
        }


def contact_tables(organisation: Organisation) -> Iterator[ArchiveRow]:
    """Where people were identified, and where chances were missed."""
    rows = ContactTable.objects.filter(document__organisation=organisation)
    for table in rows.select_related("saved_by"):
        yield {
            "document": str(table.document_id),
            "period": table.label,
            "counts": str(table.counts),
            "conditions": str(table.conditions),
            "note": table.note,
            "saved": table.saved.isoformat(),
            "saved_by": _name(table.saved_by),
        }


def service_changes(organisation: Organisation) -> Iterator[ArchiveRow]:
    """Requests of clients, and what became of them."""
    rows = ServiceChange.objects.filter(document__organisation=organisation)
    for change in rows.select_related("saved_by"):
        yield {
            "document": str(change.document_id),
            "asked": change.asked,
            "ways": ", ".join(change.ways),
            "raised": "" if change.raised is None else change.raised,
            "heard": change.heard.isoformat(),
            "outcome": change.outcome,
            "what": change.what,
            "decided": change.decided.isoformat() if change.decided else "",
            "told_back": change.told_back.isoformat() if change.told_back else "",
            "saved": change.saved.isoformat(),
            "saved_by": _name(change.saved_by),
        }


def _name(user: User | None) -> str:
    return str(user) if user else FORMER
