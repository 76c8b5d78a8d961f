"""The studies that approved versions plan: baselines, evaluations and research, each on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import OuterRef, QuerySet, Subquery

from trueline.design import Design, Study
from trueline.language.terms import STUDY
from trueline.web.documents.models import DocumentRecord, Submission
from trueline.web.documents.store import document_in

MOST = 200
"""A calendar reads the plans of so many programmes: each is a document of its own."""


@dataclass(frozen=True)
class Planned:
    """A study of a programme with the day on which it takes place."""

    record: DocumentRecord
    study: Study
    day: date
    approved: datetime

    @property
    def kind(self) -> str:
        """The kind of study; "" if the plan leaves it open."""
        return STUDY.label(self.study.kind) if self.study.kind else ""

    @property
    def name(self) -> str:
        return self.study.title or self.kind or self.study.id


def studies_of(records: QuerySet[DocumentRecord]) -> list[Planned]:
    """Studies planned by the newest approved version of each, by day. Two queries, however many there are."""
    approved = Submission.objects.filter(
        revision__document=OuterRef("pk"), approved__isnull=False
    ).order_by("-revision__number")
    with_newest = records.annotate(newest=Subquery(approved.values("pk")[:1])).defer("content")
    by_version = {each.newest: each for each in with_newest.exclude(newest=None)[:MOST]}
    rows = Submission.objects.filter(pk__in=by_version).select_related("revision__snapshot")
    return sorted(_planned_studies(rows, by_version), key=lambda each: (each.day, each.name))


def _planned_studies(
    versions: Iterable[Submission], records: dict[int, DocumentRecord]
) -> Iterator[Planned]:
    for version in versions:
        record = version.revision.document = records[version.pk]
        design = document_in(version.revision)
        if not isinstance(design, Design) or version.approved is None:
            continue
        for study in design.evaluation.studies:
            if study.due:
                yield Planned(record, study, study.due, version.approved)
