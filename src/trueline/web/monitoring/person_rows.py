"""Measurements and what goes with them, as rows of what is held about a person."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from trueline.web.accounts.models import User
from trueline.web.monitoring.models import (
    CalendarFeed,
    ColumnMapping,
    ContactTable,
    EvidenceFile,
    FigureAssignment,
    Measurement,
    Narrative,
    ProposedCorrection,
    ServiceChange,
    TestResult,
)

PersonRow = dict[str, Any]


def measurements(user: User) -> list[PersonRow]:
    """Figures that somebody entered, submitted, decided on or corrected."""
    mine = Q(changed_by=user) | Q(submitted_by=user) | Q(decided_by=user) | Q(corrections__by=user)
    rows = Measurement.objects.filter(mine).distinct()
    return [
        {
            "document": str(measurement.indicator.document_id),
            "indicator": measurement.indicator.key,
            "period": measurement.period.label,
            **{
                verb: at.isoformat()
                for verb, at, who in (
                    ("entered", measurement.changed, measurement.changed_by_id),
                    ("submitted", measurement.submitted, measurement.submitted_by_id),
                    ("decided", measurement.decided, measurement.decided_by_id),
                )
                if at and who == user.pk
            },
        }
        for measurement in rows.select_related("indicator", "period")
    ]


def proposed_corrections(user: User) -> list[PersonRow]:
    """Corrections that somebody proposed, or decided on."""
    rows = ProposedCorrection.objects.filter(Q(made_by=user) | Q(decided_by=user))
    return [
        {
            "document": str(proposal.measurement.indicator.document_id),
            "indicator": proposal.measurement.indicator.key,
            "period": proposal.measurement.period.label,
            **({"proposed": proposal.made.isoformat()} if proposal.made_by_id == user.pk else {}),
            **(
                {"decided": proposal.decided.isoformat()}
                if proposal.decided_by_id == user.pk
                else {}
            ),
        }
        for proposal in rows.select_related("measurement__indicator", "measurement__period")
    ]


def evidence_files(user: User) -> list[PersonRow]:
    """Files that somebody laid beside figures."""
    rows = EvidenceFile.objects.filter(added_by=user)
    return [
        {
            "document": str(file.measurement.indicator.document_id),
            "name": file.name,
            "sha256": file.digest,
            "added": file.added.isoformat(),
        }
        for file in rows.select_related("measurement__indicator")
    ]


def test_results(user: User) -> list[PersonRow]:
    """Tests whose totals somebody saved last."""
    return [
        {
            "document": str(result.document_id),
            "title": result.title,
            "saved": result.saved.isoformat(),
        }
        for result in TestResult.objects.filter(saved_by=user)
    ]


def column_mappings(user: User) -> list[PersonRow]:
    """Workbooks whose columns somebody described last."""
    return [
        {"document": str(mapping.document_id), "saved": mapping.saved.isoformat()}
        for mapping in ColumnMapping.objects.filter(saved_by=user)
    ]


def assignments(user: User) -> list[PersonRow]:
    """The figures that somebody enters."""
    rows = FigureAssignment.objects.filter(member__user=user).select_related("site")
    return [
        {
            "document": str(assignment.document_id),
            "site": assignment.site.name if assignment.site else "",
            "indicators": ", ".join(assignment.indicators),
            "made": assignment.made.isoformat(),
        }
        for assignment in rows
    ]


def narratives(user: User) -> list[PersonRow]:
    """Results reports for which somebody wrote last."""
    return [
        {
            "document": str(narrative.document_id),
            "first": narrative.first.isoformat(),
            "last": narrative.last.isoformat(),
            "saved": narrative.saved.isoformat(),
        }
        for narrative in Narrative.objects.filter(saved_by=user)
    ]


def contact_tables(user: User) -> list[PersonRow]:
    """Tables of contacts that somebody saved last."""
    return [
        {
            "document": str(table.document_id),
            "period": table.label,
            "saved": table.saved.isoformat(),
        }
        for table in ContactTable.objects.filter(saved_by=user)
    ]


def service_changes(user: User) -> list[PersonRow]:
    """Lines of the register that somebody saved last."""
    return [
        {
            "document": str(change.document_id),
            "heard": change.heard.isoformat(),
            "saved": change.saved.isoformat(),
        }
        for change in ServiceChange.objects.filter(saved_by=user)
    ]


def calendar_feeds(user: User) -> list[PersonRow]:
    """Addresses that somebody's calendar reads, or read, without their secrets."""
    return [
        {
            "programmes": feed.programmes,
            "created": feed.created.isoformat(),
            "withdrawn": feed.withdrawn.isoformat() if feed.withdrawn else "",
        }
        for feed in CalendarFeed.objects.filter(user=user)
    ]
