"""Pages on which a design is begun."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from trueline.design import ACTIVITY_KINDS
from trueline.exchange.logframe import LEVELS, LogframeTable
from trueline.exchange.uploads import logframe_from, read_upload
from trueline.files import FileProblems
from trueline.web.accounts.access import for_people
from trueline.web.accounts.models import Membership
from trueline.web.accounts.roles import ALLOWED
from trueline.web.designs import starting
from trueline.web.designs.forms.start_forms import BlankForm, ExampleForm, FileForm
from trueline.web.designs.forms.words import in_words
from trueline.web.designs.workspace.interview import first_screen_url

SALT = "trueline.logframe"
PREVIEW_LASTS = 24 * 3600


def writers(request: HttpRequest) -> list[Membership]:
    """The memberships by which somebody may begin a design. Raises PermissionDenied without any."""
    members = Membership.objects.filter(user=request.user).select_related("organisation")
    found = [member for member in members if "edit" in ALLOWED[member.role]]
    if not found:
        raise PermissionDenied(
            _("You can read designs, but begin none. An editor or owner can; or make an organisation"
              " of your own.")
        )  # fmt: skip
    return found


@for_people
@require_safe
def new(request: HttpRequest) -> HttpResponse:
    """The four ways to begin."""
    return _page(request)


def _page(request: HttpRequest, status: int = 200, **forms: Any) -> HttpResponse:
    members = writers(request)
    found = starting.examples()
    context = {
        "blank": BlankForm(members),
        "example": ExampleForm(members, [each.name for each in found]),
        "file": FileForm(members),
        "examples": found,
        **forms,
    }
    return render(request, "designs/new.html", context, status=status)


@for_people
@require_POST
def blank(request: HttpRequest) -> HttpResponse:
    """Begin with a title, in the workspace or by way of the interview."""
    form = BlankForm(writers(request), request.POST)
    if not form.is_valid():
        return _page(request, 422, blank=form)
    record = starting.start_blank(
        by=request.user, organisation=form.member.organisation, title=form.cleaned_data["title"]
    )
    if request.POST.get("way") == "interview":
        return redirect(first_screen_url(record))
    return redirect("designs:overview", record.pk)


@for_people
@require_POST
def from_example(request: HttpRequest) -> HttpResponse:
    names = [each.name for each in starting.examples()]
    form = ExampleForm(writers(request), names, request.POST)
    if not form.is_valid():
        return _page(request, 422, example=form)
    record = starting.start_from_example(
        by=request.user, organisation=form.member.organisation, name=form.cleaned_data["example"]
    )
    return redirect("designs:overview", record.pk)


@for_people
@require_POST
def from_file(request: HttpRequest) -> HttpResponse:
    """A design is taken as it is; a logframe is shown first, as it was understood."""
    form = FileForm(writers(request), request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, 422, file=form)
    file = form.cleaned_data["file"]
    try:
        read = read_upload(file.read(), file.name)
    except FileProblems as found:
        return _page(request, 422, file=form, problems=found.problems)
    if read.logframe is not None:
        return _preview(request, read.logframe, form.member, read.logframe.title)
    if read.design is None:
        raise Http404
    record = starting.start_from_design(
        by=request.user, organisation=form.member.organisation, design=read.design
    )
    messages.success(request, _("The file is read; nothing in it was left out."))
    return redirect("designs:overview", record.pk)


def _preview(
    request: HttpRequest, table: LogframeTable, member: Membership, title: str
) -> HttpResponse:
    kept = signing.dumps(
        {"table": asdict(table), "organisation": str(member.organisation_id)},
        salt=SALT, compress=True,
    )  # fmt: skip
    return render(request, "designs/logframe.html", {
        "table": table, "kept": kept, "title": title, "organisation": member.organisation,
        "rows": [{"number": n, "row": row, "level": in_words(row.level)}
                 for n, row in enumerate(table.rows)],
        "kinds": [(kind, in_words(kind)) for kind in ACTIVITY_KINDS],
        "levels": [(level, in_words(level)) for level in LEVELS],
    })  # fmt: skip


@for_people
@require_POST
def from_logframe(request: HttpRequest) -> HttpResponse:
    """Begin with a logframe that was looked at, its levels and kinds as the person set them."""
    members = {str(member.organisation_id): member for member in writers(request)}
    try:
        kept = signing.loads(request.POST.get("kept", ""), salt=SALT, max_age=PREVIEW_LASTS)
    except signing.BadSignature:
        messages.warning(
            request, _("The preview is a day old or incomplete. Upload the file again.")
        )
        return redirect("designs:new")
    if kept["organisation"] not in members:
        raise Http404
    table, kinds = _as_chosen(logframe_from(kept["table"]), request)
    record = starting.start_from_logframe(
        by=request.user, organisation=members[kept["organisation"]].organisation, table=table,
        title=request.POST.get("title", "").strip()[:500], kinds=kinds,
    )  # fmt: skip
    messages.success(
        request, _("Your logframe is in. The review says what a design needs beyond it.")
    )
    return redirect("designs:review", record.pk)


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
