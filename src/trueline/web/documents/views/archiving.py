"""Pages and buttons by which a document is archived, brought back, or deleted."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from trueline.web.documents.access import ALL, in_document
from trueline.web.documents.actions import archiving
from trueline.web.documents.edit_view import EditView, say
from trueline.web.documents.workspace import Workspace


@in_document(permission="edit", archived=ALL)
@require_POST
def archive(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    archiving.archive(workspace.record, by=request.user)
    undo = reverse("documents:unarchive", args=[workspace.record.pk])
    say(request, _("Archived. You find it under “Archived” in the list."), undo=undo)
    return redirect("documents:list", workspace.record.kind)


@in_document(permission="edit", archived=ALL)
@require_POST
def unarchive(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    archiving.unarchive(workspace.record, by=request.user)
    say(request, _("Brought back."))
    return redirect("documents:overview", workspace.record.pk)


class Delete(EditView):
    """Ask once more, then delete for good. Only what was archived can be deleted."""

    permission = "manage"
    archived = ALL
    template = "documents/delete.html"

    def save(self, form: Any) -> bool:
        return archiving.delete(self.record, by=self.request.user)

    def done(self, saved: bool) -> HttpResponse:
        if saved:
            say(self.request, _("Deleted, with its history and comments."))
        else:
            reason = _("Archive it first. What is in use is not deleted.")
            say(self.request, reason, level=messages.warning)
        return redirect(reverse("documents:list", args=[self.record.kind]))
