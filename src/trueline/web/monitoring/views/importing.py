"""Importing a period's figures from a file: first a preview, then all of them or none."""

from __future__ import annotations

from pathlib import PurePath

from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from trueline.design import DESIGN
from trueline.exchange.measurements import MEASUREMENT_ENDINGS, read_table
from trueline.files import FileProblems, Problem
from trueline.reports.exports.export import XLSX
from trueline.web.documents.access import in_document
from trueline.web.documents.edit_view import say
from trueline.web.documents.filenames import file_name
from trueline.web.documents.workspace import Workspace
from trueline.web.monitoring import import_preview
from trueline.web.monitoring.actions import entering
from trueline.web.monitoring.assigned import AssignedWorkspace, for_the_assigned, scope_of
from trueline.web.monitoring.models import Measurement, ReportingPeriod
from trueline.web.monitoring.queries import measured, measurements_in
from trueline.web.monitoring.templates import template_of
from trueline.web.uploads.reading import in_turn

SALT, LASTS = "trueline.figures", 24 * 3600


def _period(workspace: Workspace, period_id: int) -> ReportingPeriod:
    period = get_object_or_404(workspace.record.reporting_periods.all(), pk=period_id)
    period.document = workspace.record
    if isinstance(workspace, AssignedWorkspace) and not _due(workspace, period).exists():
        raise Http404
    return period


def _due(workspace: Workspace, period: ReportingPeriod) -> QuerySet[Measurement]:
    """The measurements due in the period, as far as the visitor enters them."""
    return scope_of(workspace).within(measurements_in(period))


@require_safe
def _template(request: HttpRequest, workspace: Workspace, period_id: int) -> HttpResponse:
    """A workbook for this programme and period, to be filled in elsewhere."""
    period = _period(workspace, period_id)
    response = HttpResponse(
        template_of(period, _due(workspace, period), workspace.toolkit), content_type=XLSX
    )
    name = file_name(workspace.title, f"figures-{period.label}.xlsx")
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["Cache-Control"] = "private, no-store"
    return response


template = in_document(permission="read", only=DESIGN.name)(_template)
template_assigned = for_the_assigned(_template)


@require_http_methods(["GET", "HEAD", "POST"])
def _take_in(request: HttpRequest, workspace: Workspace, period_id: int) -> HttpResponse:
    """Ask for the file, show what it would change, and take that in."""
    period = _period(workspace, period_id)
    if request.method != "POST":
        return _page(request, workspace, period)
    try:
        if "kept" in request.POST:
            return _import(request, workspace, period)
        return _upload(request, workspace, period)
    except FileProblems as error:
        return _page(request, workspace, period, status=422, problems=error.problems)
    except signing.BadSignature:
        reason = _("The preview is a day old or incomplete. Upload the file again.")
    except entering.Locked:
        reason = _("This period is locked. Nothing was saved; an owner can unlock it.")
    except (entering.EditConflict, KeyError):
        reason = _(
            "Figures were changed since the file was looked at. Nothing was saved: upload it again."
        )
    say(request, reason, level=messages.warning)
    return redirect(scope_of(workspace).url("take-in", workspace.record, period.pk))


take_in = in_document(permission="edit", only=DESIGN.name)(_take_in)
take_in_assigned = for_the_assigned(_take_in)


def _page(
    request: HttpRequest,
    workspace: Workspace,
    period: ReportingPeriod,
    status: int = 200,
    **more: object,
) -> HttpResponse:
    scope = scope_of(workspace)
    context = {
        "period": period,
        "endings": ",".join(MEASUREMENT_ENDINGS),
        "enter": scope.url("enter", workspace.record, period.pk),
        "template": scope.url("template", workspace.record, period.pk),
        **more,
    }
    return workspace.page(request, "monitoring/take_in.html", context, status=status)


def _upload(request: HttpRequest, workspace: Workspace, period: ReportingPeriod) -> HttpResponse:
    file = request.FILES.get("file")
    name = file.name if file else ""
    if file is None or file.size > settings.UPLOAD_LIMIT:
        raise FileProblems([Problem(name, _("Choose a file of at most 5 MB."))])
    if PurePath(name).suffix.lower() not in MEASUREMENT_ENDINGS:
        raise FileProblems([Problem(name, _("It is no table in Excel or CSV."))])
    table = read_table(file.read(), name, read=in_turn(request, workspace.record.organisation_id))
    due = import_preview.DueMeasurements.of(_due(workspace, period))
    others = {} if isinstance(workspace, AssignedWorkspace) else measured(workspace.record)
    read = import_preview.read(table, name, period, due, others, workspace.toolkit)
    held = {
        "period": period.pk,
        "entries": [import_preview.as_data(one.entry) for one in read.changes],
    }
    signed = signing.dumps(held, salt=SALT, compress=True)
    return _page(request, workspace, period, kept=signed, read=read, name=name)


def _import(request: HttpRequest, workspace: Workspace, period: ReportingPeriod) -> HttpResponse:
    held = signing.loads(request.POST["kept"], salt=SALT, max_age=LASTS)
    if held["period"] != period.pk:
        raise signing.BadSignature
    due = {one.pk: one for one in _due(workspace, period)}
    entries = [import_preview.from_data(each, due) for each in held["entries"]]
    changed = entering.enter(period, entries, by=request.user, file=True)
    message = ngettext(
        "%(count)s figure taken in, as a draft.",
        "%(count)s figures taken in, as drafts.",
        len(changed),
    )
    say(request, message % {"count": len(changed)})
    return redirect(scope_of(workspace).url("enter", workspace.record, period.pk))
