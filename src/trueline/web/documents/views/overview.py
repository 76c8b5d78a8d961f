"""A document's own page, and what is done with it as a whole: who owns it, copies, templates."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from trueline.web.documents.access import in_document
from trueline.web.documents.actions import keeping, starting
from trueline.web.documents.actions.assigning import who_may_be_asked
from trueline.web.documents.edit_view import EditView, say
from trueline.web.documents.forms.keeping import DuplicateForm, OwnerForm
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.overview import Overview
from trueline.web.documents.places import step_url
from trueline.web.documents.views.starting import writers
from trueline.web.documents.workspace import Workspace


@in_document(permission="read")
@require_safe
def overview(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Shows what it is, where it stands, what is open, who works on it, and what helps most."""
    return workspace.page(request, "documents/overview.html", {"overview": Overview(workspace)})


@in_document(permission="edit")
@require_POST
def mark_template(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Make it a template of the organisation, or no longer."""
    is_template = request.POST.get("template") == "yes"
    keeping.mark_template(workspace.record, by=request.user, is_template=is_template)
    if is_template:
        say(request, _("This is a template now: it is offered where something new is begun."))
    else:
        say(request, _("This is no longer a template."))
    return redirect("documents:overview", workspace.record.pk)


class Duplicate(EditView):
    """A copy under a title of its own, in an organisation where the visitor may write."""

    template = "documents/duplicate.html"

    def get_form(self, data: Any = None) -> DuplicateForm:
        members = writers(self.request)
        here = self.record.organisation_id
        members.sort(key=lambda member: member.organisation_id != here)
        if self.record.is_template:
            title = ""
        else:
            title = _("Copy of %(title)s") % {"title": self.workspace.title}
        return DuplicateForm(members, title, data)

    def save(self, form: DuplicateForm) -> DocumentRecord:
        return starting.start_as_copy(
            by=self.request.user,
            organisation=form.member.organisation,
            of=self.record,
            title=form.cleaned_data["title"],
        )

    def message_for(self, saved: DocumentRecord) -> str:
        return _("The copy is made. What you change here changes nothing in what it was made of.")

    def success_url(self, saved: DocumentRecord) -> str:
        return step_url(saved, self.workspace.kind.steps[0])


class Owner(EditView):
    """Who looks after it."""

    template = "documents/owner.html"

    def get_form(self, data: Any = None) -> OwnerForm:
        return OwnerForm(who_may_be_asked(self.record), self.record.owner_id, data)

    def save(self, form: OwnerForm) -> None:
        keeping.give_to(self.record, by=self.request.user, owner=form.cleaned_data["owner"])

    def message_for(self, saved: None) -> str:
        return _("Saved.")

    def success_url(self, saved: None) -> str:
        return reverse("documents:overview", args=[self.record.pk])
