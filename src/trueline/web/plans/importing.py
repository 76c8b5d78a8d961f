"""Beginning a plan with the tables of a file: shown as they were read, then taken over."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from trueline.exchange.plan_table import Head, PlanRead, plan_in
from trueline.exchange.plan_table.uploads import grids_of
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
COLUMN = re.compile(r"column-(\d{1,4})-(\d{1,6})-(\d{1,4})", re.ASCII)
HOLDS = {
    "": gettext_noop("Something else: keep it in the description"),
    "activity": gettext_noop("Activity"),
    "objective": gettext_noop("Objective"),
    "pillar": gettext_noop("Pillar"),
    "lead": gettext_noop("Responsible body"),
    "partners": gettext_noop("Partners"),
    "start": gettext_noop("Start"),
    "end": gettext_noop("End"),
    "time": gettext_noop("Time frame"),
    "budget": gettext_noop("Budget"),
    "payer": gettext_noop("Source of money"),
    "priority": gettext_noop("Priority"),
    "indicator": gettext_noop("Indicator"),
    "target": gettext_noop("Target"),
    "description": gettext_noop("Description"),
    "number": gettext_noop("A number, left aside"),
}
"""The roles of columns, and what a person reads of each."""


@dataclass(frozen=True)
class ColumnChoice:
    """A column of a table, and what it is taken to hold."""

    name: str
    label: str
    chosen: str


@dataclass(frozen=True)
class TableChoice:
    """A table with its columns; those that stand for days are not asked about."""

    place: str
    columns: tuple[ColumnChoice, ...]
    used: bool


def preview(request: HttpRequest, data: bytes, name: str, member: Membership) -> HttpResponse:
    """Shows how a plan's tables were understood, to be put right. Nothing is saved yet."""
    grids = grids_of(data, name, read=in_turn(request, member.organisation_id))
    held = {"grids": plain_grids(grids), "name": name, "organisation": str(member.organisation_id)}
    signed = signing.dumps(held, salt=SALT, compress=True)
    return _page(request, plan_in(grids, name, asks=True), signed, member)


def _page(
    request: HttpRequest, read: PlanRead, signed: str, member: Membership, *, status: int = 200
) -> HttpResponse:
    context = {
        "read": read,
        "activities": [(each, _cost(each)) for each in read.plan.activities],
        "kept": [cell for cell in read.cells if cell.fate == "comment"],
        "placed": sum(cell.fate == "placed" for cell in read.cells),
        "held": signed,
        "kind": PLAN,
        "organisation": member.organisation,
        "tables": [_choice(head) for head in read.heads],
        "holds": [(holds, gettext(label)) for holds, label in HOLDS.items()],
    }
    return render(request, "plans/import.html", context, status=status)


def _choice(head: Head) -> TableChoice:
    columns = tuple(
        ColumnChoice(f"column-{head.grid}-{head.row}-{at}", text, holds)
        for at, text, holds in head.columns
        if holds != "tick"
    )
    return TableChoice(head.place, columns, head.used)


def _chosen_columns(data: QueryDict) -> dict[tuple[int, int, int], str]:
    """The role of each column, as chosen by a person."""
    return {
        (int(match[1]), int(match[2]), int(match[3])): holds
        for name, holds in data.items()
        if (match := COLUMN.fullmatch(name)) and holds in HOLDS
    }


def _cost(activity: Activity) -> str:
    return money(activity.budget.amount, activity.budget.currency) if activity.budget else ""


@for_people
@require_http_methods(["GET", "HEAD", "POST"])
def from_tables(request: HttpRequest) -> HttpResponse:
    """Read the tables again with the chosen columns, or create the plan that was previewed."""
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
    member = members[held["organisation"]]
    read = plan_in(
        grids_from_plain(held["grids"]), held["name"], _chosen_columns(request.POST), asks=True
    )
    if "again" in request.POST or not read.plan.activities:
        status = 200 if "again" in request.POST else 422
        return _page(request, read, request.POST["held"], member, status=status)
    record = starting.start_from_file(
        by=request.user, organisation=member.organisation, document=read.plan
    )
    say(request, _("Your plan is in. The review says what a plan needs beyond it."))
    say_of_personal_data(request, read.plan, [cell.text for cell in read.unplaced])
    return redirect("workspace:review", record.pk)
