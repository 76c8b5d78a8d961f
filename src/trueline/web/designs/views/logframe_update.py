"""Bringing a design up to date with a logframe: differences are shown, chosen, saved at once."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import PurePath

from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods

from trueline.design import DESIGN
from trueline.exchange.logframe import Logframe, logframe_of
from trueline.exchange.logframe.updating import Difference, differences
from trueline.exchange.logframe.uploads import LOGFRAME_ENDINGS, read_upload
from trueline.files import FileProblems, Problem
from trueline.office import grids_from_plain, plain_grids
from trueline.web.documents import store
from trueline.web.documents.access import in_document
from trueline.web.documents.changes import ReadableChange
from trueline.web.documents.changes import changes as readable_changes
from trueline.web.documents.edit_view import say
from trueline.web.documents.models import Action
from trueline.web.documents.workspace import Workspace
from trueline.web.uploads.reading import in_turn

SALT, LASTS = "trueline.logframe-update", 24 * 3600
WHAT = gettext_noop("Brought up to date with a logframe")


@dataclass(frozen=True)
class VisibleDifference:
    """One difference: a mark by which it is chosen, its place as it was seen, and what it changes."""

    mark: str
    seen: str
    difference: Difference
    changes: list[ReadableChange]


@in_document(permission="edit", only=DESIGN.name)
@require_http_methods(["GET", "HEAD", "POST"])
def update(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Upload a file, show the differences, and apply the chosen ones."""
    if request.method != "POST":
        return _page(request, workspace)
    try:
        if "kept" in request.POST:
            return _update(request, workspace)
        return _upload(request, workspace)
    except FileProblems as error:
        return _page(request, workspace, status=422, problems=error.problems)
    except signing.BadSignature:
        say(request, _("The preview is a day old or incomplete. Upload the file again."))
        return redirect("designs:update", workspace.record.pk)


def _page(
    request: HttpRequest, workspace: Workspace, status: int = 200, **more: object
) -> HttpResponse:
    context = {"endings": ",".join(LOGFRAME_ENDINGS), **more}
    return workspace.page(
        request, "designs/logframe_update.html", context, here="theory", status=status
    )


def _upload(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    file = request.FILES.get("file")
    name = file.name if file else ""
    if file is None or file.size > settings.UPLOAD_LIMIT:
        reason = _("Choose a file of at most 5 MB.")
        raise FileProblems([Problem(name, reason)])
    if PurePath(name).suffix.lower() not in LOGFRAME_ENDINGS:
        reason = _("It is no logframe in Excel, LibreOffice or Word.")
        raise FileProblems([Problem(name, reason)])
    read = in_turn(request, workspace.record.organisation_id)
    grids = read_upload(file.read(), name, read=read)
    held = {"grids": plain_grids(grids), "name": name, "document": str(workspace.record.pk)}
    signed = signing.dumps(held, salt=SALT, compress=True)
    table = logframe_of(grids, name)
    return _page(
        request, workspace, kept=signed, table=table, differences=_differences(workspace, table)
    )


def _differences(workspace: Workspace, table: Logframe) -> list[VisibleDifference]:
    design = workspace.document
    return [
        VisibleDifference(
            _mark(one),
            "" if one.is_new else store.fingerprint(design, one.address),
            one,
            readable_changes(design, one.apply(design), workspace.toolkit),
        )
        for one in differences(design, table)
    ]


def _mark(difference: Difference) -> str:
    text = json.dumps([difference.address, difference.values], default=str, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def _update(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    held = signing.loads(request.POST["kept"], salt=SALT, max_age=LASTS)
    if held["document"] != str(workspace.record.pk):
        raise signing.BadSignature
    table = logframe_of(grids_from_plain(held["grids"]), held["name"])
    differing = _differences(workspace, table)
    wanted = set(request.POST.getlist("take"))
    changes = [_change(one, request) for one in differing if one.mark in wanted]
    if not changes:
        say(request, _("Nothing was chosen, and nothing changed."), level=messages.info)
        return redirect("designs:update", workspace.record.pk)
    try:
        store.save(
            workspace.record.pk,
            changes,
            by=request.user,
            action=Action.OTHER,
            detail={"what": WHAT},
            address="",
        )
    except store.Conflict:
        workspace.refresh()
        reason = _("Somebody changed the same places meanwhile. Here is what differs now.")
        say(request, reason, level=messages.warning)
        again = {
            "kept": request.POST["kept"],
            "table": table,
            "differences": _differences(workspace, table),
        }
        return _page(request, workspace, status=409, **again)
    say(request, _("The design is up to date with what you chose."))
    return redirect("workspace:review", workspace.record.pk)


def _change(visible: VisibleDifference, request: HttpRequest) -> store.Change:
    """A difference as a change of the set, checked against the place as it was shown."""
    difference = visible.difference
    seen = None if difference.is_new else request.POST.get(f"seen-{visible.mark}", visible.seen)
    return store.Change(
        difference.address, lambda design: (difference.apply(design), difference.address), seen
    )
