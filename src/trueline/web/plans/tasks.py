"""Making the report of a round of progress."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Sum
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django_tasks import task

from trueline.reports.exports.export import DOCX, PDF
from trueline.reports.plan.progress import Progress, progress_report
from trueline.reports.printable import printable
from trueline.web.documents.filenames import file_name
from trueline.web.plans.models import ProgressRound
from trueline.web.plans.queries import progress_of
from trueline.web.tasks.actions import Asker, ask_for, make
from trueline.web.tasks.models import FileRequest


@dataclass(frozen=True)
class Report:
    """A kind of file on offer for a round."""

    name: str
    title: str | Promise
    media_type: str


REPORTS = {
    report.name: report
    for report in (
        Report("progress.docx", _("Report of this round (Word)"), DOCX),
        Report("progress.pdf", _("Report of this round (PDF)"), PDF),
    )
}


def ask_for_report(
    round: ProgressRound, report: Report, on: date, *, owner: str, asker: Asker
) -> FileRequest:
    """Queue the report of a round in its current state. Raises TooMany."""
    rounds = round.document.progress_rounds
    state = rounds.aggregate(at=Max("reports__saved"), versions=Sum("reports__version"))
    return ask_for(
        make_report,
        arguments={
            "round": round.pk,
            "report": report.name,
            "on": on.isoformat(),
            "state": [str(value) for value in state.values()],
        },
        owner=owner,
        asker=asker,
        name=file_name(f"{round.document.title} {round.title}", report.name),
        media_type=report.media_type,
    )


@task()
def make_report(file_id: str) -> None:
    make(file_id, _content)


def _content(*, round: int, report: str, on: str, state: list[str]) -> bytes:
    from trueline.reports.layout.pdf import pdf_file
    from trueline.reports.layout.word_file import word_file

    progress_round = ProgressRound.objects.select_related("revision__document", "document").get(
        pk=round
    )
    progress = progress_of(progress_round, date.fromisoformat(on))
    clean = Progress(printable(progress.plan), progress.round, progress.before, progress.on)
    document = progress_report(clean)
    return pdf_file(document) if report.endswith(".pdf") else word_file(document)
