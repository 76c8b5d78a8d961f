"""Filling a donor's own form with the figures of some periods."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from trueline.design import DESIGN
from trueline.files import FileProblems, Problem
from trueline.office.filling import ENDINGS
from trueline.reports.design.forms import fill_values
from trueline.reports.measuring.donors.forms import OF_FIGURE, OF_INDICATOR, report_values
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.documents.access import in_document
from trueline.web.documents.workspace import Workspace
from trueline.web.monitoring.narratives import FIELDS
from trueline.web.monitoring.queries import PeriodLine
from trueline.web.monitoring.ranges import range_in, reportable
from trueline.web.monitoring.results import programme_figures
from trueline.web.uploads.reading import in_turn

PERIOD = ("period", "period_start", "period_end")
OF_DESIGN = (
    *("title", "lead", "countries", "dates", "indicator.code", "indicator.statement"),
    *("indicator.unit", "indicator.baseline", "indicator.target", "result.statement"),
)


@in_document(permission="read", only=DESIGN.name)
@require_http_methods(["GET", "HEAD", "POST"])
def fill(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Ask for the form and the periods; answer with the same, filled. Nothing of it is kept."""
    lines = reportable(workspace.record, timezone.localdate())
    if not lines:
        return workspace.page(request, "monitoring/export.html")
    if request.method != "POST":
        return _page(request, workspace, lines)
    file, record = request.FILES.get("file"), workspace.record
    try:
        if file is None or file.size > settings.UPLOAD_LIMIT:
            raise FileProblems([Problem("", _("Choose a file of at most 5 MB."))])
        first, last = range_in(lines, request.POST.dict()).days
        narrative = record.narratives.filter(first=first, last=last).first()
        texts = narrative.texts if narrative else {}
        values = report_values(
            programme_figures(record, first, last), [(name, texts.get(name, "")) for name in FIELDS]
        )
        read = in_turn(request, record.organisation_id)
        filled_form = fill_values(values, file.read(), file.name, read=read)
    except FileProblems as error:
        return _page(request, workspace, lines, status=422, problems=error.problems)
    if filled_form.unknown and "anyway" not in request.POST:
        return _page(request, workspace, lines, status=422, unknown=filled_form.unknown)
    record_event(
        Action.EXPORTED,
        by=request.user,
        organisation=record.organisation_id,
        subject="measurement",
        subject_id=record.pk,
        export="form",
    )
    headers = {"Content-Disposition": content_disposition_header(True, file.name)}
    return HttpResponse(
        filled_form.content, content_type="application/octet-stream", headers=headers
    )


def _page(
    request: HttpRequest,
    workspace: Workspace,
    lines: list[PeriodLine],
    status: int = 200,
    **more: object,
) -> HttpResponse:
    names = [*OF_DESIGN, *PERIOD, *FIELDS]
    names += [f"indicator.{name}" for name in OF_INDICATOR]
    names += [f"figure.{name}" for name in OF_FIGURE]
    context = {
        "endings": ",".join(ENDINGS),
        "names": names,
        "lines": lines,
        "range": range_in(lines, request.POST.dict() or request.GET.dict()),
        **more,
    }
    return workspace.page(request, "monitoring/form.html", context, status=status)
