"""Beginning a design with a logframe: shown as it was read, then put right and taken over."""

from __future__ import annotations

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from trueline.design import ACTIVITY_KINDS, DESIGN
from trueline.exchange.logframe.uploads import read_upload
from trueline.files import FileProblems
from trueline.language.terms import KIND
from trueline.office import grids_from_plain, plain_grids
from trueline.web.accounts.access import for_people
from trueline.web.accounts.models import Membership
from trueline.web.designs import actions
from trueline.web.designs.logframe_preview import Preview
from trueline.web.documents.edit_view import say
from trueline.web.documents.views.starting import say_of_personal_data, writers
from trueline.web.uploads.reading import in_turn

SALT = "trueline.logframe"
PREVIEW_LASTS = 24 * 3600


def preview(request: HttpRequest, data: bytes, name: str, member: Membership) -> HttpResponse:
    """The preview of a logframe, to be corrected. Nothing is saved yet."""
    grids = read_upload(data, name, read=in_turn(request, member.organisation_id))
    table_preview = Preview(grids, name)
    held = {"grids": plain_grids(grids), "name": name, "organisation": str(member.organisation_id)}
    signed = signing.dumps(held, salt=SALT, compress=True)
    return _page(request, table_preview, signed, member)


def _page(
    request: HttpRequest,
    table_preview: Preview,
    signed: str,
    member: Membership,
    *,
    status: int = 200,
) -> HttpResponse:
    context = {
        "preview": table_preview,
        "kept": signed,
        "organisation": member.organisation,
        "kinds": [(kind, KIND.label(kind)) for kind in ACTIVITY_KINDS],
        "kind": DESIGN,
        "form": table_preview.days,
    }
    return render(request, "designs/logframe.html", context, status=status)


@for_people
@require_http_methods(["GET", "HEAD", "POST"])
def from_logframe(request: HttpRequest) -> HttpResponse:
    """Read the file again with corrections, or create a design from the previewed logframe."""
    if request.method != "POST":
        return redirect("documents:new", DESIGN.name)
    members = {str(member.organisation_id): member for member in writers(request)}
    try:
        held = signing.loads(request.POST.get("kept", ""), salt=SALT, max_age=PREVIEW_LASTS)
    except signing.BadSignature:
        return _upload_again(
            request, _("The preview is a day old or incomplete. Upload the file again.")
        )
    if held["organisation"] not in members:
        raise Http404
    member = members[held["organisation"]]
    try:
        table_preview = Preview(grids_from_plain(held["grids"]), held["name"], request.POST)
    except FileProblems:
        return _upload_again(
            request, _("With these columns nothing of the file is a logframe. Upload it again.")
        )
    if "again" in request.POST:
        return _page(request, table_preview, request.POST["kept"], member)
    if not table_preview.days.is_valid():
        return _page(request, table_preview, request.POST["kept"], member, status=422)
    begun = table_preview.begun(known_kinds=frozenset(ACTIVITY_KINDS))
    record = actions.begin_with_logframe(
        by=request.user, organisation=member.organisation, begun=begun
    )
    say(request, _("Your logframe is in. The review says what a design needs beyond it."))
    say_of_personal_data(request, begun.design, [text for _at, text in begun.comments])
    return redirect("workspace:review", record.pk)


def _upload_again(request: HttpRequest, reason: str) -> HttpResponse:
    say(request, reason, level=messages.warning)
    return redirect("documents:new", DESIGN.name)
