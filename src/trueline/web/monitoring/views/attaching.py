"""The files that lie beside a figure as evidence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from trueline.design import DESIGN
from trueline.exchange.evidence import MEDIA_TYPES
from trueline.files import FileProblems, Problem
from trueline.limits import OverLimit
from trueline.web.attachments import storage
from trueline.web.documents.access import in_document
from trueline.web.documents.edit_view import say
from trueline.web.documents.removed_rows import rows_to_keep, undo_of_removal
from trueline.web.documents.workspace import Workspace
from trueline.web.monitoring.actions import attaching
from trueline.web.monitoring.actions.entering import Locked
from trueline.web.monitoring.assigned import MAY, AssignedWorkspace, for_the_assigned, scope_of
from trueline.web.monitoring.models import EvidenceFile, Measurement
from trueline.web.uploads.reading import in_turn

READER = "trueline.exchange.evidence:plain_kind"


def _measurement(workspace: Workspace, measurement_id: int) -> Measurement:
    rows = Measurement.objects.select_related("indicator", "period", "site")
    theirs = scope_of(workspace).within(rows.filter(indicator__document=workspace.record))
    one = get_object_or_404(theirs, pk=measurement_id)
    one.period.document = workspace.record
    return one


@require_safe
def _evidence(request: HttpRequest, workspace: Workspace, measurement_id: int) -> HttpResponse:
    """The files beside a figure."""
    return _page(request, workspace, _measurement(workspace, measurement_id))


@require_http_methods(["POST"])
def _attach(request: HttpRequest, workspace: Workspace, measurement_id: int) -> HttpResponse:
    """Keep another file beside a figure."""
    one = _measurement(workspace, measurement_id)
    file = request.FILES.get("file")
    try:
        if file is None or file.size > settings.UPLOAD_LIMIT:
            raise FileProblems([Problem("", _("Choose a file of at most 5 MB."))])
        data, name = file.read(), _plain_name(file.name or "")
        read = in_turn(request, workspace.record.organisation_id)
        kind = read(READER, data, name)
        attaching.attach(one, data, name=name, media_type=kind, by=request.user)
    except FileProblems as error:
        return _page(request, workspace, one, problems=error.problems, status=422)
    except OverLimit as refused:
        return _page(request, workspace, one, problems=[Problem("", str(refused))], status=422)
    except Locked:
        reason = _("This period is locked. Nothing was saved; an owner can unlock it.")
        say(request, reason, level=messages.warning)
    else:
        say(request, _("Saved."))
    return redirect(scope_of(workspace).evidence(workspace.record, one.pk))


def _plain_name(name: str) -> str:
    """A file name without folders, and without invisible or direction-changing characters."""
    last = PurePath(name.replace("\\", "/")).name
    return "".join(sign for sign in last if sign.isprintable())[-200:]


@require_POST
def _detach(
    request: HttpRequest, workspace: Workspace, measurement_id: int, file_id: int
) -> HttpResponse:
    """Take a file away."""
    one = _measurement(workspace, measurement_id)
    file = get_object_or_404(one.evidence.all(), pk=file_id)
    rows, back = rows_to_keep([file]), scope_of(workspace).evidence(workspace.record, one.pk)
    try:
        attaching.detach(one, file, by=request.user)
        undo = undo_of_removal(
            request,
            rows,
            back=back,
            record=workspace.record,
            permission=MAY if isinstance(workspace, AssignedWorkspace) else "edit",
            subject=("measurement", workspace.record.pk),
        )
        say(request, _("Removed."), undo=undo)
    except attaching.HandedIn:
        reason = _(
            "The figure was handed in with it: it stays. A figure that is returned can lose it."
        )
        say(request, reason, level=messages.warning)
    except Locked:
        reason = _("This period is locked. Nothing was saved; an owner can unlock it.")
        say(request, reason, level=messages.warning)
    return redirect(back)


@require_safe
def _file(
    request: HttpRequest, workspace: Workspace, measurement_id: int, file_id: int
) -> HttpResponse:
    """A file's content, to be kept and never shown: a browser neither opens it nor guesses its kind."""
    one = _measurement(workspace, measurement_id)
    file = get_object_or_404(one.evidence.all(), pk=file_id)
    if file.media_type not in MEDIA_TYPES.values():
        raise Http404
    try:
        content = storage.whole(file.digest)
    except OSError:
        text = _(
            "The file is lost or was changed on the server. Attach it again, or ask your host."
        )
        return _page(request, workspace, one, problems=[Problem("", text)], status=404)
    response = HttpResponse(content, content_type=file.media_type)
    response["Content-Disposition"] = content_disposition_header(True, file.name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _page(
    request: HttpRequest,
    workspace: Workspace,
    one: Measurement,
    *,
    problems: Sequence[Problem] = (),
    status: int = 200,
) -> HttpResponse:
    scope = scope_of(workspace)
    files = EvidenceFile.objects.filter(measurement=one).select_related("added_by")
    context = {
        "measurement": one,
        "files": [
            (
                each,
                scope.evidence(workspace.record, one.pk, "file", each.pk),
                scope.evidence(workspace.record, one.pk, "remove", each.pk),
            )
            for each in files
        ],
        "attach": scope.evidence(workspace.record, one.pk, "attach"),
        "enter": scope.url("enter", workspace.record, one.period_id),
        "may_attach": not one.period.locked
        and bool({"edit", "report"} & workspace.permissions.keys()),
        "endings": ",".join(MEDIA_TYPES),
        "problems": problems,
    }
    return workspace.page(request, "monitoring/evidence.html", context, status=status)


evidence = in_document(permission="read", only=DESIGN.name)(_evidence)
evidence_file = in_document(permission="read", only=DESIGN.name)(_file)
attach = in_document(permission="edit", only=DESIGN.name)(_attach)
detach = in_document(permission="edit", only=DESIGN.name)(_detach)
evidence_assigned = for_the_assigned(_evidence)
evidence_file_assigned = for_the_assigned(_file)
attach_assigned = for_the_assigned(_attach)
detach_assigned = for_the_assigned(_detach)
