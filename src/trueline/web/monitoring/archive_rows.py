"""What is measured, as rows of an organisation's download and of what is held about a person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet

from trueline.language import gettext, gettext_noop
from trueline.web.accounts.models import Organisation, User
from trueline.web.attachments import storage
from trueline.web.monitoring.models import (
    CalendarFeed,
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
    """What is or was measured, each with the meaning that it had."""
    rows = MonitoredIndicator.objects.filter(document__organisation=organisation)
    for one in rows.select_related("since__revision"):
        yield {
            "id": one.pk,
            "document": str(one.document_id),
            "indicator": one.key,
            "statement": one.meaning.statement,
            "since_revision": one.since.revision.number,
            "retired": one.retired and one.retired.isoformat(),
            "meaning": one.content,
        }


def sites(organisation: Organisation) -> Iterator[ArchiveRow]:
    """Sites that report figures of their own."""
    for one in ReportingSite.objects.filter(document__organisation=organisation):
        yield {
            "document": str(one.document_id),
            "site": one.name,
            "indicators": ", ".join(one.indicators),
            "begins": one.begins.isoformat(),
            "closed": one.closed.isoformat() if one.closed else "",
        }


def assignments(organisation: Organisation) -> Iterator[ArchiveRow]:
    """Who enters whose figures."""
    rows = FigureAssignment.objects.filter(document__organisation=organisation)
    for one in rows.select_related("member__user", "site"):
        yield {
            "document": str(one.document_id),
            "member": str(one.member.user),
            "site": one.site.name if one.site else "",
            "indicators": ", ".join(one.indicators),
            "made": one.made.isoformat(),
        }


def assignments_of_person(user: User) -> list[ArchiveRow]:
    """Whose figures somebody enters."""
    rows = FigureAssignment.objects.filter(member__user=user).select_related("site")
    return [
        {
            "document": str(one.document_id),
            "site": one.site.name if one.site else "",
            "indicators": ", ".join(one.indicators),
            "made": one.made.isoformat(),
        }
        for one in rows
    ]


def column_mappings(organisation: Organisation) -> Iterator[ArchiveRow]:
    """Descriptions of the columns of workbooks."""
    rows = ColumnMapping.objects.filter(document__organisation=organisation)
    for one in rows.select_related("saved_by"):
        yield {
            "document": str(one.document_id),
            "columns": str(one.content),
            "saved": one.saved.isoformat(),
            "saved_by": _name(one.saved_by),
        }


def column_mappings_of_person(user: User) -> list[ArchiveRow]:
    """Workbooks whose columns somebody described last."""
    return [
        {"document": str(one.document_id), "saved": one.saved.isoformat()}
        for one in ColumnMapping.objects.filter(saved_by=user)
    ]


def test_results(organisation: Organisation) -> Iterator[ArchiveRow]:
    """Totals of tests before and after."""
    rows = TestResult.objects.filter(document__organisation=organisation)
    for one in rows.select_related("indicator", "saved_by"):
        yield {
            "document": str(one.document_id),
            "indicator": one.indicator.key if one.indicator else "",
            "title": one.title,
            "before": one.before.isoformat(),
            "after": one.after.isoformat(),
            "passes_from": "" if one.passes_from is None else str(one.passes_from),
            "n": one.n,
            "only_before": one.only_before,
            "only_after": one.only_after,
            "pairs": str(one.pairs or ""),
            "sums": str(one.sums or ""),
            "saved": one.saved.isoformat(),
            "saved_by": _name(one.saved_by),
        }


def test_results_of_person(user: User) -> list[ArchiveRow]:
    """Tests whose totals somebody saved last."""
    return [
        {"document": str(one.document_id), "title": one.title, "saved": one.saved.isoformat()}
        for one in TestResult.objects.filter(saved_by=user)
    ]


def evidence(organisation: Organisation) -> Iterator[ArchiveRow]:
    """Files that lie beside figures, each with the name under which it is in the download."""
    for one in _evidence_of(organisation).select_related("measurement__period", "added_by"):
        yield {
            "indicator": one.measurement.indicator_id,
            "period": one.measurement.period.label,
            "file": _path_of(one),
            "sha256": one.digest,
            "bytes": one.size,
            "added": one.added.isoformat(),
            "added_by": _name(one.added_by),
        }


def evidence_files(organisation: Organisation) -> Iterator[tuple[str, bytes]]:
    """What these files hold, one in memory at a time."""
    for one in _evidence_of(organisation):
        try:
            yield _path_of(one), storage.whole(one.digest)
        except OSError:
            yield f"{_path_of(one)}.txt", gettext(LOST).encode()


def _evidence_of(organisation: Organisation) -> QuerySet[EvidenceFile]:
    rows = EvidenceFile.objects.filter(measurement__indicator__document__organisation=organisation)
    return rows.order_by("pk")


def _path_of(one: EvidenceFile) -> str:
    return f"monitoring/evidence/{one.pk}-{one.name}"


def evidence_of_person(user: User) -> list[ArchiveRow]:
    """Files that somebody laid beside figures."""
    rows = EvidenceFile.objects.filter(added_by=user)
    return [
        {
            "document": str(one.measurement.indicator.document_id),
            "name": one.name,
            "sha256": one.digest,
            "added": one.added.isoformat(),
        }
        for one in rows.select_related("measurement__indicator")
    ]


def planned_values(organisation: Organisation) -> Iterator[ArchiveRow]:
    """Baselines and targets, with those that were replaced."""
    rows = PlannedValue.objects.filter(indicator__document__organisation=organisation)
    for one in rows.select_related("said_by__revision", "replaced_by__revision"):
        yield {
            "indicator": one.indicator_id,
            "kind": one.kind,
            "value": one.content,
            "since_revision": one.said_by.revision.number,
            "replaced_by_revision": one.replaced_by and one.replaced_by.revision.number,
        }


def measurements(organisation: Organisation) -> Iterator[ArchiveRow]:
    """A row for each group of people in each measurement, and one for what was not entered."""
    rows = Measurement.objects.filter(indicator__document__organisation=organisation)
    people = ("changed_by", "submitted_by", "decided_by")
    for one in rows.select_related("period", "site", *people).prefetch_related("cells"):
        common = {
            "indicator": one.indicator_id,
            "period": one.period.label,
            "site": one.site.name if one.site else "",
            "occasion": one.occasion,
            "state": one.state,
            "answer": one.answer,
            "note": one.note,
            "returned_because": one.returned_because,
            "changed_by": _name(one.changed_by) if one.changed else None,
            "submitted_by": _name(one.submitted_by) if one.submitted else None,
            "decided_by": _name(one.decided_by) if one.decided else None,
        }
        for cell in one.cells.all():
            yield {**common, **_cell(cell)}
        if not one.cells.all():
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
    for one in rows.select_related("by", "measurement__period", "measurement__site"):
        yield {
            "indicator": one.measurement.indicator_id,
            "period": one.measurement.period.label,
            "site": one.measurement.site.name if one.measurement.site else "",
            "at": one.at.isoformat(),
            "by": _name(one.by),
            "reason": one.reason,
            "before": str(one.before),
        }


def proposed_corrections(organisation: Organisation) -> Iterator[ArchiveRow]:
    """What approved figures were proposed to be, and what became of it."""
    rows = ProposedCorrection.objects.filter(
        measurement__indicator__document__organisation=organisation
    )
    of_figure = ("measurement__period", "measurement__site")
    for one in rows.select_related("made_by", "decided_by", *of_figure):
        yield {
            "indicator": one.measurement.indicator_id,
            "period": one.measurement.period.label,
            "site": one.measurement.site.name if one.measurement.site else "",
            "proposed": str(one.proposed),
            "reason": one.reason,
            "made": one.made.isoformat(),
            "made_by": _name(one.made_by),
            "outcome": one.outcome,
            "decided": one.decided.isoformat() if one.decided else "",
            "decided_by": _name(one.decided_by) if one.decided else "",
            "declined_because": one.declined_because,
        }


def proposed_corrections_of_person(user: User) -> list[ArchiveRow]:
    """Corrections that somebody proposed, or decided on."""
    rows = ProposedCorrection.objects.filter(Q(made_by=user) | Q(decided_by=user))
    return [
        {
            "document": str(one.measurement.indicator.document_id),
            "indicator": one.measurement.indicator.key,
            "period": one.measurement.period.label,
            **({"proposed": one.made.isoformat()} if one.made_by_id == user.pk else {}),
            **({"decided": one.decided.isoformat()} if one.decided_by_id == user.pk else {}),
        }
        for one in rows.select_related("measurement__indicator", "measurement__period")
    ]


def narratives(organisation: Organisation) -> Iterator[ArchiveRow]:
    """What was written for results reports."""
    rows = Narrative.objects.filter(document__organisation=organisation)
    for one in rows.select_related("saved_by"):
        yield {
            "document": str(one.document_id),
            "first": one.first.isoformat(),
            "last": one.last.isoformat(),
            "texts": one.texts,
            "saved": one.saved.isoformat(),
            "saved_by": _name(one.saved_by),
        }


def contact_tables(organisation: Organisation) -> Iterator[ArchiveRow]:
    """Where people were identified, and where chances were missed."""
    rows = ContactTable.objects.filter(document__organisation=organisation)
    for one in rows.select_related("saved_by"):
        yield {
            "document": str(one.document_id),
            "period": one.label,
            "counts": str(one.counts),
            "conditions": str(one.conditions),
            "note": one.note,
            "saved": one.saved.isoformat(),
            "saved_by": _name(one.saved_by),
        }


def contact_tables_of_person(user: User) -> list[ArchiveRow]:
    """Tables of contacts that somebody saved last."""
    return [
        {"document": str(one.document_id), "period": one.label, "saved": one.saved.isoformat()}
        for one in ContactTable.objects.filter(saved_by=user)
    ]


def service_changes(organisation: Organisation) -> Iterator[ArchiveRow]:
    """What clients asked for, and what became of it."""
    rows = ServiceChange.objects.filter(document__organisation=organisation)
    for one in rows.select_related("saved_by"):
        yield {
            "document": str(one.document_id),
            "asked": one.asked,
            "ways": ", ".join(one.ways),
            "raised": "" if one.raised is None else one.raised,
            "heard": one.heard.isoformat(),
            "outcome": one.outcome,
            "what": one.what,
            "decided": one.decided.isoformat() if one.decided else "",
            "told_back": one.told_back.isoformat() if one.told_back else "",
            "saved": one.saved.isoformat(),
            "saved_by": _name(one.saved_by),
        }


def service_changes_of_person(user: User) -> list[ArchiveRow]:
    """Lines of the register that somebody saved last."""
    return [
        {
            "document": str(one.document_id),
            "heard": one.heard.isoformat(),
            "saved": one.saved.isoformat(),
        }
        for one in ServiceChange.objects.filter(saved_by=user)
    ]


def narratives_of_person(user: User) -> list[ArchiveRow]:
    """Where somebody wrote last for a results report."""
    return [
        {
            "document": str(one.document_id),
            "first": one.first.isoformat(),
            "last": one.last.isoformat(),
            "saved": one.saved.isoformat(),
        }
        for one in Narrative.objects.filter(saved_by=user)
    ]


def feeds_of_person(user: User) -> list[ArchiveRow]:
    """Addresses that somebody's calendar reads, or read, without their secrets."""
    return [
        {
            "programmes": one.programmes,
            "created": one.created.isoformat(),
            "withdrawn": one.withdrawn.isoformat() if one.withdrawn else "",
        }
        for one in CalendarFeed.objects.filter(user=user)
    ]


def of_person(user: User) -> list[ArchiveRow]:
    """Figures that somebody entered, submitted, decided on or corrected."""
    mine = Q(changed_by=user) | Q(submitted_by=user) | Q(decided_by=user) | Q(corrections__by=user)
    rows = Measurement.objects.filter(mine).distinct()
    return [
        {
            "document": str(one.indicator.document_id),
            "indicator": one.indicator.key,
            "period": one.period.label,
            **{
                verb: at.isoformat()
                for verb, at, who in (
                    ("entered", one.changed, one.changed_by_id),
                    ("submitted", one.submitted, one.submitted_by_id),
                    ("decided", one.decided, one.decided_by_id),
                )
                if at and who == user.pk
            },
        }
        for one in rows.select_related("indicator", "period")
    ]


def _name(user: User | None) -> str:
    return str(user) if user else FORMER
