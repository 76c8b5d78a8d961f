"""Beginning a design with a logframe: shown as it was read, then put right and taken over."""

from __future__ import annotations

from dataclasses import asdict, replace

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from trueline.design import ACTIVITY_KINDS, DESIGN
from trueline.exchange.logframe import LEVELS, LogframeTable, design_from
from trueline.exchange.logframe.uploads import logframe_from, read_logframe_upload
from trueline.language.terms import KIND, LEVEL
from trueline.web.accounts.access import for_people
from trueline.web.accounts.models import Membership
from trueline.web.documents.actions import starting
from trueline.web.documents.edit_view import say
from trueline.web.documents.views.starting import writers

SALT = "trueline.logframe"
PREVIEW_LASTS = 24 * 3600


def preview(request: HttpRequest, data: bytes, name: str, member: Membership) -> HttpResponse:
    """What was understood of a logframe, to be put right. Nothing is saved yet."""
    table = read_logframe_upload(data, name)
    kept = signing.dumps(
        {"table": asdict(table), "organisation": str(member.organisation_id)},
        salt=SALT,
        compress=True,
    )
    context = {
        "table": table,
        "kept": kept,
        "title": table.title,
        "organisation": member.organisation,
        "rows": [
            {"number": n, "row": row, "level": LEVEL.label(row.level)}
            for n, row in enumerate(table.rows)
        ],
        "kinds": [(kind, KIND.label(kind)) for kind in ACTIVITY_KINDS],
        "levels": [(level, LEVEL.label(level)) for level in LEVELS],
        "kind": DESIGN,
    }
    return render(request, "designs/logframe.html", context)


@for_people
@require_http_methods(["GET", "HEAD", "POST"])
def from_logframe(request: HttpRequest) -> HttpResponse:
    """Begin with a logframe that was looked at, its levels and kinds as the person set them."""
    if request.method != "POST":
        return redirect("documents:new", DESIGN.name)
    members = {str(member.organisation_id): member for member in writers(request)}
    try:
        kept = signing.loads(request.POST.get("kept", ""), salt=SALT, max_age=PREVIEW_LASTS)
    except signing.BadSignature:
        reason = _("The preview is a day old or incomplete. Upload the file again.")
        say(request, reason, level=messages.warning)
        return redirect("documents:new", DESIGN.name)
    if kept["organisation"] not in members:
        raise Http404
    table, kinds = _as_chosen(logframe_from(kept["table"]), request)
    title = request.POST.get("title", "").strip()[:500]
    known = {row: kind for row, kind in kinds.items() if kind in ACTIVITY_KINDS}
    record = starting.start_from_file(
        by=request.user,
        organisation=members[kept["organisation"]].organisation,
        document=design_from(table, title=title, kinds=known),
        origin="logframe",
    )
    say(request, _("Your logframe is in. The review says what a design needs beyond it."))
    return redirect("workspace:review", record.pk)


def _as_chosen(table: LogframeTable, request: HttpRequest) -> tuple[LogframeTable, dict[int, str]]:
    """The logframe with the level of each row as it was chosen, and the kinds of its activities.

    Rows that were set to no level are left out.
    """
    rows, kinds = [], {}
    for number, row in enumerate(table.rows):
        level = request.POST.get(f"level-{number}", row.level)
        if level in LEVELS:
            kinds[len(rows)] = request.POST.get(f"kind-{number}", "other")
            rows.append(replace(row, level=level))
    return replace(table, rows=tuple(rows)), kinds
