"""Changing the kind of an activity: a logframe names none, and a first guess may be wrong."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from trueline.design import ActivityBase
from trueline.web.designs import edits
from trueline.web.designs.access import in_design
from trueline.web.designs.forms.kind_form import KindForm
from trueline.web.designs.models import DesignRecord
from trueline.web.designs.store import design_of
from trueline.web.designs.views.element import part_at
from trueline.web.designs.workspace.cards import own_titles
from trueline.web.designs.workspace.page import design_page
from trueline.web.designs.workspace.places import edit_url


@in_design(may="edit")
@require_http_methods(["GET", "HEAD", "POST"])
def kind(request: HttpRequest, record: DesignRecord) -> HttpResponse:
    """Ask for the kind, naming what belongs to the one before alone; then open the activity."""
    address = request.GET.get("at", "")
    activity = part_at(design_of(record), address)
    if not isinstance(activity, ActivityBase):
        raise Http404
    form = KindForm(request.POST or None, initial={"kind": activity.kind})
    if form.is_valid():
        edits.set_kind(record, by=request.user, address=address, kind=form.cleaned_data["kind"])
        messages.success(
            request, _("Its kind is changed. The questions of that kind came with it.")
        )
        return redirect(edit_url(record, address))
    return design_page(
        request, record, "activities", "designs/kind.html",
        {"form": form, "name": activity.name, "own": own_titles(activity),
         "back": edit_url(record, address)},
        status=422 if form.errors else 200,
    )  # fmt: skip
