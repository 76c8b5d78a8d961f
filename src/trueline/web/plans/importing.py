"""Beginning a plan with the tables of a file: shown as they were read, then taken over."""

from __future__ import annotations

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from trueline.exchange.logframe.uploads import read_upload
from trueline.exchange.plan_table import plan_in
from trueline.language import money
from trueline.office import grids_from_plain, plain_grids
from trueline.plan import PLAN, Activity
from trueline.web.accounts.access import for_people
from trueline.web.accounts.models import Membership
from trueline.web.documents.actions import starting
from trueline.web.documents.edit_view import say
from trueline.web.documents.views.starting import say_of_personal_data, writers
from trueline.web.uploads.reading import in_turn

SALT = "trueline.plan-table"
PREVIEW_LASTS = 24 * 3600


def preview(request: HttpRequest, data: bytes, name: str, member: Membership) -> HttpResponse:
    """What was understood of a plan's tables. Nothing is saved yet."""
    grids = read_upload(data, name, read=in_turn(request, member.organisation_id))
    held = {"grids": plain_grids(grids), "name": name, "organisation": str(member.organisation_id)}
    read = plan_in(grids, name)
    context = {
        "read": read,
        "activities": [(each, _cost(each)) for each in read.plan.activities],
        "kept": [cell for cell in read.cells if cell.fate == "comment"],
        "placed": sum(cell.fate == "placed" for cell in read.cells),
        "held": signing.dumps(held, salt=SALT, compress=True),
        "kind": PLAN,
        "organisation": member.organisation,
    }
    return render(request, "plans/import.html", context)


def _cost(activity: Activity) -> str:
    return money(activity.budget.amount, activity.budget.currency) if activity.budget else ""


@for_people
@require_http_methods(["GET", "HEAD", "POST"])
def from_tables(request: HttpRequest) -> HttpResponse:
    """Begin with the plan that was looked at."""
    if request.method != "POST":
        return redirect("documents:new", PLAN.name)
    try:
        held = signing.loads(request.POST.get("held", ""), salt=SALT, max_age=PREVIEW_LASTS)
    except signing.BadSignature:
        reason = _("The preview is a day old or incomplete. Upload the file again.")
        say(request, reason, level=messages.warning)
        return redirect("documents:new", PLAN.name)
    members = {str(member.organisation_id): member for member in writers(request)}
    if held["organisation"] not in members:
        raise Http404
    plan = plan_in(grids_from_plain(held["grids"]), held["name"]).plan
    record = starting.start_from_file(
        by=request.user, organisation=members[held["organisation"]].organisation, document=plan
    )
    say(request, _("Your plan is in. The review says what a plan needs beyond it."))
    say_of_personal_data(request, plan)
    return redirect("workspace:review", record.pk)
