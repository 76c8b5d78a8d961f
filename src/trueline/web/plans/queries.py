"""What the pages of a plan ask of other documents and of rounds of progress."""

from __future__ import annotations

from datetime import date

from trueline.design import DESIGN
from trueline.plan.progress import BodyProgress, Round
from trueline.reports.plan.progress import Progress
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.store import document_in
from trueline.web.plans.models import ProgressRound


def titles_of_programmes(record: DocumentRecord) -> list[str]:
    """The titles of the designs in the organisation of a document, archived ones and templates aside."""
    designs = DocumentRecord.objects.filter(
        organisation_id=record.organisation_id, kind=DESIGN.name, archived=None, is_template=False
    )
    return list(designs.exclude(title="").order_by("title").values_list("title", flat=True))


def as_round(made: ProgressRound) -> Round:
    """A round as a plain value. Two queries."""
    bodies = []
    for report in made.reports.prefetch_related("lines"):
        lines = {line.activity: line.said for line in report.lines.all()}
        bodies.append(BodyProgress(report.body, report.state, tuple(lines), lines))
    return Round(made.title, made.first, made.last, made.due, tuple(bodies))


def round_before(made: ProgressRound) -> ProgressRound | None:
    """The last round that was about days before those of this one ended."""
    others = ProgressRound.objects.filter(document_id=made.document_id, last__lt=made.last)
    return others.order_by("-last", "-pk").first()


def progress_of(made: ProgressRound, on: date) -> Progress:
    """All that a report of a round is made of."""
    before = round_before(made)
    return Progress(
        document_in(made.revision), as_round(made), as_round(before) if before else None, on
    )
