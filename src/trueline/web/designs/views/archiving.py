"""Pages and buttons by which a design is put away, brought back, or deleted."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from trueline.web.designs import archiving
from trueline.web.designs.access import ALL, in_design
from trueline.web.designs.models import DesignRecord
from trueline.web.designs.workspace.page import design_page


@in_design(may="edit", archived=ALL)
@require_POST
def archive(request: HttpRequest, record: DesignRecord) -> HttpResponse:
    archiving.archive(record, by=request.user)
    messages.success(request, _("Archived. You find it under “Archived” in the list of designs."))
    return redirect("designs:list")


@in_design(may="edit", archived=ALL)
@require_POST
def bring_back(request: HttpRequest, record: DesignRecord) -> HttpResponse:
    archiving.bring_back(record, by=request.user)
    messages.success(request, _("Brought back."))
    return redirect("designs:overview", record.pk)


@in_design(may="manage", archived=ALL)
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, record: DesignRecord) -> HttpResponse:
    """Ask once more, then delete for good. Only what was archived can be deleted."""
    if request.method == "POST":
        if archiving.delete(record, by=request.user):
            messages.success(request, _("Deleted, with its history and comments."))
        else:
            messages.warning(request, _("Archive it first. What is in use is not deleted."))
        return redirect("designs:list")
    return design_page(request, record, "", "designs/delete.html")
