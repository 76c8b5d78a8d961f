"""A workbook of somebody's own: they say once what its columns hold, then look, then take it in."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from trueline.design import DESIGN
from trueline.exchange.measurements import MEASUREMENT_ENDINGS, read_sheets
from trueline.exchange.measurements.uploads import sheets_as_data, sheets_from
from trueline.files import FileProblems, Problem
from trueline.web.documents.access import in_document
from trueline.web.documents.edit_view import say
from trueline.web.documents.workspace import Workspace
from trueline.web.monitoring.actions import entering
from trueline.web.monitoring.actions.mapping import remember
from trueline.web.monitoring.models import ReportingPeriod
from trueline.web.monitoring.workbooks import Workbook, map_from
from trueline.web.uploads.reading import in_turn

SALT, LASTS = "trueline.workbook", 24 * 3600


@in_document(permission="edit", only=DESIGN.name)
@require_http_methods(["GET", "HEAD", "POST"])
def workbook(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Upload a file, map its columns, and import it after a preview."""
    if request.method != "POST":
        return _page(request, workspace)
    try:
        if "kept" in request.POST:
            return _map_columns(request, workspace)
        return _upload(request, workspace)
    except FileProblems as error:
        return _page(request, workspace, status=422, problems=error.problems)
    except signing.BadSignature:
        reason = _("The preview is a day old or incomplete. Upload the file again.")
    except (entering.Locked, entering.EditConflict):
        reason = _(
            "Figures were changed since the file was looked at. Nothing was saved: upload it again."
        )
    say(request, reason, level=messages.warning)
    return redirect("monitoring:workbook", workspace.record.pk)


def _page(
    request: HttpRequest, workspace: Workspace, status: int = 200, **more: object
) -> HttpResponse:
    context = {"endings": ",".join(MEASUREMENT_ENDINGS), **more}
    return workspace.page(request, "monitoring/workbook.html", context, status=status)


def _upload(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    file = request.FILES.get("file")
    name = file.name if file else ""
    if file is None or file.size > settings.UPLOAD_LIMIT:
        raise FileProblems([Problem(name, _("Choose a file of at most 5 MB."))])
    if PurePath(name).suffix.lower() not in MEASUREMENT_ENDINGS:
        raise FileProblems([Problem(name, _("It is no table in Excel or CSV."))])
    data, read = file.read(), in_turn(request, workspace.record.organisation_id)
    sheets = read_sheets(data, name, read=read)
    if sheets.made_for:
        return _to_its_period(request, workspace, sheets.made_for)
    workbook = Workbook(workspace.record, workspace.toolkit, name, sheets.rows)
    if workbook.remembered is not None:
        workbook.hold()
    held = {
        "programme": str(workspace.record.pk),
        "name": name,
        "sheets": sheets_as_data(sheets.rows),
    }
    return _workbook_page(
        request, workspace, workbook, signing.dumps(held, salt=SALT, compress=True)
    )


def _to_its_period(
    request: HttpRequest, workspace: Workspace, made_for: dict[str, str]
) -> HttpResponse:
    """A template names its programme and period, and is imported on the page it was made on."""
    periods = workspace.record.reporting_periods.filter(label=made_for.get("period", ""))
    period = periods.first()
    if made_for.get("programme") != str(workspace.record.pk) or period is None:
        raise FileProblems([Problem("", _("This template was made for another programme."))])
    say(request, _("This is a template of this programme: upload it here."))
    return redirect("monitoring:take-in", workspace.record.pk, period.pk)


def _map_columns(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Show the preview with these columns; import it once the preview was confirmed."""
    signed = request.POST["kept"]
    held = signing.loads(signed, salt=SALT, max_age=LASTS)
    if held["programme"] != str(workspace.record.pk):
        raise signing.BadSignature
    sheets = sheets_from(held["sheets"])
    column_map = map_from(request.POST.dict(), sheets)
    workbook = Workbook(workspace.record, workspace.toolkit, held["name"], sheets, column_map)
    if "guess" in request.POST:
        return _workbook_page(
            request, workspace, _with_guessed_columns(workbook, column_map), signed
        )
    workbook.hold()
    if "take" in request.POST and workbook.read is not None:
        if workbook.seen == request.POST.get("seen"):
            return _import(request, workspace, workbook)
        reason = _("Figures were changed since the file was looked at. Look at it anew.")
        say(request, reason, level=messages.warning)
    return _workbook_page(
        request, workspace, workbook, signed, status=422 if workbook.problems else 200
    )


def _with_guessed_columns(workbook: Workbook, column_map: Any) -> Workbook:
    """The workbook with another sheet or heading line, its columns guessed by their headings."""
    from dataclasses import replace

    from trueline.exchange.measurements.mapping import guessed

    rows = workbook.sheets[column_map.sheet]
    workbook.map = replace(
        guessed(rows, column_map.heading, workbook.known), sheet=column_map.sheet
    )
    return workbook


def _workbook_page(
    request: HttpRequest, workspace: Workspace, workbook: Workbook, signed: str, status: int = 200
) -> HttpResponse:
    sites = workspace.record.reporting_sites.all()
    context = {"workbook": workbook, "kept": signed, "sites": sites, "problems": workbook.problems}
    return _page(request, workspace, status, **context)


def _import(request: HttpRequest, workspace: Workspace, workbook: Workbook) -> HttpResponse:
    entries: dict[ReportingPeriod, list[entering.Entry]] = {}
    for change in workbook.read.changes if workbook.read else ():
        entries.setdefault(change.measurement.period, []).append(change.entry)
    with transaction.atomic():
        changed = entering.enter_periods(entries, by=request.user)
        remember(workspace.record, workbook.digest, workbook.map, by=request.user)
    message = ngettext(
        "%(count)s figure taken in, as a draft.",
        "%(count)s figures taken in, as drafts.",
        len(changed),
    )
    say(request, message % {"count": len(changed)})
    return redirect(reverse("monitoring:calendar", args=[workspace.record.pk]))
